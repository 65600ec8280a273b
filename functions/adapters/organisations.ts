import { createHash, randomUUID } from 'node:crypto';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import type { ReceivedAcknowledgement } from '../../domain/acknowledgement.ts';
import type { ReceivedAssessment } from '../../domain/assessment.ts';
import type { Day } from '../../domain/day.ts';
import type { RecordedEvaluation } from '../../domain/history.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { ApprovedWaiver } from '../../domain/waiver.ts';
import type { Raised, Warning } from '../../domain/warnings.ts';
import { dayInHelsinki } from '../clock.ts';
import { canonicalJson } from '../entity-tag.ts';
import type { NightCounts } from '../night-counts.ts';
import { asked, doneIf, everyItem, fromItem, toItem } from './dynamo.ts';
import {
  type Decision,
  entryAfter,
  factMark,
  type LoggedFacts,
  logKey,
  logPrefix,
  nextAcknowledgement,
  nextAssessment,
  nextEvaluation,
  nextProfile,
  nextWaiver,
  type OrganisationLog,
} from './organisation-log.ts';
import {
  contactsIn,
  contactsPrefix,
  duePartition,
  dueRow,
  loggedIn,
  never,
  partition,
  stored,
} from './organisation-rows.ts';
import { packedText } from './packed.ts';
import { StorageUnavailable } from './storage-errors.ts';

/** How many parts the night's work is split into. */
export const shardCount = 16;

/** The part of the night's work that an organisation belongs to, for ever. */
export const shardOf = (businessId: BusinessId): number =>
  createHash('sha256').update(businessId).digest().readUInt8(0) % shardCount;

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
  /** The hash of what the last night put in the directory; null where it put nothing. */
  readonly listed: string | null;
}

export interface StoredState extends OrganisationState {
  readonly version: number;
  /** A write of facts was begun that is not to be seen yet: it goes on at this moment, or broke off. */
  readonly awaitsFacts: boolean;
}

/** Everything of one organisation, as one query reads it. */
export interface StoredOrganisation extends LoggedFacts {
  readonly businessId: BusinessId;
  /** Its newest version, with its contacts. */
  readonly profile: StoredProfile | undefined;
  readonly state: StoredState | undefined;
  /** The warnings raised on each night, as first written down. */
  readonly raisedOn: Readonly<Record<Day, readonly Warning[]>>;
}

