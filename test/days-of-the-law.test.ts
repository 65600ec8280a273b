import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requirementIds } from '../domain/statute/requirements/requirement-ids.ts';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * The running system on the days that matter, with three organisations: one that never joins, one that
 * joins in time, and one that stores nothing but recordings. What the law and the ladder say of each.
 */

const never = '0204819-8';
const inTime = '0166906-4';
const recordings = '0245929-6';
let system: RunningSystem;
let admin: string;

const done = (validUntil: string | null) =>
  Object.fromEntries(requirementIds.map((id) => [id, { state: 'done', validUntil }]));

beforeAll(async () => {
  system = await startRunningSystem('2026-05-01');
  admin = await system.token({ role: 'admin' });
  const put = async (path: string, body: unknown) => {
    expect((await system.call('PUT', path, { token: admin, body })).status).toBe(201);
  };
  await put('/supervisors/maija', {
    name: 'Maija Valvoja',
    email: 'maija@example.fi',
    language: 'en',
    counties: ['etela-pohjanmaa'],
  });
  await put(`/organisations/${never}`, aProfile({ name: 'Ei Liity Oy' }));
  await put(
    `/organisations/${inTime}`,
    aProfile({
      name: 'Ajoissa Oy',
      joinedOn: '2026-04-15',
      storingSince: { 'older-people': '2026-04-15' },
    }),
  );
  await put(
    `/organisations/${recordings}`,
    aProfile({ name: 'Tallenne Oy', makesRecordings: true, recordingsOnly: true }),
  );
  for (const businessId of [inTime, recordings]) {
    const { status } = await system.call('POST', `/organisations/${businessId}/assessments`, {
      token: admin,
      body: { statedOn: '2026-05-01', items: done('2030-12-31') },
    });
    expect(status).toBe(201);
  }
});
afterAll(() => system?.stop());

interface Expected {
  readonly on: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly join: Readonly<Record<string, unknown>>;
  /** What the mail of that night says; null when none goes. */
  readonly mail: RegExp | null;
  readonly why: string;
}

const days: readonly Expected[] = [
  {
    on: '2026-05-01',
    why: 'four months before, too late for a project not begun: the half-year rung, raised once',
    statuses: { [never]: 'too-late', [inTime]: 'ready', [recordings]: 'on-track' },
    join: { status: 'open', daysLeft: 123 },
    mail: /1 September 2026/,
  },
  {
    on: '2026-08-31',
    why: 'the day before',
    statuses: { [never]: 'too-late', [inTime]: 'ready', [recordings]: 'on-track' },
    join: { status: 'open', daysLeft: 1 },
    mail: /1 September 2026/,
  },
  {
    on: '2026-09-01',
    why: 'the day itself: due, not yet overdue',
    statuses: { [never]: 'too-late', [inTime]: 'ready' },
    join: { status: 'open', daysLeft: 0 },
    mail: /1 September 2026/,
  },
  {
    on: '2026-09-02',
    why: 'overdue; the next rung comes a week after, so no mail goes for the rung of the day before',
    statuses: { [never]: 'overdue', [inTime]: 'ready' },
    join: { status: 'overdue', daysLeft: -1 },
    mail: null,
  },
  {
    on: '2027-03-01',
    why: 'half a year late: every fourth week; the Soteri check of March is near for all',
    statuses: { [never]: 'overdue', [inTime]: 'on-track', [recordings]: 'on-track' },
    join: { status: 'overdue', daysLeft: -181 },
    mail: /31 March 2027/,
  },
  {
    on: '2029-10-01',
    why: 'the recordings day: joining and recordings of who stores nothing else are due today',
    statuses: { [never]: 'overdue', [recordings]: 'at-risk' },
    join: { status: 'overdue' },
    mail: /1 October 2029/,
  },
];

describe('the running system on the days of the law', () => {
  test.each(days)('$on: $why', async ({ on, statuses, join, mail }) => {
    await system.clock(on);
    const before = (await system.mails()).length;
    const record = await system.night(on);
    expect(record).toMatchObject({ date: on, status: 'closed' });
    for (const [businessId, status] of Object.entries(statuses)) {
      const { body } = await system.call('GET', `/organisations/${businessId}/readiness`, {
        token: admin,
      });
      expect(body, businessId).toMatchObject({ on, status });
    }
    const { body } = await system.call('GET', `/organisations/${never}/deadlines`, {
      token: admin,
    });
    expect(body.deadlines.find(({ id }: { id: string }) => id === 'join')).toMatchObject({
      due: '2026-09-01',
      ...join,
    });
    const sent = (await system.mails()).slice(before);
    if (mail === null) {
      expect(sent).toEqual([]);
    } else {
      expect(sent).toHaveLength(1);
      expect(sent[0]?.body.text.replaceAll(/\s+/g, ' ')).toMatch(mail);
    }
  });
});
