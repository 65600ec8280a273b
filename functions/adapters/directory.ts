import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { overallStatuses } from '../../domain/evaluation.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { requirementStatuses } from '../../domain/readiness.ts';
import { type County, counties } from '../../domain/statute/counties.ts';
import { serviceTasks } from '../../domain/statute/service-tasks.ts';
import { warningKinds } from '../../domain/warnings.ts';
import { asked, doneIf, fromItem, toItem } from './dynamo.ts';

/** What lists tell of an organisation: how it stands, without its people. */
export const directoryEntry = z.object({
  businessId: BusinessId,
  name: z.string(),
  sector: z.enum(['public', 'private']),
  counties: z.array(z.enum(counties)),
  serviceTasks: z.array(z.enum(serviceTasks)),
  status: z.enum(overallStatuses),
  /** The day of the evaluation that found this. */
  evaluatedOn: Day,
  /** The duties that are not met, the first due first. */
  deadlines: z.array(z.object({ id: z.string(), due: Day, status: z.enum(['open', 'overdue']) })),
  /** The requirements that are not in order. */
  requirements: z.record(z.string(), z.enum(requirementStatuses)),
  /** What its open warnings are about, each once. */
  warnedOf: z.array(z.enum(warningKinds)).default([]),
  /** The place in its log of the last fact that it rests on. */
  basedOn: z.int(),
});
export type DirectoryEntry = z.infer<typeof directoryEntry>;

/** A part of one county's list, by business ID. */
export interface DirectoryQuestion {
  readonly county: County;
  /** Only what stands after this business ID. */
  readonly after: string | null;
  readonly limit: number;
}

/** Counties that an organisation leaves, by what is known on a day. */
export interface Leaving {
  readonly counties: readonly County[];
  readonly basedOn: number;
  readonly on: Day;
}

/**
 * The organisations by the counties in which they are active, each under every county of its own. It
 * repeats what their logs say, so that a list need not read them.
 */
export interface Directory {
  /** Puts it under each of its counties; what rests on later facts, or on a later day, stays. */
  list(entry: DirectoryEntry): Promise<void>;
  /**
   * Takes it from counties where it is not active any more, by facts up to this place in its log. Only
   * what rests on later facts, or is found on a later day, brings it back.
   */
  leave(businessId: BusinessId, leaving: Leaving): Promise<void>;
  /** What was asked, and where to go on; null after the last. */
  page(question: DirectoryQuestion): Promise<{
    readonly entries: readonly DirectoryEntry[];
    readonly next: string | null;
  }>;
}

const partition = (county: County): string => `DIRECTORY#${county}`;

/** After all that is found on the day itself, before the next one. */
export const endOf = (on: Day): string => `${on}+`;

/** An organisation that has left keeps its place empty, so that what was found before it left cannot come back. */
const row = z.object({ sk: z.string(), entry: directoryEntry.nullable() });

export const dynamoDirectory = (client: DynamoDBClient, table: string): Directory => {
  const put = async (
    key: { readonly pk: string; readonly sk: string },
    content: {
      readonly entry: DirectoryEntry | null;
      readonly basedOn: number;
      readonly foundOn: string;
    },
  ): Promise<void> => {
    // Somebody who knew more was quicker: then there is nothing to do.
    await doneIf(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem({ ...key, ...content }),
          ConditionExpression:
            'attribute_not_exists(pk) OR basedOn < :basedOn OR (basedOn = :basedOn AND foundOn <= :foundOn)',
          ExpressionAttributeValues: marshall({
            ':basedOn': content.basedOn,
            ':foundOn': content.foundOn,
          }),
        }),
      ),
    );
  };
  return {
    list: async (entry) => {
      const { businessId, basedOn, evaluatedOn: foundOn } = entry;
      for (const county of entry.counties) {
        await put({ pk: partition(county), sk: businessId }, { entry, basedOn, foundOn });
      }
    },
    leave: async (businessId, { counties: left, basedOn, on }) => {
      for (const county of left) {
        const key = { pk: partition(county), sk: businessId };
        await put(key, { entry: null, basedOn, foundOn: endOf(on) });
      }
    },
    page: async ({ county, after, limit }) => {
      const { Items = [], LastEvaluatedKey } = await asked(
        client.send(
          new QueryCommand({
            TableName: table,
            // So that whoever has left a county is not shown there a moment longer.
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk AND sk > :after',
            ExpressionAttributeValues: marshall({
              ':pk': partition(county),
              ':after': after ?? ' ',
            }),
            Limit: limit,
          }),
        ),
      );
      const rows = Items.map((item) => fromItem(row, item));
      return {
        entries: rows.flatMap(({ entry }) => entry ?? []),
        next: LastEvaluatedKey === undefined ? null : (rows.at(-1)?.sk ?? null),
      };
    },
  };
};
