import * as z from 'zod';
import { addDays, Day, earliestOf } from './day.ts';
import { line } from './organisation.ts';
import { isSameSubject, type Warning } from './warnings.ts';

/**
 * On whose side somebody asks for quiet. Those who oversee an organisation are not silenced by those
 * whom they oversee, nor the other way round.
 */
export const sides = ['provider', 'overseers'] as const;
export type Side = (typeof sides)[number];

/** What a warning is about, within its organisation. */
export type Subject = Pick<Warning, 'kind' | 'id'>;

/** Somebody knows of warnings that fall due on one day, and asks for quiet about them; `until` is its last day. */
export interface Acknowledgement {
  readonly side: Side;
  readonly subjects: readonly Subject[];
  readonly due: Day;
  readonly until: Day;
}

/** An acknowledgement as it came in: `at` is an instant in UTC (ISO 8601). */
export interface ReceivedAcknowledgement extends Acknowledgement {
  readonly acknowledgementId: string;
  /** The token's subject, or the recipient of the mail whose link was followed. */
  readonly by: string;
  readonly at: string;
  readonly note?: string;
}

/**
 * Nothing is quiet for longer, in days; then somebody has to say so again. Our own rule, no law's: a
 * quarter of a year is as early as the end of evidence is warned of, and who asked may have left since.
 */
export const longestQuiet = 90;

/** A day until which there may be quiet. */
export const quietUntil = (today: Day) =>
  Day.refine((day) => day >= today, { params: { rule: 'not-before-today', today } }).refine(
    (day) => day <= addDays(today, longestQuiet),
    {
      params: { rule: 'quiet-too-long', days: longestQuiet, last: addDays(today, longestQuiet) },
    },
  );

/** What is asked of a warning: to be quiet until a day. */
export const acknowledgementRequest = (today: Day) =>
  z.strictObject({ until: quietUntil(today), note: line(1000).optional() });
export type AcknowledgementRequest = z.infer<ReturnType<typeof acknowledgementRequest>>;

interface Question {
  readonly side: Side;
  readonly on: Day;
}

/**
 * The acknowledgement by which a warning is quiet on a day; undefined where it is not. They are given in
 * the order in which they came in, and of one subject and due day the last word counts: an earlier end
 * too. A due day that has moved is another warning, and not quiet.
 */
export const quietBy = <Given extends Acknowledgement>(
  acknowledgements: readonly Given[],
  warning: Pick<Warning, 'kind' | 'id' | 'due'>,
  { side, on }: Question,
): Given | undefined => {
  const last = acknowledgements.findLast(
    (one) =>
      one.side === side &&
      one.due === warning.due &&
      one.subjects.some((subject) => isSameSubject(subject, warning)),
  );
  return last !== undefined && on <= last.until ? last : undefined;
};

/** The warnings among some that are quiet on a day. */
export const quietAmong = (
  warnings: readonly Warning[],
  acknowledgements: readonly Acknowledgement[],
  question: Question,
): readonly Warning[] =>
  warnings.filter((warning) => quietBy(acknowledgements, warning, question) !== undefined);

/** The first day after one on which warnings that are quiet on it are so no more; undefined where none is. */
export const quietEndsOn = (
  warnings: readonly Warning[],
  acknowledgements: readonly Acknowledgement[],
  question: Question,
): Day | undefined =>
  earliestOf(
    warnings.flatMap((warning) => {
      const last = quietBy(acknowledgements, warning, question);
      return last === undefined ? [] : [addDays(last.until, 1)];
    }),
  );
