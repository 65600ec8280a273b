import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../domain/statute/catalogue.ts';
import {
  type Fault,
  type FaultKind,
  FaultyNights,
  faultKinds,
  type Point,
  type Recording,
} from './support/faulty-nights.ts';
import { furnish } from './support/mixed-organisations.ts';
import { synthesisedNight } from './support/night-definition.ts';
import { outcomeOf, standAlike } from './support/night-ends.ts';

/*
 * Each call of a night to DynamoDB, SES and Step Functions is made to fail once, and then the system is left
 * to itself: to the retries of the SDK and of the synthesised state machine, and to the next night. Here
 * each call fails in one way; `npm run faults` has each fail in every way, and runs all that comes after
 * it to the end.
 */
const inEveryWay = process.env['FAULTS'] === 'every';

// Working days, so that what is put in order is mailed too.
const date = '2026-11-23';
const nextDate = '2026-11-24';

let nights: FaultyNights;
let recording: Recording;
let clean: ReturnType<FaultyNights['standing']>;
beforeAll(async () => {
  nights = new FaultyNights(synthesisedNight());
  await furnish(nights);
  recording = await nights.record(date, catalogue);
  await nights.run(nextDate, catalogue);
  clean = nights.standing();
});

/** The calls of a digest's run from its claim to its settlement: between them a mail goes out. */
const sendingOf = ({ invocation }: Point): readonly Point[] => {
  const ofRun = recording.points.filter((point) => point.invocation === invocation);
  const isOfDigest = ({ operation }: Point) => /^UpdateItem RECIPIENT#\S+ DIGEST#/.test(operation);
  const [first, last] = [ofRun.findIndex(isOfDigest), ofRun.findLastIndex(isOfDigest)];
  return first < 0 ? [] : ofRun.slice(first, last + 1);
};

/** Nobody can know whether the mail went out: who knew it is gone, or SES did not answer. */
const cannotBeKnown = ({ point, kind }: Fault): boolean => {
  const sending = sendingOf(point);
  const isFatal = (...kinds: readonly FaultKind[]) => kinds.includes(kind);
  if (!sending.includes(point)) return false;
  if (point.service === 'SES') return kind !== 'throttled';
  if (point === sending[0]) return isFatal('answer lost', 'crashed after');
  if (point === sending.at(-1)) return isFatal('throttled', 'crashed before');
  return isFatal('throttled', 'answer lost', 'crashed before', 'crashed after');
};

const faultsOf = (points: readonly Point[]): readonly Fault[] =>
  points.flatMap((point, i) =>
    faultKinds
      .filter((_, kind) => inEveryWay || kind === i % faultKinds.length)
      .map((kind) => ({ point, kind })),
  );

/** What becomes of the night, and of the one after it. */
const triedWith = async (fault: Fault) => {
  const night = { date, catalogue, recording, toTheEnd: inEveryWay };
  await nights.runWith(fault, night);
  const isHealed = standAlike(nights.standing(), recording.end);
  if (isHealed && !inEveryWay) return outcomeOf(clean, clean);
  await nights.run(nextDate, catalogue);
  return outcomeOf(nights.standing(), clean);
};

describe('a night over organisations in every situation', { timeout: 7_200_000 }, () => {
  it('does the same calls each time, and ends alike', async () => {
    nights.restore(recording.start);
    const again = await nights.record(date, catalogue);
    expect(again.points).toEqual(recording.points);
    expect(standAlike(nights.standing(), recording.end)).toBe(true);
    expect(recording.end.mails.length - recording.start.mails.length).toBe(6);
    expect(standAlike(recording.start, recording.end)).toBe(false);
  });

  it('of which any call fails loses nothing and doubles nothing', async () => {
    const faults = faultsOf(recording.points);
    const sums = { lost: 0, doubled: 0, late: 0, wrong: 0, unknown: 0 };
    const bad: string[] = [];
    for (const fault of faults) {
      const outcome = await triedWith(fault);
      for (const part of ['lost', 'doubled', 'late', 'wrong', 'unknown'] as const) {
        sums[part] += outcome[part].length;
      }
      const { unknown, ...others } = outcome;
      const isAsItShould =
        unknown.length === (cannotBeKnown(fault) ? 1 : 0) &&
        Object.values(others).every((part) => part.length === 0);
      if (!isAsItShould) bad.push(JSON.stringify({ ...fault, ...outcome }).slice(0, 2_000));
    }
    const of = (service: Point['service']) =>
      recording.points.filter((point) => point.service === service).length;
    process.stdout.write(
      `${faults.length} faults at ${recording.points.length} calls of a night ` +
        `(DynamoDB ${of('DynamoDB')}, SES ${of('SES')}, Step Functions ${of('Step Functions')}): ` +
        `${sums.lost} lost, ${sums.doubled} doubled, ${sums.late} told late, ` +
        `${sums.wrong} rows otherwise, ${sums.unknown} shown as unknown because nobody can know\n`,
    );
    expect(bad).toEqual([]);
    expect(recording.points.length).toBeGreaterThan(500);
  });
});
