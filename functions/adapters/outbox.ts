import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { ToldProducers } from '../../domain/expected-producers.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { type County, counties } from '../../domain/statute/counties.ts';
import { isContactId } from '../contact-id.ts';
import { asked, doneIf, everyItem, fromItem, type Item, toItem } from './dynamo.ts';
import {
  type AddressMark,
  addressMark,
  type Fate,
  fate as fateRow,
  fates,
  isWeightier,
} from './fate.ts';

const subjects = z.record(z.string(), z.object({ due: Day, rung: z.int() }));
/** Warnings by what they are about (`deadline:join`): of each subject the last. */
export type Subjects = z.infer<typeof subjects>;

const moved = z.record(
  z.string(),
  z.object({ from: Day.nullable(), to: Day.nullable(), entry: z.string() }),
);
/** Days that the law has moved, by their deadlines' ids: from what, to what, by which entry. */
export type Moved = z.infer<typeof moved>;

const matters = z.object({
  businessId: BusinessId,
  warnings: subjects,
  /** Warnings told before that have since been put in order. */
  fixed: subjects,
  moved: moved.default({}),
});
/** What there is to tell a recipient about one organisation. */
export type Matters = z.infer<typeof matters>;

const unregistered = z.object({ county: z.enum(counties), businessIds: z.array(BusinessId) });
/** Expected producers of a county that a digest tells to have not registered, the counted ones too. */
export type Unregistered = z.infer<typeof unregistered>;

export interface WaitingMatters extends Matters {
  /** The stamp of what was read; null where nothing waits. */
  readonly stamp: string | null;
}

const digestStates = ['pending', 'claimed', 'sent', 'failed', 'unknown'] as const;
/** `unknown`: it may have gone out, and is never sent again by itself. */
export type DigestState = (typeof digestStates)[number];

/** The right to make the one attempt, until an instant. Who holds it and falls silent leaves the outcome unknown. */
export interface Lease {
  readonly id: string;
  readonly until: string;
}

export interface DigestContent {
  /** The addresses it goes to. */
  readonly to: readonly string[];
  /** The message as it is sent (RFC 5322). */
  readonly message: Uint8Array;
  /** What the message tells. */
  readonly included: readonly Matters[];
  readonly unregistered: readonly Unregistered[];
}

/** One recipient's mail of one night. */
export interface Digest extends DigestContent {
  readonly state: DigestState;
  readonly attempts: number;
  readonly lease: Lease | null;
}

/** A digest's key. */
export interface DigestKey {
  readonly recipient: string;
  readonly date: Day;
}

export type Settlement =
  | { readonly state: 'sent'; readonly messageId: string }
  /** Refused for certain; `pending` to be tried again. */
  | { readonly state: 'pending' | 'failed'; readonly reason: string }
  | { readonly state: 'unknown'; readonly reason: string };

/**
 * What waits to be told to whom, and the mails it went into.
 *
 * A recipient has at most one digest under way, of whatever night: what is in it cannot get into
 * another. What it told leaves the waiting matters before it is over.
 */
export interface Outbox {
  waiting(recipient: string, businessId: BusinessId): Promise<WaitingMatters>;
  allWaiting(recipient: string): Promise<readonly WaitingMatters[]>;
  /** What holds nothing any more is removed. */
  saveWaiting(recipient: string, waiting: WaitingMatters): Promise<'saved' | 'changed-meanwhile'>;
  /** The contacts of organisations for whom something waits, in the order of their ids; one just added may be missing. */
  waitingContacts(): Promise<readonly string[]>;
  /** Whether anything waits for the recipient, or a digest of hers is under way. */
  hasWork(recipient: string): Promise<boolean>;

  /** What went out to the recipient about an organisation and was not told to be in order since. */
  told(recipient: string, businessId: BusinessId): Promise<Subjects>;
  saveTold(recipient: string, businessId: BusinessId, told: Subjects): Promise<void>;
  /** The moved days that went out to the recipient about an organisation, of each deadline the last. */
  toldMoved(recipient: string, businessId: BusinessId): Promise<Moved>;
  saveToldMoved(recipient: string, businessId: BusinessId, told: Moved): Promise<void>;

  /** When the recipient was last told which of a county's expected producers had not registered. */
  toldProducers(recipient: string, county: County): Promise<ToldProducers>;
  saveToldProducers(recipient: string, county: County, told: ToldProducers): Promise<void>;

