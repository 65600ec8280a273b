import { BusinessId } from '../../domain/identifiers.ts';
import { serviceTasks } from '../../domain/statute/service-tasks.ts';
import { businessIdOf, unitOid } from './invented-identifiers.ts';
import {
  barelyBegun,
  certificateExpired,
  certificatesEndSoon,
  everythingDone,
  improving,
  nothingStated,
  partlyNotApplicable,
  preparedAndJoined,
  statedOnceOn,
  underWay,
} from './statements.ts';
import type { DaysByTask, ProfileBody, Story } from './story.ts';

/*
 * Every organisation, person, place and address here is invented. Names lean on words for "example",
 * "invented" and "fairy tale" so that nobody takes one for real.
 */

type Life = Omit<ProfileBody, 'units'>;
interface Told extends Pick<Story, 'situation' | 'assessments'> {
  /** The first seven digits of its Y-tunnus. */
  readonly digits: string;
  readonly life: Life;
  /** Names of its units; their OIDs are made from its own Y-tunnus. */
  readonly units?: readonly string[];
  /** Units that came from elsewhere and kept their OIDs. */
  readonly movedUnits?: ProfileBody['units'];
}

const story = ({ digits, life, units = [], movedUnits = [], ...told }: Told): Story => {
  const businessId = BusinessId.parse(businessIdOf(digits));
  const own = units.map((name, i) => ({ oid: unitOid(businessId, i + 1), name }));
  return { ...told, businessId, life: { ...life, units: [...own, ...movedUnits] } };
};

/** A private provider as most are: one system of its own, its own clients and the county's. */
const company = (
  facts: Partial<Life> & Pick<Life, 'name' | 'counties' | 'serviceTasks'>,
): Life => ({
  sector: 'private',
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
  registeredInSoteri: true,
  ...facts,
});

/** An organiser with every service task, as a county is. */
const organiser = (facts: Partial<Life> & Pick<Life, 'name' | 'counties'>): Life => ({
  sector: 'public',
  serviceTasks: [...serviceTasks],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: false,
  makesRecordings: true,
  recordsPatientData: true,
  registeredInSoteri: false,
  ...facts,
});

const since = (on: string, ...tasks: readonly (keyof DaysByTask)[]): DaysByTask =>
  Object.fromEntries(tasks.map((task) => [task, on]));
const person = (
  name: string,
  address: string,
  language: 'fi' | 'sv' | 'en' = 'fi',
): NonNullable<ProfileBody['contacts']>[number] => ({ name, email: address, language });
const numbered = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);

/** Those without a storing day of their own. */
const sixTasks = serviceTasks.filter((task) => task !== 'family-law');

