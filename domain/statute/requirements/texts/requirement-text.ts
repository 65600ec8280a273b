import type { Text } from '../../../language.ts';

/** A requirement in words. */
export interface RequirementText {
  readonly name: Text;
  /** Why it is asked: what it makes possible, or the duty it rests on. */
  readonly why: Text;
  /** The next step of who lacks it. */
  readonly nextStep: Text;
  /** What is stated of each point of the evidence, by its id. */
  readonly points: Readonly<Record<string, Text>>;
  /** Said where the end of the evidence was not stated and is taken from the source. */
  readonly validity?: Text;
}
