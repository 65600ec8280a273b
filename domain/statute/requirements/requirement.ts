import type { Day } from '../../day.ts';
import type { Citation } from '../citation.ts';
import type { ObligationId } from '../obligation-ids.ts';
import type { SourceId } from '../sources.ts';
import type { RequirementId } from './requirement-ids.ts';

/** To whom a requirement, or a point of its evidence, applies; every condition named must hold. */
export interface Applicability {
  /** Uses the national services through its own customership: bound to join, or joined all the same. */
  readonly joinsItself?: true;
  /** Uses the national services at all, be it through the organiser's system. */
  readonly usesNationalServices?: true;
  /** Applies for the customership itself: in joint joining the main joiner does, not its tenants. */
  readonly appliesItself?: true;
  /** Its staff reads data in Kanta or signs documents; recording alone needs no card (docs/doubts.md, C-07). */
  readonly readsOrSigns?: true;
  /** Produces services on behalf of an organiser (703/2023 14 §). */
  readonly actsForOrganiser?: true;
  readonly recordsPatientData?: true;
  readonly sector?: 'public';
  /** No source of ours says that 741/2023 holds on Åland: only who is in Soteri there is asked. */
  readonly supervisionAct?: true;
  /** An organiser, or a producer with more than one service unit (741/2023 26 § 1 mom.). */
  readonly needsProgramme?: true;
  /** Has a duty of this kind under the law of the day. */
  readonly hasDuty?: readonly ObligationId[];
  /** Public producers only from this day on (741/2023 52 § 1 mom. by 964/2024). */
  readonly publicProducersFrom?: Day;
}

/** What says how long something holds: a place in an act, or a document beside the acts. */
export type ValiditySource =
  | { readonly basis: readonly [Citation, ...Citation[]] }
  | { readonly source: SourceId };

/** How long evidence holds where its own end is not stated; only where a source says so. */
export type Validity =
  | ({ readonly kind: 'months'; readonly months: number } & ValiditySource)
  /** A yearly check: it holds until this day of the year after the one in which it was made. */
  | ({
      readonly kind: 'until-next';
      readonly month: number;
      readonly dayOfMonth: number;
    } & ValiditySource);

/**
 * What an organisation may state of one point of its evidence. A statement of `done` covers every
 * point; one that is stated otherwise contradicts it, and the requirement is missing.
 */
export type PointKind =
  /** A question whose answer must be yes. */
  | { readonly kind: 'required' }
  /** A question whose answer must be no. */
  | { readonly kind: 'excluded' }
  /** Asked because it moves the plan; neither answer is wrong. */
  | { readonly kind: 'fact' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** The last day on which it holds. */
  | { readonly kind: 'valid-until'; readonly longest: Validity }
  /** The day of a recurring duty, and how long it holds from then. */
  | { readonly kind: 'last-done-on'; readonly holds: Validity }
  /** The organisation's service tasks that it covers: all must be. */
  | { readonly kind: 'service-tasks' }
  /** The job roles of decree 457/2024 that it covers: all of the sector must be. */
  | { readonly kind: 'job-roles' }
  /** The counties that it covers: all organisers' must be. */
  | { readonly kind: 'counties' };

/** One point of the evidence that a requirement asks for. Its texts stand in requirement-texts. */
export type EvidencePoint = PointKind & {
  readonly id: string;
  readonly appliesTo?: Applicability;
};

/**
 * How a statement ages: so many months after it was made it counts as unknown again. No source sets
 * this: it is our own rule (docs/decisions/0015). Evidence that has an end of its own does not age.
 */
export interface Ageing {
  readonly months: number;
  /** What is done once and for all does not age when done; only `in-progress` and the like do. */
  readonly alsoWhenDone: boolean;
}

/** Whom to ask about a requirement. */
export const advisers = [
  'kela',
  'thl',
  'dvv',
  'lvv',
  'county',
  'vendor',
  'main-joiner',
  'ministry',
] as const;
export type Adviser = (typeof advisers)[number];

/** One readiness item: to whom it applies, what proves it and how long, what it holds up, its sources. */
export interface Requirement {
  readonly id: RequirementId;
  readonly appliesTo: Applicability;
  /** Stated for each service unit where they differ; else for the organisation as a whole. */
  readonly perUnit: boolean;
  /** Empty only where the national services' practice asks for it and no act does. */
  readonly basis: readonly Citation[];
  /** Instructions beside the acts. */
  readonly sources: readonly SourceId[];
  readonly evidence: readonly EvidencePoint[];
  /** How long the whole holds, where no point of it has a day. */
  readonly validity: Validity | null;
  readonly ageing: Ageing;
  /** The duties that wait for it. */
  readonly holdsUp: readonly ObligationId[];
  /** What is otherwise for public providers. */
  readonly ofPublic?: {
    readonly basis: readonly [Citation, ...Citation[]];
    readonly holdsUp: readonly ObligationId[];
  };
  /** The fact of the profile that shows it done, whatever was stated before that fact's day. */
  readonly shownBy: 'joining' | 'storing' | null;
  readonly ask: readonly [Adviser, ...Adviser[]];
}

/** Our own rule for how long a statement counts (docs/decisions/0015). */
export const staysTrue: Ageing = { months: 12, alsoWhenDone: false };
export const mayChange: Ageing = { months: 12, alsoWhenDone: true };
