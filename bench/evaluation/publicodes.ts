import Engine from 'publicodes';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import {
  type Condition,
  type Decision,
  type FactValue,
  type Operand,
  restsOn,
} from './decisions.ts';
import type { RuleEngine } from './engine.ts';
import { unsaid } from './facts.ts';
import { type LawAsDecisions, throughOrganiser } from './law-as-decisions.ts';

/** A name as the engine can read it. */
const wordOf = (name: string): string => name.replace(/[^A-Za-z]+/g, ' ').toLowerCase();

const literal = (value: FactValue): string =>
  typeof value === 'boolean'
    ? value
      ? 'oui'
      : 'non'
    : typeof value === 'number'
      ? String(value)
      : `'${value}'`;

const operandOf = (operand: Operand): string =>
  typeof operand === 'number' ? String(operand) : wordOf(operand);

const conditionOf = (condition: Condition): unknown => {
  if ('is' in condition) return wordOf(condition.is);
  if ('text' in condition) return `${wordOf(condition.text)} = '${condition.equals}'`;
  if ('all' in condition) {
    return condition.all.length === 0
      ? 'oui'
      : { 'toutes ces conditions': condition.all.map(conditionOf) };
  }
  if ('any' in condition) {
    return condition.any.length === 0
      ? 'non'
      : { 'une de ces conditions': condition.any.map(conditionOf) };
  }
  if ('not' in condition) return { '=': [conditionOf(condition.not), 'non'] };
  return 'before' in condition
    ? `${operandOf(condition.day)} < ${operandOf(condition.before)}`
    : `${operandOf(condition.day)} <= ${operandOf(condition.upTo)}`;
};

const ruleOf = (decision: Decision): unknown => {
  switch (decision.kind) {
    case 'whether':
      return { valeur: conditionOf(decision.when) };
    case 'earliest':
      return { 'le minimum de': decision.of.map(operandOf) };
    case 'latest':
      return { 'le maximum de': decision.of.map(operandOf) };
    case 'day':
      return {
        variations: [
          ...decision.cases.map(({ when, gives }) => ({
            si: conditionOf(when),
            alors: operandOf(gives),
          })),
          { sinon: operandOf(decision.otherwise) },
        ],
      };
    case 'status':
      return {
        variations: [
          ...decision.cases.map(({ when, gives }) => ({
            si: conditionOf(when),
            alors: `'${gives}'`,
          })),
          { sinon: `'${decision.otherwise}'` },
        ],
      };
  }
};

/** publicodes: a rule for each decision; it computes those that are asked for, with what they rest on. */
export const publicodes = ({
  decisions,
  duties,
  requirementStatus,
}: LawAsDecisions): RuleEngine => {
  const names = decisions.map(({ name }) => wordOf(name));
  if (new Set(names).size < names.length) throw new Error('two decisions have one name');
  const asked = [
    throughOrganiser,
    ...duties.flatMap(({ due, status }) => [due, status]),
    ...requirementIds.map(requirementStatus),
  ];
  const engine = new Engine({
    // A fact that is always given needs no more than its name.
    ...Object.fromEntries(
      decisions
        .flatMap(restsOn)
        .flatMap((name) => (typeof name === 'string' ? [[wordOf(name), null]] : [])),
    ),
    ...Object.fromEntries(
      Object.entries(unsaid).map(([name, value]) => [
        wordOf(name),
        { 'par défaut': literal(value) },
      ]),
    ),
    ...Object.fromEntries(decisions.map((decision) => [wordOf(decision.name), ruleOf(decision)])),
  });
  return {
    name: 'publicodes',
    given: (facts) => {
      const situation = Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [wordOf(name), literal(value)]),
      );
      return () => {
        engine.setSituation(situation);
        const told = new Map(asked.map((name) => [name, engine.evaluate(wordOf(name)).nodeValue]));
        return (name) => told.get(name);
      };
    },
  };
};
