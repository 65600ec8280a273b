import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { eachCounty, email, language, line } from '../../domain/organisation.ts';
import { asked, doneIf, everyItem, fromItem, toItem } from './dynamo.ts';
import { type AddressMark, addressMark } from './fate.ts';

/** Who is warned of the organisations in her counties, and in which language. */
export const supervisorFields = z.strictObject({
  name: line(300),
  email,
  language: language.default('fi'),
  counties: eachCounty,
});
export type Supervisor = z.infer<typeof supervisorFields>;

/** The recipient of what would otherwise reach nobody; no supervisor can have its id. */
export const operatorId = 'operator';

/** A supervisor's id, as it stands in addresses and keys. */
export const SupervisorId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  .refine((id) => id.toLowerCase() !== operatorId && !id.toLowerCase().startsWith('contact.'), {
    params: { rule: 'reserved-id' },
  })
  .meta({ override: { maxLength: 64 } });

export interface StoredSupervisor {
  readonly id: string;
  readonly version: number;
  readonly content: Supervisor;
  /** Her address is no longer used, because a mail to it came back; until she is saved again. */
  readonly mark?: AddressMark | undefined;
}

/** Whether mails reach her, as far as is known. */
export const isReachable = ({
  mark,
  content,
}: Pick<StoredSupervisor, 'mark' | 'content'>): boolean => mark?.email !== content.email;

/** The supervisors; a few hundred at most, so all of them are read together. */
export interface Supervisors {
  read(id: string): Promise<StoredSupervisor | undefined>;
  /** In the order of their ids. */
  list(): Promise<readonly StoredSupervisor[]>;
  /** `replaces` is the version that was read, 0 for none. */
  save(write: {
    readonly id: string;
    readonly content: Supervisor;
    readonly replaces: number;
  }): Promise<'saved' | 'changed-meanwhile'>;
  /** Says that her address is no longer used, where she still has it. */
  mark(id: string, mark: AddressMark): Promise<void>;
}

const row = z
  .object({
    sk: z.string(),
    version: z.int(),
    supervisor: supervisorFields,
    mark: addressMark.exactOptional(),
  })
  .transform(({ sk, version, supervisor, mark }) => ({
    id: sk,
    version,
    content: supervisor,
    ...(mark && { mark }),
  }));

const partition = 'SUPERVISOR';

export const dynamoSupervisors = (client: DynamoDBClient, table: string): Supervisors => ({
  read: async (id) => {
    const { Item } = await asked(
      client.send(
        new GetItemCommand({
          TableName: table,
          ConsistentRead: true,
          Key: toItem({ pk: partition, sk: id }),
        }),
      ),
    );
    return Item && fromItem(row, Item);
  },
  list: async () => {
    const items = await everyItem(client, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': partition }),
    });
    return items.map((item) => fromItem(row, item));
  },
  save: async ({ id, content, replaces }) => {
    const done = await doneIf(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem({ pk: partition, sk: id, version: replaces + 1, supervisor: content }),
          ...(replaces === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'version = :replaces',
                ExpressionAttributeValues: marshall({ ':replaces': replaces }),
              }),
        }),
      ),
    );
    return done ? 'saved' : 'changed-meanwhile';
  },
  mark: async (id, mark) => {
    await doneIf(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toItem({ pk: partition, sk: id }),
          UpdateExpression: 'SET #mark = :mark',
          ConditionExpression: 'supervisor.email = :email',
          ExpressionAttributeNames: { '#mark': 'mark' },
          ExpressionAttributeValues: marshall({ ':mark': mark, ':email': mark.email }),
        }),
      ),
    );
  },
});
