import * as z from 'zod';
import { Day } from './day.ts';
import { countyKey, each, line, serviceTask, withoutControls } from './organisation.ts';
import { counties } from './statute/counties.ts';
import { jobRoles } from './statute/job-roles.ts';
import type { EvidencePoint } from './statute/requirements/requirement.ts';
import { type RequirementId, requirementIds } from './statute/requirements/requirement-ids.ts';
import { requirements } from './statute/requirements/requirements.ts';
import { serviceTasks } from './statute/service-tasks.ts';

/** What is stated of one point of the evidence: yes or no, a day, a choice, or what a list covers. */
export type PointValue = boolean | string | readonly string[];
export type Points = Readonly<Record<string, PointValue>>;

const evidence = line(1000);

/** What an organisation says of one requirement on one day. */
export type AssessmentItem =
  | {
      readonly state: 'done';
      /** The last day on which what was done holds, where it ends. */
      readonly validUntil?: Day | null | undefined;
      /** Since when it has been so; the day of the statement where it is left out. */
      readonly since?: Day | undefined;
      readonly evidence?: string | undefined;
      readonly points?: Points | undefined;
    }
  | {
      readonly state: 'in-progress';
      readonly since?: Day | undefined;
      readonly evidence?: string | undefined;
      readonly points?: Points | undefined;
    }
  | { readonly state: 'not-started'; readonly evidence?: string | undefined }
  | { readonly state: 'not-applicable'; readonly reason: string };

export type Items = Readonly<Partial<Record<RequirementId, AssessmentItem>>>;

/**
 * An organisation's own dated statement about its requirements. It is partial: what it leaves out
 * stays as stated before.
 */
export interface SelfAssessment {
  readonly statedOn: Day;
  readonly items: Items;
  /** The service units that `items` speak of; all of them, and the organisation, where it is left out. */
  readonly units?: readonly string[];
  /** What differs in single units, by their OIDs. */
  readonly overrides?: Readonly<Record<string, Items>>;
}

const pointSchema = (point: EvidencePoint): z.ZodType<PointValue> => {
  switch (point.kind) {
    case 'required':
    case 'excluded':
    case 'fact':
      return z.boolean();
    case 'choice':
      return z.enum(point.of);
    case 'valid-until':
    case 'last-done-on':
      return Day;
    case 'service-tasks':
      return each(serviceTask, 0, serviceTasks.length);
    case 'job-roles':
      return each(z.enum(jobRoles), 0, jobRoles.length);
    case 'counties':
      return each(countyKey, 0, counties.length);
  }
};

const itemSchema = (id: RequirementId): z.ZodType<AssessmentItem> => {
  const points = z.strictObject(
    Object.fromEntries(
      requirements[id].evidence.map((point) => [point.id, pointSchema(point).exactOptional()]),
    ),
  );
  const stated = z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('done'),
      validUntil: Day.nullable()
        .optional()
        .describe('The last day on which what was done holds, where it ends.'),
      since: Day.optional().describe(
        'Since when it has been so; the day of the statement where it is left out.',
      ),
      evidence: evidence.optional(),
      points: points.optional(),
    }),
    z.strictObject({
      state: z.literal('in-progress'),
      since: Day.optional(),
      evidence: evidence.optional(),
      points: points.optional(),
    }),
    z.strictObject({ state: z.literal('not-started'), evidence: evidence.optional() }),
    z.strictObject({ state: z.literal('not-applicable'), reason: line(1000) }),
  ]);
  return stated.meta({ id: `Stated-${id}` });
};

const notEmpty = { params: { rule: 'not-empty' } };

const statementSchema = () => {
  const items = z
    .strictObject(
      Object.fromEntries(requirementIds.map((id) => [id, itemSchema(id).exactOptional()])),
    )
    .meta({ id: 'AssessmentItems', description: 'What is stated, by requirement.' });
  return z.strictObject({
    statedOn: Day.describe('The day on which it was so; not after today.'),
    items: items
      .default({})
      .describe('What is stated, by requirement; what is left out stays as it was.'),
    units: each(
      z
        .string()
        .max(128)
        .meta({ pattern: `^${withoutControls}$` }),
      1,
      2000,
    )
      .exactOptional()
      .describe('The service units that `items` speak of; all of them where it is left out.'),
    overrides: z
      .record(
        z
          .string()
          .max(128)
          .meta({ pattern: `^${withoutControls}$` }),
        items.refine((stated) => Object.keys(stated).length > 0, notEmpty),
      )
      .exactOptional(),
  });
};

let made: ReturnType<typeof statementSchema> | undefined;
/**
 * Made once: with all its points it is large; and only where one is taken in, since most functions only
 * read what was. What depends on the day is checked after it.
 */
const statement = () => {
  made ??= statementSchema();
  return made;
};

