import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Day } from '../../domain/day.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { instantText } from '../clock.ts';
import { asked, doneIf, fromItem, toItem } from './dynamo.ts';
import { type EventType, eventTypes } from './webhooks.ts';

/** What is to be told to one webhook, once. */
export interface NewDelivery {
  /** The event's id: the same event told to two webhooks has one, and so has one that is told again. */
  readonly id: string;
  readonly type: EventType;
  readonly businessId: BusinessId;
  /** The body that is sent. */
  readonly payload: string;
  readonly recordedAt: Temporal.Instant;
}

const states = ['pending', 'delivered', 'failed'] as const;
/** `failed`: it is not tried again by itself. */
export type DeliveryState = (typeof states)[number];

/** What came of one attempt, in a word: `answered-503`, `timed-out`. */
export interface Attempt {
  readonly at: string;
  readonly outcome: string;
}

export interface Delivery extends Omit<NewDelivery, 'recordedAt'> {
  readonly recordedAt: string;
  readonly state: DeliveryState;
  /** Since it was recorded, or last ordered again. */
  readonly attempts: number;
  readonly lastAttempt: Attempt | null;
  /** When it is tried next, or whoever tries it now must be done; null where nothing is to come. */
  readonly dueAt: string | null;
}

/** A delivery that was due, and since when: only whoever saw that instant may claim it. */
export interface DueDelivery {
  readonly id: string;
  readonly dueAt: string;
}

export type Settlement = { readonly attempt: Attempt } & (
  | { readonly state: 'delivered' | 'failed' }
  | { readonly state: 'pending'; readonly dueAt: string }
);

interface Place {
  /** The webhook's key. */
  readonly webhook: string;
  readonly id: string;
}

/**
 * What is told to webhooks, and how far that has come. A webhook's deliveries wait apart from those of
 * others, so that none stands in the way of another's. Each is forgotten 90 days after it was recorded.
 */
