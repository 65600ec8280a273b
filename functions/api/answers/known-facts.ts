import type { Day } from '../../../domain/day.ts';
import { type EvaluationInput, evaluateDay } from '../../../domain/evaluation.ts';
import { lastEvaluation, type RecordedEvaluation } from '../../../domain/history.ts';
import { type Catalogue, catalogue as ours } from '../../../domain/statute/catalogue.ts';
import { statusChanges, verdictOf } from '../../../domain/verdict.ts';
import type { Place } from '../../adapters/organisation-log.ts';
import type { StoredOrganisation } from '../../adapters/organisations.ts';
import { catalogueHashOf } from '../../catalogue-hash.ts';
import type { ExistingOrganisation } from '../organisation-in-scope.ts';

/*
 * What was known of an organisation on an earlier day, and whether what a night found then can be found
 * again from it.
 */

export type Facts = Pick<EvaluationInput, 'organisation' | 'assessments' | 'waivers'>;

type History = Pick<
  StoredOrganisation,
  'businessId' | 'profiles' | 'assessments' | 'waivers' | 'evaluations'
>;

/** The facts that had come in by a place in the log; undefined before the organisation was registered. */
const factsWhere = (
  { businessId, profiles, assessments, waivers }: History,
  isKnown: (place: Place) => boolean,
): Facts | undefined => {
  const profile = profiles.filter(isKnown).at(-1);
  return (
    profile && {
      organisation: { businessId, ...profile.content },
      assessments: assessments.filter(isKnown),
      waivers: waivers.filter(isKnown),
    }
  );
};

/** What was known at the end of a day. */
export const factsKnownOn = (history: History, day: Day): Facts | undefined =>
  factsWhere(history, ({ on }) => on <= day);

/** The facts to answer a question about a day by, and whether they are those of then or of now. */
export interface FactsFor {
  readonly facts: Facts;
  readonly knownAs: 'then' | 'now';
}

/**
 * A day gone by is answered by what was known then; today and coming days, and days before the
 * organisation was registered, by what is known now.
 */
export const factsFor = (
  stored: ExistingOrganisation,
  { on, today }: { readonly on: Day; readonly today: Day },
): FactsFor => {
  const then = on < today ? factsKnownOn(stored, on) : undefined;
  if (then !== undefined) return { facts: then, knownAs: 'then' };
  const { businessId, profile, assessments, waivers } = stored;
  const organisation = { businessId, ...profile.content };
  return { facts: { organisation, assessments, waivers }, knownAs: 'now' };
};

/** Whether the facts that an evaluation was based on give, by a catalogue, the statuses it recorded. */
export const isFoundAgain = (
  history: History,
  { on, basedOn, verdict }: RecordedEvaluation,
  catalogue: Catalogue,
): boolean => {
  const facts = factsWhere(history, ({ seq }) => seq <= basedOn);
  if (facts === undefined) return false;
  const again = verdictOf(evaluateDay({ ...facts, on, catalogue }));
  // Rows of before days were kept have none to compare.
  const sameDays = Object.entries(verdict.days).every(
    ([id, { due }]) => again.days[id]?.due === due,
  );
  return sameDays && statusChanges(verdict, again).length === 0;
};

/** What the nights had recorded by a day, beside what is answered for it now. */
export interface Recorded {
  readonly on: Day;
  readonly at: string;
  readonly status: RecordedEvaluation['verdict']['status'];
  readonly catalogueHash: string;
  /** It was evaluated by the law as the system knows it now. */
  readonly sameCatalogue: boolean;
  /** The facts it was based on give the same statuses and days today. */
  readonly agrees: boolean;
  /** Nothing came in on that day after it: what is answered rests on the same facts. */
  readonly sameFacts: boolean;
}

/** The last evaluation recorded for a day or before it, checked; null where there is none. */
export const recordedOn = (
  history: History,
  day: Day,
  catalogue: Catalogue = ours,
): Recorded | null => {
  const evaluation = lastEvaluation(history.evaluations, day);
  if (evaluation === undefined) return null;
  const { on, at, verdict, catalogueHash } = evaluation;
  return {
    on,
    at,
    status: verdict.status,
    catalogueHash,
    sameCatalogue: catalogueHash === catalogueHashOf(catalogue),
    agrees: isFoundAgain(history, evaluation, catalogue),
    sameFacts: ![...history.profiles, ...history.assessments, ...history.waivers].some(
      ({ seq, on: cameIn }) => seq > evaluation.basedOn && cameIn <= day,
    ),
  };
};
