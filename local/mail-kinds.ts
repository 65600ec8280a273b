import { type ReceivedAssessment, selfAssessment } from '../domain/assessment.ts';
import { type Day, day } from '../domain/day.ts';
import type { DigestSource } from '../domain/digest/source.ts';
import { evaluate } from '../domain/evaluation.ts';
import type { BusinessId } from '../domain/identifiers.ts';
import { organisationProfile } from '../domain/organisation.ts';
import { requirementIds } from '../domain/statute/requirements/requirement-ids.ts';
import type { Waiver } from '../domain/waiver.ts';
import { type WarningKind, warningsToRaise } from '../domain/warnings.ts';
import { businessIdOf, unitOid } from './samples/invented-identifiers.ts';

/*
 * Organisations made for the gallery, so that each kind of warning is seen with few and with many.
 */

interface Story {
  readonly businessId: BusinessId;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly units?: readonly string[];
  readonly stated: readonly Readonly<Record<string, unknown>>[];
  readonly waivers?: readonly Waiver[];
  readonly fixed?: readonly string[];
  /** Only these kinds; all where none is named. */
  readonly kinds?: readonly WarningKind[];
}

/** The first business id from a number on; not every number is issued. */
const issued = (number: number): BusinessId => businessIdOf(String(number)) ?? issued(number + 1);

const received = (stated: readonly Readonly<Record<string, unknown>>[], on: Day) =>
  stated.map((body, i): ReceivedAssessment => {
    const { statedOn, ...said } = selfAssessment(on).parse(body);
    const assessmentId = `assessment-${i}`;
    const receivedAt = `${statedOn}T09:00:00.000Z`;
    return { ...said, statedOn, assessmentId, receivedAt, receivedOn: statedOn };
  });

const profile = {
  sector: 'private',
  counties: ['etela-pohjanmaa'],
  serviceTasks: ['older-people'],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
};

const sourceOf = (
  { businessId, facts, units = [], stated, waivers = [], fixed = [], kinds }: Story,
  on: Day,
): DigestSource => {
  const organisation = {
    ...organisationProfile(on).parse({
      ...profile,
      ...facts,
      units: units.map((name, i) => ({ oid: unitOid(businessId, i + 1), name })),
    }),
    businessId,
  };
  const evaluation = evaluate({ organisation, assessments: received(stated, on), waivers, on });
  return {
    organisation,
    evaluation,
    warnings: warningsToRaise(evaluation, {}).filter(
      ({ kind }) => kinds === undefined || kinds.includes(kind),
    ),
    fixed,
    moved: [],
  };
};

const all = (item: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(requirementIds.map((id) => [id, item]));

const done = { state: 'done' };
const begun = { state: 'in-progress' };
const notBegun = { state: 'not-started' };

const unitNames = ['Kanerva', 'Vuokko', 'Sinilintu', 'Päiväkumpu', 'Rantakoti', 'Metsätähti'];

/** Every kind of warning on one night, 90 days before the deadline of joining. */
export const everyKind = (): readonly DigestSource[] => {
  const on = day('2026-06-03');
  const soon = '2026-06-10';
  const many = issued(9_150_200);
  const stories: readonly Story[] = [
    {
      businessId: issued(9_150_100),
      facts: { name: 'Koivurannan Hoiva Oy', systemUsedToJoin: false },
      stated: [
        {
          statedOn: '2026-05-04',
          items: {
            ...all(done),
            'decision-and-project': { ...begun, since: '2026-03-02' },
            'certified-system': begun,
            cards: notBegun,
            'card-readers': notBegun,
            'access-rights': begun,
            'staff-training': notBegun,
            'kanta-application': notBegun,
            'connection-test': notBegun,
            'deployment-test': notBegun,
            'deployment-report': notBegun,
            'production-use': notBegun,
          },
        },
      ],
    },
    {
      businessId: issued(9_150_110),
      facts: { name: 'Lammenpään Palvelut Oy' },
      stated: [],
    },
    {
      businessId: many,
      facts: { name: 'Sinilinnun Kodit Oy', systemUsedToJoin: true },
      units: unitNames,
      stated: [
        {
          statedOn: '2026-05-20',
          items: { ...all(done), 'service-certificates': { ...done, validUntil: '2026-08-31' } },
          overrides: Object.fromEntries(
            unitNames.map((_, i) => [
              unitOid(many, i + 1),
              { cards: { ...done, points: { cardsUntil: i < 5 ? soon : '2026-06-20' } } },
            ]),
          ),
        },
      ],
      kinds: ['requirement'],
    },
    {
      businessId: issued(9_150_300),
      facts: { name: 'Vanhan Tammen Palvelukoti Oy', systemUsedToJoin: true },
      stated: [{ statedOn: '2025-06-20', items: all(done) }],
      kinds: ['statement'],
    },
    {
      businessId: issued(9_150_400),
      facts: { name: 'Aurinkorinteen Perhekoti Oy', systemUsedToJoin: true },
      stated: [
        { statedOn: '2026-05-20', items: { ...all(done), cards: begun, 'card-readers': notBegun } },
      ],
      waivers: [
        {
          requirement: 'cards',
          reason: 'Kortit on tilattu',
          from: day('2026-05-01'),
          until: day(soon),
        },
        {
          requirement: 'card-readers',
          reason: 'Lukijat on tilattu',
          from: day('2026-05-01'),
          until: on,
        },
      ],
      kinds: ['waiver'],
    },
    {
      businessId: issued(9_150_500),
      facts: { name: 'Harjun Hoito ja Hoiva Oy', systemUsedToJoin: true },
      stated: [{ statedOn: '2026-05-20', items: all(done) }],
      fixed: ['plan:join'],
      kinds: [],
    },
  ];
  return stories.map((story) => sourceOf(story, on));
};

/** Nothing but statements that lapse, long after joining: one, and many. */
export const lapsing = (): readonly DigestSource[] => {
  const on = day('2027-05-21');
  const joined = {
    joinedOn: '2026-05-01',
    storingSince: { 'older-people': '2026-05-01' },
    systemUsedToJoin: true,
  };
  const stated = { statedOn: '2026-05-21', items: all(done) };
  const { 'access-rights': _, ...others } = all(done);
  return [
    {
      businessId: issued(9_151_100),
      facts: { ...joined, name: 'Vanhan Tammen Palvelukoti Oy' },
      stated: [stated, { statedOn: '2027-05-01', items: others }],
    },
    {
      businessId: issued(9_151_200),
      facts: { ...joined, name: 'Koivurannan Hoiva Oy' },
      stated: [stated],
    },
  ].map((story) => sourceOf({ ...story, kinds: ['statement'] }, on));
};
