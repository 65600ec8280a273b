import { describe, expect, it } from 'vitest';
import type { AuditTrail } from '../../../functions/adapters/audit-trail.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import {
  type Answer,
  type Change,
  changingFunction,
  httpFunction,
} from '../../../functions/api/http.ts';
import { createHandler as listChanges } from '../../../functions/api/list-changes/handler.ts';
import { Problem } from '../../../functions/api/problem.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, type Call, callOf, uncheckedCallOf } from '../../support/http-calls.ts';
import {
  type InMemoryAuditTrail,
  inMemoryAuditTrail,
} from '../../support/in-memory-audit-trail.ts';

const clock = clockOn('2026-11-22');
const unavailable = async () => {
  throw new StorageUnavailable(new Error('slow down'));
};
const done: Answer = { status: 201, body: { id: 'maija' } };

/** A call of a function that changes something, and whether it did. */
const calling = async (
  trail: Pick<AuditTrail, 'begin' | 'end'>,
  decide: (make: Change['make']) => Promise<Answer | Change>,
  outcome: () => Promise<Answer> = async () => done,
) => {
  let made = 0;
  const make = () => {
    made += 1;
    return outcome();
  };
  const handler = changingFunction('save-supervisor', { trail, clock }, () => decide(make));
  const answer = await uncheckedCallOf(handler)({
    claims: { ...admin, sub: 'aino' },
    requestId: 'call-1',
  });
  return { made, answer };
};
const change = async (make: Change['make']) => ({ about: 'maija', make });

/** Runs something with the error log kept aside. */
const quietly = async <Result>(run: () => Promise<Result>) => {
  const { error } = console;
  const lines: unknown[] = [];
  console.error = (...line: unknown[]) => lines.push(...line);
  try {
    return { result: await run(), lines };
  } finally {
    console.error = error;
  }
};

const entry = {
  at: '2026-11-22T10:00:00.000Z',
  correlationId: 'call-1',
  subject: 'aino',
  role: 'admin',
  route: 'save-supervisor',
  about: 'maija',
};
const endedAt = entry.at;

describe('a change', () => {
  it('stands in the trail before it is made, and how it ended after it', async () => {
    const trail = inMemoryAuditTrail();
    const seen: unknown[] = [];
    const { answer } = await calling(trail, change, async () => {
      seen.push(...trail.all());
      return done;
    });
    expect(answer.status).toBe(201);
    expect(seen).toEqual([{ ...entry, end: undefined }]);
    expect(trail.all()).toEqual([{ ...entry, end: { status: 201, endedAt } }]);
  });

  it('that cannot be recorded is not made, and is to be tried again', async () => {
    const trail = { ...inMemoryAuditTrail(), begin: unavailable };
    const { made, answer } = await calling(trail, change);
    expect([made, answer.status]).toEqual([0, 503]);
  });

  it('whose end cannot be recorded is answered as it is, and is loud in the log', async () => {
    const trail = { ...inMemoryAuditTrail(), end: unavailable };
    const { result, lines } = await quietly(() => calling(trail, change));
    expect([result.made, result.answer.status]).toEqual([1, 201]);
    expect(lines).toMatchObject([
      { correlationId: 'call-1', route: 'save-supervisor', status: 201 },
    ]);
    expect(trail.all()).toEqual([{ ...entry, end: undefined }]);
  });

  it.each<[string, unknown, number]>([
    ['was refused at the last moment', new Problem('changed-meanwhile'), 412],
    ['storage failed', new StorageUnavailable(new Error('slow down')), 503],
    ['we failed', new TypeError('no'), 500],
  ])('that %s ends with the status that was answered', async (_, error, status) => {
    const trail = inMemoryAuditTrail();
    const { result } = await quietly(() =>
      calling(trail, change, async () => {
        throw error;
      }),
    );
    expect(result.answer.status).toBe(status);
    expect(trail.all()).toEqual([{ ...entry, end: { status, endedAt } }]);
  });

  it.each<[string, () => Promise<Answer | Change>, number]>([
    ['refused before it is begun', () => Promise.reject(new Problem('not-found')), 404],
    ['that finds nothing to change', async () => ({ status: 200, body: {} }), 200],
  ])('%s leaves no entry', async (_, decide, status) => {
    const trail = inMemoryAuditTrail();
    const { made, answer } = await calling(trail, decide);
    expect([made, answer.status]).toEqual([0, status]);
    expect(trail.all()).toEqual([]);
  });

  it('cannot be made without the trail: neither of these compiles', () => {
    const answer = async () => done;
    // @ts-expect-error: a route that changes something is no function that only reads
    expect(httpFunction('save-supervisor', answer).route).toBe('save-supervisor');
    // @ts-expect-error: the clock and the trail are asked for
    expect(changingFunction('save-supervisor', {}, answer).route).toBe('save-supervisor');
  });
});

