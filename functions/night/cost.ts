import { sumOf, type UsageBySteps } from './usage.ts';

/**
 * What AWS asks, in US dollars before tax and without free tiers: list prices of US East (N. Virginia), as
 * its pages on the pricing of Amazon DynamoDB (on demand, since 1.11.2024), AWS Lambda (Arm), AWS Step
 * Functions (standard) and Amazon SES have them. Other regions differ by some tenths.
 */
export const prices = {
  asOf: '2026-11-25',
  region: 'us-east-1',
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  gigabyteSecond: 0.0000133334,
  invocation: 0.2 / 1e6,
  stateTransition: 0.025 / 1000,
  mail: 0.1 / 1000,
} as const;

/**
 * The state transitions of a night, as lib/night-steps.ts has its states: each run of a function is one,
 * asking whether a shard is done another; each shard ends in one; and the two maps are one each.
 */
export const transitionsOf = (steps: UsageBySteps, shards: number): number => {
  const runs = Object.values(steps).reduce((sum, { invocations }) => sum + invocations, 0);
  return runs + (steps['evaluate-shard']?.invocations ?? 0) + shards + 2;
};

const inDollars = (amount: number): number => Math.round(amount * 1e6) / 1e6;

/** What a night cost, estimated, in US dollars to six places. */
export const costOf = (
  steps: UsageBySteps,
  { shards, mails }: { readonly shards: number; readonly mails: number },
) => {
  const all = sumOf(Object.values(steps));
  const dynamoDb = all.readUnits * prices.readUnit + all.writeUnits * prices.writeUnit;
  const lambda = all.gigabyteSeconds * prices.gigabyteSecond + all.invocations * prices.invocation;
  const stepFunctions = transitionsOf(steps, shards) * prices.stateTransition;
  const ses = mails * prices.mail;
  return {
    dollars: inDollars(dynamoDb + lambda + stepFunctions + ses),
    dynamoDb: inDollars(dynamoDb),
    lambda: inDollars(lambda),
    stepFunctions: inDollars(stepFunctions),
    ses: inDollars(ses),
    pricesOf: `${prices.region} ${prices.asOf}`,
  };
};
