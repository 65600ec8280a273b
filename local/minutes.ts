import { z } from 'zod';
import type { Template } from './template.ts';

/** A schedule; of one that runs a function the target is the function itself. */
const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});

const isFunction = (arn: string): boolean => arn.includes(':lambda:');

/** The functions that the template has run once a minute; a schedule of a function must be so. */
export const eachMinuteOf = (template: Template): readonly string[] =>
  template
    .list('AWS::Scheduler::Schedule', ScheduleProperties)
    .filter(({ properties }) => isFunction(properties.Target.Arn))
    .map(({ properties: { ScheduleExpression: expression, Target } }) => {
      if (expression !== 'rate(1 minute)' || Target.Input !== undefined) {
        throw new Error(`The schedule ${expression} of ${Target.Arn} is not once a minute.`);
      }
      return Target.Arn;
    });

/** How the run of a function ended. */
export type Run =
  | { readonly function: string; readonly returned: unknown }
  | { readonly function: string; readonly failed: string };

export interface MinutesProps {
  /** The functions' ARNs. */
  readonly functions: readonly string[];
  readonly invoke: (functionArn: string) => Promise<unknown>;
}

const nameOf = (functionArn: string): string => functionArn.split(':').at(-1) ?? functionArn;

/**
 * What is done each minute. A minute runs every such function once, side by side, as Scheduler does;
 * minutes are taken one after the other, as they would be where none takes longer than that.
 */
export class Minutes {
  private readonly props: MinutesProps;
  private last: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(props: MinutesProps) {
    this.props = props;
  }

  /** Runs one minute, after those asked for before; a function that fails does not stop the others. */
  run(): Promise<readonly Run[]> {
    const { functions, invoke } = this.props;
    const minute = this.last.then(() =>
      Promise.all(
        functions.map(async (arn): Promise<Run> => {
          try {
            return { function: nameOf(arn), returned: await invoke(arn) };
          } catch (error) {
            return { function: nameOf(arn), failed: String(error) };
          }
        }),
      ),
    );
    this.last = minute;
    return minute;
  }

  /** Runs a minute again and again by itself, each time so many milliseconds after the last. */
  keepRunning(pause: number): void {
    this.timer = setTimeout(async () => {
      await this.run();
      if (this.timer !== undefined) this.keepRunning(pause);
    }, pause);
  }

  /** Begins no more by itself. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
