import { serviceTasks } from '../../../domain/statute/service-tasks.ts';
import { barelyBegun, nothingStated, preparedAndJoined } from '../statements.ts';
import type { Story } from '../story.ts';
import { numbered, organiser, person, since, sixTasks, story } from './told.ts';

/** Public organisers: counties, the City of Helsinki, and a state school. */
export const publicOrganisers: readonly Story[] = [
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
    assessments: preparedAndJoined,
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
    assessments: preparedAndJoined,
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
    assessments: preparedAndJoined,
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
    assessments: preparedAndJoined,
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
