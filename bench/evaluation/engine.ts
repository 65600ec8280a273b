import { addDays, type Day, day } from '../../domain/day.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import type { Answer } from './answer.ts';
import type { Facts } from './decisions.ts';
import { type LawAsDecisions, throughOrganiser } from './law-as-decisions.ts';

/** What was decided under a name; looking it up is not measured. */
export type Told = (name: string) => Promise<unknown> | unknown;

/** An engine with its rules loaded. */
export interface RuleEngine {
  readonly name: string;
  /** Puts facts into the engine's form; what that returns decides, with the engine's trace, and is measured. */
  readonly given: (facts: Facts) => () => Promise<Told> | Told;
}

const first = day('1900-01-01');
const dayOf = (value: unknown): Day => {
  if (typeof value !== 'number') throw new Error(`not a day: ${String(value)}`);
  return addDays(first, value - 1);
};

type Status = Answer['deadlines'][string]['status'];
const isStatus = (value: unknown): value is Status =>
  value === 'met' || value === 'open' || value === 'overdue';

/** The answer, in our words, that an engine's decisions come to. */
export const answerFrom = async (
  { duties, requirementStatus }: LawAsDecisions,
  told: Told,
): Promise<Answer> => {
  const through = (await told(throughOrganiser)) === true ? '@organiser' : '';
  const deadlines: Record<string, Answer['deadlines'][string]> = {};
  for (const { id, obligation, due, status } of duties) {
    const stands = await told(status);
    if (!isStatus(stands)) continue;
    const whole = obligation.startsWith('store-') ? `${id}${through}` : id;
    deadlines[whole] = { due: dayOf(await told(due)), status: stands };
  }
  const requirements: Record<string, string> = {};
  for (const id of requirementIds) requirements[id] = String(await told(requirementStatus(id)));
  return { deadlines, requirements };
};
