import { createHash } from 'node:crypto';
import type { Day } from '../domain/day.ts';
import { type Evaluation, evaluateDay } from '../domain/evaluation.ts';
import type { BusinessId } from '../domain/identifiers.ts';
import { inOrder } from '../domain/in-order.ts';
import type { County } from '../domain/statute/counties.ts';
import { openWarnings, type Raised } from '../domain/warnings.ts';
import type { Directory, DirectoryEntry } from './adapters/directory.ts';
import { lastFact } from './adapters/organisation-log.ts';
import type { Organisations, StoredOrganisation, StoredProfile } from './adapters/organisations.ts';
import { canonicalJson } from './entity-tag.ts';
import { raisedOf } from './raised.ts';

/*
 * Keeping the directory true. It repeats what evaluations find, so whoever adds a fact lists the
 * organisation anew after it, and the night lists what has changed by time alone, or what a write that
 * broke off left behind.
 *
 * No county is to see an organisation that has left it, whatever breaks off. So a profile that leaves a
 * county takes the organisation from its list first; and while a fact is awaited nobody else lists the
 * organisation: whoever brings the fact does or, where that broke off, the second night after it.
 */

type Listed = Pick<
  StoredOrganisation,
  'businessId' | 'profiles' | 'assessments' | 'waivers' | 'evaluations'
> & { readonly profile: StoredProfile };

type Found = Pick<Evaluation, 'on' | 'status' | 'deadlines' | 'requirements' | 'plan' | 'ended'>;

/** How an organisation stands in lists, by an evaluation of all its facts and what was warned of. */
export const entryOf = (
  organisation: Listed,
  evaluation: Found,
  raised: Raised,
): DirectoryEntry => {
  const { on, status, deadlines, requirements } = evaluation;
  const { name, sector, counties, serviceTasks } = organisation.profile.content;
  return {
    businessId: organisation.businessId,
    name,
    sector,
    counties,
    serviceTasks,
    status,
    evaluatedOn: on,
    deadlines: deadlines
      .flatMap(({ id, due, status: state }) =>
        state === 'met' ? [] : [{ id, due, status: state }],
      )
      .sort((a, b) => inOrder(a.due, b.due)),
    requirements: Object.fromEntries(
      requirements
        .filter(({ status: state }) => state !== 'ready' && state !== 'not-applicable')
        .map(({ requirement, status: state }) => [requirement, state]),
    ),
    warnedOf: [...new Set(openWarnings(evaluation, raised).map(({ kind }) => kind))].sort(),
    basedOn: lastFact(organisation),
  };
};

/** What an entry says, whatever the day on which it was found. */
export const listedHash = ({ evaluatedOn: _, ...entry }: DirectoryEntry): string =>
  createHash('sha256').update(canonicalJson(entry)).digest('base64url').slice(0, 16);

/** Lists an organisation as it stands, and takes it from the counties where it was active before. */
export const putInLists = async (
  directory: Pick<Directory, 'list' | 'leave'>,
  organisation: Pick<Listed, 'profiles' | 'profile' | 'businessId'>,
  entry: DirectoryEntry,
): Promise<void> => {
  const former = new Set(organisation.profiles.flatMap(({ content }) => content.counties));
  const left = [...former].filter((county) => !entry.counties.includes(county));
  const { businessId, basedOn, evaluatedOn: on } = entry;
  if (left.length > 0) await directory.leave(businessId, { counties: left, basedOn, on });
  await directory.list(entry);
};

/** Before a profile is seen: takes the organisation from the lists of the counties that it leaves. */
export const leaveFirst = async (
  {
    organisations,
    directory,
  }: {
    readonly organisations: Pick<Organisations, 'read'>;
    readonly directory: Pick<Directory, 'leave'>;
  },
  {
    businessId,
    counties,
    replaces,
  }: {
    readonly businessId: BusinessId;
    readonly counties: readonly County[];
    readonly replaces: number;
  },
  today: Day,
): Promise<void> => {
  const stored = await organisations.read(businessId);
  const { profile } = stored;
  // Another version by now: this profile is not going to be seen.
  if (profile === undefined || profile.version !== replaces) return;
  const left = profile.content.counties.filter((county) => !counties.includes(county));
  if (left.length === 0) return;
  await directory.leave(businessId, { counties: left, basedOn: lastFact(stored), on: today });
};

/** After a fact was added: reads all there is, whoever added it, and lists what follows from it today. */
export const listAnew = async (
  {
    organisations,
    directory,
  }: {
    readonly organisations: Pick<Organisations, 'read'>;
    readonly directory: Pick<Directory, 'list' | 'leave'>;
  },
  businessId: BusinessId,
  today: Day,
): Promise<void> => {
  const { profile, ...stored } = await organisations.read(businessId);
  if (profile === undefined || stored.state?.awaitsFacts === true) return;
  const organisation = { ...stored, profile };
  const evaluation = evaluateDay({
    organisation: { businessId, ...profile.content },
    assessments: stored.assessments,
    waivers: stored.waivers,
    on: today,
  });
  await putInLists(directory, organisation, entryOf(organisation, evaluation, raisedOf(stored)));
};