const publicOrganisers: readonly Story[] = [
  story({
    digits: '9000001',
    situation: 'a county that joined early and stores for all seven service tasks',
    life: organiser({
      name: 'Esimerkki-Satakunnan hyvinvointialue',
      counties: ['satakunta'],
      joinedOn: '2025-11-03',
      storingSince: { ...since('2025-11-03', ...sixTasks), 'family-law': '2026-08-24' },
      patientDataSince: '2027-02-15',
      recordingsSince: since('2029-05-14', 'child-protection', 'families-with-children'),
      contacts: [
        person('Maija Mallikas', 'maija.mallikas@satakunta.example.fi'),
        person('Kalle Keksitty', 'kalle.keksitty@satakunta.example.fi'),
      ],
    }),
    units: numbered('Esimerkki-Satakunnan palveluyksikkö', 140),
    assessments: preparedAndJoined('2025-11-03'),
  }),
  story({
    digits: '9000008',
    situation: 'the City of Helsinki as organiser, joined in time',
    life: organiser({
      name: 'Esimerkki-Helsingin sosiaalipalvelut',
      counties: ['helsinki'],
      joinedOn: '2026-05-18',
      storingSince: {
        ...since('2026-05-18', ...sixTasks),
        'substance-abuse': '2026-08-03',
        'family-law': '2026-09-01',
      },
      contacts: [
        person('Tarja Tarina', 'tarja.tarina@helsinki.example.fi'),
        person('Svea Sagolund', 'svea.sagolund@helsinki.example.fi', 'sv'),
      ],
    }),
    units: numbered('Esimerkki-Helsingin toimipiste', 60),
    assessments: preparedAndJoined('2026-05-18'),
  }),
  story({
    digits: '9000015',
    situation: 'a Swedish-speaking county that joined late',
    life: organiser({
      name: 'Exempelösterbottens välfärdsområde',
      counties: ['pohjanmaa'],
      language: 'sv',
      plannedJoinOn: '2026-10-19',
      joinedOn: '2026-10-19',
      storingSince: since('2026-10-19', 'older-people', 'working-age', 'disability-services'),
      contacts: [person('Anna Exempelsson', 'anna.exempelsson@osterbotten.example.org', 'sv')],
    }),
    units: numbered('Exempelösterbottens serviceenhet', 35),
    assessments: preparedAndJoined('2026-10-19', 'sv'),
  }),
  story({
    digits: '9000022',
    situation: 'a county that joined on the last day, with its permit and logs a little late',
    life: organiser({
      name: 'Malli-Pirkanmaan hyvinvointialue',
      counties: ['pirkanmaa'],
      joinedOn: '2026-09-01',
      storingSince: since('2026-09-01', ...serviceTasks),
      contacts: [person('Pirkko Pirkkanen', 'pirkko.pirkkanen@pirkanmaa.example.fi')],
    }),
    units: numbered('Malli-Pirkanmaan palveluyksikkö', 48),
    assessments: preparedAndJoined('2026-09-01'),
  }),
  story({
    digits: '9000036',
    situation: 'a state residential school: public, so bound without a system, and not joined',
    life: organiser({
      name: 'Satumetsän valtion koulukoti',
      counties: ['paijat-hame'],
      serviceTasks: ['child-protection'],
      usesClientDataSystem: false,
      joiningModel: 'undecided',
      ownRegister: false,
      actsForOrganiser: true,
      makesRecordings: false,
      recordsPatientData: false,
      contacts: [person('Outi Olematon', 'outi.olematon@satumetsa.example.fi')],
    }),
    units: ['Satumetsän koulukoti, Kuusiosasto', 'Satumetsän koulukoti, Koivuosasto'],
    assessments: barelyBegun,
  }),
  story({
    digits: '9000043',
    situation: 'a public provider only on Åland: it may join, and has not',
    life: organiser({
      name: 'Exempelskärgårdens kommunala socialtjänst',
      counties: ['ahvenanmaa'],
      language: 'sv',
      makesRecordings: false,
      recordsPatientData: false,
      contacts: [person('Sven Skärgårdh', 'sven.skargardh@skargarden.example.org', 'sv')],
    }),
    units: ['Exempelskärgårdens barnskydd', 'Exempelskärgårdens äldreomsorg'],
    assessments: nothingStated,
  }),
];

