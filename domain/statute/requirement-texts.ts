import type { Text } from '../language.ts';
import { obligationTexts } from './obligation-texts.ts';
import type { RequirementId } from './requirements.ts';

/** A requirement in words: its name, the next step of who lacks it, and how long it holds by its source. */
export interface RequirementText {
  readonly name: Text;
  readonly nextStep: Text;
  /** Said where the end of the evidence was not stated and is taken from the source. */
  readonly validity?: Text;
}

export const requirementTexts: Readonly<Record<RequirementId, RequirementText>> = {
  'certified-system': {
    name: {
      fi: 'Sertifioitu asiakastietojärjestelmä',
      sv: 'Certifierat klientdatasystem',
      en: 'Certified client data system',
    },
    nextStep: {
      fi: 'Varmistakaa järjestelmätoimittajalta, että järjestelmä täyttää liittymisvelvoitteen vaatimukset, on valvontaviranomaisen Astori-rekisterissä ja että sen tietoturvallisuustodistus on voimassa.',
      sv: 'Försäkra er hos systemleverantören om att systemet uppfyller kraven för anslutningsskyldigheten, finns i tillsynsmyndighetens register Astori och att dess intyg över informationssäkerhet är i kraft.',
      en: "Make sure with your vendor that the system meets the joining obligation's requirements, is in the authority's Astori register and holds a valid certificate of information security.",
    },
    validity: {
      fi: 'Tietoturvallisuustodistus on voimassa enintään kolme vuotta kerrallaan (703/2023 87 § 3 mom.).',
      sv: 'Intyget över informationssäkerhet är i kraft högst tre år åt gången (87 § 3 mom. i lag 703/2023).',
      en: 'A certificate of information security is valid for at most three years at a time (Act 703/2023, section 87(3)).',
    },
  },
  'licence-or-registration': {
    name: {
      fi: 'Rekisteröinti palveluntuottajien rekisteriin (Soteri)',
      sv: 'Registrering i registret över tjänsteproducenter (Soteri)',
      en: 'Registration in the register of service producers (Soteri)',
    },
    nextStep: {
      fi: 'Varmistakaa, että palveluntuottaja ja sen palveluyksiköt on rekisteröity Soteriin.',
      sv: 'Försäkra er om att tjänsteproducenten och dess serviceenheter har registrerats i Soteri.',
      en: 'Make sure that the producer and its service units are registered in Soteri.',
    },
  },
  'soteri-check': {
    name: {
      fi: 'Soterin tietojen vuosittainen tarkistus',
      sv: 'Årlig kontroll av uppgifterna i Soteri',
      en: 'Annual check of the data in Soteri',
    },
    nextStep: {
      fi: 'Tarkistakaa ja päivittäkää omat tietonne Soterissa viimeistään 31. maaliskuuta.',
      sv: 'Kontrollera och uppdatera era egna uppgifter i Soteri senast den 31 mars.',
      en: 'Check and update your own data in Soteri by 31 March.',
    },
    validity: {
      fi: 'Tiedot on tarkistettava vuosittain viimeistään 31. maaliskuuta (741/2023 17 § 1 mom.).',
      sv: 'Uppgifterna ska kontrolleras årligen senast den 31 mars (17 § 1 mom. i lag 741/2023).',
      en: 'The data must be checked every year by 31 March (Act 741/2023, section 17(1)).',
    },
  },
  cards: {
    name: {
      fi: 'Henkilöstön varmennekortit',
      sv: 'Personalens certifikatkort',
      en: "The staff's certificate cards",
    },
    nextStep: {
      fi: 'Hankkikaa varmennekortti jokaiselle, joka katsoo Kannan tietoja tai allekirjoittaa asiakirjoja, ja Kanta-arkistonhoitajalle. Henkilöstökortteja varten tarvitaan toimikorttisopimus Digi- ja väestötietoviraston kanssa.',
      sv: 'Skaffa certifikatkort för alla som läser uppgifter i Kanta eller undertecknar handlingar och för Kanta-arkivarien. För personalkort behövs ett kortavtal med Myndigheten för digitalisering och befolkningsdata.',
      en: 'Get a card for everyone who reads data in Kanta or signs documents, and for the Kanta archivist. Personnel cards need a card agreement with the Digital and Population Data Services Agency.',
    },
    validity: {
      fi: 'Henkilöstö- ja toimijakortit ovat voimassa viisi vuotta (Digi- ja väestötietovirasto).',
      sv: 'Personal- och aktörskort gäller i fem år (Myndigheten för digitalisering och befolkningsdata).',
      en: 'Personnel and actor cards are valid for five years (Digital and Population Data Services Agency).',
    },
  },
  'service-certificates': {
    name: {
      fi: 'Palvelinvarmenne ja järjestelmäallekirjoitusvarmenne',
      sv: 'Servercertifikat och systemsigneringscertifikat',
      en: 'Server certificate and system signature certificate',
    },
    nextStep: {
      fi: 'Hakekaa palveluvarmenteet Digi- ja väestötietovirastolta tai valtuuttakaa järjestelmätoimittaja tai välittäjä hakemaan ne.',
      sv: 'Ansök om servicecertifikaten hos Myndigheten för digitalisering och befolkningsdata eller ge systemleverantören eller förmedlaren fullmakt att göra det.',
      en: 'Apply for the certificates from the Digital and Population Data Services Agency, or authorise your vendor or intermediary to do so.',
    },
    validity: {
      fi: 'Palvelinvarmenne on voimassa enintään vuoden ja järjestelmäallekirjoitusvarmenne enintään kaksi vuotta (Digi- ja väestötietovirasto).',
      sv: 'Ett servercertifikat gäller i högst ett år och ett systemsigneringscertifikat i högst två år (Myndigheten för digitalisering och befolkningsdata).',
      en: 'A server certificate is valid for at most one year, a system signature certificate for at most two (Digital and Population Data Services Agency).',
    },
  },
  'security-plan': {
    name: {
      fi: 'Tietoturvasuunnitelma',
      sv: 'Informationssäkerhetsplan',
      en: 'Information security plan',
    },
    nextStep: {
      fi: 'Laatikaa tietoturvasuunnitelma THL:n määräyksen 3/2024 mukaan ja lisätkää siihen ennen liittymistä selvitys Kanta-palvelujen tietoturvallisesta käytöstä.',
      sv: 'Utarbeta en informationssäkerhetsplan enligt THL:s föreskrift 3/2024 och ta före anslutningen in en redogörelse för den informationssäkra användningen av Kanta-tjänsterna.',
      en: 'Draw up the information security plan by THL regulation 3/2024, and before joining add to it how the Kanta services are used securely.',
    },
  },
  'self-monitoring-plan': {
    name: {
      fi: 'Palveluyksikön omavalvontasuunnitelma ja sen seuranta',
      sv: 'Serviceenhetens plan för egenkontroll och uppföljningen av den',
      en: "The service unit's self-monitoring plan and its follow-up",
    },
    nextStep: {
      fi: 'Laatikaa ja julkaiskaa omavalvontasuunnitelma palveluyksiköittäin ja julkaiskaa seurannan perusteella tehtävät muutokset neljän kuukauden välein.',
      sv: 'Utarbeta och publicera en plan för egenkontroll för varje serviceenhet och publicera de ändringar som görs utifrån uppföljningen var fjärde månad.',
      en: 'Draw up and publish a self-monitoring plan for each service unit, and publish the changes made on the basis of its follow-up every four months.',
    },
    validity: {
      fi: 'Seurannan perusteella tehtävät muutokset on julkaistava neljän kuukauden välein (741/2023 27 § 3 mom.).',
      sv: 'Ändringar som görs utifrån uppföljningen ska publiceras var fjärde månad (27 § 3 mom. i lag 741/2023).',
      en: 'Changes made on the basis of the follow-up must be published every four months (Act 741/2023, section 27(3)).',
    },
  },
  'access-rights': {
    name: {
      fi: 'Henkilöstön käyttöoikeudet asiakastietoihin',
      sv: 'Personalens åtkomsträttigheter till klientuppgifter',
      en: "The staff's access rights to client data",
    },
    nextStep: {
      fi: 'Määritelkää käyttöoikeudet palvelutehtävittäin ja työtehtävittäin asetuksen 457/2024 mukaan ja pitäkää rekisteriä käyttäjistä ja heidän oikeuksistaan.',
      sv: 'Fastställ åtkomsträttigheterna per serviceuppgift och arbetsuppgift enligt förordning 457/2024 och för ett register över användarna och deras rättigheter.',
      en: 'Define access rights by service task and job role as decree 457/2024 says, and keep a register of users and their rights.',
    },
  },
  'disclosure-permit': {
    name: {
      fi: 'Luovutusluvan käyttöönotto',
      sv: 'Ibruktagande av tillstånd för utlämnande',
      en: 'Disclosure permit in use',
    },
    nextStep: obligationTexts['disclosure-permit'].nextStep,
  },
  'disclosure-logs': {
    name: {
      fi: 'Luovutuslokien tallentaminen',
      sv: 'Sparande av logguppgifter om utlämnande',
      en: 'Storing of disclosure logs',
    },
    nextStep: obligationTexts['disclosure-logs'].nextStep,
  },
};
