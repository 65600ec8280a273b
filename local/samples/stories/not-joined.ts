import { day } from '../../../domain/day.ts';
import {
  barelyBegun,
  certificatesEndSoon,
  everythingDone,
  improving,
  nothingStated,
  statedOnceOn,
  underWay,
} from '../statements.ts';
import type { Story } from '../story.ts';
import { saying } from '../variations.ts';
import { company, person, story } from './told.ts';

/** Private providers that must join and have not. */
export const notJoined: readonly Story[] = [
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
    assessments: underWay('2026-01-19'),
  }),
  story({
    digits: '9000155',
    situation: 'plans to join long after the day, with a system that nobody has joined with before',
    life: company({
      name: 'Huomisen Haave Hoiva Oy',
      counties: ['pohjois-pohjanmaa'],
      serviceTasks: ['older-people'],
      plannedJoinOn: '2027-01-18',
      systemUsedToJoin: false,
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
    assessments: underWay('2026-04-20'),
  }),
  story({
    digits: '9000183',
    situation: 'English-speaking contacts, never joined; needs professional cards only',
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
    assessments: saying(
      {
        cards: {
          state: 'in-progress',
          evidence: 'All staff are registered professionals, two cards still to be collected',
          points: { professionalCardsOnly: true, readersAndSigners: false },
        },
      },
      underWay('2026-02-23'),
    ),
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
    assessments: everythingDone,
  }),
  story({
    digits: '9000197',
    situation: 'a tenant in a joint joining whose main joiner has not begun',
    life: company({
      name: 'Vuokralaisen Vertaistuki Oy',
      counties: ['pohjois-karjala'],
      serviceTasks: ['substance-abuse'],
      joiningModel: 'joint',
      mainJoiner: false,
      systemUsedToJoin: null,
      contacts: [person('Veikko Vertainen', 'veikko.vertainen@vertaistuki.example.fi')],
    }),
    assessments: statedOnceOn('2026-04-13', {
      'certified-system': {
        state: 'in-progress',
        since: day('2026-03-02'),
        evidence: 'Odottaa pääliittyjää',
      },
      'security-plan': { state: 'done', points: { followsRegulation: true, coversKanta: true } },
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
    situation:
      'rehabilitation tendered by Kela, which is not its controller; its only system is a patient data system',
    life: company({
      name: 'Kuntola Esimerkkikuntoutus Oy',
      systemUsedToJoin: false,
      counties: ['pohjois-savo'],
      serviceTasks: ['working-age'],
      actsForOrganiser: false,
      contacts: [person('Kimmo Kuntola', 'kimmo.kuntola@kuntola.example.fi')],
    }),
    units: ['Kuntolan kuntoutuskeskus'],
    assessments: saying(
      {
        'certified-system': {
          state: 'done',
          evidence: 'Käytämme kuntoutuksen potilastietojärjestelmää',
          points: { inRegister: true, patientSystem: true },
        },
      },
      underWay('2026-02-09'),
    ),
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
