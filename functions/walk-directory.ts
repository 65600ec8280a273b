import type { Day } from '../domain/day.ts';
import type { OverallStatus } from '../domain/evaluation.ts';
import { counties as allCounties, type County } from '../domain/statute/counties.ts';
import type { RequirementId } from '../domain/statute/requirements/requirement-ids.ts';
import type { ServiceTask } from '../domain/statute/service-tasks.ts';
import type { WarningKind } from '../domain/warnings.ts';
import type { Directory, DirectoryEntry } from './adapters/directory.ts';

/*
 * Going through the directory of several counties in one order: by county, then by business ID. An
 * organisation is met once, under the first of its counties that is gone through. Its place does not
 * move when its facts change, so pages stay stable.
 */

/** Which organisations are asked for; what is left out asks nothing. */
export interface Filters {
  readonly status?: OverallStatus | undefined;
  readonly serviceTask?: ServiceTask | undefined;
  /** With a duty not met that is due before this day. */
  readonly deadlineBefore?: Day | undefined;
  /** In which this requirement is missing, unknown or expired. */
  readonly missing?: RequirementId | undefined;
  /** With open warnings about this, or about anything. */
  readonly warnedOf?: WarningKind | 'anything' | undefined;
}

/** Where a walk has come to. */
export interface Place {
  readonly county: County;
  readonly after: string;
}

/** No more is read for one page, however few of them are asked for. */
const mostRead = 2000;
const readAtOnce = 200;

/** The requirements of an organisation that it lacks, does not speak of, or that have expired. */
export const missingIn = ({
  requirements,
}: Pick<DirectoryEntry, 'requirements'>): readonly string[] =>
  Object.entries(requirements)
    .filter(([, status]) => status === 'missing' || status === 'unknown' || status === 'expired')
    .map(([id]) => id);

const isAsked = (
  entry: DirectoryEntry,
  { status, serviceTask, deadlineBefore, missing, warnedOf }: Filters,
): boolean =>
  (status === undefined || entry.status === status) &&
  (serviceTask === undefined || entry.serviceTasks.includes(serviceTask)) &&
  (deadlineBefore === undefined || entry.deadlines.some(({ due }) => due < deadlineBefore)) &&
  (missing === undefined || missingIn(entry).includes(missing)) &&
  (warnedOf === undefined ||
    (warnedOf === 'anything' ? entry.warnedOf.length > 0 : entry.warnedOf.includes(warnedOf)));

/** The counties in the order in which they are gone through. */
export const inWalkingOrder = (counties: readonly string[]): readonly County[] =>
  allCounties.filter((county) => counties.includes(county));

/**
 * The organisations of the counties that are asked for, from a place on, at most `limit`; and where to
 * go on, undefined at the end. Of a long list with few that are asked for it may give none and go on.
 */
export const walk = async (
  directory: Pick<Directory, 'page'>,
  { counties, filters }: { readonly counties: readonly string[]; readonly filters: Filters },
  { from, limit }: { readonly from: Place | undefined; readonly limit: number },
): Promise<{ readonly entries: readonly DirectoryEntry[]; readonly next: Place | undefined }> => {
  const order = inWalkingOrder(counties);
  const found: DirectoryEntry[] = [];
  let read = 0;
  for (const county of order.slice(from === undefined ? 0 : order.indexOf(from.county))) {
    let after: string | null = from?.county === county ? from.after : null;
    do {
      const page = await directory.page({ county, after, limit: readAtOnce });
      for (const entry of page.entries) {
        const isHere = inWalkingOrder(entry.counties).find((one) => order.includes(one)) === county;
        if (isHere && isAsked(entry, filters)) found.push(entry);
        const place = { county, after: entry.businessId };
        if (found.length === limit) return { entries: found, next: place };
      }
      read += page.entries.length;
      after = page.next;
      if (after !== null && read >= mostRead) return { entries: found, next: { county, after } };
    } while (after !== null);
  }
  return { entries: found, next: undefined };
};
