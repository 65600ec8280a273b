import type { RequirementText } from './requirement-text.ts';

export const registrationTexts = {
  'licence-or-registration': {
    name: {
      fi: 'Rekisteröinti palveluntuottajien rekisteriin (Soteri)',
      sv: 'Registrering i registret över tjänsteproducenter (Soteri)',
      en: 'Registration in the register of service producers (Soteri)',
    },
    why: {
      fi: 'Sosiaali- ja terveyspalveluja saa tuottaa vain palveluntuottaja, joka on Soterissa ja jonka palveluyksikkö on siihen rekisteröity (741/2023 5 § 1 mom.). Julkisen palveluntuottajan on annettava tietonsa Soteriin ennen 1.1.2028 (741/2023 56 § 1 mom., sellaisena kuin se on laissa 964/2024).',
      sv: 'Social- och hälsovårdstjänster får produceras endast av en tjänsteproducent som finns i Soteri och vars tjänsteenhet är registrerad där (5 § 1 mom. i lag 741/2023). En offentlig tjänsteproducent ska lämna sina uppgifter till Soteri före den 1 januari 2028 (56 § 1 mom. i lag 741/2023, sådant momentet lyder i lag 964/2024).',
      en: 'Social and health services may be produced only by a producer that is in Soteri and whose service unit is registered there (Act 741/2023, section 5(1)). A public producer must give its data to Soteri before 1 January 2028 (Act 741/2023, section 56(1), as amended by 964/2024).',
    },
    nextStep: {
      fi: 'Varmistakaa, että palveluntuottaja ja sen palveluyksiköt on rekisteröity Soteriin.',
      sv: 'Försäkra er om att tjänsteproducenten och dess tjänsteenheter har registrerats i Soteri.',
      en: 'Make sure that the producer and its service units are registered in Soteri.',
    },
    points: {
      producerRegistered: {
        fi: 'Palveluntuottaja on rekisteröity Soteriin',
        sv: 'Tjänsteproducenten är registrerad i Soteri',
        en: 'The producer is registered in Soteri',
      },
      unitsRegistered: {
        fi: 'Palveluyksiköt on rekisteröity Soteriin',
        sv: 'Tjänsteenheterna är registrerade i Soteri',
        en: 'The service units are registered in Soteri',
      },
    },
  },
  'soteri-check': {
    name: {
      fi: 'Soterin tietojen vuosittainen tarkistus',
      sv: 'Årlig kontroll av uppgifterna i Soteri',
      en: 'Annual check of the data in Soteri',
    },
    why: {
      fi: 'Palveluntuottajan on pidettävä Soteriin antamansa tiedot ajan tasalla sekä tarkistettava ja päivitettävä ne joka vuosi (741/2023 17 § 1 mom.).',
      sv: 'Tjänsteproducenten ska hålla de uppgifter som den har lämnat till Soteri uppdaterade samt kontrollera och uppdatera dem varje år (17 § 1 mom. i lag 741/2023).',
      en: 'The producer must keep the data that it has given to Soteri up to date, and check and update them every year (Act 741/2023, section 17(1)).',
    },
    nextStep: {
      fi: 'Tarkistakaa ja päivittäkää omat tietonne Soterissa viimeistään 31. maaliskuuta.',
      sv: 'Kontrollera och uppdatera era egna uppgifter i Soteri senast den 31 mars.',
      en: 'Check and update your own data in Soteri by 31 March.',
    },
    points: {},
    validity: {
      fi: 'Tiedot on tarkistettava vuosittain viimeistään 31. maaliskuuta (741/2023 17 § 1 mom.).',
      sv: 'Uppgifterna ska kontrolleras årligen senast den 31 mars (17 § 1 mom. i lag 741/2023).',
      en: 'The data must be checked every year by 31 March (Act 741/2023, section 17(1)).',
    },
  },
  'sote-register-entry': {
    name: {
      fi: 'Tiedot SOTE-organisaatiorekisterissä',
      sv: 'Uppgifter i SOTE-organisationsregistret',
      en: 'Entry in the SOTE organisation register',
    },
    why: {
      fi: 'Palvelunantaja on tunnistettava luotettavasti (703/2023 8 § 1 mom.), ja Kanta-palveluissa se ja sen yksiköt tunnistetaan SOTE-organisaatiorekisterin OID-tunnusten perusteella. Soterin rekisteröintipäätöksessä mainittua palveluyksikön OID-tunnusta ei käytetä Kanta-palveluissa.',
      sv: 'Tjänstetillhandahållaren ska identifieras på ett tillförlitligt sätt (8 § 1 mom. i lag 703/2023), och i Kanta-tjänsterna identifieras den och dess enheter med OID-koderna i SOTE-organisationsregistret. Den OID-kod för tjänsteenheten som anges i beslutet om registrering i Soteri används inte i Kanta-tjänsterna.',
      en: 'The provider must be identified reliably (Act 703/2023, section 8(1)), and the Kanta services identify it and its units by their OIDs in the SOTE organisation register. The unit OID given in a Soteri registration decision is not used in the Kanta services.',
    },
    nextStep: {
      fi: 'Tarkistakaa THL:n koodistopalvelusta, että toimintayksikkö ja sen palveluyksiköt ovat SOTE-organisaatiorekisterissä ja että tiedot ovat oikein. Jos tietoja puuttuu tai niissä on virheitä, ottakaa yhteyttä koodistopalveluun.',
      sv: 'Kontrollera i THL:s kodtjänst att verksamhetsenheten och dess tjänsteenheter finns i SOTE-organisationsregistret och att uppgifterna är korrekta. Kontakta kodtjänsten om uppgifter saknas eller är felaktiga.',
      en: "Check in THL's code service that the operational unit and its service units are in the SOTE organisation register and that their data are correct. If data are missing or wrong, contact the code service.",
    },
    points: {
      operationalUnit: {
        fi: 'Toimintayksikkö on SOTE-organisaatiorekisterissä, ja sen tiedot ovat oikein',
        sv: 'Verksamhetsenheten finns i SOTE-organisationsregistret och dess uppgifter är korrekta',
        en: 'The operational unit is in the SOTE organisation register and its data are correct',
      },
      serviceUnits: {
        fi: 'Palveluyksiköt ovat SOTE-organisaatiorekisterissä, ja niiden tiedot ovat oikein',
        sv: 'Tjänsteenheterna finns i SOTE-organisationsregistret och deras uppgifter är korrekta',
        en: 'The service units are in the SOTE organisation register and their data are correct',
      },
      markedSocialWelfare: {
        fi: 'Palveluyksiköt on merkitty SOTE-organisaatiorekisteriin sosiaalihuollon palveluyksiköiksi',
        sv: 'Tjänsteenheterna är antecknade som tjänsteenheter inom socialvården i SOTE-organisationsregistret',
        en: 'The service units are marked as social welfare service units in the SOTE organisation register',
      },
    },
  },
  'unit-oid-delivered': {
    name: {
      fi: 'Palveluyksiköiden OID-tunnusten toimittaminen palvelunjärjestäjälle',
      sv: 'Lämnande av tjänsteenheternas OID-koder till tjänsteanordnaren',
      en: "Delivery of the service units' OIDs to the organiser",
    },
    why: {
      fi: 'Palvelunjärjestäjä antaa rekisterinkäyttöoikeuden palveluyksikön OID-tunnuksen perusteella. Vaatimus perustuu palvelunjärjestäjän ohjeeseen.',
      sv: 'Tjänsteanordnaren ger åtkomsträtt till sitt register utifrån tjänsteenhetens OID-kod. Kravet grundar sig på tjänsteanordnarens anvisningar.',
      en: "The organiser grants the register access right by the OID of the service unit. The requirement rests on the organiser's instructions.",
    },
    nextStep: {
      fi: 'Toimittakaa palveluyksiköidenne SOTE-organisaatiorekisterissä olevat OID-tunnukset jokaiselle palvelunjärjestäjälle, jonka lukuun tuotatte palveluja, sen antaman ohjeen mukaan. Älkää toimittako Soterin rekisteröintipäätöksessä mainittua OID-tunnusta.',
      sv: 'Lämna de OID-koder som era tjänsteenheter har i SOTE-organisationsregistret till varje tjänsteanordnare för vars räkning ni producerar tjänster, enligt dess anvisningar. Lämna inte den OID-kod som anges i beslutet om registrering i Soteri.',
      en: "Give your service units' OIDs in the SOTE organisation register to every organiser on whose behalf you produce services, as its instructions say. Do not give the OID given in a Soteri registration decision.",
    },
    points: {
      deliveredTo: {
        fi: 'Palvelunjärjestäjät, joille palveluyksiköiden OID-tunnukset on toimitettu',
        sv: 'Tjänsteanordnare som har fått tjänsteenheternas OID-koder',
        en: "Organisers to which the service units' OIDs have been given",
      },
    },
  },
} as const satisfies Readonly<Record<string, RequirementText>>;