export interface StoredProfile {
  readonly version: number;
  readonly content: OrganisationProfile;
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

/** What a night found, before it has its place in the log. */
export type NewEvaluation = Omit<RecordedEvaluation, 'seq' | 'at'>;

/**
 * Organisations: their facts, and what the nights know of them.
 *
 * Facts and what nights found are entries of one log, only ever added to. An organisation's contacts
 * stand apart from it, so that they can be erased.
 *
 * A write of facts makes the organisation due first and names the fact to come. So a crash between
 * the two leaves a due organisation, never a fact that no night looks at; and a night that reads
 * between the two sees that a fact is still to come, and leaves the organisation due.
 */
export interface Organisations {
  read(businessId: BusinessId): Promise<StoredOrganisation>;
  /**
   * `replaces` is the version that was read, 0 for none. `beforehand` is done once the organisation is
   * due, and before the profile is there to be read.
   */
  saveProfile(write: {
    readonly businessId: BusinessId;
    readonly content: OrganisationProfile;
    readonly replaces: number;
    readonly now: Temporal.Instant;
    readonly beforehand?: () => Promise<void>;
  }): Promise<'saved' | 'changed-meanwhile'>;
  /** A second append of the same assessment does nothing. */
  appendAssessment(write: {
    readonly businessId: BusinessId;
    readonly assessment: ReceivedAssessment;
    readonly now: Temporal.Instant;
  }): Promise<void>;
  /** A second append of the same waiver does nothing. */
  appendWaiver(write: {
    readonly businessId: BusinessId;
    readonly waiver: ApprovedWaiver;
    readonly now: Temporal.Instant;
  }): Promise<void>;
  /** A second append of the same acknowledgement does nothing. */
  appendAcknowledgement(write: {
    readonly businessId: BusinessId;
    readonly acknowledgement: ReceivedAcknowledgement;
    readonly now: Temporal.Instant;
  }): Promise<void>;
  /**
   * A second append of the same evaluation does nothing. One that has not seen the last fact is not
   * appended.
   */
  appendEvaluation(write: {
    readonly businessId: BusinessId;
    readonly evaluation: NewEvaluation;
    readonly now: Temporal.Instant;
  }): Promise<'appended' | 'changed-meanwhile'>;
  /** By the day they are due, then by business ID. */
  due(question: DueQuestion): Promise<readonly DueOrganisation[]>;
  /**
   * Every organisation of a shard, due or not, in the same order; one whose facts are written between
   * two pages may stand on both or on neither. It may also lack a profile, where saving it broke off.
   */
  inShard(question: Omit<DueQuestion, 'through'>): Promise<readonly DueOrganisation[]>;
  /** Makes it due on a day at the latest, whatever else its state says, even where that cannot be read. */
  keepDue(businessId: BusinessId, on: Day): Promise<void>;
  /** Written once a night: what stands there already, stays. */
  recordRaised(write: {
    readonly businessId: BusinessId;
    readonly date: Day;
    readonly warnings: readonly Warning[];
  }): Promise<'recorded' | 'recorded-before'>;
  /** `replaces` is the version that was read: a write of facts since then wins. */
  saveState(write: {
    readonly businessId: BusinessId;
    readonly state: OrganisationState;
    readonly replaces: number;
  }): Promise<'saved' | 'changed-meanwhile'>;
}

const dueKeys = (businessId: BusinessId, dueOn: Day | null) => ({
  duePk: duePartition(shardOf(businessId)),
  dueSk: `${dueOn ?? never}#${businessId}`,
});
/** Writers that meet again and again this often are no accident. */
const mostRaces = 20;

export const dynamoOrganisations = (client: DynamoDBClient, table: string): Organisations => {
  const makeDue = (businessId: BusinessId, fact: { mark: string; now: Temporal.Instant }) => {
    const { duePk, dueSk } = dueKeys(businessId, dayInHelsinki(fact.now));
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
  const remove = (key: { readonly pk: string; readonly sk: string }) =>
    asked(client.send(new DeleteItemCommand({ TableName: table, Key: toItem(key) })));
  const putContacts = (
    businessId: BusinessId,
    name: string,
    contacts: OrganisationProfile['contacts'],
  ) => putUnlessThere({ pk: partition(businessId), sk: `${contactsPrefix}${name}`, contacts });
  const everyRow = (businessId: BusinessId) =>
    everyItem(client, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': partition(businessId) }),
    });
  const rowsBeginning = (businessId: BusinessId, prefix: string) =>
    everyItem(client, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: marshall({ ':pk': partition(businessId), ':prefix': prefix }),
    });
  /** Writes the next entry of a log; whoever else was quicker is read, and comes before it. */
  const append = async (
    businessId: BusinessId,
    now: Temporal.Instant,
    decide: (log: OrganisationLog) => Decision,
  ): Promise<'appended' | 'there-already' | 'changed-meanwhile'> => {
    for (let race = 0; race < mostRaces; race += 1) {
      const log = loggedIn(await rowsBeginning(businessId, logPrefix));
      const addition = decide(log);
      if (typeof addition === 'string') return addition;
      const entry = entryAfter(log.last, { businessId, now, addition });
      const row = {
        pk: partition(businessId),
        sk: logKey(entry.seq),
        ...entry,
        content: packedText(entry.content),
      };
      if (await putUnlessThere(row)) return 'appended';
    }
    throw new StorageUnavailable(new Error('its log grows all the time'));
  };
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
      // Contacts that were written between their row and the log's are there the next time; those that
      // are missing twice were erased.
      for (let missed: string | null = null; ; ) {
        const items = await everyRow(businessId);
        const log = loggedIn(items);
        const contacts = contactsIn(items, log.contacts);
        if (contacts !== undefined || log.contacts === missed) {
          return stored(businessId, items, { log, contacts: contacts ?? [] });
        }
        missed = log.contacts;
      }
    },
    saveProfile: async ({ businessId, content, replaces, now, beforehand }) => {
      await makeDue(businessId, { mark: factMark.profile(replaces + 1), now });
      await beforehand?.();
      // Who replaces the version to come writes her contacts after it, so none of these can be hers.
      const outdated = await rowsBeginning(businessId, contactsPrefix);
      const contacts = content.contacts.length === 0 ? null : randomUUID();
      if (contacts !== null) await putContacts(businessId, contacts, content.contacts);
      const profile = nextProfile(content, { replaces, contacts });
      const isLost = (await append(businessId, now, profile)) === 'changed-meanwhile';
      const useless = isLost
        ? [contacts].flatMap((name) => (name === null ? [] : [`${contactsPrefix}${name}`]))
        : outdated.map(({ sk }) => sk?.S ?? '');
      for (const sk of useless) await remove({ pk: partition(businessId), sk });
      return isLost ? 'changed-meanwhile' : 'saved';
    },
    appendAssessment: async ({ businessId, assessment, now }) => {
      await makeDue(businessId, { mark: factMark.assessment(assessment.assessmentId), now });
      await append(businessId, now, nextAssessment(assessment));
    },
    appendWaiver: async ({ businessId, waiver, now }) => {
      await makeDue(businessId, { mark: factMark.waiver(waiver.waiverId), now });
      await append(businessId, now, nextWaiver(waiver));
    },
    appendAcknowledgement: async ({ businessId, acknowledgement, now }) => {
      const mark = factMark.acknowledgement(acknowledgement.acknowledgementId);
      await makeDue(businessId, { mark, now });
      await append(businessId, now, nextAcknowledgement(acknowledgement));
    },
    appendEvaluation: async ({ businessId, evaluation, now }) => {
      const outcome = await append(businessId, now, nextEvaluation(evaluation));
      return outcome === 'changed-meanwhile' ? outcome : 'appended';
    },
    due: ({ through, ...question }) => indexed({ ...question, through }),
    inShard: (question) => indexed({ ...question, through: never }),
    keepDue: async (businessId, on) => {
      const { duePk, dueSk } = dueKeys(businessId, on);
      await doneIf(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: toItem({ pk: partition(businessId), sk: 'STATE' }),
            UpdateExpression: 'SET duePk = :duePk, dueSk = :dueSk',
            ConditionExpression:
              'attribute_exists(pk) AND (attribute_not_exists(dueSk) OR dueSk > :dueSk)',
            ExpressionAttributeValues: marshall({ ':duePk': duePk, ':dueSk': dueSk }),
          }),
        ),
      );
    },
    recordRaised: async ({ businessId, date, warnings }) => {
      const row = { pk: partition(businessId), sk: `RAISED#${date}`, warnings };
      return (await putUnlessThere(row)) ? 'recorded' : 'recorded-before';
    },
    saveState: async ({ businessId, state: { dueOn, ...state }, replaces }) => {
      const row = {
        pk: partition(businessId),
        sk: 'STATE',
        ...dueKeys(businessId, dueOn),
        known: packedText(canonicalJson(state)),
      };
      return (await putVersion(row, replaces)) ? 'saved' : 'changed-meanwhile';
    },
  };
};
