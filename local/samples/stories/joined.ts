import { day } from '../../../domain/day.ts';
import { serviceTasks } from '../../../domain/statute/service-tasks.ts';
import {
  certificateExpired,
  certificatesEndSoon,
  preparedAndJoined,
  statedOnceOn,
} from '../statements.ts';
import type { Story } from '../story.ts';
import { firstUnitsDone, saying, silentAfter } from '../variations.ts';
import { company, numbered, person, since, sixTasks, story } from './told.ts';

/** Private providers that have joined, or will. */
export const joined: readonly Story[] = [
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
    assessments: preparedAndJoined,
  }),
  story({
    digits: '9000057',
    situation:
      'joined before 2024, when the present act was not yet in force; told us nothing after March 2025',
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
    assessments: silentAfter('2025-03-31', preparedAndJoined),
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
    assessments: preparedAndJoined,
  }),
  story({
    digits: '9000071',
    situation: 'joined early, but stores, and has access rights, for one of its tasks only',
    life: company({
      name: 'Mallikylän Vammaispalvelut Oy',
      counties: ['kanta-hame'],
      serviceTasks: ['disability-services', 'working-age'],
      joinedOn: '2026-01-12',
      storingSince: since('2026-01-12', 'disability-services'),
      contacts: [person('Matti Mallila', 'matti.mallila@mallikyla.example.fi')],
    }),
    units: ['Mallikylän asumisyksikkö', 'Mallikylän työtoiminta'],
    assessments: saying(
      {
        'access-rights': {
          state: 'done',
          evidence: 'Vammaispalvelujen oikeudet määritelty, työtoiminnan oikeudet puuttuvat',
          points: {
            serviceTasks: ['disability-services'],
            jobRoles: ['arranging', 'implementing', 'administration'],
            userRegister: true,
          },
        },
      },
      certificatesEndSoon,
    ),
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
    assessments: preparedAndJoined,
  }),
  story({
    digits: '9000085',
    situation: 'the main joiner of a joint joining, with a tenant that joins after it',
    life: company({
      name: 'Yhteispolku Esimerkki Oy',
      counties: ['pohjois-savo', 'pohjois-karjala'],
      serviceTasks: ['working-age', 'substance-abuse'],
      joiningModel: 'joint',
      mainJoiner: true,
      joinedOn: '2026-08-10',
      storingSince: since('2026-08-10', 'working-age', 'substance-abuse'),
      contacts: [person('Yrjö Yhteinen', 'yrjo.yhteinen@yhteispolku.example.fi')],
    }),
    units: ['Yhteispolku Kallavesi', 'Yhteispolku Pielinen'],
    assessments: preparedAndJoined,
  }),
  story({
    digits: '9000092',
    situation:
      'a private group with all seven tasks and many units in many counties, the first of them ready before the others',
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
    assessments: firstUnitsDone({ on: day('2026-05-20'), count: 160 }, preparedAndJoined),
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
    assessments: preparedAndJoined,
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
    assessments: preparedAndJoined,
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
