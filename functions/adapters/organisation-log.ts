import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type ReceivedAcknowledgement, sides } from '../../domain/acknowledgement.ts';
import { keptAssessment, type ReceivedAssessment, statedIn } from '../../domain/assessment.ts';
import { Day, day } from '../../domain/day.ts';
import { overallStatuses } from '../../domain/evaluation.ts';
import type { RecordedEvaluation } from '../../domain/history.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import { type OrganisationProfile, organisationProfile } from '../../domain/organisation.ts';
import { requirementStatuses } from '../../domain/readiness.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import { type ApprovedWaiver, waiverRequest } from '../../domain/waiver.ts';
import { warningKinds } from '../../domain/warnings.ts';
import { dayInHelsinki, instantText } from '../clock.ts';
import { canonicalJson } from '../entity-tag.ts';
import { keptText } from './packed.ts';

/*
 * The log of an organisation: everything that was stated about it and found of it, in one order, each
 * entry chained to the one before it by its hash. The log is where these facts are stored, so a fact
 * and its place in the chain are one write.
 */

export const entryKinds = [
  'profile',
  'assessment',
  'waiver',
  'acknowledgement',
  'evaluation',
] as const;

/** What an entry adds; its content is canonical JSON (RFC 8785). */
export interface Addition {
  readonly kind: (typeof entryKinds)[number];
  readonly content: string;
}

/** An entry as it is stored. `at` is an instant in UTC, `on` its day in Helsinki. */
export interface LogEntry extends Addition {
  /** 1, 2, … without a gap. */
  readonly seq: number;
  readonly at: string;
  readonly on: string;
  /** The hash of the entry before it; null for the first. */
  readonly previous: string | null;
  readonly hash: string;
}

/** Where an entry stands among the organisation's items. */
export const logPrefix = 'LOG#';
export const logKey = (seq: number): string => `${logPrefix}${String(seq).padStart(9, '0')}`;

/** The hash of all that an entry says, and of whom. */
export const hashOf = (
  businessId: string,
  { seq, kind, at, on, content, previous }: Omit<LogEntry, 'hash' | 'kind'> & { kind: string },
): string =>
  createHash('sha256')
    .update(canonicalJson({ businessId, seq, kind, at, on, content, previous }))
    .digest('hex');

/** The entry that comes after the last one. */
export const entryAfter = (
  last: Pick<LogEntry, 'seq' | 'hash'> | undefined,
  {
    businessId,
    now,
    addition,
  }: {
    readonly businessId: BusinessId;
    readonly now: Temporal.Instant;
    readonly addition: Addition;
  },
): LogEntry => {
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    kind: addition.kind,
    at: instantText(now),
    on: dayInHelsinki(now),
    content: addition.content,
    previous: last?.hash ?? null,
  };
  return { ...entry, hash: hashOf(businessId, entry) };
};

/** Days of what has happened were checked against the day they came in; a row is not checked again. */
const anyDay = day('2199-12-31');
const noDayBefore = day('1900-01-01');

export const storedVerdict = z.object({
  status: z.enum(overallStatuses),
  deadlines: z.record(z.string(), z.enum(['met', 'open', 'overdue'])),
  // Rows of before these were kept know none: from such a day nothing can be said to have moved.
  days: z.record(z.string(), z.object({ due: Day, entry: z.string() })).default({}),
  requirements: z.record(z.string(), z.enum(requirementStatuses)),
});

const profileContent = z.object({
  version: z.int(),
  /** Without its contacts. */
  profile: organisationProfile(anyDay).strip(),
  /** Under which name its contacts stand apart; null where it has none. */
  contacts: z.string().nullable(),
});
const assessmentContent = z.object({
  assessmentId: z.string(),
  receivedAt: z.iso.datetime({ precision: 3 }),
  receivedOn: Day,
  stated: keptAssessment,
});
const waiverContent = z.object({
  waiverId: z.string(),
  approvedBy: z.string(),
  approvedAt: z.iso.datetime({ precision: 3 }),
  from: Day,
  request: waiverRequest(noDayBefore).strip().extend({ requirement: z.string() }),
});
const acknowledgementContent = z.object({
  acknowledgementId: z.string(),
  by: z.string(),
  side: z.enum(sides),
  subjects: z.array(z.object({ kind: z.enum(warningKinds), id: z.string() })),
  due: Day,
  until: Day,
  note: z.string().exactOptional(),
});
const evaluationContent = z.object({
  on: Day,
  verdict: storedVerdict,
  catalogueHash: z.string(),
  basedOn: z.int(),
});

