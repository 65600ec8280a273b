import type { RequirementText } from './requirement-text.ts';

export const staffTexts = {
  cards: {
    name: {
      fi: 'Henkilöstön varmennekortit',
      sv: 'Personalens certifikatkort',
      en: "The staff's certificate cards",
    },
    why: {
      fi: 'Asiakastietojen käsittelyyn osallistuvat on tunnistettava luotettavasti (703/2023 8 §). Ilman varmennekorttia tietoja voi kirjata ja tallentaa, mutta niitä ei voi katsoa Kannasta eikä asiakirjoja voi allekirjoittaa.',
      sv: 'De som deltar i behandlingen av klientuppgifter ska identifieras på ett tillförlitligt sätt (8 § i lag 703/2023). Utan certifikatkort går det att anteckna och spara uppgifter men inte att läsa uppgifter i Kanta eller underteckna handlingar.',
      en: 'Those who take part in the processing of client data must be identified reliably (Act 703/2023, section 8). Without a card one can record and store data, but not read data in Kanta or sign documents.',
    },
    nextStep: {
      fi: 'Hankkikaa varmennekortti jokaiselle, joka katsoo Kannan tietoja tai allekirjoittaa asiakirjoja, ja Kanta-arkistonhoitajalle. Henkilöstö- ja toimijakortteja varten tarvitaan toimikorttisopimus Digi- ja väestötietoviraston kanssa.',
      sv: 'Skaffa certifikatkort för alla som läser uppgifter i Kanta eller undertecknar handlingar och för Kanta-arkivarien. För personal- och aktörskort behövs ett avtal om certifikatkort med Myndigheten för digitalisering och befolkningsdata.',
      en: 'Get a card for everyone who reads data in Kanta or signs documents, and for the Kanta archivist. Personnel and actor cards need a card agreement with the Digital and Population Data Services Agency.',
    },
    points: {
      readersAndSigners: {
        fi: 'Kaikilla, jotka katsovat Kannan tietoja tai allekirjoittavat asiakirjoja, on varmennekortti',
        sv: 'Alla som läser uppgifter i Kanta eller undertecknar handlingar har ett certifikatkort',
        en: 'Everyone who reads data in Kanta or signs documents has a card',
      },
      archivist: {
        fi: 'Kanta-arkistonhoitajalla on varmennekortti',
        sv: 'Kanta-arkivarien har ett certifikatkort',
        en: 'The Kanta archivist has a card',
      },
      professionalCards: {
        fi: 'Korttia tarvitsevilla rekisteröidyillä ammattihenkilöillä on ammattikortti',
        sv: 'De registrerade yrkesutbildade personer som behöver ett kort har ett yrkeskort',
        en: 'The registered professionals who need a card have a professional card',
      },
      personnelCards: {
        fi: 'Korttia tarvitsevilla muilla työntekijöillä on henkilöstökortti',
        sv: 'De övriga anställda som behöver ett kort har ett personalkort',
        en: 'The other employees who need a card have a personnel card',
      },
      actorCards: {
        fi: 'Korttia tarvitsevilla ulkopuolisilla toimijoilla on toimijakortti',
        sv: 'De utomstående aktörer som behöver ett kort har ett aktörskort',
        en: 'The outside actors who need a card have an actor card',
      },
      spareCards: {
        fi: 'Organisaation tarvitsemat varakortit on hankittu',
        sv: 'De tillfälliga kort som organisationen behöver har skaffats',
        en: 'The replacement cards that the organisation needs have been obtained',
      },
      professionalCardsOnly: {
        fi: 'Organisaatio tarvitsee vain ammattikortteja',
        sv: 'Organisationen behöver endast yrkeskort',
        en: 'The organisation needs only professional cards',
      },
      cardAgreement: {
        fi: 'Toimikorttisopimus Digi- ja väestötietoviraston kanssa on tehty',
        sv: 'Avtal om certifikatkort har ingåtts med Myndigheten för digitalisering och befolkningsdata',
        en: 'The card agreement with the Digital and Population Data Services Agency has been made',
      },
      cardsUntil: {
        fi: 'Ensimmäisenä vanhenevan kortin viimeinen voimassaolopäivä',
        sv: 'Sista giltighetsdag för det kort som går ut först',
        en: 'Last day of validity of the card that expires first',
      },
    },
    validity: {
      fi: 'Henkilöstö- ja toimijakortit ovat voimassa viisi vuotta (Digi- ja väestötietovirasto).',
      sv: 'Personal- och aktörskort gäller i fem år (Myndigheten för digitalisering och befolkningsdata).',
      en: 'Personnel and actor cards are valid for five years (Digital and Population Data Services Agency).',
    },
  },
  'card-readers': {
    name: {
      fi: 'Kortinlukijat ja kortinlukijaohjelmisto',
      sv: 'Kortläsare och kortläsarprogram',
      en: 'Card readers and card reader software',
    },
    why: {
      fi: 'Varmennekortin käyttöön tarvitaan kortinlukija ja kortinlukijaohjelmisto. Kelan ohjeen mukaan ne on asennettava ja testattava ennen käyttöönottokoetta.',
      sv: 'För att använda ett certifikatkort behövs en kortläsare och ett kortläsarprogram. Enligt FPA:s anvisning ska de installeras och testas före ibruktagningsprovet.',
      en: "A certificate card needs a card reader and card reader software. By Kela's instruction they must be installed and tested before the deployment test.",
    },
    nextStep: {
      fi: 'Hankkikaa kortinlukijat ja varmistakaa ennen ostoa, että ne sopivat työasemiinne. Asentakaa kortinlukijaohjelmisto ja testatkaa, että kortit toimivat.',
      sv: 'Skaffa kortläsare och försäkra er före köpet om att de är kompatibla med era arbetsstationer. Installera kortläsarprogrammet och testa att korten fungerar.',
      en: 'Get card readers, making sure before buying that they fit your workstations. Install the card reader software and test that the cards work.',
    },
    points: {
      softwareInstalled: {
        fi: 'Kortinlukijat ja kortinlukijaohjelmisto on asennettu',
        sv: 'Kortläsarna och kortläsarprogrammet har installerats',
        en: 'The card readers and the card reader software have been installed',
      },
      tested: {
        fi: 'Kortinlukijat ja kortinlukijaohjelmisto on testattu toimiviksi',
        sv: 'Kortläsarna och kortläsarprogrammet har testats och fungerar',
        en: 'The card readers and the card reader software have been tested and work',
      },
    },
  },
  'access-rights': {
    name: {
      fi: 'Henkilöstön käyttöoikeudet asiakastietoihin',
      sv: 'Personalens åtkomsträttigheter till klientuppgifter',
      en: "The staff's access rights to client data",
    },
    why: {
      fi: 'Palvelunantajan on määriteltävä, mitä välttämättömiä asiakastietoja kukin saa käyttää, ja pidettävä rekisteriä käyttäjistä ja heidän oikeuksistaan (703/2023 9 § 3 mom.). Määrittelyssä on otettava huomioon työtehtävät, palvelutehtävät ja niissä annettavat palvelut (457/2024 10 § ja 11 §).',
      sv: 'Tjänstetillhandahållaren ska fastställa vilka nödvändiga klientuppgifter var och en får använda och föra ett register över användarna och deras rättigheter (9 § 3 mom. i lag 703/2023). Då ska arbetsuppgifterna, serviceuppgifterna och de tjänster som ges inom dem beaktas (10 § och 11 § i förordning 457/2024).',
      en: 'The provider must define which necessary client data each person may use, and keep a register of the users and their rights (Act 703/2023, section 9(3)). The job roles, the service tasks and the services given in them must be taken into account (Decree 457/2024, sections 10 and 11).',
    },
    nextStep: {
      fi: 'Määritelkää käyttöoikeudet palvelutehtävittäin ja työtehtävittäin asetuksen 457/2024 mukaan ja pitäkää rekisteriä käyttäjistä ja heidän oikeuksistaan.',
      sv: 'Fastställ åtkomsträttigheterna per serviceuppgift och arbetsuppgift enligt förordning 457/2024 och för ett register över användarna och deras rättigheter.',
      en: 'Define access rights by service task and job role as decree 457/2024 says, and keep a register of users and their rights.',
    },
    points: {
      serviceTasks: {
        fi: 'Palvelutehtävät, joiden käyttöoikeudet on määritelty',
        sv: 'Serviceuppgifter för vilka åtkomsträttigheterna har fastställts',
        en: 'Service tasks whose access rights have been defined',
      },
      jobRoles: {
        fi: 'Työtehtävät, joiden käyttöoikeudet on määritelty',
        sv: 'Arbetsuppgifter för vilka åtkomsträttigheterna har fastställts',
        en: 'Job roles whose access rights have been defined',
      },
      userRegister: {
        fi: 'Käyttäjistä ja heidän oikeuksistaan pidetään rekisteriä',
        sv: 'Det förs ett register över användarna och deras rättigheter',
        en: 'A register of the users and their rights is kept',
      },
    },
  },
  'staff-training': {
    name: {
      fi: 'Henkilöstön koulutus',
      sv: 'Utbildning av personalen',
      en: 'Training of the staff',
    },
    why: {
      fi: 'Vastaavan johtajan on huolehdittava siitä, että henkilökunnalla on riittävä asiantuntemus ja osaaminen asiakastietojen käsittelyssä (703/2023 7 §). Tietoturvasuunnitelmassa on selvitettävä, miten varmistetaan, että järjestelmien käyttäjillä on tarvittava koulutus (703/2023 77 § 1 mom. 1 k.).',
      sv: 'Den ansvariga föreståndaren ska se till att personalen har tillräcklig sakkunskap och kompetens för behandlingen av klientuppgifter (7 § i lag 703/2023). I informationssäkerhetsplanen ska det redogöras för hur det säkerställs att de som använder systemen har den utbildning som behövs (77 § 1 mom. 1 punkten i lag 703/2023).',
      en: 'The responsible director must see to it that the staff has sufficient expertise and competence in processing client data (Act 703/2023, section 7). The information security plan must explain how it is ensured that users of the systems have the training they need (Act 703/2023, section 77(1)(1)).',
    },
    nextStep: {
      fi: 'Sopikaa, kuka vastaa koulutuksesta, ja kouluttakaa koko henkilöstö. Harjoitelkaa kirjaamista riittävän pitkään ennen käyttöönottoa.',
      sv: 'Kom överens om vem som ansvarar för utbildningen och utbilda hela personalen. Öva på dokumentationen tillräckligt länge före ibruktagandet.',
      en: 'Agree on who is responsible for the training, and train the whole staff. Practise recording for long enough before deployment.',
    },
    points: {
      recording: {
        fi: 'Henkilöstö on saanut koulutuksen kirjaamisesta',
        sv: 'Personalen har fått utbildning i dokumentation',
        en: 'The staff has been trained in recording',
      },
      operatingModels: {
        fi: 'Henkilöstö on saanut koulutuksen toimintatavoista',
        sv: 'Personalen har fått utbildning i arbetssätten',
        en: 'The staff has been trained in the operating models',
      },
      dataProtection: {
        fi: 'Henkilöstö on saanut koulutuksen tietosuojasta ja tietoturvasta',
        sv: 'Personalen har fått utbildning i dataskydd och informationssäkerhet',
        en: 'The staff has been trained in data protection and information security',
      },
      system: {
        fi: 'Henkilöstö on saanut koulutuksen tietojärjestelmän muutoksista ja käytöstä',
        sv: 'Personalen har fått utbildning i informationssystemets ändringar och användning',
        en: 'The staff has been trained in the changes to the information system and in its use',
      },
    },
  },
  'structured-recording': {
    name: {
      fi: 'Rakenteinen kirjaaminen',
      sv: 'Strukturerad dokumentation',
      en: 'Structured recording',
    },
    why: {
      fi: 'THL antaa määräykset asiakasasiakirjojen tietorakenteista ja tietosisällöistä (703/2023 20 § 2 mom.). Asiakasasiakirjat tallennetaan asiakastietovarantoon rakenteisina THL:n määräyksen 1/2024 mukaan.',
      sv: 'THL meddelar föreskrifter om klienthandlingarnas datastrukturer och datainnehåll (20 § 2 mom. i lag 703/2023). Klienthandlingarna sparas i strukturerad form i informationsresursen för kunduppgifter enligt THL:s föreskrift 1/2024.',
      en: 'THL issues regulations on the data structures and data contents of client documents (Act 703/2023, section 20(2)). Client documents are stored in the client data repository in structured form by THL regulation 1/2024.',
    },
    nextStep: {
      fi: 'Ottakaa käyttöön Sosmeta-palvelussa kuvatut asiakirjarakenteet ja sopikaa järjestelmätoimittajan kanssa, milloin ne ovat järjestelmässä.',
      sv: 'Ta i bruk de handlingsstrukturer som beskrivs i tjänsten Sosmeta och kom överens med systemleverantören om när de finns i systemet.',
      en: 'Take into use the document structures described in the Sosmeta service, and agree with your vendor when they will be in the system.',
    },
    points: {
      followsRegulation: {
        fi: 'Asiakasasiakirjat kirjataan rakenteisina THL:n määräyksen 1/2024 mukaan',
        sv: 'Klienthandlingarna dokumenteras i strukturerad form enligt THL:s föreskrift 1/2024',
        en: 'Client documents are recorded in structured form by THL regulation 1/2024',
      },
    },
  },
} as const satisfies Readonly<Record<string, RequirementText>>;
