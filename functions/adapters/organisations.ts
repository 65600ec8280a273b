import { createHash } from 'node:crypto';
import {
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { type ReceivedAssessment, selfAssessment } from '../../domain/assessment.ts';
import { Day, day } from '../../domain/day.ts';
import { overallStatuses } from '../../domain/evaluation.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import type { KnownDays } from '../../domain/moved-days.ts';
import { type OrganisationProfile, organisationProfile } from '../../domain/organisation.ts';
import { requirementStatuses } from '../../domain/readiness.ts';
import type { Raised, Warning } from '../../domain/warnings.ts';
import { type NightCounts, nightCounts } from '../night-counts.ts';
import { asked, doneIf, everyItem, fromItem, type Item, toItem } from './dynamo.ts';

/** How many parts the night's work is split into. */
export const shardCount = 16;

/** The part of the night's work that an organisation belongs to, for ever. */
export const shardOf = (businessId: BusinessId): number =>
  createHash('sha256').update(businessId).digest().readUInt8(0) % shardCount;

/** What an evaluation found, in short: what is stored of it. Traces and texts are made again on reading. */
export interface Verdict {
  readonly status: (typeof overallStatuses)[number];
  readonly deadlines: Readonly<Record<string, 'met' | 'open' | 'overdue'>>;
  /** The deadlines' days, and the catalogue's entries they come from. */
  readonly days: KnownDays;
  readonly requirements: Readonly<Record<string, (typeof requirementStatuses)[number]>>;
}

/**
 * What the last night did with the organisation, and what that added to the night's counts. `batch`
 * tells a second evaluation in the same night from a recovery of the first.
 */
export interface LastNight {
  readonly date: Day;
  readonly batch: number;
  readonly changed: boolean;
  readonly counts: NightCounts;
}

/** What the nights know of an organisation. */
export interface OrganisationState {
  readonly dueOn: Day | null;
  readonly verdict: Verdict | null;
  readonly raised: Raised;
  readonly lastNight: LastNight | null;
  readonly catalogueHash: string | null;
  /** Who was warned of it at the last evaluation; null before the first. */
  readonly recipients: readonly string[] | null;
}

export interface StoredState extends OrganisationState {
  readonly version: number;
  /** A write of facts was begun that is not to be seen yet: it goes on at this moment, or broke off. */
  readonly awaitsFacts: boolean;
}

/** Everything of one organisation, as one query reads it. */
export interface StoredOrganisation {
  readonly businessId: BusinessId;
  readonly profile: StoredProfile | undefined;
  /** In the order of receipt. */
  readonly assessments: readonly ReceivedAssessment[];
  readonly state: StoredState | undefined;
  /** The warnings raised on each night, as first written down. */
  readonly raisedOn: Readonly<Record<Day, readonly Warning[]>>;
  readonly changes: Readonly<Record<Day, Change>>;
}

export interface StoredProfile {
  readonly version: number;
  readonly content: OrganisationProfile;
}

/** What changed on one day: how the organisation stood before it, and after. */
export interface Change {
  readonly before: Verdict | null;
  readonly after: Verdict;
}

/** An organisation that is due, and its place in the index, to go on from. */
export interface DueOrganisation {
  readonly businessId: BusinessId;
  readonly position: string;
}

export interface DueQuestion {
  readonly shard: number;
  readonly through: Day;
  /** Only what stands after this position. */
  readonly after: string | null;
  readonly limit: number;
}

/**
 * Organisations: their facts, and what the nights know of them.
 *
 * A write of facts makes the organisation due first and names the fact to come. So a crash between
 * the two leaves a due organisation, never a fact that no night looks at; and a night that reads
 * between the two sees that a fact is still to come, and leaves the organisation due.
 */
export interface Organisations {
  read(businessId: BusinessId): Promise<StoredOrganisation>;
  /** `replaces` is the version that was read, 0 for none. */
  saveProfile(write: {
    readonly businessId: BusinessId;
    readonly content: OrganisationProfile;
    readonly replaces: number;
    readonly today: Day;
  }): Promise<'saved' | 'changed-meanwhile'>;
  /** A second append of the same assessment does nothing. */
  appendAssessment(write: {
    readonly businessId: BusinessId;
    readonly assessment: ReceivedAssessment;
    readonly today: Day;
  }): Promise<void>;
  /** By the day they are due, then by business ID. */
  due(question: DueQuestion): Promise<readonly DueOrganisation[]>;
  /**
   * Every organisation of a shard, due or not, in the same order; one whose facts are written between
   * two pages may stand on both or on neither. It may also lack a profile, where saving it broke off.
   */
  inShard(question: Omit<DueQuestion, 'through'>): Promise<readonly DueOrganisation[]>;
  /** Written once a night: what stands there already, stays. */
  recordRaised(write: {
    readonly businessId: BusinessId;
    readonly date: Day;
    readonly warnings: readonly Warning[];
  }): Promise<'recorded' | 'recorded-before'>;
  recordChange(write: {
    readonly businessId: BusinessId;
    readonly date: Day;
    readonly change: Change;
  }): Promise<void>;
  /** `replaces` is the version that was read: a write of facts since then wins. */
  saveState(write: {
    readonly businessId: BusinessId;
    readonly state: OrganisationState;
    readonly replaces: number;
  }): Promise<'saved' | 'changed-meanwhile'>;
}

/** The mark of a fact to come, kept in the state until a night has seen the fact. */
export const factMark = {
  profile: (version: number): string => `PROFILE#${String(version).padStart(9, '0')}`,
  assessment: (assessmentId: string): string => `ASSESSMENT#${assessmentId}`,
} as const;

/** Whether a marked fact is among those read; a later version of a profile stands for an earlier one. */
export const isSeen = (
  mark: string,
  { profile, assessments }: Pick<StoredOrganisation, 'profile' | 'assessments'>,
): boolean =>
  mark.startsWith('PROFILE#')
    ? profile !== undefined && factMark.profile(profile.version) >= mark
    : assessments.some(({ assessmentId }) => factMark.assessment(assessmentId) === mark);

/** Days of what has happened were checked against the day they came in; a row is not checked again. */
const anyDay = day('2199-12-31');

const profileRow = z.object({ version: z.int(), profile: organisationProfile(anyDay) });
const assessmentRow = z.object({
  assessmentId: z.string(),
  receivedAt: z.iso.datetime({ precision: 3 }),
  receivedOn: Day,
  stated: selfAssessment(anyDay),
});
const verdict = z.object({
  status: z.enum(overallStatuses),
  deadlines: z.record(z.string(), z.enum(['met', 'open', 'overdue'])),
  // Rows of before these were kept know none: from such a day nothing can be said to have moved.
  days: z.record(z.string(), z.object({ due: Day, entry: z.string() })).default({}),
  requirements: z.record(z.string(), z.enum(requirementStatuses)),
});
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
const stateRow = z.object({
  version: z.int(),
  dueSk: z.string().optional(),
  expects: z.set(z.string()).default(new Set()),
  verdict: verdict.nullable().default(null),
  raised: raised.default({}),
  lastNight: lastNight.nullable().default(null),
  catalogueHash: z.string().nullable().default(null),
  recipients: z.array(z.string()).nullable().default(null),
});
const raisedRow = z.object({
  warnings: z.array(
    z.object({
      kind: z.enum(['deadline', 'requirement']),
      id: z.string(),
      due: Day,
      rung: z.int(),
    }),
  ),
});
const changeRow = z.object({ before: verdict.nullable(), after: verdict });
const dueRow = z.object({ dueSk: z.string() });

const partition = (businessId: BusinessId): string => `ORG#${businessId}`;
const duePartition = (shard: number): string => `DUE#${String(shard).padStart(2, '0')}`;

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

const stored = (businessId: BusinessId, items: readonly Item[]): StoredOrganisation => {
  const [profile] = rowsBelow(items, 'PROFILE', profileRow).map(([, row]) => ({
    version: row.version,
    content: row.profile,
  }));
  const assessments = rowsBelow(items, 'ASSESSMENT#', assessmentRow).map(
    ([, { stated, ...receipt }]) => ({ ...receipt, ...stated }),
  );
  const [state] = rowsBelow(items, 'STATE', stateRow).map(([, { dueSk, expects, ...row }]) => ({
    ...row,
    dueOn: dueSk === undefined ? null : dueOnOf(dueSk),
    awaitsFacts: [...expects].some((mark) => !isSeen(mark, { profile, assessments })),
  }));
  return {
    businessId,
    profile,
    assessments,
    state,
    raisedOn: Object.fromEntries(
      rowsBelow(items, 'RAISED#', raisedRow).map(([date, { warnings }]) => [date, warnings]),
    ),
    changes: Object.fromEntries(rowsBelow(items, 'HISTORY#', changeRow)),
  };
};

/** Where the index keeps what no known day changes: after every day, so that no night comes to it. */
const never = '9999-12-31';

const dueKeys = (businessId: BusinessId, dueOn: Day | null) => ({
  duePk: duePartition(shardOf(businessId)),
  dueSk: `${dueOn ?? never}#${businessId}`,
});
const dueOnOf = (dueSk: string): Day | null =>
  dueSk.startsWith(never) ? null : Day.parse(dueSk.slice(0, 10));

export const dynamoOrganisations = (client: DynamoDBClient, table: string): Organisations => {
  const makeDue = (businessId: BusinessId, fact: { mark: string; today: Day }) => {
    const { duePk, dueSk } = dueKeys(businessId, fact.today);
    return asked(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toItem({ pk: partition(businessId), sk: 'STATE' }),
          UpdateExpression: 'SET duePk = :duePk, dueSk = :dueSk ADD version :one, expects :marks',
          ExpressionAttributeValues: marshall({
            ':duePk': duePk,
            ':dueSk': dueSk,
            ':one': 1,
            ':marks': new Set([fact.mark]),
          }),
        }),
      ),
    );
  };
  const putUnlessThere = (row: Readonly<Record<string, unknown>>): Promise<boolean> =>
    doneIf(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem(row),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  const putVersion = (
    row: Readonly<Record<string, unknown>>,
    replaces: number,
  ): Promise<boolean> =>
    replaces === 0
      ? putUnlessThere({ ...row, version: 1 })
      : doneIf(
          client.send(
            new PutItemCommand({
              TableName: table,
              Item: toItem({ ...row, version: replaces + 1 }),
              ConditionExpression: 'version = :replaces',
              ExpressionAttributeValues: marshall({ ':replaces': replaces }),
            }),
          ),
        );
  const indexed = async ({
    shard,
    through,
    after,
    limit,
  }: Omit<DueQuestion, 'through'> & { readonly through: string }): Promise<
    readonly DueOrganisation[]
  > => {
    const { Items = [] } = await asked(
      client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'duePk = :duePk AND dueSk BETWEEN :from AND :to',
          ExpressionAttributeValues: marshall({
            ':duePk': duePartition(shard),
            // Positions are of one length, so the first text after one is itself and a character.
            ':from': after === null ? ' ' : `${after}!`,
            ':to': `${through}#~`,
          }),
          Limit: limit,
        }),
      ),
    );
    return Items.map((item) => {
      const { dueSk } = fromItem(dueRow, item);
      return { businessId: BusinessId.parse(dueSk.slice(11)), position: dueSk };
    });
  };
  return {
    read: async (businessId) => {
      const items = await everyItem(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': partition(businessId) }),
      });
      return stored(businessId, items);
    },
    saveProfile: async ({ businessId, content, replaces, today }) => {
      await makeDue(businessId, { mark: factMark.profile(replaces + 1), today });
      const row = { pk: partition(businessId), sk: 'PROFILE', profile: content };
      return (await putVersion(row, replaces)) ? 'saved' : 'changed-meanwhile';
    },
    appendAssessment: async ({ businessId, assessment, today }) => {
      const { assessmentId, receivedAt, receivedOn, ...stated } = assessment;
      await makeDue(businessId, { mark: factMark.assessment(assessmentId), today });
      await putUnlessThere({
        pk: partition(businessId),
        sk: `ASSESSMENT#${receivedAt}#${assessmentId}`,
        assessmentId,
        receivedAt,
        receivedOn,
        stated,
      });
    },
    due: ({ through, ...question }) => indexed({ ...question, through }),
    inShard: (question) => indexed({ ...question, through: never }),
    recordRaised: async ({ businessId, date, warnings }) => {
      const row = { pk: partition(businessId), sk: `RAISED#${date}`, warnings };
      return (await putUnlessThere(row)) ? 'recorded' : 'recorded-before';
    },
    recordChange: async ({ businessId, date, change }) => {
      const row = { pk: partition(businessId), sk: `HISTORY#${date}`, ...change };
      await asked(client.send(new PutItemCommand({ TableName: table, Item: toItem(row) })));
    },
    saveState: async ({ businessId, state: { dueOn, ...state }, replaces }) => {
      const row = {
        pk: partition(businessId),
        sk: 'STATE',
        ...dueKeys(businessId, dueOn),
        ...state,
      };
      return (await putVersion(row, replaces)) ? 'saved' : 'changed-meanwhile';
    },
  };
};
