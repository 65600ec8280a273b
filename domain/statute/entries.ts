import { type Day, day } from '../day.ts';
import type { Text } from '../language.ts';
import { acts, type KnownAct } from './acts.ts';
import type { ActId, Citation } from './citation.ts';
import type { MilestoneId, ObligationId } from './obligation-ids.ts';
import { milestoneTexts, obligationTexts } from './obligation-texts.ts';
import type { ServiceTask } from './service-tasks.ts';

/** How the act sets the day. */
export type DayRule =
  /** The act names the day. */
  | { readonly kind: 'fixed'; readonly day: Day }
  /** The day by which one joins; with the late-joiner clause, later where all one stores has a later day. */
  | { readonly kind: 'join'; readonly day: Day; readonly lateJoinerClause: boolean }
  /** From one's own joining, at the latest by the join deadline; `bindsFrom`: the rule bound nobody before. */
  | { readonly kind: 'from-joining'; readonly bindsFrom: Day }
  /** On the join deadline, whenever one joined. */
  | { readonly kind: 'join-deadline' }
  /** Every year on one day, from `firstYear` on. */
  | {
      readonly kind: 'yearly';
      readonly month: number;
      readonly dayOfMonth: number;
      readonly firstYear: number;
    };

/** Whom an entry binds, beside the exceptions that hold for all joining (Åland, no system). */
export interface Binds {
  readonly sector: 'public' | 'private' | 'any';
  /**
   * Whose register the documents belong to: the provider's own (a contract with the client), the
   * organiser's on whose behalf it acts, or either where the act makes no difference.
   */
  readonly register: 'own' | 'organiser' | 'any';
}

/** One dated demand of one act. A later act is a new entry that names what it supersedes; none is ever edited. */
export interface ObligationEntry {
  readonly id: string;
  readonly obligation: ObligationId;
  /** The service tasks it is applied to, one by one; null for the organisation as a whole. */
  readonly serviceTasks: readonly ServiceTask[] | null;
  /** The act that gave this wording, and the day it was given: from then on the entry can be known. */
  readonly givenBy: ActId;
  readonly knownFrom: Day;
  readonly inForceFrom: Day;
  readonly supersedes: readonly string[];
  readonly basis: readonly [Citation, ...Citation[]];
  readonly binds: Binds;
  readonly rule: DayRule;
  readonly text: Text;
  readonly lastVerified: Day;
}

/** A day that binds the national services, as one act has it. */
export interface MilestoneEntry {
  readonly id: string;
  readonly milestone: MilestoneId;
  readonly givenBy: ActId;
  readonly knownFrom: Day;
  readonly inForceFrom: Day;
  readonly supersedes: readonly string[];
  readonly basis: readonly [Citation, ...Citation[]];
  readonly day: Day;
  readonly text: Text;
  readonly lastVerified: Day;
}

/** The day until which the official texts were read (README, limits). */
const lastVerified = day('2025-02-21');

/** What all entries of one act share. */
export interface FromAct {
  readonly givenBy: KnownAct;
  readonly knownFrom: Day;
  readonly inForceFrom: Day;
}

/** An act's own days. Throws for an act whose day of giving has no source: it cannot carry entries. */
export const from = (act: KnownAct): FromAct => {
  const { given, inForceFrom } = acts[act];
  if (given === null) throw new Error(`no source of ours says when ${act} was given`);
  return { givenBy: act, knownFrom: given, inForceFrom };
};

type Draft = Omit<
  ObligationEntry,
  'text' | 'lastVerified' | 'supersedes' | 'binds' | 'serviceTasks' | keyof FromAct
> &
  Partial<Pick<ObligationEntry, 'supersedes' | 'binds' | 'serviceTasks'>>;

/** Makes the entries of one act: what they share is said once. */
export const entriesOf =
  (act: FromAct) =>
  (drafts: readonly Draft[]): readonly ObligationEntry[] =>
    drafts.map((draft) => ({
      supersedes: [],
      binds: { sector: 'any', register: 'any' },
      serviceTasks: null,
      ...act,
      ...draft,
      text: obligationTexts[draft.obligation].name,
      lastVerified,
    }));

export const milestone = (
  draft: Omit<MilestoneEntry, 'text' | 'lastVerified'>,
): MilestoneEntry => ({
  ...draft,
  text: milestoneTexts[draft.milestone],
  lastVerified,
});

/** Makes citations of one act: `cite('102', 5)` is 102 § 5 mom. */
export const citing =
  (act: ActId, amendedBy?: ActId) =>
  (section: string, subsection?: number, item?: number): Citation => ({
    act,
    section,
    ...(subsection === undefined ? {} : { subsection }),
    ...(item === undefined ? {} : { item }),
    ...(amendedBy === undefined ? {} : { amendedBy }),
  });
