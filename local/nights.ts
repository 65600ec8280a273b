import { z } from 'zod';
import type { Day } from '../domain/day.ts';
import { helsinkiInstant, type LocalClock, type Shift } from './clock.ts';
import type { MailEvents } from './mail-events.ts';
import type { Minutes } from './minutes.ts';
import type { LocalStateMachine } from './state-machine.ts';
import type { Template } from './template.ts';

/** When the night begins, and with what input. */
interface Schedule {
  /** In Helsinki, as `02:30`. */
  readonly time: string;
  readonly input: string;
}

const TargetProperties = z.object({ Target: z.object({ Arn: z.string() }) });
const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('Europe/Helsinki'),
  Target: z.object({ Input: z.string() }),
});

/** The schedule of the state machine; it must be once a day, at a fixed time. */
export const scheduleOf = (template: Template, machineArn: string): Schedule => {
  const [id, ...others] = template
    .list('AWS::Scheduler::Schedule', TargetProperties)
    .filter(({ properties }) => properties.Target.Arn === machineArn)
    .map((schedule) => schedule.id);
  if (id === undefined || others.length > 0) {
    throw new Error('The template has not one schedule that starts the night.');
  }
  const { ScheduleExpression: expression, Target } = template.one(id, ScheduleProperties);
  const [, minute, hour] = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(expression) ?? [];
  if (minute === undefined || hour === undefined) {
    throw new Error(`The schedule ${expression} is not once a day at a fixed time.`);
  }
  return { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, input: Target.Input };
};

/** The input that EventBridge Scheduler would start the night of a day with. */
export const scheduledInput = ({ time, input }: Schedule, date: Day): object => {
  const instant = helsinkiInstant(date, time).toString({ smallestUnit: 'second' });
  return JSON.parse(input.replaceAll('<aws.scheduler.scheduled-time>', instant));
};

export interface NightsProps {
  readonly clock: LocalClock;
  readonly schedule: Schedule;
  readonly machine: LocalStateMachine;
  /** Invokes a function of the night, under the clock of its day. */
  readonly invoke: (
    functionArn: string,
    event: unknown,
    shift: Shift | undefined,
  ) => Promise<unknown>;
  /** What is done each minute, and so also in the minute after a night. */
  readonly minutes: Pick<Minutes, 'run'>;
  /** What became of the night's mails is heard before its record is given. */
  readonly mailEvents?: Pick<MailEvents, 'settled'>;
}

/** Nights, one after the other; who asks for one that waits or runs gets the same record. */
export class Nights {
  private readonly props: NightsProps;
  private readonly underWay = new Map<Day, Promise<unknown>>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(props: NightsProps) {
    this.props = props;
  }

  /** Runs the night of a day and gives its record. Throws when the night stops before its end. */
  run(date: Day): Promise<unknown> {
    const same = this.underWay.get(date);
    if (same !== undefined) {
      return same;
    }
    const night = this.last
      .then(() => this.execute(date))
      .finally(() => this.underWay.delete(date));
    this.underWay.set(date, night);
    this.last = night.catch(() => undefined);
    return night;
  }

  /** Tells what the night of a day would do, by the state machine that would do it; changes nothing. */
  async dryRun(date: Day): Promise<unknown> {
    const { clock, schedule, machine, invoke } = this.props;
    const shift = clock.shiftOn(date);
    const input = { ...scheduledInput(schedule, date), dryRun: true };
    return machine.run(input, (functionArn, event) => invoke(functionArn, event, shift));
  }

  /** A night after today moves the clock to its day; one before it has only a clock of its own. */
  private async execute(date: Day): Promise<unknown> {
    const { clock, schedule, machine, invoke, minutes, mailEvents } = this.props;
    if (date > clock.today()) {
      clock.set(date);
    }
    const shift = clock.shiftOn(date);
    const record = await machine.run(scheduledInput(schedule, date), (functionArn, event) =>
      invoke(functionArn, event, shift),
    );
    await mailEvents?.settled();
    await minutes.run();
    return record;
  }
}
