import { type EvaluationInput, evaluate } from '../../domain/evaluation.ts';
import type { Law } from '../../domain/law-in-force.ts';
import { positionAt } from '../../domain/legal-position.ts';
import { requirementsOn } from '../../domain/readiness.ts';
import { standingsOn } from '../../domain/statements.ts';
import { type Answer, answerOf } from './answer.ts';
import { answerFrom, type RuleEngine } from './engine.ts';
import { factsOf } from './facts.ts';
import type { LawAsDecisions } from './law-as-decisions.ts';
import { handWritten } from './loop.ts';

/** Who decides of an organisation. */
export interface Contender {
  readonly name: string;
  /** Takes an organisation in; what that returns decides once, and is measured. */
  readonly given: (input: EvaluationInput) => () => Promise<Decided> | Decided;
}

/** What was decided; telling it in our words is not measured. */
export type Decided = () => Promise<Answer> | Answer;

/** The whole evaluation: beside the decisions asked for, the plan, projections and the next change. */
export const ours: Contender = {
  name: 'the whole evaluation',
  given: (input) => () => {
    const evaluation = evaluate(input);
    return () => answerOf(evaluation);
  },
};

/** The parts of the evaluation that make the decisions asked for, with their traces. */
export const sameOfOurs: Contender = {
  name: 'the same decisions',
  given:
    ({ organisation, assessments, waivers, on }) =>
    () => {
      const standings = standingsOn(assessments, on);
      const { deadlines } = positionAt({ organisation, standings, validAt: on, knownAt: on });
      const requirements = requirementsOn({ organisation, deadlines, standings, waivers, on });
      return () => answerOf({ deadlines, requirements });
    },
};

export const byHand = (law: Law): Contender => {
  const decide = handWritten(law);
  return {
    name: 'a hand-written loop without trace',
    given: (input) => () => {
      const answer = decide(input);
      return () => answer;
    },
  };
};

export const byEngine = (law: LawAsDecisions, { name, given }: RuleEngine): Contender => ({
  name,
  given: (input) => {
    const decide = given(factsOf(input));
    return async () => {
      const told = await decide();
      return () => answerFrom(law, told);
    };
  },
});
