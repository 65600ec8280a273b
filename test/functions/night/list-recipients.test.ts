import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../domain/day.ts';
import { contactsInTurn } from '../../../functions/night/list-recipients/handler.ts';

const waiting = Array.from({ length: 2_500 }, (_, i) => `contact ${String(i).padStart(4, '0')}`);
const night = day('2027-02-01');

describe('the contacts of a night', () => {
  it('are all for whom something waits, where these are not too many for one night', () => {
    expect(contactsInTurn(waiting.slice(0, 1_000), night)).toEqual(waiting.slice(0, 1_000));
  });

  it('are at most a thousand, each once, and everyone has her turn within a few nights', () => {
    const nights = [0, 1, 2].map((later) => contactsInTurn(waiting, addDays(night, later)));
    for (const contacts of nights) expect(new Set(contacts).size).toBe(1_000);
    expect(new Set(nights.flat()).size).toBe(2_500);
  });
});
