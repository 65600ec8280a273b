import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { UnitMeter } from '../adapters/request-units.ts';
import type { Clock } from '../clock.ts';
import { log } from '../log.ts';

const amount = z.number().min(0);
export const usage = z.object({
  invocations: z.int().min(0),
  /** Request units of DynamoDB. */
  readUnits: amount,
  writeUnits: amount,
  /** How long the function ran, without its start, in seconds; and that by its memory. */
  seconds: amount,
  gigabyteSeconds: amount,
});
/** What something has used. */
export type Usage = z.infer<typeof usage>;

const ofStep = usage.exactOptional();
export const usageBySteps = z.object({
  'open-night': ofStep,
  'evaluate-shard': ofStep,
  'find-unregistered': ofStep,
  'list-recipients': ofStep,
  'send-digest': ofStep,
  'close-night': ofStep,
});
/** What the steps of a night have used. */
export type UsageBySteps = Readonly<z.infer<typeof usageBySteps>>;
export type NightStep = keyof UsageBySteps;

export const noUsage: Usage = {
  invocations: 0,
  readUnits: 0,
  writeUnits: 0,
  seconds: 0,
  gigabyteSeconds: 0,
};

/** To six places, so that sums of fractions read as what they are. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

export const sumOf = (all: readonly Usage[]): Usage =>
  all.reduce(
    (sum, one) => ({
      invocations: sum.invocations + one.invocations,
      readUnits: rounded(sum.readUnits + one.readUnits),
      writeUnits: rounded(sum.writeUnits + one.writeUnits),
      seconds: rounded(sum.seconds + one.seconds),
      gigabyteSeconds: rounded(sum.gigabyteSeconds + one.gigabyteSeconds),
    }),
    noUsage,
  );

export interface Metering {
  readonly units: UnitMeter;
  readonly clock: Clock;
  /** Adds what one run of a step has used to what is known of the night. */
  readonly addUsage: (date: Day, step: NightStep, used: Usage) => Promise<void>;
}

const Night = z.object({ date: Day, dryRun: z.boolean().default(false) });

/**
 * A step of the night that puts down what each of its runs has used, also where it fails. What was used
 * is no reason to fail: where it cannot be put down, the log says so. A dry run puts down nothing.
 */
export const metered =
  <Result>(
    step: NightStep,
    { units, clock, addUsage }: Metering,
    run: (event: unknown, context: Context) => Promise<Result>,
  ) =>
  async (event: unknown, context: Context): Promise<Result> => {
    units.take();
    const began = clock.now();
    const putDown = async (date: Day) => {
      const seconds = clock.now().since(began).total('seconds');
      const gigabyteSeconds = (seconds * Number(context.memoryLimitInMB)) / 1024;
      await addUsage(date, step, { ...units.take(), invocations: 1, seconds, gigabyteSeconds });
    };
    let result: Result | undefined;
    try {
      result = await run(event, context);
      return result;
    } finally {
      // Only what opens the night has its date from itself.
      const [night] = [event, result].flatMap((one) => Night.safeParse(one).data ?? []);
      if (night !== undefined && !night.dryRun) {
        await putDown(night.date).catch((error: unknown) => {
          log.error({ message: 'usage not put down', step, error: String(error) });
        });
      }
    }
  };
