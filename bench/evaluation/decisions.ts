/*
 * Decisions as plain data, written once, so that every engine gets the same ones to make, each in its own
 * form. Days are numbers here: no engine has to know a calendar.
 */

/** The name of a fact or of an earlier decision, or a day. */
export type Operand = string | number;

export type Condition =
  | { readonly is: string }
  | { readonly text: string; readonly equals: string }
  | { readonly day: Operand; readonly before: Operand }
  | { readonly day: Operand; readonly upTo: Operand }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Each rests on facts and on decisions before it. */
export type Decision = { readonly name: string } & (
  | { readonly kind: 'whether'; readonly when: Condition }
  | { readonly kind: 'earliest' | 'latest'; readonly of: readonly Operand[] }
  | {
      readonly kind: 'day';
      readonly cases: readonly { readonly when: Condition; readonly gives: Operand }[];
      readonly otherwise: Operand;
    }
  | {
      readonly kind: 'status';
      readonly cases: readonly { readonly when: Condition; readonly gives: string }[];
      readonly otherwise: string;
    }
);

/** A fact, and what it is where nothing is said of it. */
export type FactValue = boolean | number | string;
export type Facts = Readonly<Record<string, FactValue>>;

export const is = (name: string): Condition => ({ is: name });
export const not = (condition: Condition): Condition => ({ not: condition });
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });
export const equals = (text: string, value: string): Condition => ({ text, equals: value });
export const before = (day: Operand, other: Operand): Condition => ({ day, before: other });
export const upTo = (day: Operand, other: Operand): Condition => ({ day, upTo: other });

/** The names that a condition rests on. */
const namesIn = (condition: Condition): readonly string[] => {
  if ('is' in condition) return [condition.is];
  if ('text' in condition) return [condition.text];
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  const other = 'before' in condition ? condition.before : condition.upTo;
  return [condition.day, other].filter((operand) => typeof operand === 'string');
};

/** What a decision rests on. */
export const restsOn = (decision: Decision): readonly Operand[] => {
  switch (decision.kind) {
    case 'whether':
      return namesIn(decision.when);
    case 'earliest':
    case 'latest':
      return decision.of;
    case 'status':
      return decision.cases.flatMap(({ when }) => namesIn(when));
    case 'day':
      return [
        ...decision.cases.flatMap(({ when, gives }) => [...namesIn(when), gives]),
        decision.otherwise,
      ];
  }
};
