import type { Text } from '../language.ts';
import type { MilestoneId, ObligationId } from './obligation-ids.ts';

/** What each obligation is called, and the next step of someone who has not met it. */
export const obligationTexts: Readonly<
  Record<ObligationId, { readonly name: Text; readonly nextStep: Text }>
> = {
  join: {
    name: {
      fi: 'Liittyminen valtakunnalliseen asiakastietovarantoon',
      sv: 'Anslutning till den riksomfattande informationsresursen för kunduppgifter',
      en: 'Joining the national client data repository',
    },
    nextStep: {
      fi: 'Tehkää hakemus Kanta-palvelujen käyttäjäksi Kanta Ekstranetissä ja sopikaa käyttöönottokokeesta järjestelmätoimittajan kanssa.',
      sv: 'Ansök om att bli användare av Kanta-tjänsterna i Kanta Extranätet och kom överens med systemleverantören om ibruktagningsprovet.',
      en: 'Apply for the Kanta services in the Kanta Extranet and agree on the deployment test with your system vendor.',
    },
  },
  'store-documents': {
    name: {
      fi: 'Asiakasasiakirjojen tallentaminen asiakastietovarantoon',
      sv: 'Sparande av klienthandlingar i informationsresursen för kunduppgifter',
      en: 'Storing client documents in the client data repository',
    },
    nextStep: {
      fi: 'Aloittakaa palvelutehtävän asiakasasiakirjojen tallentaminen ja ilmoittakaa aloituspäivä tässä palvelussa.',
      sv: 'Börja spara klienthandlingarna inom serviceuppgiften och ange startdagen i den här tjänsten.',
      en: 'Start storing the client documents of the service task, and state the starting day in this service.',
    },
  },
  'store-recordings': {
    name: {
      fi: 'Video- ja äänitallenteiden tallentaminen asiakastietovarantoon',
      sv: 'Sparande av video- och ljudupptagningar i informationsresursen för kunduppgifter',
      en: 'Storing video and audio recordings in the client data repository',
    },
    nextStep: {
      fi: 'Sopikaa järjestelmätoimittajan kanssa, milloin järjestelmä tallentaa video- ja äänitallenteet asiakastietovarantoon.',
      sv: 'Kom överens med systemleverantören om när systemet sparar video- och ljudupptagningar i informationsresursen.',
      en: 'Agree with your system vendor when the system will store video and audio recordings in the repository.',
    },
  },
  'disclosure-permit': {
    name: {
      fi: 'Luovutusluvan käyttöönotto',
      sv: 'Ibruktagande av tillstånd för utlämnande',
      en: 'Taking the disclosure permit into use',
    },
    nextStep: {
      fi: 'Ottakaa luovutuslupa käyttöön järjestelmässä ja ohjeistakaa henkilöstö pyytämään se asiakkaalta.',
      sv: 'Ta i bruk tillståndet för utlämnande i systemet och instruera personalen att begära det av klienten.',
      en: 'Take the disclosure permit into use in the system, and instruct the staff to ask clients for it.',
    },
  },
  'disclosure-logs': {
    name: {
      fi: 'Luovutuslokien tallentaminen lokirekisterien säilytyspalveluun',
      sv: 'Sparande av uppgifter om utlämnande i förvaringstjänsten för loggregister',
      en: 'Storing disclosure logs in the log storage service',
    },
    nextStep: {
      fi: 'Varmistakaa järjestelmätoimittajalta, että luovutusten lokitiedot tallentuvat lokirekisterien säilytyspalveluun.',
      sv: 'Försäkra er hos systemleverantören om att logguppgifterna om utlämnande sparas i förvaringstjänsten för loggregister.',
      en: 'Make sure with your system vendor that disclosure logs are stored in the log storage service.',
    },
  },
  'security-plan': {
    name: {
      fi: 'Tietoturvasuunnitelma, jossa on selvitys Kanta-palvelujen käytöstä',
      sv: 'Informationssäkerhetsplan med en redogörelse för användningen av Kanta-tjänsterna',
      en: 'Information security plan with its part on the Kanta services',
    },
    nextStep: {
      fi: 'Täydentäkää tietoturvasuunnitelma THL:n määräyksen 3/2024 mukaiseksi ja lisätkää siihen selvitys valtakunnallisten palvelujen tietoturvallisesta käytöstä.',
      sv: 'Komplettera informationssäkerhetsplanen enligt THL:s föreskrift 3/2024 och ta in en redogörelse för den informationssäkra användningen av de riksomfattande tjänsterna.',
      en: 'Complete the information security plan by THL regulation 3/2024 and add how the national services are used securely.',
    },
  },
  'patient-data': {
    name: {
      fi: 'Sosiaalihuollossa kirjattavien potilastietojen tallentaminen potilasrekisteriin',
      sv: 'Sparande i patientregistret av patientuppgifter som antecknas inom socialvården',
      en: 'Storing patient data recorded in social welfare in the patient register',
    },
    nextStep: {
      fi: 'Sopikaa, missä järjestelmässä potilastiedot kirjataan, ja erottakaa ne potilasrekisteriin.',
      sv: 'Kom överens om i vilket system patientuppgifterna antecknas och avskilj dem till patientregistret.',
      en: 'Decide in which system patient data are recorded, and keep them apart in the patient register.',
    },
  },
  'soteri-annual-check': {
    name: {
      fi: 'Soteri-rekisterin tietojen vuosittainen tarkistus',
      sv: 'Årlig kontroll av uppgifterna i registret Soteri',
      en: 'Annual check of the data in the Soteri register',
    },
    nextStep: {
      fi: 'Tarkistakaa ja päivittäkää omat tietonne Soterissa sähköisen asiointitilin kautta.',
      sv: 'Kontrollera och uppdatera era uppgifter i Soteri via det elektroniska ärendehanteringskontot.',
      en: 'Check and update your own data in Soteri through the electronic service account.',
    },
  },
  'soteri-registration': {
    name: {
      fi: 'Julkisen palveluntuottajan tietojen antaminen Soteri-rekisteriin',
      sv: 'Lämnande av en offentlig tjänsteproducents uppgifter till registret Soteri',
      en: "Giving a public producer's data to the Soteri register",
    },
    nextStep: {
      fi: 'Antakaa valvontaviranomaiselle 741/2023 16 §:ssä tarkoitetut tiedot palveluntuottajasta ja palveluyksiköistä.',
      sv: 'Lämna tillsynsmyndigheten de uppgifter om tjänsteproducenten och tjänsteenheterna som avses i 16 § i lag 741/2023.',
      en: 'Give the supervisory authority the data on the producer and its units meant in section 16 of Act 741/2023.',
    },
  },
};

export const milestoneTexts: Readonly<Record<MilestoneId, Text>> = {
  'social-health-access': {
    fi: 'Sosiaali- ja terveydenhuollon välinen tiedonsaantioikeus toteutetaan valtakunnallisiin palveluihin',
    sv: 'Rätten att få uppgifter mellan socialvården och hälso- och sjukvården genomförs i de riksomfattande tjänsterna',
    en: 'Access to data between social welfare and health care works in the national services',
  },
  'prescription-access': {
    fi: 'Sosiaalihuollon palvelunantaja saa lääkemääräystiedot reseptikeskuksesta',
    sv: 'Tjänstetillhandahållare inom socialvården får receptuppgifter från receptcentret',
    en: 'Social welfare providers get prescription data from the prescription centre',
  },
};
