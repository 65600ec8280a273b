import { BusinessId } from '../../../domain/identifiers.ts';
import { businessIdOf, unitOid } from '../invented-identifiers.ts';
import {
  everythingDone,
  improving,
  nothingStated,
  preparedAndJoined,
  underWay,
} from '../statements.ts';
import type { Story } from '../story.ts';
import { laggingUnit, partlyNotApplicable } from '../variations.ts';
import { company, person, since, story } from './told.ts';

/** Those whom the duty to join does not reach, or reaches by another way; and odd cases. */
export const outsideOrBeside: readonly Story[] = [
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
    assessments: partlyNotApplicable(
      {
        'certified-system': 'Kirjaamme hyvinvointialueen järjestelmään.',
        'service-certificates': 'Varmenteista vastaa hyvinvointialue.',
      },
      everythingDone,
    ),
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
    assessments: partlyNotApplicable(
      { cards: 'Kortit antaa hyvinvointialue.' },
      underWay('2026-03-02'),
    ),
  }),
  story({
    digits: '9000246',
    situation:
      'parallel joining for the county and direct for its own register, joined; one unit lags behind',
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
    assessments: laggingUnit({ unit: 2, behindIn: ['cards', 'staff-training'] }, preparedAndJoined),
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
    assessments: underWay('2026-02-02'),
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
    assessments: preparedAndJoined,
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
    assessments: underWay('2026-04-13'),
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
    assessments: partlyNotApplicable(
      {
        'licence-or-registration': 'Palvelut ovat asiakkaille maksuttomia (741/2023 2 §).',
        'soteri-check': 'Emme ole Soteri-rekisterissä.',
        'self-monitoring-plan': 'Laki 741/2023 ei koske toimintaamme.',
      },
      underWay('2026-01-26'),
    ),
  }),
  story({
    digits: '0000789',
    situation:
      'an old foundation with a leading zero in its Y-tunnus, joined jointly as the tenant of organisation 9000085',
    life: company({
      name: 'Onnentuvan Satusäätiö sr',
      counties: ['kanta-hame', 'paijat-hame'],
      serviceTasks: ['older-people', 'disability-services'],
      joiningModel: 'joint',
      mainJoiner: false,
      joinedOn: '2026-08-17',
      storingSince: since('2026-08-17', 'older-people', 'disability-services'),
      contacts: [person('Sisko Säätiö', 'sisko.saatio@onnentupa.example.fi')],
    }),
    units: ['Onnentuvan palvelukeskus', 'Onnentuvan ryhmäkoti'],
    assessments: preparedAndJoined,
  }),
  story({
    digits: '9000302',
    situation:
      'took over a unit that keeps the OID of its former owner; its staff neither reads nor signs in Kanta',
    life: company({
      name: 'Uuden Isännän Kodit Oy',
      counties: ['satakunta', 'varsinais-suomi'],
      serviceTasks: ['older-people'],
      readsOrSignsInKanta: false,
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
    assessments: preparedAndJoined,
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
