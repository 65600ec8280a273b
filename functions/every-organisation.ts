import type { BusinessId } from '../domain/identifiers.ts';
import { type Organisations, shardCount } from './adapters/organisations.ts';
import { inGroups } from './in-groups.ts';

const pageSize = 1000;

const everyOneIn = async (
  shard: number,
  organisations: Pick<Organisations, 'inShard'>,
): Promise<readonly BusinessId[]> => {
  const found: BusinessId[] = [];
  for (let after: string | null = null; ; ) {
    const page = await organisations.inShard({ shard, after, limit: pageSize });
    found.push(...page.map(({ businessId }) => businessId));
    const last = page.at(-1);
    if (last === undefined) return found;
    after = last.position;
  }
};

/** The business IDs of all organisations there are, each once, in their order. */
export const everyOrganisation = async (
  organisations: Pick<Organisations, 'inShard'>,
): Promise<readonly BusinessId[]> => {
  const shards = Array.from({ length: shardCount }, (_, shard) => shard);
  const found = await inGroups(shards, (shard) => everyOneIn(shard, organisations));
  return [...new Set(found.flat())].sort();
};
