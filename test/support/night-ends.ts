import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import { day } from '../../domain/day.ts';
import { canonicalJson } from '../../functions/entity-tag.ts';
import { tagOf } from '../../functions/night/send-digest/message.ts';
import type { Item } from '../../local/memory-table.ts';
import type { SentMail, Standing } from './faulty-nights.ts';

/*
 * How everything stands after some nights, without what is another in every run: instants, what a run
 * used, counts of attempts, random names.
 */

type Row = Record<string, NativeAttributeValue>;

const without = (row: Row, ...names: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** Bytes stand in the table as the SDK sends them. */
const text = (base64: string): string => gunzipSync(Buffer.from(base64, 'base64')).toString('utf8');
const parsed = (bytes: string): unknown => JSON.parse(text(bytes));
const undated = (message: string): string => message.replace(/^Date: .*\r\n/m, '');

/** A text that is packed where that is worth it. */
const kept = (attribute: Item[string] | undefined): string => {
  const { S, B } = attribute ?? {};
  if (typeof B !== 'string') return String(S ?? '{}');
  return brotliDecompressSync(Buffer.from(B, 'base64')).toString('utf8');
};

/** What of a row is the same however often it was tried; undefined where nothing is. */
const lasting = (item: Item): Row | undefined => {
  const row: Row = unmarshall(item as never);
  const [kind] = String(row['pk']).split('#');
  const [part] = String(row['sk']).split('#');
  switch (`${kind} ${part}`) {
    case 'NIGHT RECORD':
      return { status: row['record']?.status, result: row['record']?.result };
    case 'NIGHT USAGE':
      return undefined;
    case 'NIGHT SHARD':
      return without(row, 'version');
    case 'NIGHT SETASIDE':
      return without(row, 'batch');
    case 'ORG STATE': {
      const { lastNight, ...known } = JSON.parse(kept(item['known']));
      return {
        ...without(row, 'version', 'known'),
        ...known,
        expects: [...(row['expects'] ?? [])].sort(),
        lastNight: lastNight && without(lastNight, 'batch', 'counts'),
      };
    }
    case 'ORG LOG':
      return { ...without(row, 'at', 'hash', 'previous'), content: kept(item['content']) };
    case 'RECIPIENT PENDING':
      return without(row, 'stamp');
    case 'RECIPIENT EXPECTED':
      return { told: parsed(row['told']) };
    case 'RECIPIENT DIGEST':
      return {
        ...without(row, 'lease', 'attempts', 'settlement'),
        message: undated(text(row['message'])),
        included: parsed(row['included']),
        unregistered: parsed(row['unregistered']),
      };
    case 'WEBHOOK DELIVERY':
      return {
        ...without(row, 'recordedAt', 'dueSk', 'expiresAt'),
        payload: text(row['payload']).replace(/"timestamp":"[^"]*"/, ''),
      };
    default:
      return row;
  }
};

/** An item never changes in place, so it is read once. */
const known = new WeakMap<Item, string>();
const readOf = (item: Item): string => {
  const before = known.get(item);
  if (before !== undefined) return before;
  const row = lasting(item);
  const read = row === undefined ? '' : canonicalJson(row);
  known.set(item, read);
  return read;
};

/** The rows that last, by their keys. */
export const rowsOf = ({ table }: Pick<Standing, 'table'>): ReadonlyMap<string, string> =>
  new Map(
    [...table].flatMap(([pk, items]) =>
      [...items].flatMap(([sk, item]) => {
        const row = readOf(item);
        return row === '' ? [] : [[`${pk} ${sk}`, row] as const];
      }),
    ),
  );

const inAnyOrder = (mails: readonly SentMail[]): readonly string[] =>
  mails.map(({ tag, message }) => `${tag} ${undated(message)}`).sort();

/** Whether everything stands alike: every row and every mail. */
export const standAlike = (one: Standing, other: Standing): boolean => {
  const [rows, others] = [rowsOf(one), rowsOf(other)];
  if (rows.size !== others.size || one.mails.length !== other.mails.length) return false;
  for (const [key, row] of rows) if (others.get(key) !== row) return false;
  return isDeepStrictEqual(inAnyOrder(one.mails), inAnyOrder(other.mails));
};

interface Digest {
  readonly recipient: string;
  readonly date: string;
  readonly state: string;
  readonly tag: string;
  /** One text for each thing that it tells. */
  readonly tells: readonly string[];
}

const digestsIn = (rows: ReadonlyMap<string, string>): readonly Digest[] =>
  [...rows].flatMap(([key, row]) => {
    const [, recipient = '', date = ''] = /^RECIPIENT#(\S+) DIGEST#(\S+)$/.exec(key) ?? [];
    if (recipient === '') return [];
    const { state, included, unregistered } = JSON.parse(row);
    const tells = [
      ...included.flatMap(({ businessId, ...matters }: Row) =>
        Object.entries(matters).flatMap(([kind, subjects]) =>
          Object.entries(subjects as Row).map(
            ([subject, what]) =>
              `${recipient} ${businessId} ${kind} ${subject} ${canonicalJson(what)}`,
          ),
        ),
      ),
      ...unregistered.flatMap(({ county, businessIds }: Row) =>
        businessIds.map((one: string) => `${recipient} ${county} expects ${one}`),
      ),
    ];
    return [{ recipient, date, state, tells, tag: tagOf({ recipient, date: day(date) }) }];
  });

const isShown = ({ state }: Pick<Digest, 'state'>) => state === 'sent' || state === 'unknown';

/** What was told, and to whom, by mails that are out or may be. */
export const toldIn = (standing: Standing): readonly string[] =>
  digestsIn(rowsOf(standing))
    .filter(isShown)
    .flatMap(({ tells }) => tells)
    .sort();

/** What became of a night with a fault, against the undisturbed one over the same days. */
export interface Outcome {
  /** Nobody was told, though it could be known. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Digests shown as unknown; which may be out or not. */
  readonly unknown: readonly string[];
  /** Told by the mail of the next night. */
  readonly late: readonly string[];
  /** Rows that are not as they should be. */
  readonly wrong: readonly string[];
}

/** What a digest that is `unknown` changes of what stands in a night's record. */
const withUnknown = (clean: ReadonlyMap<string, string>, unknown: readonly Digest[]) => {
  const rows = new Map(clean);
  const change = (key: string, by: (row: Row) => Row) => {
    const row = rows.get(key);
    if (row !== undefined) rows.set(key, canonicalJson(by(JSON.parse(row))));
  };
  for (const { recipient, date } of unknown) {
    change(`RECIPIENT#${recipient} DIGEST#${date}`, (row) => ({ ...row, state: 'unknown' }));
    change(`NIGHT#${date} DIGEST#${recipient}`, (row) => ({ ...row, outcome: 'unknown' }));
    change(`NIGHT#${date} RECORD`, ({ result, ...row }) => {
      const { sent, unknown: before } = result.mails;
      const mails = { ...result.mails, sent: sent - 1, unknown: before + 1 };
      return { ...row, result: { ...result, mails } };
    });
  }
  return rows;
};

/** Each text that is there more often than in the others. */
const moreThan = (texts: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others];
  return texts.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

export const outcomeOf = (end: Standing, clean: Standing): Outcome => {
  const [rows, cleanRows] = [rowsOf(end), rowsOf(clean)];
  const [digests, cleanDigests] = [digestsIn(rows), digestsIn(cleanRows)];
  const told = digests.filter(isShown).flatMap(({ tells }) => tells);
  const cleanTold = cleanDigests.filter(isShown).flatMap(({ tells }) => tells);
  const unknown = digests.filter(({ state }) => state === 'unknown');
  const late = digests.filter(
    ({ tag, state }) =>
      state === 'sent' && !cleanDigests.some((one) => one.tag === tag && isShown(one)),
  );
  const delivered = end.mails.map(({ tag }) => tag);
  const mails = new Map(clean.mails.map(({ tag, message }) => [tag, undated(message)]));

  const expected = withUnknown(cleanRows, unknown);
  // A mail that went out a night later stands in the record of another night.
  const moves = (key: string) =>
    late.length > 0 && /^NIGHT#|^RECIPIENT#\S+ (DIGEST|EXPECTED)#/.test(key);
  const wrong = [...new Set([...rows.keys(), ...expected.keys()])].filter(
    (key) => rows.get(key) !== expected.get(key) && !moves(key),
  );
  return {
    lost: [
      ...moreThan(cleanTold, told),
      ...digests
        .filter(({ state, tag }) => state === 'sent' && !delivered.includes(tag))
        .map(nameOf),
    ],
    doubled: [
      ...moreThan(told, cleanTold),
      ...delivered.filter((tag, at) => delivered.indexOf(tag) !== at),
      // Out, though the system does not know.
      ...delivered.filter((tag) => !digests.some((one) => one.tag === tag && isShown(one))),
    ],
    unknown: unknown.map(nameOf),
    late: late.map(nameOf),
    wrong: [
      ...wrong.map((key) => `${key}: ${rows.get(key)} and not ${expected.get(key)}`),
      ...end.mails
        .filter(({ tag, message }) => mails.has(tag) && mails.get(tag) !== undated(message))
        .filter(({ tag }) => !late.some((one) => one.tag === tag))
        .map(({ tag }) => `mail ${tag}`),
    ],
  };
};

const nameOf = ({ recipient, date }: Digest): string => `${recipient} ${date}`;
