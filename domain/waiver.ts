import * as z from 'zod';
import { addDays, Day } from './day.ts';
import { line } from './organisation.ts';
import { type RequirementId, requirementIds } from './statute/requirements/requirement-ids.ts';

/** A supervisor's dated decision not to demand a requirement for a time; `until` is its last day. */
export interface Waiver {
  readonly requirement: RequirementId;
  readonly reason: string;
  readonly from: Day;
  readonly until: Day;
}

/** A waiver as it is asked for: who wants it is someone else than who approves it. */
export const waiverRequest = (today: Day) =>
  z.strictObject({
    requirement: z.enum(requirementIds),
    reason: line(1000),
    until: Day.refine((day) => day >= today, { params: { rule: 'not-before-today', today } }),
    requestedBy: line(200),
  });
export type WaiverRequest = z.infer<ReturnType<typeof waiverRequest>>;

/** A waiver as approved: `approvedAt` is an instant in UTC (ISO 8601), `from` its day in Helsinki. */
export interface ApprovedWaiver extends WaiverRequest {
  readonly waiverId: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
  readonly from: Day;
}

/** Whether a waiver holds on a day; on its last day it still does. */
export const isActive = ({ from, until }: Pick<Waiver, 'from' | 'until'>, on: Day): boolean =>
  from <= on && on <= until;

/** The waiver of a requirement that holds on a day; of several the one that holds longest. */
export const activeWaiver = (
  waivers: readonly Waiver[],
  { requirement, on }: { readonly requirement: RequirementId; readonly on: Day },
): Waiver | undefined => {
  const [first, ...others] = waivers.filter(
    (waiver) => waiver.requirement === requirement && isActive(waiver, on),
  );
  return (
    first && others.reduce((longest, one) => (one.until > longest.until ? one : longest), first)
  );
};

/** How long the end of a waiver is still news, in days: a few nights may be missed, not more. */
const newsFor = 28;

/** A waiver of a requirement that has ended lately and was followed by none; the last of several. */
export const lapsedWaiver = (
  waivers: readonly Waiver[],
  { requirement, on }: { readonly requirement: RequirementId; readonly on: Day },
): Waiver | undefined => {
  if (activeWaiver(waivers, { requirement, on }) !== undefined) return undefined;
  const [first, ...others] = waivers.filter(
    (waiver) =>
      waiver.requirement === requirement &&
      waiver.until < on &&
      waiver.until >= addDays(on, -newsFor),
  );
  return first && others.reduce((last, one) => (one.until > last.until ? one : last), first);
};

/** Whether both are one and the same person, however she wrote her name. */
export const isSamePerson = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