export interface Deliveries {
  /** Recorded once: what stands under the id already, stays. */
  record(webhook: string, delivery: NewDelivery): Promise<void>;
  /** What is due at the moment, the longest waiting first; one just recorded may be missing. */
  due(question: {
    readonly webhook: string;
    readonly now: string;
    readonly limit: number;
  }): Promise<readonly DueDelivery[]>;
  /**
   * The delivery to attempt, where nobody else has it in hand. Who holds it and falls silent leaves it
   * due again from `until`.
   */
  claim(webhook: string, due: DueDelivery, until: string): Promise<Delivery | undefined>;
  /** Whoever lost the claim meanwhile changes nothing: it is attempted again, under the same id. */
  settle(place: Place, claimedUntil: string, settlement: Settlement): Promise<void>;
  /** The newest nights first. */
  page(question: {
    readonly webhook: string;
    readonly before: string | null;
    readonly limit: number;
  }): Promise<readonly Delivery[]>;
  /** The ids of a night's deliveries and later ones, the oldest night first. */
  since(question: {
    readonly webhook: string;
    readonly night: Day;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly string[]>;
  /** Makes a delivery due anew, as if it had not been attempted. */
  order(place: Place, now: string): Promise<'ordered' | 'unknown'>;
}

const keptFor = { hours: 90 * 24 } as const;

/** An event's id begins with its night, so that ids sort by nights. */
export const eventIdOf = (night: Day, hash: string): string =>
  `evt_${night.replaceAll('-', '')}_${hash}`;
export const EventId = z
  .string()
  .max(40)
  .regex(/^evt_\d{8}_[A-Za-z0-9_-]{27}$/);

const prefix = 'DELIVERY#';
const packed = z.instanceof(Uint8Array).transform((bytes) => gunzipSync(bytes).toString('utf8'));
const row = z
  .object({
    sk: z.string(),
    type: z.enum(eventTypes),
    businessId: BusinessId,
    payload: packed,
    recordedAt: z.iso.datetime({ precision: 3 }),
    state: z.enum(states),
    attempts: z.int(),
    lastAttempt: z.object({ at: z.string(), outcome: z.string() }).nullable(),
    dueSk: z.string().optional(),
  })
  .transform(({ sk, dueSk, ...rest }) => ({
    ...rest,
    id: sk.slice(prefix.length),
    dueAt: dueSk?.split('#')[0] ?? null,
  }));
const idRow = z.object({ sk: z.string() }).transform(({ sk }) => sk.slice(prefix.length));
const dueRow = z.object({ sk: z.string(), dueSk: z.string() }).transform(({ sk, dueSk }) => ({
  id: sk.slice(prefix.length),
  dueAt: dueSk.split('#')[0] ?? '',
}));

const partition = (webhook: string): string => `WEBHOOK#${webhook}`;
const keyOf = ({ webhook, id }: Place) => toItem({ pk: partition(webhook), sk: `${prefix}${id}` });
const dueText = (dueAt: string, id: string): string => `${dueAt}#${id}`;

export const dynamoDeliveries = (client: DynamoDBClient, table: string): Deliveries => ({
  record: async (webhook, { id, payload, recordedAt, ...delivery }) => {
    const at = instantText(recordedAt);
    await doneIf(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...keyOf({ webhook, id }),
            ...toItem({
              ...delivery,
              payload: gzipSync(payload),
              recordedAt: at,
              state: 'pending',
              attempts: 0,
              lastAttempt: null,
              duePk: `DELIVERIES#${webhook}`,
              dueSk: dueText(at, id),
              expiresAt: Math.floor(recordedAt.add(keptFor).epochMilliseconds / 1000),
            }),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  },
  due: async ({ webhook, now, limit }) => {
    const { Items = [] } = await asked(
      client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'duePk = :webhook AND dueSk < :after',
          // `$` comes after `#`: what is due at this very instant is due.
          ExpressionAttributeValues: marshall({
            ':webhook': `DELIVERIES#${webhook}`,
            ':after': `${now}$`,
          }),
          Limit: limit,
        }),
      ),
    );
    return Items.map((item) => fromItem(dueRow, item));
  },
  claim: async (webhook, { id, dueAt }, until) => {
    const claimed = client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keyOf({ webhook, id }),
        UpdateExpression: 'SET dueSk = :until ADD attempts :one',
        ConditionExpression: 'dueSk = :due',
        ExpressionAttributeValues: marshall({
          ':until': dueText(until, id),
          ':one': 1,
          ':due': dueText(dueAt, id),
        }),
        ReturnValues: 'ALL_NEW',
      }),
    );
    if (!(await doneIf(claimed))) return undefined;
    const { Attributes } = await claimed;
    return Attributes && fromItem(row, Attributes);
  },
  settle: async ({ webhook, id }, claimedUntil, { attempt, ...settlement }) => {
    const isPending = settlement.state === 'pending';
    await doneIf(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyOf({ webhook, id }),
          UpdateExpression: isPending
            ? 'SET #state = :state, lastAttempt = :attempt, dueSk = :due'
            : 'SET #state = :state, lastAttempt = :attempt REMOVE duePk, dueSk',
          ConditionExpression: 'dueSk = :claimed',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: marshall({
            ':state': settlement.state,
            ':attempt': attempt,
            ':claimed': dueText(claimedUntil, id),
            ...(settlement.state === 'pending' && { ':due': dueText(settlement.dueAt, id) }),
          }),
        }),
      ),
    );
  },
  page: async ({ webhook, before, limit }) => {
    const { Items = [] } = await asked(
      client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk < :before',
          ExpressionAttributeValues: marshall({
            ':pk': partition(webhook),
            ':before': before === null ? 'DELIVERY#~' : `${prefix}${before}`,
          }),
          ScanIndexForward: false,
          Limit: limit,
        }),
      ),
    );
    return Items.map((item) => fromItem(row, item));
  },
  since: async ({ webhook, night, after, limit }) => {
    const { Items = [] } = await asked(
      client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: marshall({
            ':pk': partition(webhook),
            ':after': `${prefix}${after ?? eventIdOf(night, '')}`,
          }),
          ProjectionExpression: 'sk',
          Limit: limit,
        }),
      ),
    );
    return Items.map((item) => fromItem(idRow, item));
  },
  order: async ({ webhook, id }, now) => {
    const done = await doneIf(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyOf({ webhook, id }),
          UpdateExpression:
            'SET #state = :pending, attempts = :none, duePk = :webhook, dueSk = :due',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: marshall({
            ':pending': 'pending',
            ':none': 0,
            ':webhook': `DELIVERIES#${webhook}`,
            ':due': dueText(now, id),
          }),
        }),
      ),
    );
    return done ? 'ordered' : 'unknown';
  },
});
