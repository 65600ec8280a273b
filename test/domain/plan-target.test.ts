import { expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import { planTarget } from '../../domain/plan-target.ts';
import { anOrganisation } from '../support/builders.ts';

const targetOf = (facts: Record<string, unknown>, on = '2027-11-01') =>
  planTarget(
    evaluate({ organisation: anOrganisation(facts), assessments: [], waivers: [], on: day(on) })
      .deadlines,
  )?.id;

const parallel = {
  joiningModel: 'parallel',
  ownRegister: false,
  serviceTasks: ['older-people', 'working-age'],
};
const older = 'store-documents/older-people@organiser';
const working = 'store-documents/working-age@organiser';

test.each<[string, Record<string, unknown>, string | undefined]>([
  ['joining, for who joins', {}, 'join'],
  ['also once it has', { joinedOn: '2026-08-01' }, 'join'],
  ['the first storing day through the organiser', parallel, working],
  [
    'the first that is not met',
    { ...parallel, storingSince: { 'working-age': '2026-08-01' } },
    older,
  ],
  [
    'the first of them where all are met',
    {
      ...parallel,
      storingSince: { 'older-people': '2026-08-01', 'working-age': '2026-08-01' },
    },
    working,
  ],
  [
    'its recordings, where it makes nothing else',
    { ...parallel, recordingsOnly: true, makesRecordings: true },
    'store-recordings/working-age@organiser',
  ],
  ['nothing, on Åland', { counties: ['ahvenanmaa'] }, undefined],
])('%s', (_why, facts, id) => {
  expect(targetOf(facts)).toBe(id);
});
