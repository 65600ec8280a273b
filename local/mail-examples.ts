import { type ReceivedAssessment, selfAssessment } from '../domain/assessment.ts';
import { type Day, day } from '../domain/day.ts';
import { type DigestView, digestView } from '../domain/digest/digest.ts';
import type { DigestRecipient, DigestSource } from '../domain/digest/source.ts';
import type { UnregisteredSource } from '../domain/digest/unregistered.ts';
import { evaluate, overallStatuses } from '../domain/evaluation.ts';
import type { ExpectedProducer } from '../domain/expected-producers.ts';
import { knownDaysOf, movedDays } from '../domain/moved-days.ts';
import { type Organisation, organisationProfile } from '../domain/organisation.ts';
import { type Raised, raisedAfter, settledSince, warningsToRaise } from '../domain/warnings.ts';
import { everyKind, lapsing } from './mail-kinds.ts';
import { businessIdOf } from './samples/invented-identifiers.ts';
import { sampleAssessments, sampleOrganisations } from './samples/samples.ts';

/** A digest to look at, with what it shows. */
export interface MailExample {
  readonly name: string;
  readonly shows: string;
  readonly view: DigestView;
}

/** Names that try to break out of the mail: markup, headers, templates, links, direction, length. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script> & "Hoiva" <img src=x onerror=alert(1)>',
  'Hoiva\r\nBcc: kaikki@example.org\r\n\r\nOy',
  '{{{headline}}} {{#organisations}} Hoiva {count, plural, other {#}}',
  '\u202Eyo avioh\u202C \u2067Hoiva\u2069 \u200Fمؤسسة الرعاية',
  'www.example.org/kirjaudu https://example.org admin@example.org',
  '=HYPERLINK("https://example.org";"Hoiva")',
  '👩‍👩‍👧‍👦 Perhehoiva 🏳️‍🌈',
  `Sosiaalipalveluyhtymä${'ä'.repeat(278)}`,
  `${'Hyvin pitkäniminen hoivapalvelujen tuottaja '.repeat(7)}`.slice(0, 300),
];

const supervisor: DigestRecipient = {
  audience: 'supervisor',
  name: 'Maija Esimerkki',
  language: 'fi',
};
const contactPerson: DigestRecipient = {
  audience: 'contact',
  name: 'Sirpa Esimerkki',
  language: 'fi',
};
const operator: DigestRecipient = { audience: 'operator', name: 'Ylläpito', language: 'fi' };

const organisationsOn = (today: Day): readonly Organisation[] =>
  sampleOrganisations(today).map(({ businessId, profile }) => ({
    ...organisationProfile(today).parse(profile),
    businessId,
  }));

const assessmentsOf = (organisation: Organisation, today: Day): readonly ReceivedAssessment[] =>
  sampleAssessments(today)
    .filter(({ businessId }) => businessId === organisation.businessId)
    .map(({ body, idempotencyKey }) => {
      const stated = selfAssessment(today).parse(body);
      return {
        ...stated,
        assessmentId: idempotencyKey,
        receivedAt: `${stated.statedOn}T09:00:00.000Z`,
        receivedOn: stated.statedOn,
      };
    });

const evaluated = (organisation: Organisation, on: Day) =>
  evaluate({ organisation, assessments: assessmentsOf(organisation, on), waivers: [], on });

const sourceOf = (organisation: Organisation, on: Day, raised: Raised): DigestSource => {
  const evaluation = evaluated(organisation, on);
  return {
    organisation,
    evaluation,
    warnings: warningsToRaise(evaluation, raised),
    fixed: settledSince(evaluation, raised),
    moved: [],
  };
};

/** All that is to be told of the samples on a night when nothing was told before. */
const firstNight = (on: Day): readonly DigestSource[] =>
  organisationsOn(on).map((organisation) => sourceOf(organisation, on, {}));

