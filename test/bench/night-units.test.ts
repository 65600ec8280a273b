import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldTogether } from '../../bench/request-units/held-together.ts';
import {
  countryAfterFirstNight,
  makeDue,
  measuredNight,
} from '../../bench/request-units/night-units.ts';
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

  it('depends on who is due alone: among many it makes the calls that it makes for those few', async () => {
    const many = await countryAfterFirstNight(30, definition);
    makeDue(many.table, 0.4, measuredNight);
    const some = await many.night(measuredNight);
    expect(some.due).toBe(12);
    const none = await countryAfterFirstNight(30, definition);
    makeDue(none.table, 0, measuredNight);
    const nobody = await none.night(measuredNight);
    const few = await countryAfterFirstNight(5, definition);
    makeDue(few.table, 0, measuredNight);
    const { calls, all } = await few.night(measuredNight);
    expect({ calls: nobody.calls, all: nobody.all }).toEqual({ calls, all });
    expect(nobody.calls).toBeLessThan(some.calls);
  });
});