/** A kept text that holds JSON of a schema. */
export const jsonOf = <Schema extends z.ZodType>(schema: Schema) =>
  keptText
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const place = { seq: z.int(), at: z.string(), on: Day, hash: z.string() };

/** An entry as it is read: its content parsed by the schema it was written with. */
export const readEntry = z.discriminatedUnion('kind', [
  z.object({ ...place, kind: z.literal('profile'), content: jsonOf(profileContent) }),
  z.object({ ...place, kind: z.literal('assessment'), content: jsonOf(assessmentContent) }),
  z.object({ ...place, kind: z.literal('waiver'), content: jsonOf(waiverContent) }),
  z.object({
    ...place,
    kind: z.literal('acknowledgement'),
    content: jsonOf(acknowledgementContent),
  }),
  z.object({ ...place, kind: z.literal('evaluation'), content: jsonOf(evaluationContent) }),
]);
export type ReadEntry = z.infer<typeof readEntry>;

/** Where a fact stands in the log, and when it came to be known. */
export interface Place {
  readonly seq: number;
  readonly at: string;
  readonly on: Day;
}
export type Logged<Fact> = Fact & Place;

/** A version of a profile, without its contacts. */
export interface ProfileVersion extends Place {
  readonly version: number;
  readonly content: OrganisationProfile;
}

/** All facts of an organisation, each kind in the order in which it came in. */
export interface LoggedFacts {
  readonly profiles: readonly ProfileVersion[];
  readonly assessments: readonly Logged<ReceivedAssessment>[];
  readonly waivers: readonly Logged<ApprovedWaiver>[];
  readonly acknowledgements: readonly Logged<ReceivedAcknowledgement>[];
  readonly evaluations: readonly RecordedEvaluation[];
}

/** A log as it was read, and what of it matters to who writes on. */
export interface OrganisationLog extends LoggedFacts {
  readonly last: Pick<LogEntry, 'seq' | 'hash'> | undefined;
  /** The name under which the newest profile's contacts stand. */
  readonly contacts: string | null;
}

/** The facts that the entries of one log hold. */
export const logOf = (entries: readonly ReadEntry[]): OrganisationLog => {
  const profiles: ProfileVersion[] = [];
  const assessments: Logged<ReceivedAssessment>[] = [];
  const waivers: Logged<ApprovedWaiver>[] = [];
  const acknowledgements: Logged<ReceivedAcknowledgement>[] = [];
  const evaluations: RecordedEvaluation[] = [];
  let contacts: string | null = null;
  for (const { seq, at, on, ...entry } of entries) {
    switch (entry.kind) {
      case 'profile': {
        const { version, profile } = entry.content;
        profiles.push({ seq, at, on, version, content: profile });
        contacts = entry.content.contacts;
        break;
      }
      case 'assessment': {
        const { stated, ...receipt } = entry.content;
        assessments.push({ seq, at, on, ...receipt, ...stated });
        break;
      }
      case 'waiver': {
        const { request, ...approval } = entry.content;
        // A requirement that there is no more is demanded of nobody, and needs no waiver.
        const requirement = requirementIds.find((id) => id === request.requirement);
        if (requirement !== undefined) {
          waivers.push({ seq, at, on, ...approval, ...request, requirement });
        }
        break;
      }
      case 'acknowledgement':
        acknowledgements.push({ seq, at, on, ...entry.content });
        break;
      case 'evaluation':
        evaluations.push({ seq, at, ...entry.content });
        break;
    }
  }
  const last = entries.at(-1);
  return { profiles, assessments, waivers, acknowledgements, evaluations, last, contacts };
};

/**
 * The number of the last fact that an evaluation rests on, leaving out what nights found and whom they
 * warn; 0 where there is none.
 */
