import type { RequirementText } from './requirement-text.ts';

/** The joining itself in words, from the decision to production use and its support. */
export const joiningTexts = {
  'decision-and-project': {
    name: {
      fi: 'Käyttöönottopäätös, projekti ja ilmoittautuminen',
      sv: 'Beslut om ibruktagande, projekt och anmälan',
      en: 'Decision to deploy, project and sign-up',
    },
    why: {
      fi: 'Organisaatio vastaa itse asiakastietovarannon käyttöönotosta ja suunnittelee sen yhteistyössä järjestelmätoimittajan kanssa (Kela). Ilmoittautumalla saatte Kelalta tukea käyttöönottoon.',
      sv: 'Organisationen ansvarar själv för att ta i bruk informationsresursen för kunduppgifter och planerar ibruktagandet tillsammans med systemleverantören (FPA). Genom att anmäla er får ni FPA:s stöd för ibruktagandet.',
      en: 'The organisation itself is responsible for deploying the client data repository and plans this together with its system vendor (Kela). By signing up you get support from Kela for the deployment.',
    },
    nextStep: {
      fi: 'Päättäkää käyttöönotosta, nimetkää vastuuhenkilöt, laatikaa projektisuunnitelma järjestelmätoimittajan kanssa ja varatkaa henkilöstöresurssit. Ilmoittautukaa sitten käyttöönottoon kanta.fi-sivustolla.',
      sv: 'Fatta beslut om ibruktagandet, utse ansvarspersoner, gör upp en projektplan med systemleverantören och reservera personalresurser. Anmäl er därefter till ibruktagandet på webbplatsen kanta.fi.',
      en: 'Decide on the deployment, name the persons responsible, draw up a project plan with your system vendor and reserve the staff. Then sign up for the deployment at kanta.fi.',
    },
    points: {
      responsiblePersons: {
        fi: 'Projektin hallinnosta ja käytännön toteutuksesta vastaavat henkilöt on nimetty',
        sv: 'De som ansvarar för projektets administration och för det praktiska genomförandet har utsetts',
        en: 'The persons responsible for managing the project and for carrying it out have been named',
      },
      projectPlan: {
        fi: 'Projektisuunnitelma on laadittu järjestelmätoimittajan kanssa',
        sv: 'En projektplan har gjorts upp med systemleverantören',
        en: 'A project plan has been drawn up with the system vendor',
      },
      resources: {
        fi: 'Henkilöstöresurssit on varattu koko käyttöönoton ajaksi',
        sv: 'Personalresurser har reserverats för hela ibruktagandet',
        en: 'Staff has been reserved for the whole deployment',
      },
      signedUp: {
        fi: 'Käyttöönottoon on ilmoittauduttu Kelaan',
        sv: 'Organisationen har anmält sig till ibruktagandet hos FPA',
        en: 'The organisation has signed up with Kela for the deployment',
      },
    },
  },
  'suomifi-mandate': {
    name: {
      fi: 'Hakijan nimenkirjoitusoikeus tai Suomi.fi-valtuus',
      sv: 'Sökandens namnteckningsrätt eller Suomi.fi-fullmakt',
      en: "The applicant's right to sign for the organisation or Suomi.fi mandate",
    },
    why: {
      fi: 'Kanta-palvelujen asiakkuutta voi hakea Kanta Ekstranetissä vain organisaation nimenkirjoittaja tai henkilö, jolla on siihen Suomi.fi-valtuus (Kelan ohje). Palveluun tunnistaudutaan Suomi.fi-tunnistuksella.',
      sv: 'Endast den som har rätt att teckna organisationens namn eller en person som har Suomi.fi-fullmakt för ändamålet kan ansöka om att bli kund hos Kanta-tjänsterna på Kanta Extranätet (FPA:s anvisning). Inloggningen sker med Suomi.fi-identifikation.',
      en: "Only a person entitled to sign for the organisation, or one who holds a Suomi.fi mandate for it, can apply in the Kanta Extranet to become a Kanta customer (Kela's instruction). Users log in with Suomi.fi identification.",
    },
    nextStep: {
      fi: 'Sopikaa, kuka tekee hakemuksen. Jos hän ei ole nimenkirjoittaja, antakaa hänelle Suomi.fi-valtuuksissa valtuus ”Sosiaali- ja terveydenhuollon digitaalisten palvelujen käyttöönotto”.',
      sv: 'Kom överens om vem som gör ansökan. Om personen inte har namnteckningsrätt ska ni i Suomi.fi-fullmakter ge personen fullmakten ”Sosiaali- ja terveydenhuollon digitaalisten palvelujen käyttöönotto” (ibruktagande av digitala tjänster inom social- och hälsovården).',
      en: 'Decide who makes the application. Unless that person is entitled to sign for the organisation, grant them in Suomi.fi e-Authorizations the mandate “Sosiaali- ja terveydenhuollon digitaalisten palvelujen käyttöönotto” (deployment of digital services in social welfare and health care).',
    },
    points: {},
  },
  'kanta-application': {
    name: {
      fi: 'Hakemus Kanta-palvelujen asiakkaaksi',
      sv: 'Ansökan om att bli kund hos Kanta-tjänsterna',
      en: 'Application to become a Kanta customer',
    },
    why: {
      fi: 'Palvelunantajan on liityttävä valtakunnallisten tietojärjestelmäpalvelujen käyttäjäksi (703/2023 67 § 1 mom.). Asiakkuus alkaa, kun organisaation nimenkirjoittajan allekirjoittama sitoumus on hyväksytty (Kelan ohje).',
      sv: 'Tjänstetillhandahållaren ska ansluta sig som användare av de riksomfattande informationssystemtjänsterna (67 § 1 mom. i lag 703/2023). Kundrelationen börjar när den förbindelse som organisationens namntecknare har undertecknat har godkänts (FPA:s anvisning).',
      en: "A provider must join as a user of the national information system services (Act 703/2023, section 67(1)). The customership begins once the commitment, signed by a person entitled to sign for the organisation, has been accepted (Kela's instruction).",
    },
    nextStep: {
      fi: 'Tarkistakaa, että OID-tunnuksenne ovat ajan tasalla SOTE-organisaatiorekisterissä. Allekirjoittakaa sitten Kanta Ekstranetissä sitoumus, hyväksykää asiakastietovarannon palvelukuvaus ja ilmoittakaa yhteyshenkilöt.',
      sv: 'Kontrollera att era OID-koder i SOTE-organisationsregistret är uppdaterade. Underteckna sedan förbindelsen på Kanta Extranätet, godkänn tjänstebeskrivningen för informationsresursen för kunduppgifter och uppge kontaktpersonerna.',
      en: 'Check that your OIDs in the SOTE organisation register are up to date. Then, in the Kanta Extranet, sign the commitment, accept the service description of the client data repository and name the contact persons.',
    },
    points: {
      commitmentSigned: {
        fi: 'Kanta-palvelujen asiakkuuden sitoumus on allekirjoitettu',
        sv: 'Förbindelsen om att vara kund hos Kanta-tjänsterna har undertecknats',
        en: 'The commitment of a Kanta customer has been signed',
      },
      serviceDescriptionAccepted: {
        fi: 'Asiakastietovarannon palvelukuvaus on hyväksytty',
        sv: 'Tjänstebeskrivningen för informationsresursen för kunduppgifter har godkänts',
        en: 'The service description of the client data repository has been accepted',
      },
      contactsNamed: {
        fi: 'Yhteyshenkilöt ja Kanta-arkistonhoitaja on nimetty',
        sv: 'Kontaktpersonerna och Kanta-arkivarien har utsetts',
        en: 'The contact persons and the Kanta archivist have been named',
      },
    },
  },
  'connection-test': {
    name: {
      fi: 'Yhteystesti',
      sv: 'Förbindelsetest',
      en: 'Connection test',
    },
    why: {
      fi: 'Tietojärjestelmän ja Kanta-palvelujen välisten tietoliikenneyhteyksien on toimittava ennen käyttöönottokoetta. Se todennetaan yhteystestillä (Kelan ohje).',
      sv: 'Teleförbindelserna mellan informationssystemet och Kanta-tjänsterna ska fungera före ibruktagningsprovet. Detta verifieras med ett förbindelsetest (FPA:s anvisning).',
      en: "The connections between the information system and the Kanta services must work before the deployment test. The connection test verifies this (Kela's instruction).",
    },
    nextStep: {
      fi: 'Tehkää yhteystesti järjestelmätoimittajan kanssa ennen käyttöönottokoetta. Ohje on Kanta Ekstranetissä.',
      sv: 'Gör förbindelsetestet tillsammans med systemleverantören före ibruktagningsprovet. Anvisningen finns på Kanta Extranätet.',
      en: 'Carry out the connection test with your system vendor before the deployment test. The instructions are in the Kanta Extranet.',
    },
    points: {},
  },
  'deployment-test': {
    name: {
      fi: 'Käyttöönottokoe',
      sv: 'Ibruktagningsprov',
      en: 'Deployment test',
    },
    why: {
      fi: 'Käyttöönottokokeella varmistetaan, että asiakirjat tallentuvat järjestelmästä oikein asiakastietovarannon tuotantoympäristöön. Tuotantokäytön voi aloittaa vasta, kun koe on onnistunut ja tulos on varmistettu (Kelan ohje).',
      sv: 'Med ibruktagningsprovet säkerställs att handlingarna sparas korrekt från systemet i produktionsmiljön för informationsresursen för kunduppgifter. Produktionsanvändningen kan inledas först när provet har lyckats och resultatet har verifierats (FPA:s anvisning).',
      en: "The deployment test makes sure that documents are stored correctly from your system in the repository's production environment. Production use can start only when the test has succeeded and its result has been verified (Kela's instruction).",
    },
    nextStep: {
      fi: 'Sopikaa kokeen päivä ja vara-aika järjestelmätoimittajan kanssa ja tehkää koe Kelan antamalla testitapauksella. Kanta-arkistonhoitaja tarkistaa tuloksen arkistonhoitajan käyttöliittymässä.',
      sv: 'Kom överens med systemleverantören om dag och reservtid för provet och utför det med FPA:s testfall. Kanta-arkivarien kontrollerar resultatet i arkivariens användargränssnitt.',
      en: "Agree with your system vendor on the day of the test and a spare time, and carry it out with the test case given by Kela. The Kanta archivist checks the result in the Archivist's User Interface.",
    },
    points: {
      succeeded: {
        fi: 'Käyttöönottokoe on onnistunut',
        sv: 'Ibruktagningsprovet har lyckats',
        en: 'The deployment test has succeeded',
      },
      verifiedByArchivist: {
        fi: 'Kanta-arkistonhoitaja on tarkistanut, että asiakirjat ovat tallentuneet ja että niiden kuvailutiedot ja sisältö ovat oikein',
        sv: 'Kanta-arkivarien har kontrollerat att handlingarna har sparats och att deras metadata och innehåll är korrekta',
        en: 'The Kanta archivist has checked that the documents were stored and that their metadata and content are right',
      },
    },
  },
  'deployment-report': {
    name: {
      fi: 'Raportti Kelaan käyttöönottokokeesta',
      sv: 'Rapport till FPA om ibruktagningsprovet',
      en: 'Report on the deployment test to Kela',
    },
    why: {
      fi: 'Raportista Kela saa tiedon onnistuneesta kokeesta ja siitä, milloin varsinainen tallentaminen alkaa. Epäonnistunutta koetta ei tarvitse raportoida (Kelan ohje).',
      sv: 'Rapporten ger FPA besked om att provet har lyckats och om när den egentliga lagringen börjar. Ett misslyckat prov behöver inte rapporteras (FPA:s anvisning).',
      en: "The report tells Kela that the test has succeeded and when storing proper will start. A failed test need not be reported (Kela's instruction).",
    },
    nextStep: {
      fi: 'Lähettäkää raportti Kelan raporttipohjalla sähköpostitse osoitteeseen kanta@kanta.fi kahden arkipäivän kuluessa onnistuneesta kokeesta.',
      sv: 'Använd FPA:s rapportmall och skicka rapporten per e-post till kanta@kanta.fi inom två vardagar efter det lyckade provet.',
      en: "Send the report on Kela's template by e-mail to kanta@kanta.fi within two business days of the successful test.",
    },
    points: {},
  },
  'production-use': {
    name: {
      fi: 'Tuotantokäytön aloitus',
      sv: 'Start av produktionsanvändningen',
      en: 'Start of production use',
    },
    why: {
      fi: 'Palvelunantajan on liityttävä valtakunnallisten tietojärjestelmäpalvelujen käyttäjäksi ja tallennettava sen jälkeen asiakasasiakirjojen alkuperäiset kappaleet asiakastietovarantoon (703/2023 67 § 1 mom. ja 69 § 1 mom.).',
      sv: 'Tjänstetillhandahållaren ska ansluta sig som användare av de riksomfattande informationssystemtjänsterna och därefter spara klienthandlingarna i original i informationsresursen för kunduppgifter (67 § 1 mom. och 69 § 1 mom. i lag 703/2023).',
      en: 'A provider must join as a user of the national information system services and from then on store the originals of client documents in the client data repository (Act 703/2023, sections 67(1) and 69(1)).',
    },
    nextStep: {
      fi: 'Aloittakaa asiakasasiakirjojen tallentaminen palveluyksiköissä, kun käyttöönottokoe on onnistunut ja tulos on varmistettu. Ilmoittakaa aloituspäivä tässä palvelussa.',
      sv: 'Börja spara klienthandlingarna i tjänsteenheterna när ibruktagningsprovet har lyckats och resultatet har verifierats. Ange startdagen i den här tjänsten.',
      en: 'Start storing client documents in the service units once the deployment test has succeeded and its result has been verified. State the starting day in this service.',
    },
    points: {},
  },
  'monitoring-and-support': {
    name: {
      fi: 'Tuotantokäytön seuranta ja tuki',
      sv: 'Uppföljning av och stöd för produktionsanvändningen',
      en: 'Monitoring and support of production use',
    },
    why: {
      fi: 'Tallentamisen virheet ja häiriöt on havaittava ja korjattava myös käyttöönoton jälkeen. Seurannan menetelmistä ja vastuista on hyvä sopia ja tuelle laatia suunnitelma (Kelan ohje).',
      sv: 'Fel och störningar i lagringen måste upptäckas och avhjälpas även efter ibruktagandet. Det är bra att komma överens om metoder och ansvar för uppföljningen och att göra upp en plan för stödet (FPA:s anvisning).',
      en: "Faults and disruptions in storing must be noticed and put right after the deployment too. It is good to agree on how monitoring is done and by whom, and to plan the support (Kela's instruction).",
    },
    nextStep: {
      fi: 'Sopikaa seurannan menetelmistä, vastuista ja raportoinnista. Laatikaa häiriötilanneohje yhteistyössä ICT-palvelun tuottajan ja Kelan kanssa ja tiedottakaa siitä käyttäjille.',
      sv: 'Kom överens om metoderna, ansvaret och rapporteringen i uppföljningen. Utarbeta en anvisning för störningssituationer i samarbete med producenten av IKT-tjänsten och FPA och informera användarna om den.',
      en: 'Agree on how monitoring is done, by whom and how it is reported. Draw up instructions for disruptions with your ICT service producer and Kela, and tell the users about them.',
    },
    points: {
      followUpAgreed: {
        fi: 'Seurannan menetelmistä ja vastuista on sovittu',
        sv: 'Metoderna och ansvaret för uppföljningen har överenskommits',
        en: 'It has been agreed how monitoring is done and by whom',
      },
      incidentProcedure: {
        fi: 'Häiriötilanneohje on laadittu',
        sv: 'En anvisning för störningssituationer har utarbetats',
        en: 'Instructions for disruptions have been drawn up',
      },
    },
  },
} as const satisfies Readonly<Record<string, RequirementText>>;
