import { obligationTexts } from '../../obligation-texts.ts';
import type { RequirementText } from './requirement-text.ts';

/** In words: whose register it is, and what the client is told and decides. */
export const registersAndClientsTexts = {
  'registers-separated': {
    name: {
      fi: 'Rekisterien erottelu',
      sv: 'Åtskilda register',
      en: 'Separation of registers',
    },
    why: {
      fi: 'Rekisterinpitäjä on julkisessa sosiaalihuollossa palvelun järjestämisestä vastaava palvelunantaja ja yksityisessä se palvelunantaja, jonka kanssa asiakas on tehnyt sopimuksen (703/2023 13 § 1 mom.). Potilasasiakirjat tallennetaan potilasrekisteriin ja sosiaalihuollon asiakasasiakirjat sosiaalihuollon asiakasrekisteriin (703/2023 18 § 1 mom.).',
      sv: 'Personuppgiftsansvarig är inom den offentliga socialvården den tjänstetillhandahållare som svarar för ordnandet av tjänsterna och inom den privata socialvården den tjänstetillhandahållare med vilken klienten har ingått avtal (13 § 1 mom. i lag 703/2023). Journalhandlingar förs in i patientregistret och klienthandlingar inom socialvården i socialvårdens klientregister (18 § 1 mom. i lag 703/2023).',
      en: 'The controller is, in public social welfare, the provider responsible for organising the service and, in private social welfare, the provider with whom the client has made the contract (Act 703/2023, section 13(1)). Patient documents go into the patient register and client documents of social welfare into the client register of social welfare (Act 703/2023, section 18(1)).',
    },
    nextStep: {
      fi: 'Varmistakaa järjestelmätoimittajalta, että järjestelmä pitää eri rekisterinpitäjien tiedot sekä asiakas- ja potilastiedot eri rekistereissä.',
      sv: 'Försäkra er hos systemleverantören om att systemet håller olika personuppgiftsansvarigas uppgifter, liksom klientuppgifter och patientuppgifter, i olika register.',
      en: 'Make sure with your system vendor that the system keeps the data of different controllers, and client data and patient data, in separate registers.',
    },
    points: {
      ownFromOrganisers: {
        fi: 'Oman toiminnan asiakastiedot ja palvelunjärjestäjien asiakastiedot on eroteltu eri rekistereihin',
        sv: 'Den egna verksamhetens klientuppgifter och tjänsteanordnarnas klientuppgifter finns i olika register',
        en: "The organisation's own client data and the organisers' client data are in separate registers",
      },
      clientFromPatient: {
        fi: 'Sosiaalihuollon asiakastiedot ja potilastiedot on eroteltu eri rekistereihin',
        sv: 'Klientuppgifter inom socialvården och patientuppgifter finns i olika register',
        en: 'Client data of social welfare and patient data are in separate registers',
      },
    },
  },
  'organiser-contract': {
    name: {
      fi: 'Sopimus palvelunjärjestäjän kanssa asiakastietojen käsittelystä',
      sv: 'Avtal med tjänsteanordnaren om behandlingen av klientuppgifter',
      en: 'Contract with the organiser on the processing of client data',
    },
    why: {
      fi: 'Kun palveluntuottaja toimii toisen palvelunantajan lukuun, osapuolten on sovittava tarkemmin asiakasasiakirjojen toimittamisesta, asiakkaan oikeuksien toteuttamisesta ja muista tietosuoja-asetuksen 28 artiklassa tarkoitetuista seikoista (703/2023 14 § 2 mom.).',
      sv: 'När en tjänsteproducent handlar för en annan tjänstetillhandahållares räkning ska parterna avtala närmare om lämnandet av klienthandlingarna, om tillgodoseendet av klientens rättigheter och om andra frågor som avses i artikel 28 i dataskyddsförordningen (14 § 2 mom. i lag 703/2023).',
      en: "When a producer acts on behalf of another provider, the two must agree in more detail on how client documents are delivered, how the client's rights are fulfilled and on the other matters of Article 28 of the General Data Protection Regulation (Act 703/2023, section 14(2)).",
    },
    nextStep: {
      fi: 'Käykää läpi sopimus jokaisen palvelunjärjestäjän kanssa ja sopikaa siitä puuttuvat kohdat.',
      sv: 'Gå igenom avtalet med varje tjänsteanordnare och avtala om det som saknas.',
      en: 'Go through the contract with each organiser and agree on what it lacks.',
    },
    points: {
      coversSection14: {
        fi: 'Sopimuksissa on sovittu asiakasasiakirjojen toimittamisesta ja asiakkaan oikeuksien toteuttamisesta (703/2023 14 § 2 mom.)',
        sv: 'Avtalen omfattar lämnandet av klienthandlingarna och tillgodoseendet av klientens rättigheter (14 § 2 mom. i lag 703/2023)',
        en: "The contracts cover the delivery of client documents and the fulfilment of the client's rights (Act 703/2023, section 14(2))",
      },
      coversProcessing: {
        fi: 'Sopimuksissa on sovittu muista tietosuoja-asetuksen 28 artiklassa tarkoitetuista seikoista',
        sv: 'Avtalen omfattar de övriga frågor som avses i artikel 28 i dataskyddsförordningen',
        en: 'The contracts cover the other matters of Article 28 of the General Data Protection Regulation',
      },
    },
  },
  'client-information': {
    name: {
      fi: 'Asiakkaan informointi Kanta-palveluista',
      sv: 'Information till klienten om Kanta-tjänsterna',
      en: 'Informing the client about the Kanta services',
    },
    why: {
      fi: 'Asiakkaalle on annettava tiedot hänen oikeuksistaan sekä hänen asiakastietoihinsa liittyvistä valtakunnallisista tietojärjestelmäpalveluista ja niiden yleisistä toimintaperiaatteista viimeistään ensimmäisen asioinnin yhteydessä (703/2023 68 § 1 mom.).',
      sv: 'Klienten ska senast i samband med den första kontakten informeras om sina rättigheter, om de riksomfattande informationssystemtjänster som hänför sig till klientens uppgifter och om de allmänna principerna för hur tjänsterna fungerar (68 § 1 mom. i lag 703/2023).',
      en: 'At the latest at the first contact, clients must be told of their rights, of the national information system services that concern their data and of how these work in general (Act 703/2023, section 68(1)).',
    },
    nextStep: {
      fi: 'Ohjeistakaa henkilöstö antamaan tiedot asiakkaalle viimeistään ensimmäisen asioinnin yhteydessä. Käyttäkää Kelan informaatiomateriaalia.',
      sv: 'Instruera personalen att informera klienten senast i samband med den första kontakten. Använd FPA:s informationsmaterial.',
      en: "Instruct the staff to inform clients at the latest at the first contact. Use Kela's information material.",
    },
    points: {
      atFirstContact: {
        fi: 'Asiakas saa tiedot viimeistään ensimmäisen asioinnin yhteydessä',
        sv: 'Klienten informeras senast i samband med den första kontakten',
        en: 'Clients are informed at the latest at the first contact',
      },
    },
  },
  'disclosure-permit': {
    name: {
      fi: 'Luovutusluvan käyttöönotto',
      sv: 'Ibruktagande av tillstånd för utlämnande',
      en: 'Disclosure permit in use',
    },
    why: {
      fi: 'Muiden sosiaalihuollon palvelunantajien asiakastietojen saaminen edellyttää asiakkaan antamaa luovutuslupaa, jollei laissa säädetä toisin (703/2023 55 § 1 mom.). Lupa on otettava käyttöön, kun tietoja aletaan saada valtakunnallisten palvelujen kautta, kuitenkin viimeistään silloin, kun palvelunantajan on liityttävä asiakastietovarantoon (703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024).',
      sv: 'För att få klientuppgifter av andra tjänstetillhandahållare inom socialvården krävs att klienten har gett tillstånd för utlämnande, om inte något annat föreskrivs i lag (55 § 1 mom. i lag 703/2023). Tillståndet ska tas i bruk när tjänstetillhandahållaren börjar få uppgifter via de riksomfattande tjänsterna, dock senast när den ska ansluta sig till informationsresursen för kunduppgifter (102 § 5 mom. i lag 703/2023, sådant momentet lyder i lag 307/2024).',
      en: 'To get client data from other social welfare providers takes a disclosure permit given by the client, unless the law provides otherwise (Act 703/2023, section 55(1)). The permit must be taken into use when access through the national services starts, and at the latest when the provider must join the client data repository (Act 703/2023, section 102(5), as amended by 307/2024).',
    },
    nextStep: obligationTexts['disclosure-permit'].nextStep,
    points: {},
  },
  'disclosure-logs': {
    name: {
      fi: 'Luovutuslokien tallentaminen',
      sv: 'Sparande av logguppgifter om utlämnande',
      en: 'Storing of disclosure logs',
    },
    why: {
      fi: 'Palvelunantajan on tallennettava asiakastietojen luovutusta koskevat lokitiedot lokirekisterien säilytyspalveluun (703/2023 70 § 1 mom.). Sosiaalihuollossa se on aloitettava viimeistään silloin, kun palvelunantajan on liityttävä asiakastietovarantoon (703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024).',
      sv: 'Tjänstetillhandahållaren ska spara logguppgifterna om utlämnande av klientuppgifter i förvaringstjänsten för loggregister (70 § 1 mom. i lag 703/2023). Inom socialvården ska detta inledas senast när tjänstetillhandahållaren ska ansluta sig till informationsresursen för kunduppgifter (102 § 5 mom. i lag 703/2023, sådant momentet lyder i lag 307/2024).',
      en: 'A provider must store its logs of disclosed client data in the log storage service (Act 703/2023, section 70(1)). In social welfare this must start at the latest when the provider must join the client data repository (Act 703/2023, section 102(5), as amended by 307/2024).',
    },
    nextStep: obligationTexts['disclosure-logs'].nextStep,
    points: {},
  },
  'county-governance': {
    name: {
      fi: 'Toimintayksikkö, asiakirjojen OID-tunnukset ja asiakkuusasiakirja',
      sv: 'Verksamhetsenhet, handlingarnas OID-koder och klientrelationshandling',
      en: 'Operational unit, document OIDs and client relationship document',
    },
    why: {
      fi: 'Hyvinvointialue liittyy Kanta-palveluihin yhtenä toimintayksikkönä, joka on asiakastietojen rekisterinpitäjä, ja vastaa siitä, että asiakirjojen OID-tunnukset ovat yksikäsitteisiä. Vähintään 2. vaiheen järjestelmää käytettäessä henkilöllä saa olla hyvinvointialueella vain yksi asiakkuusasiakirja (Kelan ohjeet hyvinvointialueille).',
      sv: 'Ett välfärdsområde ansluter sig till Kanta-tjänsterna som en enda verksamhetsenhet, som är personuppgiftsansvarig för klientuppgifterna, och ansvarar för att handlingarnas OID-koder är unika. När ett system av minst fas 2 används får en person ha endast en klientrelationshandling inom välfärdsområdet (FPA:s anvisningar till välfärdsområdena).',
      en: "A wellbeing services county joins the Kanta services as one operational unit, which is the controller of the client data, and is responsible for the OIDs of its documents being unique. With a system of at least phase 2, a person may have only one client relationship document in the county (Kela's instructions to the counties).",
    },
    nextStep: {
      fi: 'Tarkistakaa toimintayksikkönne tiedot SOTE-organisaatiorekisteristä ja määritelkää OID-tunnuksille hallintamalli. Jos asiakkaalla on useita asiakkuusasiakirjoja, valitkaa niistä yksi ja yhdistäkää tiedot siihen.',
      sv: 'Kontrollera uppgifterna om er verksamhetsenhet i SOTE-organisationsregistret och fastställ en förvaltningsmodell för OID-koderna. Om en klient har flera klientrelationshandlingar ska ni välja en av dem och sammanföra uppgifterna i den.',
      en: 'Check the data of your operational unit in the SOTE organisation register and define how OIDs are governed. Where a client has several client relationship documents, choose one and bring the data together in it.',
    },
    points: {
      oneOperationalUnit: {
        fi: 'Kanta-palveluja käytetään yhtenä toimintayksikkönä, joka on SOTE-organisaatiorekisterissä',
        sv: 'Kanta-tjänsterna används som en enda verksamhetsenhet, som finns i SOTE-organisationsregistret',
        en: 'The Kanta services are used as one operational unit, which is in the SOTE organisation register',
      },
      documentOids: {
        fi: 'OID-tunnuksilla on hallintamalli, ja jokaisella asiakirjalla ja sen versiolla on oma tunnuksensa kaikissa järjestelmissä',
        sv: 'Det finns en förvaltningsmodell för OID-koderna, och varje handling och varje version av den har en egen kod i alla system',
        en: 'OIDs are governed, and every document and every version of it has an OID of its own across all systems',
      },
      oneClientRelationshipDocument: {
        fi: 'Kullakin asiakkaalla on vain yksi asiakkuusasiakirja',
        sv: 'Varje klient har endast en klientrelationshandling',
        en: 'Each client has only one client relationship document',
      },
    },
  },
} as const satisfies Readonly<Record<string, RequirementText>>;
