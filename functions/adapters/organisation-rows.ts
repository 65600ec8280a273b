import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import { type Contact, contact } from '../../domain/organisation.ts';
import { warningKinds } from '../../domain/warnings.ts';
import { nightCounts } from '../night-counts.ts';
import { fromItem, type Item } from './dynamo.ts';
import {
  isSeen,
  jsonOf,
  logOf,
  logPrefix,
  type OrganisationLog,
  readEntry,
  storedVerdict,
} from './organisation-log.ts';
import type { StoredOrganisation } from './organisations.ts';

/*
 * The items of an organisation's partition, and what they say once they are read.
 */

const contactsRow = z.object({ contacts: z.array(contact) });
const lastNight = z.object({
  date: Day,
  batch: z.int(),
  changed: z.boolean(),
  counts: nightCounts,
});
const raised = z.record(
  z.string(),
  z.object({ due: Day, rung: z.int(), settled: z.boolean().exactOptional() }),
);
const known = z.object({
  verdict: storedVerdict.nullable().default(null),
  raised: raised.default({}),
  lastNight: lastNight.nullable().default(null),
  catalogueHash: z.string().nullable().default(null),
  recipients: z.array(z.string()).nullable().default(null),
  listed: z.string().nullable().default(null),
});
/** What the nights know stands packed; rows of before that was so have it beside the rest. */
const stateRow = z
  .looseObject({
    version: z.int(),
    dueSk: z.string().optional(),
    expects: z.set(z.string()).default(new Set()),
    known: jsonOf(known).optional(),
  })
  .transform(({ version, dueSk, expects, known: packed, ...row }) => ({
    version,
    dueSk,
    expects,
    ...(packed ?? known.parse(row)),
  }));
const raisedRow = z.object({
  warnings: z.array(
    z.object({
      kind: z.enum(warningKinds),
      id: z.string(),
      due: Day,
      rung: z.int(),
    }),
  ),
});
export const dueRow = z.object({ dueSk: z.string() });

export const contactsPrefix = 'CONTACTS#';

export const partition = (businessId: BusinessId): string => `ORG#${businessId}`;
export const duePartition = (shard: number): string => `DUE#${String(shard).padStart(2, '0')}`;

/** Rows whose sort key starts with a prefix, by the rest of it. */
const rowsBelow = <Schema extends z.ZodType>(
  items: readonly Item[],
  prefix: string,
  schema: Schema,
): readonly (readonly [string, z.output<Schema>])[] =>
  items.flatMap((item) => {
    const sk = item['sk']?.S ?? '';
    return sk.startsWith(prefix)
      ? [[sk.slice(prefix.length), fromItem(schema, item)] as const]
      : [];
  });

export const loggedIn = (items: readonly Item[]): OrganisationLog =>
  logOf(rowsBelow(items, logPrefix, readEntry).map(([, entry]) => entry));

/** The contacts under a name; undefined where the row is not among those read. */
export const contactsIn = (
  items: readonly Item[],
  name: string | null,
): readonly Contact[] | undefined => {
  if (name === null) return [];
  return rowsBelow(items, `${contactsPrefix}${name}`, contactsRow)[0]?.[1].contacts;
};

export const stored = (
  businessId: BusinessId,
  items: readonly Item[],
  { log, contacts }: { readonly log: OrganisationLog; readonly contacts: readonly Contact[] },
): StoredOrganisation => {
  const { profiles, assessments, waivers, acknowledgements, evaluations } = log;
  const newest = profiles.at(-1);
  const [state] = rowsBelow(items, 'STATE', stateRow).map(([, { dueSk, expects, ...row }]) => ({
    ...row,
    dueOn: dueSk === undefined ? null : dueOnOf(dueSk),
    awaitsFacts: [...expects].some((mark) => !isSeen(mark, log)),
  }));
  return {
    businessId,
    profile: newest && {
      version: newest.version,
      content: { ...newest.content, contacts: [...contacts] },
    },
    profiles,
    assessments,
    waivers,
    acknowledgements,
    evaluations,
    state,
    raisedOn: Object.fromEntries(
      rowsBelow(items, 'RAISED#', raisedRow).map(([date, { warnings }]) => [date, warnings]),
    ),
  };
};

/** Where the index keeps what no known day changes: after every day, so that no night comes to it. */
export const never = '9999-12-31';

const dueOnOf = (dueSk: string): Day | null =>
  dueSk.startsWith(never) ? null : Day.parse(dueSk.slice(0, 10));