describe('GET /audit', () => {
  const begun = (n: number, facts: Partial<typeof entry> = {}) => ({
    ...entry,
    at: `2026-11-22T0${n}:00:00.000Z`,
    correlationId: `call-${n}`,
    ...facts,
  });
  const filled = async (): Promise<InMemoryAuditTrail> => {
    const trail = inMemoryAuditTrail();
    const old = begun(1, { at: '2026-10-01T08:00:00.000Z', correlationId: 'old' });
    const changes = [
      begun(1),
      begun(2, { subject: 'bertta' }),
      begun(3, { about: '0204819-8', route: 'save-organisation' }),
      begun(4),
    ];
    for (const one of [old, ...changes]) await trail.begin(one);
    for (const [i, one] of changes.slice(0, 3).entries()) {
      await trail.end(one, { status: [201, 412, 500][i] ?? 0, endedAt });
    }
    return trail;
  };
  const asking = async (query: Call['query'] = {}, call: Call = {}) =>
    callOf(listChanges({ trail: await filled(), clock }))({ claims: admin, query, ...call });
  const idsIn = ({ body }: { readonly body: { changes: { correlationId: string }[] } }) =>
    body.changes.map(({ correlationId }) => correlationId);

  it('tells the newest first, each with how it ended', async () => {
    const { status, body } = await asking();
    expect(status).toBe(200);
    expect(body.changes).toEqual([
      { ...begun(4), outcome: 'unknown' },
      {
        ...begun(3, { about: '0204819-8', route: 'save-organisation' }),
        outcome: 'failed',
        status: 500,
        endedAt,
      },
      { ...begun(2, { subject: 'bertta' }), outcome: 'refused', status: 412, endedAt },
      { ...begun(1), outcome: 'done', status: 201, endedAt },
    ]);
    expect(body.cursor).toBeUndefined();
  });

  it.each<[string, Call['query'], readonly string[]]>([
    ['by one subject', { subject: 'bertta' }, ['call-2']],
    ['about one organisation', { about: '0204819-8' }, ['call-3']],
    ['by one about another', { subject: 'bertta', about: '0204819-8' }, []],
    ['from a day on', { from: '2026-10-01' }, ['call-4', 'call-3', 'call-2', 'call-1', 'old']],
    ['through a day, thirty days back', { to: '2026-10-31' }, ['old']],
    ['through a day, no further back', { to: '2026-11-01' }, []],
    ['of one day', { from: '2026-10-01', to: '2026-10-01' }, ['old']],
    ['of days in the wrong order', { from: '2026-11-22', to: '2026-11-21' }, []],
  ])('is asked for %s', async (_, query, ids) => {
    expect(idsIn(await asking(query))).toEqual(ids);
  });

  it('goes on page by page, over days, until the last', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { from: '2026-09-30', limit: '2', ...(cursor !== undefined && { cursor }) };
      const answer = await asking(query);
      expect(answer.status).toBe(200);
      seen.push(...idsIn(answer));
      cursor = answer.body.cursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(['call-4', 'call-3', 'call-2', 'call-1', 'old']);
  });

  it('of many years is answered in parts that go on', async () => {
    const answer = await asking({ from: '2025-01-01', subject: 'nobody' });
    expect(idsIn(answer)).toEqual([]);
    expect(answer.body.cursor).toBeDefined();
  });

  it('refuses the cursor of another question', async () => {
    const { body } = await asking({ limit: '1' });
    const answer = await asking({ limit: '1', subject: 'aino', cursor: body.cursor });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path: 'cursor' }]);
  });

  it.each([{ limit: '0' }, { limit: '201' }, { from: 'today' }, { about: '' }, { x: '1' }])(
    'refuses %j',
    async (query) => {
      expect((await asking(query)).status).toBe(400);
    },
  );
});
