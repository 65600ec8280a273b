import type { RequirementText } from './requirement-text.ts';

export const systemTexts = {
  'certified-system': {
    name: {
      fi: 'Sertifioitu asiakastietojärjestelmä',
      sv: 'Certifierat klientdatasystem',
      en: 'Certified client data system',
    },
    why: {
      fi: 'Järjestelmän saa ottaa tuotantokäyttöön vasta, kun sen tiedot rekisterissä ovat ajan tasalla, sen tietoturvallisuustodistus on voimassa ja sen yhteentoimivuuden testaus on hyväksytty (703/2023 81 § 2 mom.). Sen on täytettävä palvelunantajan toimintaan liittyvät olennaiset vaatimukset (703/2023 84 § 2 mom.).',
      sv: 'Systemet får tas i användning för produktion av tjänster först när uppgifterna om det i registret är uppdaterade, dess intyg över informationssäkerhet är i kraft och dess interoperabilitetstestning har godkänts (81 § 2 mom. i lag 703/2023). Det ska uppfylla de väsentliga krav som ställs på tjänstetillhandahållarens verksamhet (84 § 2 mom. i lag 703/2023).',
      en: "The system may be taken into production use only when its data in the register are up to date, its certificate of information security is valid and its interoperability testing has been approved (Act 703/2023, section 81(2)). It must meet the essential requirements that concern the provider's activity (Act 703/2023, section 84(2)).",
    },
    nextStep: {
      fi: 'Varmistakaa järjestelmätoimittajalta, että järjestelmä täyttää liittymisvelvoitteen vaatimukset, on valvontaviranomaisen Astori-rekisterissä ja että sen tietoturvallisuustodistus on voimassa. Päättäkää toimittajan kanssa liittymisprofiilista.',
      sv: 'Försäkra er hos systemleverantören om att systemet uppfyller kraven för anslutningsskyldigheten, finns i tillsynsmyndighetens register Astori och att dess intyg över informationssäkerhet är i kraft. Välj anslutningsprofil tillsammans med leverantören.',
      en: "Make sure with your vendor that the system meets the joining obligation's requirements, is in the authority's Astori register and holds a valid certificate of information security. Choose the joining profile together with the vendor.",
    },
    points: {
      inRegister: {
        fi: 'Järjestelmä on Astori-rekisterissä',
        sv: 'Systemet finns i registret Astori',
        en: 'The system is in the Astori register',
      },
      certificateUntil: {
        fi: 'Tietoturvallisuustodistuksen viimeinen voimassaolopäivä',
        sv: 'Sista giltighetsdag för intyget över informationssäkerhet',
        en: 'Last day of validity of the certificate of information security',
      },
      interoperabilityTested: {
        fi: 'Järjestelmän yhteentoimivuuden testaus on hyväksytty',
        sv: 'Systemets interoperabilitetstestning har godkänts',
        en: "The system's interoperability testing has been approved",
      },
      meetsJoiningProfile: {
        fi: 'Järjestelmä täyttää liittymisvelvoitteen vaatimukset, ei vain 1. tai 2. vaiheen vaatimuksia',
        sv: 'Systemet uppfyller kraven för anslutningsskyldigheten, inte bara kraven för fas 1 eller 2',
        en: "The system meets the joining obligation's requirements, not only those of phase 1 or 2",
      },
      patientSystem: {
        fi: 'Järjestelmä on potilastietojärjestelmä',
        sv: 'Systemet är ett patientdatasystem',
        en: 'The system is a patient data system',
      },
      profileChosen: {
        fi: 'Liittymisprofiilista on päätetty',
        sv: 'Anslutningsprofilen har valts',
        en: 'The joining profile has been chosen',
      },
      registerAccessRight: {
        fi: 'Järjestelmässä on käytössä rekisterinkäyttöoikeustoiminnallisuus',
        sv: 'Funktionen åtkomsträtt till register är i bruk i systemet',
        en: 'The register access right function is in use in the system',
      },
    },
    validity: {
      fi: 'Tietoturvallisuustodistus on voimassa enintään kolme vuotta kerrallaan (703/2023 87 § 3 mom.).',
      sv: 'Intyget över informationssäkerhet är i kraft högst tre år åt gången (87 § 3 mom. i lag 703/2023).',
      en: 'A certificate of information security is valid for at most three years at a time (Act 703/2023, section 87(3)).',
    },
  },
  'service-certificates': {
    name: {
      fi: 'Palvelinvarmenne ja järjestelmäallekirjoitusvarmenne',
      sv: 'Servercertifikat och systemsignaturcertifikat',
      en: 'Server certificate and system signature certificate',
    },
    why: {
      fi: 'Varmenteilla tunnistetaan Kanta-tietoliikenteen osapuolet ja varmistetaan, etteivät asiakirjat ole muuttuneet. Varmentajana toimii Digi- ja väestötietovirasto (703/2023 65 § 3 mom.).',
      sv: 'Med certifikaten identifieras parterna i datakommunikationen med Kanta och säkerställs att handlingarna inte har ändrats. Certifikatutfärdare är Myndigheten för digitalisering och befolkningsdata (65 § 3 mom. i lag 703/2023).',
      en: 'The certificates identify the parties in data traffic with Kanta and ensure that documents have not been changed. The certifier is the Digital and Population Data Services Agency (Act 703/2023, section 65(3)).',
    },
    nextStep: {
      fi: 'Hakekaa palveluvarmenteet Digi- ja väestötietovirastolta tai valtuuttakaa järjestelmätoimittaja tai välittäjä hakemaan ne.',
      sv: 'Ansök om servicecertifikaten hos Myndigheten för digitalisering och befolkningsdata eller ge systemleverantören eller förmedlaren fullmakt att göra det.',
      en: 'Apply for the certificates from the Digital and Population Data Services Agency, or authorise your vendor or intermediary to do so.',
    },
    points: {
      holder: {
        fi: 'Kenen nimissä palveluvarmenteet ovat',
        sv: 'I vems namn servicecertifikaten är utfärdade',
        en: 'In whose name the service certificates are',
      },
      authorised: {
        fi: 'Organisaatio hakee palveluvarmenteet itse tai on valtuuttanut toisen hakemaan ne',
        sv: 'Organisationen ansöker själv om servicecertifikaten eller har gett någon annan fullmakt att göra det',
        en: 'The organisation applies for the service certificates itself or has authorised another to do so',
      },
      serverCertificateUntil: {
        fi: 'Palvelinvarmenteen viimeinen voimassaolopäivä',
        sv: 'Sista giltighetsdag för servercertifikatet',
        en: 'Last day of validity of the server certificate',
      },
      signatureCertificateUntil: {
        fi: 'Järjestelmäallekirjoitusvarmenteen viimeinen voimassaolopäivä',
        sv: 'Sista giltighetsdag för systemsignaturcertifikatet',
        en: 'Last day of validity of the system signature certificate',
      },
      testCertificates: {
        fi: 'Testivarmenteita tarvitaan, koska testausta tehdään Kanta-asiakastestipalvelussa',
        sv: 'Testcertifikat behövs eftersom testning görs i Kanta-kundtesttjänsten',
        en: 'Test certificates are needed because testing is done in the Kanta client test service',
      },
    },
    validity: {
      fi: 'Palvelinvarmenne on voimassa enintään vuoden ja järjestelmäallekirjoitusvarmenne enintään kaksi vuotta (Digi- ja väestötietovirasto).',
      sv: 'Ett servercertifikat gäller i högst ett år och ett systemsignaturcertifikat i högst två år (Myndigheten för digitalisering och befolkningsdata).',
      en: 'A server certificate is valid for at most one year, a system signature certificate for at most two (Digital and Population Data Services Agency).',
    },
  },
  'register-access-right': {
    name: {
      fi: 'Rekisterinkäyttöoikeus palvelunjärjestäjän rekisteriin',
      sv: 'Åtkomsträtt till tjänsteanordnarens register',
      en: "Register access right to the organiser's register",
    },
    why: {
      fi: 'Palveluntuottaja vastaa asiakastietojen kirjaamisesta ja tallentamisesta sen palvelunantajan rekisteriin, jonka lukuun se toimii (703/2023 14 § 1 mom. 1 k.). Rekisterinkäyttöoikeudella se katsoo ja tallentaa palvelunjärjestäjän rekisterin tietoja Kanta-palvelujen kautta.',
      sv: 'Tjänsteproducenten ansvarar för att klientuppgifterna förs in och registreras i registret hos den tjänstetillhandahållare för vars räkning den handlar (14 § 1 mom. 1 punkten i lag 703/2023). Med åtkomsträtten kan den läsa och spara uppgifter i tjänsteanordnarens register via Kanta-tjänsterna.',
      en: "A producer acting on behalf of another provider is responsible for recording and storing client data in that provider's register (Act 703/2023, section 14(1)(1)). With the register access right it reads and stores data in the organiser's register through the Kanta services.",
    },
    nextStep: {
      fi: 'Varmistakaa, että sekä te että palvelunjärjestäjä käytätte asiakastietovarantoa ja rekisterinkäyttöoikeustoiminnallisuutta. Sopikaa palvelunjärjestäjän kanssa, milloin se antaa teille rekisterinkäyttöoikeuden.',
      sv: 'Försäkra er om att både ni och tjänsteanordnaren använder informationsresursen för kunduppgifter och funktionen åtkomsträtt till register. Kom överens med tjänsteanordnaren om när den ger er åtkomsträtten.',
      en: 'Make sure that both you and the organiser use the client data repository and the register access right function. Agree with the organiser when it grants you the right.',
    },
    points: {
      bothUseIt: {
        fi: 'Organisaatio ja palvelunjärjestäjä käyttävät molemmat asiakastietovarantoa ja rekisterinkäyttöoikeustoiminnallisuutta',
        sv: 'Både organisationen och tjänsteanordnaren använder informationsresursen för kunduppgifter och funktionen åtkomsträtt till register',
        en: 'The organisation and the organiser both use the client data repository and the register access right function',
      },
      grantedBy: {
        fi: 'Palvelunjärjestäjät, jotka ovat antaneet rekisterinkäyttöoikeuden',
        sv: 'Tjänsteanordnare som har gett åtkomsträtt till sitt register',
        en: 'Organisers that have granted the register access right',
      },
    },
  },
} as const satisfies Readonly<Record<string, RequirementText>>;
