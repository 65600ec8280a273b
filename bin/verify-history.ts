import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { BusinessId } from '../domain/identifiers.ts';
import { everyItem } from '../functions/adapters/dynamo.ts';
import { faultsIn, type LogFault } from '../functions/adapters/log-faults.ts';
import { logPrefix } from '../functions/adapters/organisation-log.ts';
import { partition } from '../functions/adapters/organisation-rows.ts';
import { dynamoOrganisations } from '../functions/adapters/organisations.ts';
import { everyOrganisation } from '../functions/every-organisation.ts';
import { inGroups } from '../functions/in-groups.ts';
import { credentials } from '../local/local-table.ts';
import { region } from '../local/template.ts';

/*
 * `npm run verify-history`: reads the log of every organisation, or of one, and says which entries are
 * not as they were written. It only reads. It ends with 0 where all is right, with 1 where something is
 * not, and with 2 where it could not find out.
 */

const usage =
  'usage: npm run verify-history -- [--organisation Y-TUNNUS] --table NAME [--endpoint URL]';

/** Something the person at the terminal can put right; its message is one line for her. */
class UsageError extends Error {}

interface Options {
  readonly table: string;
  readonly organisation: BusinessId | undefined;
  readonly client: DynamoDBClient;
}

const valuesOf = (args: string[]) => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { organisation: text, table: text, endpoint: text } }).values;
  } catch {
    throw new UsageError(usage);
  }
};

const optionsOf = (args: string[]): Options => {
  const { organisation, table, endpoint } = valuesOf(args);
  if (table === undefined || table === '') throw new UsageError(usage);
  const id = organisation === undefined ? undefined : BusinessId.safeParse(organisation);
  if (id?.success === false) throw new UsageError(`--organisation ${organisation}: no Y-tunnus.`);
  // An endpoint is a DynamoDB on this machine, as `npm start` has it; without one it is AWS's.
  const client = new DynamoDBClient(
    endpoint === undefined ? {} : { endpoint, region, credentials },
  );
  return { table, organisation: id?.data, client };
};

const logOf = async ({ client, table }: Options, businessId: BusinessId) => {
  const items = await everyItem(client, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: marshall({ ':pk': partition(businessId), ':prefix': logPrefix }),
  });
  return items.map((item) => unmarshall(item));
};

const described = ({ entry, what }: LogFault): string => {
  switch (what) {
    case 'changed':
      return `entry ${entry} was changed: its hash does not fit what it says`;
    case 'missing':
      return `entry ${entry} is missing`;
    case 'out-of-order':
      return `entry ${entry} is out of order: another entry stands in its place`;
    case 'not-chained':
      return `entry ${entry} is not chained: it names another entry as the one before it`;
  }
};

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const verify = async (options: Options): Promise<0 | 1> => {
  const { table, organisation, client } = options;
  const businessIds =
    organisation === undefined
      ? await everyOrganisation(dynamoOrganisations(client, table))
      : [organisation];
  let entries = 0;
  let broken = 0;
  await inGroups(businessIds, async (businessId) => {
    const rows = await logOf(options, businessId);
    const faults = faultsIn(businessId, rows).map(described);
    // Registering can break off before its first entry; who asks for one by name means one that is there.
    if (organisation !== undefined && rows.length === 0) faults.push('there is no entry');
    for (const fault of faults) console.log(`${businessId}: ${fault}`);
    entries += rows.length;
    broken += Math.sign(faults.length);
  });
  const organisations = counted(businessIds.length, 'organisation', 'organisations');
  console.log(
    `${organisations}, ${counted(entries, 'entry', 'entries')}: ${
      broken === 0 ? 'all as written' : `${broken} broken`
    }`,
  );
  return broken === 0 ? 0 : 1;
};

try {
  process.exitCode = await verify(optionsOf(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : `Failed: ${String(error)}`);
  process.exitCode = 2;
}
