import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldTogether } from '../../bench/request-units/held-together.ts';
import {
  countryAfterFirstNight,
  makeDue,
  measuredNight,
} from '../../bench/request-units/night-units.ts';
import type { Item } from '../../local/memory-table.ts';
import { type LocalDynamo, startDynamo } from '../support/local-dynamo.ts';
import { synthesisedNight } from '../support/night-definition.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
const definition = synthesisedNight();

describe('what a night takes of the table', { timeout: 120_000 }, () => {
  it('is by the model what dynalite says that each call consumed', async () => {
    const held = heldTogether(dynamo.newClient());
    await dynamo.newTable('country');
    await countryAfterFirstNight(8, definition, held);
    const { compared, disagreements } = held.told();
    expect(compared).toBeGreaterThan(200);
    expect(disagreements).toEqual([]);
  });

  it('depends on who is due alone: without all others it makes the same calls', async () => {
    const { table, night } = await countryAfterFirstNight(30, definition);
    makeDue(table, 0.4, measuredNight);
    const before = table.snapshot();
    const among = await night(measuredNight);
    expect(among.due).toBe(12);
    const isDue = (items: ReadonlyMap<string, Item>) =>
      String(items.get('STATE')?.['dueSk']?.['S']).startsWith(measuredNight);
    const others = new Set(
      [...before].filter(([pk, items]) => pk.startsWith('ORG#') && !isDue(items)).map(([pk]) => pk),
    );
    expect(others.size).toBe(18);
    table.restore(new Map([...before].filter(([pk]) => !others.has(pk))));
    const alone = await night(measuredNight);
    expect({ calls: alone.calls, all: alone.all }).toEqual({ calls: among.calls, all: among.all });
  });
});
