import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../../domain/day.ts';
import { costOf, prices, transitionsOf } from '../../../functions/night/cost.ts';
import { metered, type NightStep, type Usage } from '../../../functions/night/usage.ts';
import { momentOf } from '../../support/clocks.ts';

const date = day('2026-11-22');
const context = { memoryLimitInMB: '512' } as never;

const metering = () => {
  const putDown: [Day, NightStep, Usage][] = [];
  let now = momentOf(date);
  return {
    putDown,
    units: { take: () => ({ readUnits: 2.5, writeUnits: 4 }) },
    clock: { now: () => now },
    pass: (seconds: number) => {
      now = now.add({ seconds });
    },
    addUsage: async (...used: [Day, NightStep, Usage]) => {
      putDown.push(used);
    },
  };
};
const used = {
  invocations: 1,
  readUnits: 2.5,
  writeUnits: 4,
  seconds: 3,
  gigabyteSeconds: 1.5,
};

describe('a step of the night', () => {
  it('puts down what it used, and answers as it did', async () => {
    const meters = metering();
    const step = metered('send-digest', meters, async () => {
      meters.pass(3);
      return 'sent';
    });
    expect(await step({ date }, context)).toBe('sent');
    expect(meters.putDown).toEqual([[date, 'send-digest', used]]);
  });

  it('puts it down where it fails, and fails as it did', async () => {
    const meters = metering();
    const step = metered('send-digest', meters, async () => {
      meters.pass(3);
      throw new TypeError('it makes no sense');
    });
    await expect(step({ date }, context)).rejects.toThrow(TypeError);
    expect(meters.putDown).toEqual([[date, 'send-digest', used]]);
  });

  it('has its date from what it answers where it opens the night', async () => {
    const meters = metering();
    await metered('open-night', meters, async () => ({ date, shards: [] }))({}, context);
    expect(meters.putDown).toMatchObject([[date, 'open-night', { seconds: 0 }]]);
  });

  it('does not fail because that cannot be put down', async () => {
    const addUsage = async () => {
      throw new Error('the table does not answer');
    };
    const step = metered('close-night', { ...metering(), addUsage }, async () => 'closed');
    expect(await step({ date }, context)).toBe('closed');
  });
});

describe('what a night cost', () => {
  it('is one state transition and one invocation for each run, and more for shards', () => {
    expect(transitionsOf({}, 0)).toBe(2);
    expect(transitionsOf({ 'open-night': used, 'close-night': used }, 0)).toBe(4);
    expect(transitionsOf({ 'evaluate-shard': { ...used, invocations: 20 } }, 16)).toBe(58);
  });

  it('is what was used at the prices of its day', () => {
    const steps = { 'evaluate-shard': { ...used, readUnits: 8e6, writeUnits: 16e5, seconds: 0 } };
    expect(costOf(steps, { shards: 0, mails: 10_000 })).toMatchObject({
      dynamoDb: 2,
      ses: 1,
      pricesOf: `${prices.region} ${prices.asOf}`,
    });
  });
});