const joined: readonly Story[] = [
  story({
    digits: '9000050',
    situation: 'joined directly and in time, everything done',
    life: company({
      name: 'Esimerkkihoiva Oy',
      counties: ['etela-pohjanmaa'],
      serviceTasks: ['older-people', 'disability-services'],
      joinedOn: '2026-08-17',
      storingSince: since('2026-08-17', 'older-people', 'disability-services'),
      organisers: [{ county: 'etela-pohjanmaa', joinedOn: '2026-06-01' }],
      contacts: [person('Hanna Hoiva', 'hanna.hoiva@esimerkkihoiva.example.fi')],
    }),
    units: ['Esimerkkihoiva Lakeus', 'Esimerkkihoiva Jokiranta'],
    assessments: preparedAndJoined('2026-08-17'),
  }),
  story({
    digits: '9000057',
    situation: 'joined before 2024, when the present act was not yet in force',
    life: company({
      name: 'Keksilän Perhepalvelut Oy',
      counties: ['keski-suomi'],
      serviceTasks: ['families-with-children', 'child-protection', 'family-law'],
      joinedOn: '2023-10-02',
      storingSince: {
        ...since('2023-10-02', 'families-with-children', 'child-protection'),
        'family-law': '2026-08-31',
      },
      contacts: [person('Pertti Perhe', 'pertti.perhe@keksila.example.fi')],
    }),
    units: ['Keksilän perhekeskus', 'Keksilän lapsiperhetyö'],
    assessments: preparedAndJoined('2023-10-02'),
  }),
  story({
    digits: '9000064',
    situation: 'joined early, between the acts, and stores all it must',
    life: company({
      name: 'Tarinaniemen Palvelutalo Oy',
      counties: ['varsinais-suomi'],
      serviceTasks: ['older-people'],
      joinedOn: '2025-03-10',
      storingSince: since('2025-03-10', 'older-people'),
      contacts: [person('Raili Ranta', 'raili.ranta@tarinaniemi.example.fi')],
    }),
    units: ['Tarinaniemen palvelutalo'],
    assessments: preparedAndJoined('2025-03-10'),
  }),
  story({
    digits: '9000071',
    situation: 'joined early, but stores for one of its tasks only',
    life: company({
      name: 'Mallikylän Vammaispalvelut Oy',
      counties: ['kanta-hame'],
      serviceTasks: ['disability-services', 'working-age'],
      joinedOn: '2026-01-12',
      storingSince: since('2026-01-12', 'disability-services'),
      contacts: [person('Matti Mallila', 'matti.mallila@mallikyla.example.fi')],
    }),
    units: ['Mallikylän asumisyksikkö', 'Mallikylän työtoiminta'],
    assessments: certificatesEndSoon,
  }),
  story({
    digits: '9000078',
    situation: 'joined a month after the day',
    life: company({
      name: 'Myöhäisen Linnun Hoiva Oy',
      counties: ['etela-savo'],
      serviceTasks: ['older-people', 'working-age'],
      plannedJoinOn: '2026-10-05',
      joinedOn: '2026-10-05',
      storingSince: since('2026-10-05', 'older-people'),
      contacts: [person('Liisa Lintunen', 'liisa.lintunen@myohainenlintu.example.fi')],
    }),
    units: ['Myöhäisen Linnun pesä'],
    assessments: preparedAndJoined('2026-10-05'),
  }),
  story({
    digits: '9000085',
    situation: 'the main joiner of a joint joining',
    life: company({
      name: 'Yhteispolku Esimerkki Oy',
      counties: ['pohjois-savo', 'pohjois-karjala'],
      serviceTasks: ['working-age', 'substance-abuse'],
      joiningModel: 'joint',
      joinedOn: '2026-08-10',
      storingSince: since('2026-08-10', 'working-age', 'substance-abuse'),
      contacts: [person('Yrjö Yhteinen', 'yrjo.yhteinen@yhteispolku.example.fi')],
    }),
    units: ['Yhteispolku Kallavesi', 'Yhteispolku Pielinen'],
    assessments: preparedAndJoined('2026-08-10'),
  }),
  story({
    digits: '9000092',
    situation: 'a private group with all seven tasks and many units in many counties',
    life: company({
      name: 'Kuvitelma-konserni Oyj',
      counties: [
        'keski-uusimaa',
        'vantaa-kerava',
        'pirkanmaa',
        'pohjois-pohjanmaa',
        'kymenlaakso',
        'etela-karjala',
        'lappi',
      ],
      serviceTasks: [...serviceTasks],
      makesRecordings: true,
      recordsPatientData: true,
      joinedOn: '2026-06-15',
      storingSince: { ...since('2026-06-15', ...sixTasks), 'family-law': '2026-09-01' },
      patientDataSince: '2026-12-07',
      recordingsSince: since('2029-09-03', ...serviceTasks),
      organisers: [
        { county: 'pirkanmaa', joinedOn: '2026-09-01' },
        { county: 'pohjois-pohjanmaa', joinedOn: null },
        { county: 'lappi', joinedOn: '2026-08-20' },
      ],
      contacts: [
        person('Kaarina Kuvitelma', 'kaarina.kuvitelma@kuvitelma.example.org'),
        person('Karl Konserni', 'karl.konserni@kuvitelma.example.org', 'sv'),
        person('Chris Example', 'chris.example@kuvitelma.example.org', 'en'),
      ],
    }),
    units: numbered('Kuvitelma-koti', 320),
    assessments: preparedAndJoined('2026-06-15'),
  }),
  story({
    digits: '9000099',
    situation: 'makes recordings: documents stored, recordings due later',
    life: company({
      name: 'Lorulaakson Perheneuvola Oy',
      counties: ['keski-pohjanmaa'],
      serviceTasks: ['families-with-children', 'child-protection'],
      makesRecordings: true,
      joinedOn: '2026-08-24',
      storingSince: since('2026-08-24', 'families-with-children', 'child-protection'),
      recordingsSince: since('2028-11-06', 'families-with-children'),
      contacts: [person('Leena Loru', 'leena.loru@lorulaakso.example.fi')],
    }),
    units: ['Lorulaakson perheneuvola'],
    assessments: preparedAndJoined('2026-08-24'),
  }),
  story({
    digits: '9000106',
    situation: 'records patient data and has not moved it to the patient register',
    life: company({
      name: 'Kotikeijun Kotihoito Oy',
      counties: ['etela-karjala'],
      serviceTasks: ['older-people'],
      recordsPatientData: true,
      joinedOn: '2026-07-06',
      storingSince: since('2026-07-06', 'older-people'),
      contacts: [person('Kirsi Keiju', 'kirsi.keiju@kotikeiju.example.fi')],
    }),
    units: ['Kotikeijun kotihoito, itäinen', 'Kotikeijun kotihoito, läntinen'],
    assessments: certificateExpired,
  }),
  story({
    digits: '9000113',
    situation: 'family law only: joined in time, storing from its own day',
    life: company({
      name: 'Sovintola Perheasiat Oy',
      counties: ['vantaa-kerava'],
      serviceTasks: ['family-law'],
      actsForOrganiser: false,
      joinedOn: '2026-06-29',
      storingSince: since('2026-09-01', 'family-law'),
      contacts: [person('Sari Sopu', 'sari.sopu@sovintola.example.fi')],
    }),
    units: ['Sovintolan toimisto'],
    assessments: preparedAndJoined('2026-06-29'),
  }),
  story({
    digits: '9000351',
    situation: 'joined in time, and told us only what a day of the law asks about',
    life: company({
      name: 'Lyhytsanaisen Satupaja Oy',
      counties: ['pohjois-pohjanmaa'],
      serviceTasks: ['working-age'],
      joinedOn: '2026-08-25',
      storingSince: since('2026-08-25', 'working-age'),
      contacts: [person('Lyyti Lyhyt', 'lyyti.lyhyt@satupaja.example.fi')],
    }),
    units: ['Satupajan työtoiminta'],
    assessments: statedOnceOn('2026-08-21', {
      'security-plan': { state: 'done' },
      'disclosure-permit': { state: 'done' },
      'disclosure-logs': { state: 'done' },
    }),
  }),
];

