import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { eachMinuteOf, Minutes } from '../../local/minutes.ts';
import { Template } from '../../local/template.ts';

const aTemplate = (schedule: object) =>
  new Template({
    Resources: {
      Work: { Type: 'AWS::Lambda::Function', Properties: {} },
      Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: {} },
      Schedule: { Type: 'AWS::Scheduler::Schedule', Properties: schedule },
    },
  });
const work = { 'Fn::GetAtt': ['Work', 'Arn'] };
const workArn = 'arn:aws:lambda:eu-north-1:000000000000:function:Work';

describe('The functions of each minute', () => {
  test('are those that a schedule runs once a minute', () => {
    const schedule = { ScheduleExpression: 'rate(1 minute)', Target: { Arn: work } };
    expect(eachMinuteOf(aTemplate(schedule))).toEqual([workArn]);
  });

  test('do not include the night, which a schedule starts too', () => {
    const schedule = {
      ScheduleExpression: 'cron(30 2 * * ? *)',
      Target: { Arn: { Ref: 'Machine' }, Input: '{}' },
    };
    expect(eachMinuteOf(aTemplate(schedule))).toEqual([]);
  });

  test.each([
    ['rate(5 minutes)', {}],
    ['rate(1 minute)', { Input: '{"what":"this"}' }],
  ])('are refused where this machine would run them otherwise: %s %j', (rate, given) => {
    const schedule = { ScheduleExpression: rate, Target: { Arn: work, ...given } };
    expect(() => eachMinuteOf(aTemplate(schedule))).toThrow(rate);
  });
});

describe('A minute', () => {
  test('tells what each function returned, and of one that failed how', async () => {
    const minutes = new Minutes({
      functions: ['arn:aws:lambda:x:y:function:Good', 'arn:aws:lambda:x:y:function:Bad'],
      invoke: async (arn) => {
        if (arn.endsWith('Bad')) throw new RangeError('no');
        return { done: 1 };
      },
    });
    expect(await minutes.run()).toEqual([
      { function: 'Good', returned: { done: 1 } },
      { function: 'Bad', failed: 'RangeError: no' },
    ]);
  });

  test('does not begin before the one before it has ended', async () => {
    const seen: string[] = [];
    const minutes = new Minutes({
      functions: [workArn],
      invoke: async () => {
        seen.push('begins');
        await setTimeout(20);
        seen.push('ends');
      },
    });
    await Promise.all([minutes.run(), minutes.run()]);
    expect(seen).toEqual(['begins', 'ends', 'begins', 'ends']);
  });

  test('comes by itself again and again, until that is stopped', async () => {
    let runs = 0;
    const third = Promise.withResolvers<void>();
    const minutes = new Minutes({
      functions: [workArn],
      invoke: async () => {
        runs += 1;
        if (runs === 3) third.resolve();
      },
    });
    minutes.keepRunning(1);
    await third.promise;
    minutes.stop();
    const stopped = runs;
    await setTimeout(30);
    expect(runs).toBe(stopped);
  });

  test('that runs when it is stopped is the last', async () => {
    let runs = 0;
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const minutes = new Minutes({
      functions: [workArn],
      invoke: async () => {
        runs += 1;
        begun.resolve();
        await end.promise;
      },
    });
    minutes.keepRunning(1);
    await begun.promise;
    minutes.stop();
    end.resolve();
    await setTimeout(30);
    expect(runs).toBe(1);
  });
});
