import { describe, expect, test } from 'vitest';
import { FunctionError } from '../../local/local-function.ts';
import { LocalStateMachine } from '../../local/state-machine.ts';

const arn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:Night';
const functionArn = 'arn:aws:lambda:eu-north-1:000000000000:function:Task';

/** A machine of one task. */
const aMachine = (task: object) =>
  new LocalStateMachine(
    arn,
    JSON.stringify({
      StartAt: 'Task',
      States: {
        Task: { Type: 'Task', Resource: functionArn, End: true, ...task },
        ...('Catch' in task && { Caught: { Type: 'Pass', End: true } }),
      },
    }),
  );

const failing = (errorType: string) =>
  new FunctionError({ errorType, errorMessage: 'it broke', trace: ['at home'] });

const retry = { IntervalSeconds: 120, BackoffRate: 2, MaxAttempts: 2 };

describe('A state machine on this machine', () => {
  test.each([
    ['Busy', [{ ErrorEquals: ['Busy'], ...retry }], 3, 'the error is named'],
    ['Other', [{ ErrorEquals: ['Busy'], ...retry }], 1, 'another is'],
    ['Any', [{ ErrorEquals: ['States.TaskFailed'], ...retry }], 3, 'every failure of a task is'],
    [
      'Busy',
      [
        { ErrorEquals: ['Other'], ...retry },
        { ErrorEquals: ['States.ALL'], ...retry, MaxAttempts: 1 },
      ],
      2,
      'the first that fits decides',
    ],
  ])(
    'tries again after %s as %j says, without its minutes: %d calls (%s)',
    async (errorType, Retry, expected) => {
      let calls = 0;
      const machine = aMachine({ Retry, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] });
      await machine.run({}, async () => {
        calls += 1;
        throw failing(errorType);
      });
      expect(calls).toBe(expected);
    },
  );

  test('goes on with what a function returned after it had failed', async () => {
    let calls = 0;
    const machine = aMachine({ Retry: [{ ErrorEquals: ['Busy'], ...retry }] });
    const output = await machine.run({}, async () => {
      calls += 1;
      if (calls === 1) {
        throw failing('Busy');
      }
      return { calls };
    });
    expect(output).toEqual({ calls: 2 });
  });

  test('catches a failure with the error and the cause that Step Functions gives', async () => {
    const machine = aMachine({
      Catch: [{ ErrorEquals: ['Broken'], ResultPath: '$.error', Next: 'Caught' }],
    });
    const output = await machine.run({ kept: 1 }, async () => {
      throw failing('Broken');
    });
    const Cause = JSON.stringify({
      errorType: 'Broken',
      errorMessage: 'it broke',
      trace: ['at home'],
    });
    expect(output).toEqual({ kept: 1, error: { Error: 'Broken', Cause } });
  });

  test('fails where nothing catches', async () => {
    const run = aMachine({}).run({}, async () => {
      throw failing('Broken');
    });
    await expect(run).rejects.toThrow('it broke');
  });

  test('fails a task whose answer is larger than Step Functions takes', async () => {
    const machine = aMachine({
      Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Caught' }],
    });
    expect(await machine.run({}, async () => 'x'.repeat(262_142))).toHaveLength(262_142);
    expect(await machine.run({}, async () => 'x'.repeat(262_143))).toMatchObject({
      Error: 'States.DataLimitExceeded',
    });
  });

  test.each(['ItemBatcher', 'ItemReader', 'ResultWriter', 'ToleratedFailureCount', 'Assign'])(
    'is refused when it uses %s, which would be passed over without a word',
    (word) => {
      expect(() => aMachine({ [word]: {} })).toThrow(word);
    },
  );
});
