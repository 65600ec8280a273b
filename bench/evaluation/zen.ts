import { ZenEngine } from '@gorules/zen-engine';
import type { Condition, Decision, Operand } from './decisions.ts';
import type { RuleEngine } from './engine.ts';
import { unsaid } from './facts.ts';
import type { LawAsDecisions } from './law-as-decisions.ts';

/** A name as the engine's expressions can write it. */
const wordOf = (name: string): string =>
  name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());

/** What has been decided before is under `$`; a fact is a key of the input. */
const written = (decided: ReadonlySet<string>) => {
  const operand = (one: Operand): string =>
    typeof one === 'number' ? String(one) : `${decided.has(one) ? '$.' : ''}${wordOf(one)}`;
  const condition = (one: Condition): string => {
    if ('is' in one) return operand(one.is);
    if ('text' in one) return `${operand(one.text)} == "${one.equals}"`;
    if ('all' in one) {
      return one.all.length === 0 ? 'true' : `(${one.all.map(condition).join(' and ')})`;
    }
    if ('any' in one) {
      return one.any.length === 0 ? 'false' : `(${one.any.map(condition).join(' or ')})`;
    }
    if ('not' in one) return `not (${condition(one.not)})`;
    return 'before' in one
      ? `${operand(one.day)} < ${operand(one.before)}`
      : `${operand(one.day)} <= ${operand(one.upTo)}`;
  };
  return { operand, condition };
};

const expressionOf = (decision: Decision, decided: ReadonlySet<string>): string => {
  const { operand, condition } = written(decided);
  switch (decision.kind) {
    case 'whether':
      return condition(decision.when);
    case 'earliest':
      return `min([${decision.of.map(operand).join(', ')}])`;
    case 'latest':
      return `max([${decision.of.map(operand).join(', ')}])`;
    case 'day':
      return [
        ...decision.cases.map(({ when, gives }) => `${condition(when)} ? ${operand(gives)} : `),
        operand(decision.otherwise),
      ].join('');
    case 'status':
      return [
        ...decision.cases.map(({ when, gives }) => `${condition(when)} ? "${gives}" : `),
        `"${decision.otherwise}"`,
      ].join('');
  }
};

/** The decisions as one node of expressions: each node more would copy the facts into the trace once more. */
const graphOf = (decisions: readonly Decision[]) => {
  const decided = new Set<string>();
  const expressions = decisions.map((decision, i) => {
    const value = expressionOf(decision, decided);
    decided.add(decision.name);
    return { id: `e${i}`, key: wordOf(decision.name), value };
  });
  return {
    nodes: [
      { id: 'in', name: 'facts', type: 'inputNode' },
      {
        id: 'law',
        name: 'law',
        type: 'expressionNode',
        content: { expressions, executionMode: 'single' },
      },
      { id: 'out', name: 'decisions', type: 'outputNode' },
    ],
    edges: [
      { id: '1', type: 'edge', sourceId: 'in', targetId: 'law' },
      { id: '2', type: 'edge', sourceId: 'law', targetId: 'out' },
    ],
  };
};

/** zen-engine: a graph of one node, whose expressions rest on each other, with its trace. */
export const zen = ({ decisions }: LawAsDecisions, { trace }: { trace: boolean }): RuleEngine => {
  const decision = new ZenEngine().createDecision(graphOf(decisions));
  return {
    name: trace ? 'zen-engine with trace' : 'zen-engine without trace',
    given: (facts) => {
      const input = Object.fromEntries(
        Object.entries({ ...unsaid, ...facts }).map(([name, value]) => [wordOf(name), value]),
      );
      return async () => {
        const { result } = await decision.evaluate(input, { trace });
        return (name) => result[wordOf(name)];
      };
    },
  };
};