const notJoined: readonly Story[] = [
  story({
    digits: '9000134',
    situation: 'never joined, has not decided how, and has told us nothing',
    life: company({
      name: 'Olemattomankylän Lastenkoti Oy',
      counties: ['etela-pohjanmaa'],
      serviceTasks: ['child-protection'],
      joiningModel: 'undecided',
      contacts: [person('Oskari Olematon', 'oskari.olematon@olemattomankyla.example.fi')],
    }),
    units: ['Olemattomankylän lastenkoti'],
    assessments: nothingStated,
  }),
  story({
    digits: '9000148',
    situation: 'never joined: its planned day passed, and the work goes on',
    life: company({
      name: 'Suunnitelmallinen Asuminen Oy',
      counties: ['lappi'],
      serviceTasks: ['disability-services', 'substance-abuse'],
      plannedJoinOn: '2026-08-24',
      contacts: [person('Saku Suunnitelma', 'saku.suunnitelma@suunnitelma.example.fi')],
    }),
    units: ['Suunnitelmallinen Asuminen, Tunturi', 'Suunnitelmallinen Asuminen, Joki'],
    assessments: underWay(),
  }),
  story({
    digits: '9000155',
    situation: 'plans to join long after the day',
    life: company({
      name: 'Huomisen Haave Hoiva Oy',
      counties: ['pohjois-pohjanmaa'],
      serviceTasks: ['older-people'],
      plannedJoinOn: '2027-01-18',
      contacts: [person('Heli Haave', 'heli.haave@huomisenhaave.example.fi')],
    }),
    units: ['Huomisen Haave, Meri', 'Huomisen Haave, Suo'],
    assessments: improving,
  }),
  story({
    digits: '9000162',
    situation: 'in a county without a supervisor, so its warnings reach nobody',
    life: company({
      name: 'Korpikuusen Esimerkkikoti Oy',
      counties: ['kainuu'],
      serviceTasks: ['older-people', 'disability-services'],
      contacts: [person('Kaisa Korpikuusi', 'kaisa.korpikuusi@korpikuusi.example.fi')],
    }),
    units: ['Korpikuusen koti'],
    assessments: barelyBegun,
  }),
  story({
    digits: '9000169',
    situation: 'Swedish-speaking and never joined',
    life: company({
      name: 'Sagolundens Omsorg Ab',
      counties: ['lansi-uusimaa', 'ita-uusimaa'],
      serviceTasks: ['older-people'],
      language: 'sv',
      contacts: [person('Sofia Sagolund', 'sofia.sagolund@sagolunden.example.org', 'sv')],
    }),
    units: ['Sagolundens äldreboende', 'Sagolundens hemservice'],
    assessments: underWay('sv'),
  }),
  story({
    digits: '9000183',
    situation: 'English-speaking contacts, never joined',
    life: company({
      name: 'Harbour Example Care Oy',
      counties: ['helsinki'],
      serviceTasks: ['working-age', 'families-with-children'],
      language: 'en',
      contacts: [
        person('Jane Example', 'jane.example@harbour.example.org', 'en'),
        person('Maija Meikäläinen', 'maija.meikalainen@harbour.example.org'),
      ],
    }),
    units: ['Harbour Example Care, Northern Quay'],
    assessments: underWay('en'),
  }),
  story({
    digits: '9000190',
    situation: 'ready to join: everything done but joining itself',
    life: company({
      name: 'Kohtapuoliin Hoiva Oy',
      counties: ['keski-uusimaa'],
      serviceTasks: ['older-people', 'working-age'],
      plannedJoinOn: '2026-08-31',
      contacts: [person('Kerttu Kohta', 'kerttu.kohta@kohtapuoliin.example.fi')],
    }),
    units: ['Kohtapuoliin, Keskusta'],
    assessments: everythingDone(),
  }),
  story({
    digits: '9000197',
    situation: 'a tenant in a joint joining whose main joiner has not begun',
    life: company({
      name: 'Vuokralaisen Vertaistuki Oy',
      counties: ['pohjois-karjala'],
      serviceTasks: ['substance-abuse'],
      joiningModel: 'joint',
      contacts: [person('Veikko Vertainen', 'veikko.vertainen@vertaistuki.example.fi')],
    }),
    assessments: statedOnceOn('2026-04-13', {
      'certified-system': { state: 'in-progress', evidence: 'Odottaa pääliittyjää' },
      'security-plan': { state: 'done' },
    }),
  }),
  story({
    digits: '9000204',
    situation: 'a one-person producer with its own clients only',
    life: company({
      name: 'Toiminimi Sanna Satumaa',
      counties: ['varsinais-suomi'],
      serviceTasks: ['families-with-children'],
      actsForOrganiser: false,
      contacts: [person('Sanna Satumaa', 'sanna@satumaa.example.fi')],
    }),
    assessments: nothingStated,
  }),
  story({
    digits: '9000211',
    situation: 'rehabilitation tendered by Kela, which is not its controller',
    life: company({
      name: 'Kuntola Esimerkkikuntoutus Oy',
      counties: ['pohjois-savo'],
      serviceTasks: ['working-age'],
      actsForOrganiser: false,
      contacts: [person('Kimmo Kuntola', 'kimmo.kuntola@kuntola.example.fi')],
    }),
    units: ['Kuntolan kuntoutuskeskus'],
    assessments: underWay(),
  }),
  story({
    digits: '9000218',
    situation: 'stores nothing but recordings, so its day is later; a certificate ends before it',
    life: company({
      name: 'Kuvasatu Videokuuleminen Oy',
      counties: ['helsinki', 'vantaa-kerava'],
      serviceTasks: ['child-protection'],
      makesRecordings: true,
      recordingsOnly: true,
      contacts: [person('Ville Video', 'ville.video@kuvasatu.example.fi')],
    }),
    units: ['Kuvasadun studio'],
    assessments: certificatesEndSoon,
  }),
];

