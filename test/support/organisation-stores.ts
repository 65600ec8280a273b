import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { BusinessId } from '../../domain/identifiers.ts';
import { dynamoOrganisations } from '../../functions/adapters/organisations.ts';
import { type InMemoryOrganisations, inMemoryOrganisations } from './in-memory-organisations.ts';
import type { LocalDynamo } from './local-dynamo.ts';

/** Organisations, and what a test sees of them behind the store's back. */
export type OrganisationStore = InMemoryOrganisations;

export const dynamoStore = async (dynamo: LocalDynamo): Promise<OrganisationStore> => {
  const TableName = await dynamo.newTable();
  const rows = async (businessId: BusinessId, prefix: string) => {
    const { Items = [] } = await dynamo.client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: marshall({ ':pk': `ORG#${businessId}`, ':prefix': prefix }),
      }),
    );
    return Items.map((item) => unmarshall(item));
  };
  const contactRows = (businessId: BusinessId) => rows(businessId, 'CONTACTS#');
  return {
    ...dynamoOrganisations(dynamo.client, TableName),
    logRows: (businessId) => rows(businessId, 'LOG#'),
    contactNames: async (businessId) =>
      (await contactRows(businessId)).map(({ sk }) => sk.slice('CONTACTS#'.length)),
    leaveContacts: async (businessId, contacts) => {
      const Item = marshall({ pk: `ORG#${businessId}`, sk: 'CONTACTS#left-behind', contacts });
      await dynamo.client.send(new PutItemCommand({ TableName, Item }));
    },
    eraseContacts: async (businessId) => {
      for (const { pk, sk } of await contactRows(businessId)) {
        await dynamo.client.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
      }
    },
  };
};

/** Each kind of store there is, for the tests that every one has to pass. */
export const storeKinds = (
  dynamo: () => LocalDynamo,
): readonly (readonly [string, () => Promise<OrganisationStore>])[] => [
  ['in memory', async () => inMemoryOrganisations()],
  ['in DynamoDB', () => dynamoStore(dynamo())],
];
