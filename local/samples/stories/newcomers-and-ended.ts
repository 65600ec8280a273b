import { improving, nothingStated, preparedAndJoined, underWay } from '../statements.ts';
import type { Story } from '../story.ts';
import { company, person, since, story } from './told.ts';

/** Those who begin something after the day of joining. */
export const newcomers: readonly Story[] = [
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
    assessments: preparedAndJoined,
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
    assessments: underWay('2026-06-15'),
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
    assessments: preparedAndJoined,
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

/** Those whose operation ends. */
export const ended: readonly Story[] = [
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