const outsideOrBeside: readonly Story[] = [
  story({
    digits: '9000225',
    situation: 'no client data system, so not bound to join',
    life: company({
      name: 'Paperitupa Perhehoito Oy',
      counties: ['keski-suomi'],
      serviceTasks: ['families-with-children'],
      usesClientDataSystem: false,
      joiningModel: 'undecided',
      contacts: [person('Paavo Paperi', 'paavo.paperi@paperitupa.example.fi')],
    }),
    units: ['Paperitupa'],
    assessments: nothingStated,
  }),
  story({
    digits: '9000232',
    situation: 'parallel joining into the register of a county whose joining day is known',
    life: company({
      name: 'Rinnakkain Esimerkki Oy',
      counties: ['satakunta'],
      serviceTasks: ['older-people', 'working-age'],
      joiningModel: 'parallel',
      ownRegister: false,
      storingSince: since('2025-12-01', 'older-people'),
      organisers: [{ county: 'satakunta', joinedOn: '2025-11-03' }],
      contacts: [person('Riitta Rinnakkain', 'riitta.rinnakkain@rinnakkain.example.fi')],
    }),
    units: ['Rinnakkain Kotipalvelu'],
    assessments: partlyNotApplicable({
      'certified-system': 'Kirjaamme hyvinvointialueen järjestelmään.',
      'service-certificates': 'Varmenteista vastaa hyvinvointialue.',
    }),
  }),
  story({
    digits: '9000239',
    situation: 'parallel joining into the register of a county whose joining day is not known',
    life: company({
      name: 'Vierekkäin Kuvitelma Oy',
      counties: ['kymenlaakso'],
      serviceTasks: ['disability-services'],
      joiningModel: 'parallel',
      ownRegister: false,
      organisers: [{ county: 'kymenlaakso', joinedOn: null }],
      contacts: [person('Vesa Vieressä', 'vesa.vieressa@vierekkain.example.fi')],
    }),
    units: ['Vierekkäin Asuminen'],
    assessments: partlyNotApplicable({ cards: 'Kortit antaa hyvinvointialue.' }),
  }),
  story({
    digits: '9000246',
    situation: 'parallel joining for the county and direct for its own register, joined',
    life: company({
      name: 'Kaksi Polkua Hoiva Oy',
      counties: ['pirkanmaa'],
      serviceTasks: ['older-people', 'disability-services'],
      joiningModel: 'parallel',
      ownRegister: true,
      joinedOn: '2026-08-31',
      storingSince: since('2026-08-31', 'older-people', 'disability-services'),
      organisers: [{ county: 'pirkanmaa', joinedOn: '2026-09-01' }],
      contacts: [person('Kaija Kaksi', 'kaija.kaksi@kaksipolkua.example.fi')],
    }),
    units: ['Kaksi Polkua, Harju', 'Kaksi Polkua, Ranta'],
    assessments: preparedAndJoined('2026-08-31'),
  }),
  story({
    digits: '9000253',
    situation: 'parallel joining beside a register of its own that has not been joined',
    life: company({
      name: 'Omat ja Muiden Oy',
      counties: ['ita-uusimaa'],
      serviceTasks: ['working-age', 'family-law'],
      joiningModel: 'parallel',
      ownRegister: true,
      language: 'sv',
      organisers: [{ county: 'ita-uusimaa', joinedOn: '2026-06-08' }],
      contacts: [person('Oona Oma', 'oona.oma@omatjamuiden.example.fi', 'sv')],
    }),
    units: ['Omat ja Muiden, Jokiranta'],
    assessments: improving,
  }),
  story({
    digits: '9000260',
    situation: 'works for several counties, of which some have a known joining day',
    life: company({
      name: 'Monen Maakunnan Tuki Oy',
      counties: ['etela-savo', 'pohjois-savo', 'paijat-hame', 'kainuu'],
      serviceTasks: ['substance-abuse', 'working-age'],
      joiningModel: 'parallel',
      ownRegister: false,
      organisers: [
        { county: 'etela-savo', joinedOn: '2026-05-04' },
        { county: 'pohjois-savo', joinedOn: null },
        { county: 'paijat-hame', joinedOn: '2026-09-07' },
        { county: 'kainuu', joinedOn: null },
      ],
      contacts: [person('Mirva Monikko', 'mirva.monikko@monenmaakunnan.example.fi')],
    }),
    units: ['Monen Maakunnan Tuki, Saimaa', 'Monen Maakunnan Tuki, Vesijärvi'],
    assessments: underWay(),
  }),
  story({
    digits: '9000267',
    situation: 'a private provider only on Åland, joined of its own will',
    life: company({
      name: 'Påhittsunds Omsorg Ab',
      counties: ['ahvenanmaa'],
      serviceTasks: ['older-people'],
      language: 'sv',
      joinedOn: '2026-09-14',
      storingSince: since('2026-09-14', 'older-people'),
      contacts: [person('Petra Påhittström', 'petra.pahittstrom@pahittsund.example.org', 'sv')],
    }),
    units: ['Påhittsunds äldreboende'],
    assessments: preparedAndJoined('2026-09-14', 'sv'),
  }),
  story({
    digits: '9000274',
    situation: 'a private provider only on Åland, not joined',
    life: company({
      name: 'Modellvikens Handikappservice Ab',
      counties: ['ahvenanmaa'],
      serviceTasks: ['disability-services'],
      language: 'sv',
      joiningModel: 'undecided',
      registeredInSoteri: null,
      contacts: [person('Mats Modell', 'mats.modell@modellviken.example.org', 'sv')],
    }),
    units: ['Modellvikens boende'],
    assessments: nothingStated,
  }),
  story({
    digits: '9000281',
    situation: 'on Åland and on the mainland, so bound like others',
    life: company({
      name: 'Bro över Exempelhavet Ab',
      counties: ['ahvenanmaa', 'varsinais-suomi'],
      serviceTasks: ['child-protection', 'families-with-children'],
      language: 'sv',
      contacts: [
        person('Barbro Brobyggare', 'barbro.brobyggare@exempelhavet.example.org', 'sv'),
        person('Jari Silta', 'jari.silta@exempelhavet.example.org'),
      ],
    }),
    units: ['Bro över Exempelhavet, Söder', 'Bro över Exempelhavet, Norr'],
    assessments: underWay('sv'),
  }),
  story({
    digits: '9000288',
    situation: 'an association whose free services are outside Soteri',
    life: company({
      name: 'Kotikulman Esimerkkiyhdistys ry',
      counties: ['keski-pohjanmaa', 'pohjanmaa'],
      serviceTasks: ['working-age'],
      actsForOrganiser: false,
      registeredInSoteri: false,
      contacts: [person('Yki Yhdistys', 'yki.yhdistys@kotikulma.example.fi')],
    }),
    units: ['Kotikulman kohtaamispaikka'],
    assessments: partlyNotApplicable({
      'licence-or-registration': 'Palvelut ovat asiakkaille maksuttomia (741/2023 2 §).',
      'soteri-check': 'Emme ole Soteri-rekisterissä.',
      'self-monitoring-plan': 'Laki 741/2023 ei koske toimintaamme.',
    }),
  }),
  story({
    digits: '0000789',
    situation: 'an old foundation with a leading zero in its Y-tunnus, joined jointly',
    life: company({
      name: 'Onnentuvan Satusäätiö sr',
      counties: ['kanta-hame', 'paijat-hame'],
      serviceTasks: ['older-people', 'disability-services'],
      joiningModel: 'joint',
      joinedOn: '2026-08-03',
      storingSince: since('2026-08-03', 'older-people', 'disability-services'),
      contacts: [person('Sisko Säätiö', 'sisko.saatio@onnentupa.example.fi')],
    }),
    units: ['Onnentuvan palvelukeskus', 'Onnentuvan ryhmäkoti'],
    assessments: preparedAndJoined('2026-08-03'),
  }),
  story({
    digits: '9000302',
    situation: 'took over a unit that keeps the OID of its former owner',
    life: company({
      name: 'Uuden Isännän Kodit Oy',
      counties: ['satakunta', 'varsinais-suomi'],
      serviceTasks: ['older-people'],
      joinedOn: '2026-08-12',
      storingSince: since('2026-08-12', 'older-people'),
      contacts: [person('Ulla Uusi', 'ulla.uusi@uusiisanta.example.fi')],
    }),
    units: ['Uuden Isännän Koti'],
    // The OID of organisation 9000127, which ended.
    movedUnits: [
      {
        oid: unitOid(BusinessId.parse(businessIdOf('9000127')), 3),
        name: 'Entisten Aikojen Kotipalvelu, siirtynyt yksikkö',
      },
    ],
    assessments: preparedAndJoined('2026-08-12'),
  }),
  story({
    digits: '9000309',
    situation: 'a profile with the least that is asked: no contacts, no units',
    life: company({
      name: 'Vähäpuheinen Oy',
      counties: ['lansi-uusimaa'],
      serviceTasks: ['working-age'],
      joiningModel: 'undecided',
      registeredInSoteri: null,
    }),
    assessments: nothingStated,
  }),
];

