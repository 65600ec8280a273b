import type { RequirementText } from './requirement-text.ts';

/** The three plans in words; Swedish has the words of the acts (741/2023: tjänsteenhet, offentliggöra). */
export const plansTexts = {
  'security-plan': {
    name: {
      fi: 'Tietoturvasuunnitelma',
      sv: 'Informationssäkerhetsplan',
      en: 'Information security plan',
    },
    why: {
      fi: 'Palvelunantajan on laadittava tietoturvaan, tietosuojaan ja tietojärjestelmien käyttöön liittyvä tietoturvasuunnitelma (703/2023 77 § 1 mom.). Ennen liittymistä valtakunnallisten tietojärjestelmäpalvelujen käyttäjäksi siinä on selvitettävä myös, miten tietosuoja ja palvelujen tietoturvallisen käytön vaatimukset on varmistettu (703/2023 77 § 2 mom.).',
      sv: 'Tjänstetillhandahållaren ska utarbeta en informationssäkerhetsplan med tanke på informationssäkerheten, dataskyddet och användningen av informationssystemen (77 § 1 mom. i lag 703/2023). Före anslutningen till de riksomfattande informationssystemtjänsterna ska planen också innehålla en redogörelse för hur kraven på dataskydd och en informationssäker användning av tjänsterna har tillgodosetts (77 § 2 mom. i lag 703/2023).',
      en: 'A provider must draw up a plan for information security, data protection and the use of its information systems (Act 703/2023, section 77(1)). Before the provider joins the national information system services, the plan must also explain how data protection and the requirements of their secure use have been ensured (Act 703/2023, section 77(2)).',
    },
    nextStep: {
      fi: 'Laatikaa tietoturvasuunnitelma THL:n määräyksen 3/2024 mukaan. Jos liitytte Kanta-palvelujen käyttäjäksi, lisätkää siihen ennen liittymistä selvitys tietosuojasta ja Kanta-palvelujen tietoturvallisesta käytöstä.',
      sv: 'Utarbeta en informationssäkerhetsplan enligt THL:s föreskrift 3/2024. Om ni ansluter er som användare av Kanta-tjänsterna ska ni före anslutningen i planen ta in en redogörelse för dataskyddet och den informationssäkra användningen av Kanta-tjänsterna.',
      en: 'Draw up the information security plan by THL regulation 3/2024. If you join the Kanta services, add to it before joining how data protection and the secure use of the Kanta services are ensured.',
    },
    points: {
      followsRegulation: {
        fi: 'Tietoturvasuunnitelma on laadittu THL:n määräyksen 3/2024 mukaan',
        sv: 'Informationssäkerhetsplanen har utarbetats enligt THL:s föreskrift 3/2024',
        en: 'The information security plan has been drawn up by THL regulation 3/2024',
      },
      coversKanta: {
        fi: 'Suunnitelmassa on selvitys tietosuojasta ja Kanta-palvelujen tietoturvallisesta käytöstä',
        sv: 'Planen innehåller en redogörelse för dataskyddet och den informationssäkra användningen av Kanta-tjänsterna',
        en: 'The plan explains how data protection and the secure use of the Kanta services are ensured',
      },
    },
  },
  'self-monitoring-plan': {
    name: {
      fi: 'Palveluyksikön omavalvontasuunnitelma ja sen seuranta',
      sv: 'Tjänsteenhetens plan för egenkontroll och uppföljningen av den',
      en: "The service unit's self-monitoring plan and its follow-up",
    },
    why: {
      fi: 'Palveluntuottajan on laadittava omavalvontasuunnitelma palveluyksiköittäin (741/2023 27 § 1 mom.). Suunnitelma on julkaistava ja sen toteutumista seurattava, ja seurannan perusteella tehtävät muutokset on julkaistava (741/2023 27 § 3 mom.).',
      sv: 'Tjänsteproducenten ska utarbeta en plan för egenkontroll för varje tjänsteenhet (27 § 1 mom. i lag 741/2023). Planen ska offentliggöras och genomförandet följas upp, och de ändringar som görs till följd av uppföljningen ska offentliggöras (27 § 3 mom. i lag 741/2023).',
      en: 'A producer must draw up a self-monitoring plan for each service unit (Act 741/2023, section 27(1)). The plan must be published and its implementation followed up, and the changes made on that basis must be published (Act 741/2023, section 27(3)).',
    },
    nextStep: {
      fi: 'Laatikaa ja julkaiskaa omavalvontasuunnitelma palveluyksiköittäin ja julkaiskaa seurannan perusteella tehtävät muutokset neljän kuukauden välein.',
      sv: 'Utarbeta och offentliggör en plan för egenkontroll för varje tjänsteenhet och offentliggör med fyra månaders mellanrum de ändringar som görs till följd av uppföljningen.',
      en: 'Draw up and publish a self-monitoring plan for each service unit, and publish the changes made on the basis of its follow-up every four months.',
    },
    points: {
      published: {
        fi: 'Palveluyksikön omavalvontasuunnitelma on julkaistu',
        sv: 'Tjänsteenhetens plan för egenkontroll har offentliggjorts',
        en: "The service unit's self-monitoring plan has been published",
      },
      followUpPublishedOn: {
        fi: 'Päivä, jona seurannan perusteella tehdyt muutokset viimeksi julkaistiin',
        sv: 'Den dag då ändringarna till följd av uppföljningen senast offentliggjordes',
        en: 'The day on which the changes made on the basis of the follow-up were last published',
      },
    },
    validity: {
      fi: 'Seurannan perusteella tehtävät muutokset on julkaistava neljän kuukauden välein (741/2023 27 § 3 mom.).',
      sv: 'De ändringar som görs till följd av uppföljningen ska offentliggöras med fyra månaders mellanrum (27 § 3 mom. i lag 741/2023).',
      en: 'Changes made on the basis of the follow-up must be published every four months (Act 741/2023, section 27(3)).',
    },
  },
  'self-monitoring-programme': {
    name: {
      fi: 'Omavalvontaohjelma ja sen seuranta',
      sv: 'Program för egenkontroll och uppföljningen av det',
      en: 'Self-monitoring programme and its follow-up',
    },
    why: {
      fi: 'Palvelunjärjestäjän ja useammassa kuin yhdessä palveluyksikössä palveluja antavan palveluntuottajan on laadittava ja julkaistava omavalvontaohjelma; palveluntuottajan ohjelma kattaa sen kaikki palveluyksiköt (741/2023 26 § 1 mom.). Myös seurannan havainnot ja toimenpiteet on julkaistava (741/2023 26 § 4 mom.).',
      sv: 'En tjänsteanordnare och en tjänsteproducent som tillhandahåller tjänster vid flera än en tjänsteenhet ska utarbeta och offentliggöra ett program för egenkontroll; tjänsteproducentens program omfattar alla dess tjänsteenheter (26 § 1 mom. i lag 741/2023). Även iakttagelserna vid uppföljningen och åtgärderna ska offentliggöras (26 § 4 mom. i lag 741/2023).',
      en: "An organiser, and a producer with more than one service unit, must draw up and publish a self-monitoring programme; a producer's programme covers all its units (Act 741/2023, section 26(1)). The findings of the follow-up and the measures taken must be published too (Act 741/2023, section 26(4)).",
    },
    nextStep: {
      fi: 'Laatikaa omavalvontaohjelma sähköisesti ja julkaiskaa se. Julkaiskaa neljän kuukauden välein ohjelma sekä sen toteutumisen seurantaan perustuvat havainnot ja niiden perusteella tehtävät toimenpiteet.',
      sv: 'Utarbeta programmet för egenkontroll i elektroniskt format och offentliggör det. Offentliggör med fyra månaders mellanrum programmet samt de iakttagelser som baserar sig på uppföljningen och de åtgärder som vidtas utifrån dem.',
      en: 'Draw up the self-monitoring programme electronically and publish it. Every four months, publish the programme, the findings of its follow-up and the measures taken on their basis.',
    },
    points: {
      published: {
        fi: 'Omavalvontaohjelma on julkaistu',
        sv: 'Programmet för egenkontroll har offentliggjorts',
        en: 'The self-monitoring programme has been published',
      },
      followUpPublishedOn: {
        fi: 'Päivä, jona seurannan havainnot ja toimenpiteet viimeksi julkaistiin',
        sv: 'Den dag då iakttagelserna vid uppföljningen och åtgärderna senast offentliggjordes',
        en: 'The day on which the findings of the follow-up and the measures were last published',
      },
    },
    validity: {
      fi: 'Omavalvontaohjelma, seurantaan perustuvat havainnot ja niiden perusteella tehtävät toimenpiteet on julkaistava neljän kuukauden välein (741/2023 26 § 4 mom.).',
      sv: 'Programmet för egenkontroll, de iakttagelser som baserar sig på uppföljningen och de åtgärder som vidtas utifrån dem ska offentliggöras med fyra månaders mellanrum (26 § 4 mom. i lag 741/2023).',
      en: 'The self-monitoring programme, the findings of its follow-up and the measures taken on their basis must be published every four months (Act 741/2023, section 26(4)).',
    },
  },
} as const satisfies Readonly<Record<string, RequirementText>>;
