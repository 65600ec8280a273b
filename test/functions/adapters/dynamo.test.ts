import {
  DynamoDBClient,
  GetItemCommand,
  ProvisionedThroughputExceededException,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { dynamoOrganisations } from '../../../functions/adapters/organisations.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import { dynamoSupervisors } from '../../../functions/adapters/supervisors.ts';
import { businessIds } from '../../support/business-ids.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

const [businessId] = businessIds(1);
if (businessId === undefined) throw new Error('an ID was asked for');

describe('a DynamoDB that does not answer', () => {
  const client = new DynamoDBClient({ region: 'eu-north-1' });
  const aws = mockClient(client);
  afterEach(() => {
    aws.reset();
  });

  const timeout = Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
  const throttled = new ProvisionedThroughputExceededException({
    message: 'slow down',
    $metadata: { httpStatusCode: 400 },
  });

  it.each([
    ['is throttled', throttled],
    ['times out', timeout],
  ])(
    'makes reading that %s a StorageUnavailable, not a fault of what is read',
    async (_, error) => {
      aws.on(QueryCommand).rejects(error);
      aws.on(GetItemCommand).rejects(error);
      const organisations = dynamoOrganisations(client, 'table');
      await expect(organisations.read(businessId)).rejects.toThrow(StorageUnavailable);
      await expect(dynamoSupervisors(client, 'table').read('aino')).rejects.toThrow(
        StorageUnavailable,
      );
    },
  );

  it('makes a conditional write that is throttled a StorageUnavailable, not a lost race', async () => {
    aws.on(PutItemCommand).rejects(throttled);
    const writing = dynamoSupervisors(client, 'table').save({
      id: 'aino',
      content: { name: 'Aino', email: 'a@example.fi', language: 'fi', counties: ['lappi'] },
      replaces: 0,
    });
    await expect(writing).rejects.toThrow(StorageUnavailable);
  });
});

describe('an item that DynamoDB never takes', () => {
  let dynamo: LocalDynamo;
  afterAll(() => dynamo.stop());

  it("is the item's own fault: trying again would not help", async () => {
    dynamo = await startDynamo();
    const organisations = dynamoOrganisations(dynamo.client, await dynamo.newTable());
    const warnings = [
      { kind: 'deadline', id: 'x'.repeat(500_000), due: day('2026-09-01'), rung: 0 } as const,
    ];
    const writing = organisations.recordRaised({ businessId, date: day('2026-11-22'), warnings });
    await expect(writing).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(writing).rejects.not.toThrow(StorageUnavailable);
  });
});
