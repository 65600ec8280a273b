import type { EvaluationInput } from '../../domain/evaluation.ts';
import { differences } from './answer.ts';
import { type Contender, ours } from './contenders.ts';

/** Throws where a contender decides anything of any organisation otherwise than the evaluation does. */
export const requireSameAnswers = async (
  contenders: readonly Contender[],
  inputs: readonly EvaluationInput[],
): Promise<void> => {
  for (const { name, given } of contenders) {
    for (const input of inputs) {
      const [decided, own] = [await given(input)(), await ours.given(input)()];
      const found = differences(await own(), await decided());
      if (found.length > 0) {
        const whom = `${input.organisation.name} on ${input.on}`;
        throw new Error(`${name} decides otherwise of ${whom}:\n${found.join('\n')}`);
      }
    }
  }
};
