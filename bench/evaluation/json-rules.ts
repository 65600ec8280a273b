import { type Almanac, Engine, type JsonCondition } from 'json-rules-engine';
import { type Condition, type Decision, type Operand, restsOn } from './decisions.ts';
import type { RuleEngine } from './engine.ts';
import { unsaid } from './facts.ts';
import type { LawAsDecisions } from './law-as-decisions.ts';

/** What a decision is before one of its cases holds. */
const undecided = 'undecided';

const literal = (operand: Operand) => (typeof operand === 'number' ? operand : { fact: operand });

const dayIn = async (almanac: Almanac, operand: Operand): Promise<number> =>
  typeof operand === 'number' ? operand : almanac.factValue<number>(operand);

/** A condition in the engine's JSON; numbers stand first only as facts, so those are turned round. */
const jsonOf = (condition: Condition): JsonCondition => {
  if ('is' in condition) return { fact: condition.is, operator: 'equal', value: true };
  if ('text' in condition) {
    return { fact: condition.text, operator: 'equal', value: condition.equals };
  }
  if ('all' in condition) return { all: condition.all.map(jsonOf) };
  if ('any' in condition) return { any: condition.any.map(jsonOf) };
  if ('not' in condition) return { not: jsonOf(condition.not) };
  const isBefore = 'before' in condition;
  const { day } = condition;
  const other = isBefore ? condition.before : condition.upTo;
  if (typeof day === 'string') {
    const operator = isBefore ? 'lessThan' : 'lessThanInclusive';
    return { fact: day, operator, value: literal(other) };
  }
  if (typeof other === 'number') throw new Error(`${day} and ${other}: one of them must be a fact`);
  const operator = isBefore ? 'greaterThan' : 'greaterThanInclusive';
  return { fact: other, operator, value: day };
};

/** A rule's own condition must be of several. */
const topOf = (condition: Condition) =>
  'any' in condition ? { any: condition.any.map(jsonOf) } : { all: [jsonOf(condition)] };

/** Rules of one priority run together: each decision runs after those it rests on, its cases in turn. */
const levelsOf = (decisions: readonly Decision[]): ReadonlyMap<Operand, number> => {
  const ends = new Map<Operand, number>();
  const begins = new Map<Operand, number>();
  for (const decision of decisions) {
    const begin = 1 + Math.max(0, ...restsOn(decision).map((name) => ends.get(name) ?? 0));
    begins.set(decision.name, begin);
    ends.set(decision.name, begin + ('cases' in decision ? decision.cases.length : 0));
  }
  return begins;
};

const highest = 1000;

interface Case {
  readonly when: Condition | undefined;
  readonly gives: Operand;
}

/** The last case holds where no other did. */
const casesOf = ({
  cases,
  otherwise,
}: Extract<Decision, { kind: 'day' | 'status' }>): readonly Case[] => [
  ...cases,
  { when: undefined, gives: otherwise },
];

/**
 * json-rules-engine: a rule for each case of a decision, which sets a fact. Its rules cannot count, so the
 * earliest and the latest of some days are facts that it computes when they are asked for, and keeps.
 */
export const jsonRules = ({ decisions }: LawAsDecisions): RuleEngine => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, value] of Object.entries(unsaid)) engine.addFact(name, value);
  const levels = levelsOf(decisions);
  for (const decision of decisions) {
    const { name } = decision;
    const level = levels.get(name) ?? 1;
    if ('of' in decision) {
      const pick = decision.kind === 'earliest' ? Math.min : Math.max;
      engine.addFact(name, async (_: unknown, almanac: Almanac) =>
        pick(...(await Promise.all(decision.of.map((operand) => dayIn(almanac, operand))))),
      );
      continue;
    }
    if ('when' in decision) {
      engine.addRule({
        conditions: topOf(decision.when),
        priority: highest - level,
        event: { type: name },
        onSuccess: (_, almanac) => almanac.addFact(name, true),
      });
      continue;
    }
    engine.addFact(name, undecided);
    const isDay = decision.kind === 'day';
    casesOf(decision).forEach(({ when, gives }, i) => {
      const open = { fact: name, operator: 'equal', value: undecided, priority: 2 };
      engine.addRule({
        conditions: { all: when === undefined ? [open] : [open, jsonOf(when)] },
        priority: highest - level - i,
        event: { type: name },
        onSuccess: async (_, almanac) => {
          almanac.addFact(name, isDay ? await dayIn(almanac, gives) : gives);
        },
      });
    });
  }
  return {
    name: 'json-rules-engine',
    given: (facts) => async () => {
      const { almanac } = await engine.run(facts);
      return (name) => almanac.factValue(name);
    },
  };
};