const newcomers: readonly Story[] = [
  story({
    digits: '9000316',
    situation: 'began operating after the day of joining and has joined since',
    life: company({
      name: 'Uusi Alku Esimerkki Oy',
      counties: ['pirkanmaa'],
      serviceTasks: ['families-with-children', 'working-age'],
      operatingSince: '2026-10-12',
      joinedOn: '2026-10-12',
      storingSince: since('2026-10-12', 'families-with-children', 'working-age'),
      contacts: [person('Urho Uusitalo', 'urho.uusitalo@uusialku.example.fi')],
    }),
    units: ['Uusi Alku, Keskus'],
    assessments: preparedAndJoined('2026-10-12'),
  }),
  story({
    digits: '9000323',
    situation: 'will begin, or began, operating in 2027 and has not joined',
    life: company({
      name: 'Ensi Vuoden Hoiva Oy',
      counties: ['keski-uusimaa'],
      serviceTasks: ['older-people'],
      operatingSince: '2027-01-11',
      contacts: [person('Enni Ensi', 'enni.ensi@ensivuosi.example.fi')],
    }),
    units: ['Ensi Vuoden Hoivakoti'],
    assessments: underWay(),
  }),
  story({
    digits: '9000330',
    situation: 'took on a further service task after the day of joining',
    life: company({
      name: 'Laajentuva Mallitupa Oy',
      counties: ['etela-pohjanmaa', 'keski-pohjanmaa'],
      serviceTasks: ['older-people', 'substance-abuse'],
      taskSince: { 'substance-abuse': '2026-11-02' },
      joinedOn: '2026-08-19',
      storingSince: since('2026-08-19', 'older-people'),
      contacts: [person('Laila Laajentuva', 'laila.laajentuva@mallitupa.example.fi')],
    }),
    units: ['Mallituvan hoiva', 'Mallituvan päihdetyö'],
    assessments: preparedAndJoined('2026-08-19'),
  }),
  story({
    digits: '9000337',
    situation: 'took its first client data system into use after the day of joining',
    life: company({
      name: 'Kynästä Koneeseen Oy',
      counties: ['pohjois-karjala'],
      serviceTasks: ['families-with-children'],
      systemSince: '2026-11-02',
      contacts: [person('Kyösti Kynä', 'kyosti.kyna@kynasta.example.fi')],
    }),
    units: ['Kynästä Koneeseen, toimisto'],
    assessments: improving,
  }),
];

const ended: readonly Story[] = [
  story({
    digits: '9000120',
    situation: 'ended after the day of joining, never having joined',
    life: company({
      name: 'Iltaruskon Pienkoti Ky',
      counties: ['kymenlaakso'],
      serviceTasks: ['older-people'],
      endedOn: '2026-10-31',
      contacts: [person('Ilta Rusko', 'ilta.rusko@iltarusko.example.fi')],
    }),
    units: ['Iltaruskon pienkoti'],
    assessments: nothingStated,
  }),
  story({
    digits: '9000127',
    situation: 'ended before the day of joining',
    life: company({
      name: 'Entisten Aikojen Kotipalvelu Oy',
      counties: ['satakunta'],
      serviceTasks: ['older-people', 'families-with-children'],
      endedOn: '2025-12-31',
      contacts: [person('Esko Entinen', 'esko.entinen@entisetajat.example.fi')],
    }),
    assessments: nothingStated,
  }),
];

/** Every invented organisation there is, by what it shows. */
export const stories: readonly Story[] = [
  ...publicOrganisers,
  ...joined,
  ...notJoined,
  ...outsideOrBeside,
  ...newcomers,
  ...ended,
];