export const lastFact = ({
  profiles,
  assessments,
  waivers,
}: Pick<LoggedFacts, 'profiles' | 'assessments' | 'waivers'>): number =>
  Math.max(0, ...[profiles, assessments, waivers].map((facts) => facts.at(-1)?.seq ?? 0));

/** What is to be added to a log after what was read of it, or why nothing is. */
export type Decision = Addition | 'there-already' | 'changed-meanwhile';

/** A profile's next version; its contacts stand apart under a name that only this write has. */
export const nextProfile =
  (
    content: OrganisationProfile,
    next: { readonly replaces: number; readonly contacts: string | null },
  ) =>
  (log: OrganisationLog): Decision => {
    const { replaces, contacts } = next;
    if (contacts !== null && log.contacts === contacts) return 'there-already';
    if ((log.profiles.at(-1)?.version ?? 0) !== replaces) return 'changed-meanwhile';
    const { contacts: _, ...profile } = content;
    return {
      kind: 'profile',
      content: canonicalJson({ version: replaces + 1, profile, contacts }),
    };
  };

export const nextAssessment =
  ({ assessmentId, receivedAt, receivedOn, ...assessment }: ReceivedAssessment) =>
  ({ assessments }: LoggedFacts): Decision =>
    assessments.some((one) => one.assessmentId === assessmentId)
      ? 'there-already'
      : {
          kind: 'assessment',
          content: canonicalJson({
            assessmentId,
            receivedAt,
            receivedOn,
            stated: statedIn(assessment),
          }),
        };

export const nextWaiver =
  ({ waiverId, approvedBy, approvedAt, from, ...asked }: ApprovedWaiver) =>
  ({ waivers }: LoggedFacts): Decision =>
    waivers.some((one) => one.waiverId === waiverId)
      ? 'there-already'
      : {
          kind: 'waiver',
          content: canonicalJson({
            waiverId,
            approvedBy,
            approvedAt,
            from,
            request: waiverRequest(noDayBefore).strip().parse(asked),
          }),
        };

/** `at` is the entry's own. */
export const nextAcknowledgement =
  ({ at: _, ...acknowledgement }: ReceivedAcknowledgement) =>
  ({ acknowledgements }: LoggedFacts): Decision =>
    acknowledgements.some(
      ({ acknowledgementId }) => acknowledgementId === acknowledgement.acknowledgementId,
    )
      ? 'there-already'
      : {
          kind: 'acknowledgement',
          content: canonicalJson(acknowledgementContent.parse(acknowledgement)),
        };

const noPlace = { seq: 0, at: '' };

/** What a night found; not any more where a fact has come in that it did not see. */
export const nextEvaluation =
  (evaluation: Omit<RecordedEvaluation, 'seq' | 'at'>) =>
  (log: LoggedFacts): Decision => {
    const content = canonicalJson(evaluation);
    const { seq: _, at: __, ...recorded } = log.evaluations.at(-1) ?? noPlace;
    if (canonicalJson(recorded) === content) return 'there-already';
    return lastFact(log) === evaluation.basedOn
      ? { kind: 'evaluation', content }
      : 'changed-meanwhile';
  };

/** The mark of a fact to come, kept in the state until a night has seen the fact. */
export const factMark = {
  profile: (version: number): string => `PROFILE#${String(version).padStart(9, '0')}`,
  assessment: (assessmentId: string): string => `ASSESSMENT#${assessmentId}`,
  waiver: (waiverId: string): string => `WAIVER#${waiverId}`,
  acknowledgement: (acknowledgementId: string): string => `ACKNOWLEDGEMENT#${acknowledgementId}`,
} as const;

/** Whether a marked fact is among those read; a later version of a profile stands for an earlier one. */
export const isSeen = (
  mark: string,
  { profiles, assessments, waivers, acknowledgements }: Omit<LoggedFacts, 'evaluations'>,
): boolean =>
  mark.startsWith('PROFILE#')
    ? factMark.profile(profiles.at(-1)?.version ?? 0) >= mark
    : assessments.some(({ assessmentId }) => factMark.assessment(assessmentId) === mark) ||
      waivers.some(({ waiverId }) => factMark.waiver(waiverId) === mark) ||
      acknowledgements.some(
        ({ acknowledgementId }) => factMark.acknowledgement(acknowledgementId) === mark,
      );
