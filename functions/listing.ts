import { createHash } from 'node:crypto';
import type { Day } from '../domain/day.ts';
import { type Evaluation, evaluateDay } from '../domain/evaluation.ts';
import type { BusinessId } from '../domain/identifiers.ts';
import { inOrder } from '../domain/in-order.ts';
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
  const { businessId, basedOn } = entry;
  if (left.length > 0) await directory.leave(businessId, { counties: left, basedOn });
  await directory.list(entry);
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
  if (profile === undefined) return;
  const organisation = { ...stored, profile };
  const evaluation = evaluateDay({
    organisation: { businessId, ...profile.content },
    assessments: stored.assessments,
    waivers: stored.waivers,
    on: today,
  });
  await putInLists(directory, organisation, entryOf(organisation, evaluation, raisedOf(stored)));
};