/** Every item of an assessment, with where it stands and whether it is about units alone. */
const everyItem = ({
  items: ofMany,
  units,
  overrides = {},
}: Pick<SelfAssessment, 'items' | 'units' | 'overrides'>) => {
  const at = (stated: Items, path: readonly string[], ofUnits: boolean) =>
    requirementIds.flatMap((id) => {
      const item = stated[id];
      return item === undefined ? [] : [{ id, item, path: [...path, id], ofUnits }];
    });
  return [
    ...at(ofMany, ['items'], units !== undefined),
    ...Object.entries(overrides).flatMap(([oid, own]) => at(own, ['overrides', oid], true)),
  ];
};

/** The days on which something recurring was last done, each with where it stands. */
const lastDoneDays = (id: RequirementId, item: AssessmentItem) =>
  requirements[id].evidence.flatMap((point) => {
    const value = 'points' in item ? item.points?.[point.id] : undefined;
    return point.kind === 'last-done-on' && value !== undefined
      ? [{ path: ['points', point.id], value }]
      : [];
  });

/** A self-assessment as it was taken in; `today` is the day of its receipt. */
export const selfAssessment = (today: Day): z.ZodType<SelfAssessment> =>
  statement().superRefine((assessment, context) => {
    const { statedOn, overrides = {} } = assessment;
    const refuse = (path: (string | number)[], params: Readonly<Record<string, string>>) =>
      context.addIssue({ code: 'custom', path, params });
    if (statedOn > today) refuse(['statedOn'], { rule: 'not-after-today', today });
    if (Object.keys(assessment.items).length === 0 && Object.keys(overrides).length === 0) {
      refuse(['items'], notEmpty.params);
    }
    for (const { id, path, item } of everyItem(assessment)) {
      if ('since' in item && item.since !== undefined && item.since > statedOn) {
        refuse([...path, 'since'], { rule: 'not-after-stated', statedOn });
      }
      for (const done of lastDoneDays(id, item)) {
        if (typeof done.value === 'string' && done.value > today) {
          refuse([...path, ...done.path], { rule: 'not-after-today', today });
        }
      }
    }
  });

/**
 * A self-assessment as it comes in: it may speak only of units that the organisation's profile has,
 * and of single units only where a requirement is theirs.
 */
export const incomingAssessment = ({
  today,
  units: own,
}: {
  readonly today: Day;
  readonly units: readonly { readonly oid: string }[];
}): z.ZodType<SelfAssessment> => {
  const known = new Set(own.map(({ oid }) => oid));
  return selfAssessment(today).superRefine((assessment, context) => {
    const { units = [], overrides = {} } = assessment;
    const refuse = (path: (string | number)[], rule: string) =>
      context.addIssue({ code: 'custom', path, params: { rule } });
    units.forEach((oid, i) => {
      if (!known.has(oid)) refuse(['units', i], 'not-own-unit');
    });
    for (const oid of Object.keys(overrides)) {
      if (!known.has(oid)) refuse(['overrides', oid], 'not-own-unit');
    }
    for (const { id, path, ofUnits } of everyItem(assessment)) {
      if (ofUnits && !requirements[id].perUnit) refuse(path, 'not-of-units');
    }
  });
};

/** What was stated, without what is known of its receipt. */
export const statedIn = ({
  statedOn,
  items,
  units,
  overrides,
}: SelfAssessment): SelfAssessment => ({
  statedOn,
  items,
  ...(units === undefined ? {} : { units }),
  ...(overrides === undefined ? {} : { overrides }),
});

/** A self-assessment as received: `receivedAt` is an instant in UTC (ISO 8601), `receivedOn` its day in Helsinki. */
export interface ReceivedAssessment extends SelfAssessment {
  readonly assessmentId: string;
  readonly receivedAt: string;
  readonly receivedOn: Day;
}

const keptPoints = z.record(z.string(), z.union([z.boolean(), z.string(), z.array(z.string())]));

const keptItem: z.ZodType<AssessmentItem> = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('done'),
    validUntil: Day.nullable().optional(),
    since: Day.optional(),
    evidence: z.string().optional(),
    points: keptPoints.optional(),
  }),
  z.object({
    state: z.literal('in-progress'),
    since: Day.optional(),
    evidence: z.string().optional(),
    points: keptPoints.optional(),
  }),
  z.object({ state: z.literal('not-started'), evidence: z.string().optional() }),
  z.object({ state: z.literal('not-applicable'), reason: z.string() }),
]);

/** Of requirements that there are no more nothing is asked, and nothing is said. */
const keptItems = z.record(z.string(), keptItem).transform(
  (all): Items =>
    Object.fromEntries(
      requirementIds.flatMap((id) => {
        const item = all[id];
        return item === undefined ? [] : [[id, item]];
      }),
    ),
);

/**
 * What was stated once, as it is read back: by whatever catalogue it was taken in. A requirement or a
 * point that the catalogue of today does not have any more must not make a history unreadable.
 */
export const keptAssessment: z.ZodType<SelfAssessment> = z.object({
  statedOn: Day,
  items: keptItems,
  units: z.array(z.string()).exactOptional(),
  overrides: z.record(z.string(), keptItems).exactOptional(),
});
