import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Day } from '../../domain/day.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import type { NightRecord } from '../../functions/adapters/nights.ts';
import { shardOf } from '../../functions/adapters/organisations.ts';
import { type Item, MemoryTable, type TableCall } from '../../local/memory-table.ts';
import { clockOn } from '../../test/support/clocks.ts';
import { fakeMailer } from '../../test/support/fake-mailer.ts';
import { nightFunctions, nightsBy, storesOf } from '../../test/support/night-in-process.ts';
import { inUtf8, noUnits, plus, type Units, unitsOf } from './billing.ts';
import { settle } from './country.ts';

/** What a night took of the table. */
export interface NightUnits {
  readonly due: number;
  readonly evaluated: number;
  readonly warnings: number;
  readonly calls: number;
  readonly all: Units;
  /** Of all that belongs to one organisation that was due: the most, and on the average. */
  readonly mostOfOne: Units;
  readonly ofDue: Units;
  readonly seconds: number;
  readonly record: NightRecord;
}

/** Whose item it is, where it is one organisation's. */
const ownerOf = (pk: string, sk: string): string | undefined => {
  if (pk.startsWith('ORG#')) return pk.slice(4);
  if (pk.startsWith('DIRECTORY#')) return sk;
  return /^(?:PENDING|TOLD|MOVED)#(.+)$/.exec(sk)?.[1];
};

const textOf = (item: Item | undefined, name: string): string => String(item?.[name]?.['S'] ?? '');

const ownerOfCall = ({ read, before, after, isOfIndex }: TableCall): string | undefined => {
  const item = after ?? before ?? read[0];
  return isOfIndex ? undefined : ownerOf(textOf(item, 'pk'), textOf(item, 'sk'));
};

/** Adds up what a table is asked between two moments. */
const counting = (table: MemoryTable) => {
  let calls = 0;
  let all = noUnits;
  const byOwner = new Map<string, Units>();
  table.observe = (call) => {
    const units = unitsOf(call, inUtf8);
    calls += 1;
    all = plus(all, units);
    const owner = ownerOfCall(call);
    if (owner !== undefined) byOwner.set(owner, plus(byOwner.get(owner) ?? noUnits, units));
  };
  return () => {
    table.observe = undefined;
    return { calls, all, byOwner };
  };
};

/** The first night of a country, and the one that is measured: rungs come between them. */
export const firstNight = '2026-07-20' as Day;
export const measuredNight = '2026-08-03' as Day;

/** What a country is written into and its nights ask; also observed, where it is not in memory itself. */
export interface CountryTable {
  readonly table: MemoryTable;
  readonly client: DynamoDBClient;
}

const inMemory = (): CountryTable => {
  const table = new MemoryTable();
  return { table, client: table.client() };
};

/** A country that has had its first night. */
export const countryAfterFirstNight = async (
  count: number,
  definition: string,
  { table, client }: CountryTable = inMemory(),
) => {
  await settle({ client, table: 'country' }, { count, today: firstNight });
  const clock = clockOn(firstNight, '02:30');
  const functions = nightFunctions({ client, table: 'country', mailer: fakeMailer(), clock });
  const run = nightsBy(definition);
  const { nights } = storesOf({ client, table: 'country' });
  /** Without a sweep, which looks at all. */
  const night = async (date: Day): Promise<NightUnits> => {
    if (date !== firstNight) await nights.saveSweptOn(date);
    clock.set(date);
    const began = performance.now();
    const end = counting(table);
    const record = (await run(date, (step, event) => functions[step](event))) as NightRecord;
    const seconds = (performance.now() - began) / 1000;
    const { calls, all, byOwner } = end();
    const { due, evaluated, warnings } = record.result;
    const total = [...byOwner.values()].reduce(plus, noUnits);
    const most = (of: keyof Units) => Math.max(0, ...[...byOwner.values()].map((one) => one[of]));
    return {
      ...{ due, evaluated, warnings, calls, all, seconds, record },
      mostOfOne: { read: most('read'), write: most('write'), indexWrite: most('indexWrite') },
      ofDue: {
        read: total.read / Math.max(1, due),
        write: total.write / Math.max(1, due),
        indexWrite: total.indexWrite / Math.max(1, due),
      },
    };
  };
  return { table, night, first: await night(firstNight) };
};

/** Every so-manieth organisation is due on a day, and no other on any. */
export const makeDue = (table: MemoryTable, share: number, date: Day): number => {
  let seen = 0;
  let due = 0;
  for (const items of table.snapshot().values()) {
    const state = items.get('STATE');
    if (state === undefined) continue;
    seen += 1;
    const isDue = Math.floor(seen * share) > due;
    if (isDue) due += 1;
    const businessId = BusinessId.parse(textOf(state, 'pk').slice(4));
    const duePk = { S: `DUE#${String(shardOf(businessId)).padStart(2, '0')}` };
    table.put({
      ...state,
      duePk,
      dueSk: { S: `${isDue ? date : '9999-12-31'}#${businessId}` },
    });
  }
  return due;
};