  /** Puts a digest under way; answers the night of the one that is: this, or another that must end first. */
  begin(key: DigestKey): Promise<Day>;
  end(key: DigestKey): Promise<void>;
  digest(key: DigestKey): Promise<Digest | undefined>;
  /** The recipient's digests of a night and later ones. */
  digestsSince(key: DigestKey): Promise<readonly Digest[]>;
  /** Stores a digest to be sent, unless one is there that has been tried or sent. */
  store(key: DigestKey, content: DigestContent): Promise<void>;
  /** The digest to send, where it was there to be claimed. */
  claim(key: DigestKey, lease: Lease): Promise<Digest | undefined>;
  /** Only the lease's holder settles; that it was sent is recorded even after the lease was given up. */
  settle(key: DigestKey, leaseId: string, settlement: Settlement): Promise<void>;
  /** A claimed digest whose lease is over becomes unknown. */
  giveUp(key: DigestKey, now: string): Promise<'given-up' | 'still-claimed'>;
  /** A pending digest will not be sent any more. */
  abandon(key: DigestKey): Promise<void>;

  /** The night of the digest that is under way; undefined where none is. */
  underWay(recipient: string): Promise<Day | undefined>;
  /** What SES said of a digest's mail. */
  fate(key: DigestKey): Promise<Fate | undefined>;
  /** Keeps what SES said, unless something weightier is known. */
  saveFate(key: DigestKey, fate: Fate): Promise<void>;
  /** A mail in doubt has gone out: SES says so. Whether it was in doubt. */
  confirm(key: DigestKey): Promise<boolean>;
  /** A mail that SES took and then threw away has not gone out. */
  refuse(key: DigestKey): Promise<void>;
  /** Why a contact's address is no longer used; undefined where it is. A supervisor's is said with herself. */
  addressMark(recipient: string): Promise<AddressMark | undefined>;
  markAddress(recipient: string, mark: AddressMark): Promise<void>;
}

/** What DynamoDB takes as one item, less what stands beside the parts that can grow. */
const mostStored = 390_000;

/** Whether a digest can be stored: the outbox keeps it as one item. */
export const isStorable = ({ message, included, unregistered: missing }: DigestContent): boolean =>
  gzipSync(message).length + pack(included).length + pack(missing).length <= mostStored;

export const isEmpty = ({ warnings, fixed, moved: days }: Matters): boolean =>
  [warnings, fixed, days].every((part) => Object.keys(part).length === 0);

const packed = z.instanceof(Uint8Array).transform((bytes) => gunzipSync(bytes));
const packedJson = packed.transform((bytes): unknown => JSON.parse(bytes.toString('utf8')));
const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
const pendingRow = z
  .object({
    sk: z.string(),
    stamp: z.string(),
    warnings: subjects,
    fixed: subjects,
    moved: moved.default({}),
  })
  .transform(({ sk, ...row }) => ({ ...row, businessId: BusinessId.parse(sk.split('#')[1]) }));
const toldRow = z.object({ told: subjects });
const toldMovedRow = z.object({ told: moved });
const waitingContactRow = z.object({ dueSk: z.string() });
const toldProducersRow = z.object({ told: packedJson.pipe(z.record(z.string(), Day)) });
const openRow = z.object({ date: Day });
const digestRow = z.object({
  state: z.enum(digestStates),
  attempts: z.int(),
  lease: z.object({ id: z.string(), until: z.iso.datetime({ precision: 3 }) }).nullable(),
  to: z.array(z.string()),
  message: packed,
  included: packedJson.pipe(z.array(matters)),
  /** Digests of before had none. */
  unregistered: packedJson.pipe(z.array(unregistered)).default([]),
});

const partition = (recipient: string): string => `RECIPIENT#${recipient}`;
/** Contacts stand in no list of ours, so what waits for them stands in the table's sparse index. */
const contactsWaiting = 'CONTACTS';
const listed = (recipient: string) =>
  isContactId(recipient) ? { duePk: contactsWaiting, dueSk: recipient } : {};
const digestItem = ({ recipient, date }: DigestKey): Item =>
  toItem({ pk: partition(recipient), sk: `DIGEST#${date}` });
const openItem = (recipient: string): Item => toItem({ pk: partition(recipient), sk: 'OPEN' });
const fateItem = ({ recipient, date }: DigestKey): Item =>
  toItem({ pk: partition(recipient), sk: `FATE#${date}` });
const addressItem = (recipient: string): Item =>
  toItem({ pk: partition(recipient), sk: 'ADDRESS' });