/** What has come to be since an earlier night on which all was told. */
const sinceNight = (before: Day, on: Day): readonly DigestSource[] => {
  const told = new Map(
    organisationsOn(before).map((organisation) => [
      organisation.businessId,
      raisedAfter(evaluated(organisation, before), {}),
    ]),
  );
  return organisationsOn(on).map((organisation) =>
    sourceOf(organisation, on, told.get(organisation.businessId) ?? {}),
  );
};

/** What 307/2024 moved when it came into force, for the samples as they would have stood then. */
const movedBy307 = (): readonly DigestSource[] => {
  const [before, on] = [day('2024-06-30'), day('2024-07-01')];
  return organisationsOn(on).flatMap((organisation): DigestSource[] => {
    const facts = { organisation, assessments: [], waivers: [] };
    const known = knownDaysOf(evaluate({ ...facts, on: before }));
    const evaluation = evaluate({ ...facts, on });
    const moved = movedDays(known, { ...facts, on }, evaluation);
    return moved.length === 0 ? [] : [{ organisation, evaluation, warnings: [], fixed: [], moved }];
  });
};

/** One organisation in each situation. */
const oneOfEach = (sources: readonly DigestSource[]): readonly DigestSource[] =>
  overallStatuses.flatMap((status) =>
    sources
      .filter(({ evaluation, warnings }) => evaluation.status === status && warnings.length > 0)
      .slice(0, 1),
  );

/** The same situations over and over, under other names and numbers. */
const crowdOf = (sources: readonly DigestSource[], count: number): readonly DigestSource[] =>
  Array.from({ length: count * 2 }, (_, i) => businessIdOf(String(9_200_000 + i)))
    .filter((businessId) => businessId !== undefined)
    .slice(0, count)
    .flatMap((businessId, i) => {
      const source = sources[i % sources.length];
      return source === undefined
        ? []
        : [
            {
              ...source,
              organisation: {
                ...source.organisation,
                businessId,
                name: `${source.organisation.name} ${i + 1}`,
              },
            },
          ];
    });

const expectedNames = ['Aamuruskon Hoiva Oy', 'Kotipolku Ky', 'Österbottens Omsorg Ab'];

/** Producers of these names on a county's list. */
const expectedOf = (names: readonly string[]): readonly ExpectedProducer[] =>
  Array.from({ length: names.length * 2 }, (_, i) => businessIdOf(String(9_300_000 + i)))
    .filter((businessId) => businessId !== undefined)
    .slice(0, names.length)
    .map((businessId, i) => ({
      businessId,
      name: names[i] ?? '',
      expectedSince: day(i % 2 === 0 ? '2026-09-01' : '2026-11-20'),
    }));

