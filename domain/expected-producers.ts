import { type Day, daysBetween } from './day.ts';
import type { BusinessId } from './identifiers.ts';
import { overdueEvery } from './ladder.ts';

/** A producer that a county expects to find in this service, whether it is there or not. */
export interface ExpectedProducer {
  readonly businessId: BusinessId;
  readonly name: string;
  /** The day on which it was put on the county's list. */
  readonly expectedSince: Day;
}

/** On which day a recipient was last told, by business ID, of producers of one county's list. */
export type ToldProducers = Readonly<Record<string, Day>>;

const isRecent = (told: Day | undefined, on: Day): boolean =>
  told !== undefined && daysBetween(told, on) < overdueEvery;

/** Of those who have not registered, such as the recipient was not told of in the last four weeks. */
export const producersToTell = (
  unregistered: readonly ExpectedProducer[],
  told: ToldProducers,
  on: Day,
): readonly ExpectedProducer[] =>
  unregistered.filter(({ businessId }) => !isRecent(told[businessId], on));

/** What a recipient has been told once a night's mail is out; what is older does not matter any more. */
export const toldOfProducers = (
  told: ToldProducers,
  businessIds: readonly BusinessId[],
  on: Day,
): ToldProducers => ({
  ...Object.fromEntries(Object.entries(told).filter(([, day]) => isRecent(day, on))),
  ...Object.fromEntries(businessIds.map((businessId) => [businessId, on])),
});