export const dynamoOutbox = (client: DynamoDBClient, table: string): Outbox => {
  const get = async (key: Item): Promise<Item | undefined> => {
    const { Item } = await asked(
      client.send(new GetItemCommand({ TableName: table, ConsistentRead: true, Key: key })),
    );
    return Item;
  };
  const between = (recipient: string, range: { from: string; to: string }) => ({
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: marshall({
      ':pk': partition(recipient),
      ':from': range.from,
      ':to': range.to,
    }),
  });
  const putWaiting = (recipient: string, { businessId, stamp, ...waits }: WaitingMatters) =>
    doneIf(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem({
            pk: partition(recipient),
            sk: `PENDING#${businessId}`,
            stamp: randomUUID(),
            ...waits,
            ...listed(recipient),
          }),
          ...(stamp === null
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'stamp = :stamp',
                ExpressionAttributeValues: marshall({ ':stamp': stamp }),
              }),
        }),
      ),
    );
  const removeWaiting = (recipient: string, { businessId, stamp }: WaitingMatters) =>
    doneIf(
      client.send(
        new DeleteItemCommand({
          TableName: table,
          Key: toItem({ pk: partition(recipient), sk: `PENDING#${businessId}` }),
          ConditionExpression: 'stamp = :stamp',
          ExpressionAttributeValues: marshall({ ':stamp': stamp }),
        }),
      ),
    );
  /** Changes a digest's state, where it is one of some. */
  const change = async (
    key: DigestKey,
    { from, to }: { readonly from: readonly DigestState[]; readonly to: DigestState },
  ): Promise<boolean> => {
    const names = from.map((_, i) => `:from${i}`);
    return doneIf(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: digestItem(key),
          UpdateExpression: 'SET #state = :to',
          ConditionExpression: `#state IN (${names.join(', ')})`,
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: marshall({
            ':to': to,
            ...Object.fromEntries(from.map((state, i) => [names[i], state])),
          }),
        }),
      ),
    );
  };
  return {
    waiting: async (recipient, businessId) => {
      const item = await get(toItem({ pk: partition(recipient), sk: `PENDING#${businessId}` }));
      return item === undefined
        ? { businessId, stamp: null, warnings: {}, fixed: {}, moved: {} }
        : fromItem(pendingRow, item);
    },
    allWaiting: async (recipient) => {
      const items = await everyItem(
        client,
        between(recipient, { from: 'PENDING#', to: 'PENDING#~' }),
      );
      return items.map((item) => fromItem(pendingRow, item));
    },
    saveWaiting: async (recipient, waiting) => {
      const nothingThere = waiting.stamp === null;
      if (isEmpty(waiting) && nothingThere) return 'saved';
      const write = isEmpty(waiting) ? removeWaiting : putWaiting;
      return (await write(recipient, waiting)) ? 'saved' : 'changed-meanwhile';
    },
    waitingContacts: async () => {
      const items = await everyItem(client, {
        TableName: table,
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :contacts',
        ExpressionAttributeValues: marshall({ ':contacts': contactsWaiting }),
      });
      return items.map((item) => fromItem(waitingContactRow, item).dueSk);
    },
    hasWork: async (recipient) => {
      const range = between(recipient, { from: 'OPEN', to: 'PENDING#~' });
      const { Count = 0 } = await asked(client.send(new QueryCommand({ ...range, Limit: 1 })));
      return Count > 0;
    },

    told: async (recipient, businessId) => {
      const item = await get(toItem({ pk: partition(recipient), sk: `TOLD#${businessId}` }));
      return item === undefined ? {} : fromItem(toldRow, item).told;
    },
    saveTold: async (recipient, businessId, told) => {
      const row = { pk: partition(recipient), sk: `TOLD#${businessId}`, told };
      await asked(client.send(new PutItemCommand({ TableName: table, Item: toItem(row) })));
    },
    toldMoved: async (recipient, businessId) => {
      const item = await get(toItem({ pk: partition(recipient), sk: `MOVED#${businessId}` }));
      return item === undefined ? {} : fromItem(toldMovedRow, item).told;
    },
    saveToldMoved: async (recipient, businessId, told) => {
      const row = { pk: partition(recipient), sk: `MOVED#${businessId}`, told };
      await asked(client.send(new PutItemCommand({ TableName: table, Item: toItem(row) })));
    },

    toldProducers: async (recipient, county) => {
      const item = await get(toItem({ pk: partition(recipient), sk: `EXPECTED#${county}` }));
      return item === undefined ? {} : fromItem(toldProducersRow, item).told;
    },
    saveToldProducers: async (recipient, county, told) => {
      const row = { pk: partition(recipient), sk: `EXPECTED#${county}`, told: pack(told) };
      await asked(client.send(new PutItemCommand({ TableName: table, Item: toItem(row) })));
    },

    begin: async ({ recipient, date }) => {
      for (;;) {
        const begun = await doneIf(
          client.send(
            new PutItemCommand({
              TableName: table,
              Item: { ...openItem(recipient), ...toItem({ date }) },
              ConditionExpression: 'attribute_not_exists(pk)',
            }),
          ),
        );
        if (begun) return date;
        // Between the two requests it may have ended; then it is there to be begun.
        const open = await get(openItem(recipient));
        if (open !== undefined) return fromItem(openRow, open).date;
      }
    },
    end: async ({ recipient, date }) => {
      await doneIf(
        client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: openItem(recipient),
            ConditionExpression: '#date = :date',
            ExpressionAttributeNames: { '#date': 'date' },
            ExpressionAttributeValues: marshall({ ':date': date }),
          }),
        ),
      );
    },
    digest: async (key) => {
      const item = await get(digestItem(key));
      return item && fromItem(digestRow, item);
    },
    digestsSince: async ({ recipient, date }) => {
      const range = { from: `DIGEST#${date}`, to: 'DIGEST#~' };
      const items = await everyItem(client, between(recipient, range));
      return items.map((item) => fromItem(digestRow, item));
    },
    store: async (key, { to, message, included, unregistered: missing }) => {
      await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: {
              ...digestItem(key),
              ...toItem({
                state: 'pending',
                attempts: 0,
                lease: null,
                to,
                message: gzipSync(message),
                included: pack(included),
                unregistered: pack(missing),
              }),
            },
            ConditionExpression:
              'attribute_not_exists(pk) OR #state = :failed OR (#state = :pending AND attempts = :none)',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: marshall({
              ':failed': 'failed',
              ':pending': 'pending',
              ':none': 0,
            }),
          }),
        ),
      );
    },
    claim: async (key, lease) => {
      await doneIf(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: digestItem(key),
            UpdateExpression: 'SET #state = :claimed, lease = :lease ADD attempts :one',
            ConditionExpression: '#state = :pending',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: marshall({
              ':claimed': 'claimed',
              ':pending': 'pending',
              ':lease': lease,
              ':one': 1,
            }),
          }),
        ),
      );
      const item = await get(digestItem(key));
      const digest = item && fromItem(digestRow, item);
      // By the lease, not by the answer: where that was lost the SDK asks again, and is refused by its own claim.
      return digest?.state === 'claimed' && digest.lease?.id === lease.id ? digest : undefined;
    },
    settle: async (key, leaseId, settlement) => {
      const { state } = settlement;
      await doneIf(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: digestItem(key),
            UpdateExpression: 'SET #state = :state, settlement = :settlement',
            ConditionExpression:
              state === 'sent'
                ? 'lease.id = :lease AND #state IN (:claimed, :unknown)'
                : 'lease.id = :lease AND #state = :claimed',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: marshall({
              ':state': state,
              ':settlement': settlement,
              ':lease': leaseId,
              ':claimed': 'claimed',
              ...(state === 'sent' && { ':unknown': 'unknown' }),
            }),
          }),
        ),
      );
    },
    giveUp: async (key, now) => {
      const done = await doneIf(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: digestItem(key),
            UpdateExpression: 'SET #state = :unknown',
            ConditionExpression: '#state = :claimed AND lease.#until < :now',
            ExpressionAttributeNames: { '#state': 'state', '#until': 'until' },
            ExpressionAttributeValues: marshall({
              ':unknown': 'unknown',
              ':claimed': 'claimed',
              ':now': now,
            }),
          }),
        ),
      );
      return done ? 'given-up' : 'still-claimed';
    },
    abandon: async (key) => {
      await doneIf(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: digestItem(key),
            UpdateExpression: 'SET #state = :failed',
            ConditionExpression: '#state = :pending',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: marshall({ ':failed': 'failed', ':pending': 'pending' }),
          }),
        ),
      );
    },

    underWay: async (recipient) => {
      const open = await get(openItem(recipient));
      return open && fromItem(openRow, open).date;
    },
    fate: async (key) => {
      const item = await get(fateItem(key));
      return item && fromItem(fateRow, item);
    },
    saveFate: async (key, { fate: named, ...rest }) => {
      const lighter = fates.filter((other) => isWeightier({ fate: named }, { fate: other }));
      const names = lighter.map((_, i) => `:lighter${i}`);
      await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...fateItem(key), ...toItem({ fate: named, ...rest }) },
            ...(lighter.length === 0
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: `attribute_not_exists(pk) OR fate IN (${names.join(', ')})`,
                  ExpressionAttributeValues: marshall(
                    Object.fromEntries(lighter.map((other, i) => [names[i], other])),
                  ),
                }),
          }),
        ),
      );
    },
    confirm: (key) => change(key, { from: ['unknown'], to: 'sent' }),
    refuse: async (key) => void (await change(key, { from: ['unknown', 'sent'], to: 'failed' })),
    addressMark: async (recipient) => {
      const item = await get(addressItem(recipient));
      return item && fromItem(addressMark, item);
    },
    markAddress: async (recipient, mark) => {
      await asked(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...addressItem(recipient), ...toItem(mark) },
          }),
        ),
      );
    },
  };
};