/** The mails of the gallery: every kind of night, from nothing but good news to hundreds of warnings. */
export const mailExamples = (): readonly MailExample[] => {
  const late = day('2026-11-22');
  const warned = firstNight(late).filter(({ warnings }) => warnings.length > 0);
  const view = (
    night: Day,
    organisations: readonly DigestSource[],
    {
      recipient = supervisor,
      unregistered = [],
    }: {
      readonly recipient?: DigestRecipient;
      readonly unregistered?: readonly UnregisteredSource[];
    } = {},
  ) =>
    digestView({
      night,
      organisations,
      unregistered,
      recipient,
      publicUrl: 'https://kanta-valmius.example.fi',
      contact: 'yllapito@kanta-valmius.example.fi',
      reference: `maija|${night}`,
    });
  const changed = sinceNight(day('2026-08-31'), day('2026-09-30'));
  return [
    {
      name: 'few',
      shows: 'one organisation in each situation, the day after the deadline',
      view: view(day('2026-09-02'), oneOfEach(firstNight(day('2026-09-02')))),
    },
    { name: 'many', shows: 'all samples on a first night', view: view(late, warned) },
    {
      name: 'crowd',
      shows: '400 organisations, so many that not all are named and a table is attached',
      view: view(late, crowdOf(warned, 400)),
    },
    {
      name: 'changed',
      shows: 'new warnings, and what was put right since the last mail',
      view: view(day('2026-09-30'), changed),
    },
    {
      name: 'settled',
      shows: 'good news only',
      view: view(
        day('2026-09-30'),
        changed.map((source) => ({ ...source, warnings: [] })),
      ),
    },
    {
      name: 'ahead',
      shows: 'before the deadline',
      view: view(day('2026-06-03'), firstNight(day('2026-06-03'))),
    },
    {
      name: 'one',
      shows: 'one organisation, on the very day',
      view: view(
        day('2026-09-01'),
        firstNight(day('2026-09-01'))
          .filter(({ warnings }) => warnings.some(({ rung }) => rung === 0))
          .slice(0, 1),
      ),
    },
    {
      name: 'expiring',
      shows: 'nothing but evidence that ends',
      view: view(
        day('2026-07-18'),
        firstNight(day('2026-07-18'))
          .filter(({ evaluation }) => evaluation.status === 'on-track')
          .map((source) => ({
            ...source,
            warnings: source.warnings.filter(({ kind }) => kind === 'requirement'),
          })),
      ),
    },
    {
      name: 'kinds',
      shows: 'each kind of warning, and a plan that is in time again',
      view: view(day('2026-06-03'), everyKind()),
    },
    {
      name: 'lapsing',
      shows: 'nothing but statements that lapse today',
      view: view(day('2027-05-21'), lapsing()),
    },
    {
      name: 'waivers',
      shows: 'nothing but waivers that end',
      view: view(
        day('2026-06-03'),
        everyKind().filter(({ warnings }) => warnings.every(({ kind }) => kind === 'waiver')),
      ),
    },
    {
      name: 'moved',
      shows: 'days that 307/2024 moved, and nothing else',
      view: view(day('2024-07-01'), movedBy307()),
    },
    {
      name: 'moved-and-more',
      shows: 'days that the law moved, beside warnings and good news',
      view: view(day('2026-09-30'), [
        ...changed.slice(0, 12),
        ...movedBy307()
          .slice(12, 16)
          .map((source) => ({ ...source, moved: source.moved.slice(0, 2) })),
      ]),
    },
    {
      name: 'contact',
      shows: 'the same to the organisation itself',
      view: view(day('2024-07-01'), movedBy307().slice(0, 1), { recipient: contactPerson }),
    },
    {
      name: 'unregistered',
      shows: 'expected producers that have not registered, and nothing else',
      view: view(late, [], {
        unregistered: [{ county: 'etela-pohjanmaa', producers: expectedOf(expectedNames) }],
      }),
    },
    {
      name: 'unregistered-many',
      shows: 'so many of them in two counties that not all are named, beside warnings',
      view: view(late, oneOfEach(warned).slice(0, 2), {
        unregistered: [
          {
            county: 'pohjanmaa',
            producers: expectedOf(
              Array.from({ length: 112 }, (_, i) => `${expectedNames[i % 3] ?? ''} ${i + 1}`),
            ),
          },
          { county: 'kainuu', producers: expectedOf(expectedNames.slice(0, 1)) },
        ],
      }),
    },
    {
      name: 'unregistered-operator',
      shows: 'the same where the county has no supervisor',
      view: view(late, [], {
        recipient: operator,
        unregistered: [{ county: 'kainuu', producers: expectedOf(expectedNames.slice(0, 1)) }],
      }),
    },
    {
      name: 'operator',
      shows: 'warnings that have no supervisor',
      view: view(late, oneOfEach(warned).slice(0, 2), { recipient: operator }),
    },
    {
      name: 'hostile',
      shows: 'names that try to break out',
      view: view(
        late,
        crowdOf(warned, hostileNames.length).map((source, i) => ({
          ...source,
          organisation: { ...source.organisation, name: hostileNames[i] ?? '' },
        })),
        {
          recipient: { ...supervisor, name: '<b>Maija</b>\r\nBcc: x@example.org' },
          unregistered: [{ county: 'kainuu', producers: expectedOf(hostileNames) }],
        },
      ),
    },
  ];
};
