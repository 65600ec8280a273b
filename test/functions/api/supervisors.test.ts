import { beforeEach, describe, expect, it } from 'vitest';
import type { Supervisors } from '../../../functions/adapters/supervisors.ts';
import { createHandler as getSupervisor } from '../../../functions/api/get-supervisor/handler.ts';
import { createHandler as listSupervisors } from '../../../functions/api/list-supervisors/handler.ts';
import { createHandler as saveSupervisor } from '../../../functions/api/save-supervisor/handler.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemorySupervisors } from '../../support/in-memory-supervisors.ts';

const aino = {
  name: 'Aino Valvoja',
  email: 'aino@example.fi',
  language: 'sv',
  counties: ['pohjanmaa', 'etela-pohjanmaa'],
};

const trail = inMemoryAuditTrail();
const clock = clockOn('2026-11-22');
let supervisors: Supervisors;
beforeEach(() => {
  supervisors = inMemorySupervisors();
});
const put = (id: string, call: Call = {}) =>
  callOf(saveSupervisor({ supervisors, trail, clock }))({
    claims: admin,
    path: { id },
    body: aino,
    ...call,
  });
const get = (id: string, call: Call = {}) =>
  callOf(getSupervisor({ supervisors }))({ claims: admin, path: { id }, ...call });
const list = (call: Call = {}) =>
  callOf(listSupervisors({ supervisors }))({ claims: admin, ...call });

describe('who is warned', () => {
  it('is saved, read and listed', async () => {
    expect((await put('aino')).status).toBe(201);
    expect((await put('olli', { body: { ...aino, language: undefined } })).status).toBe(201);
    expect((await get('aino')).body).toEqual({ id: 'aino', ...aino });
    expect((await list()).body).toEqual({
      supervisors: [
        { id: 'aino', ...aino },
        { id: 'olli', ...aino, language: 'fi' },
      ],
    });
  });

  it('is replaced as it was read, under the same ETag rules as an organisation', async () => {
    await put('aino');
    const { body, headers } = await get('aino');
    const etag = String(headers['etag']);
    const moved = { ...body, counties: ['lappi'] };
    expect((await put('aino', { body: moved, headers: { 'if-match': etag } })).status).toBe(200);
    expect((await put('aino', { body, headers: { 'if-match': etag } })).status).toBe(412);
    expect((await get('aino')).body.counties).toEqual(['lappi']);
  });

  it('is not found where never saved', async () => {
    expect((await get('aino')).status).toBe(404);
    expect((await list()).body).toEqual({ supervisors: [] });
  });

  it.each(['operator', '.hidden', 'a#b', 'x'.repeat(65)])('cannot be called %s', async (id) => {
    const { status, body } = await put(id);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'id' }]);
    expect((await list()).body.supervisors).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['an address that is none', { ...aino, email: 'aino' }, 'email'],
    ['two addresses', { ...aino, email: 'a@example.fi, b@example.fi' }, 'email'],
    ['an unknown county', { ...aino, counties: ['uusimaa'] }, 'counties.0'],
    ['no county', { ...aino, counties: [] }, 'counties'],
    ['an unknown language', { ...aino, language: 'se' }, 'language'],
    ['a name that would break a header', { ...aino, name: 'Aino\r\nBcc: x@example.fi' }, 'name'],
    ['an unknown field', { ...aino, role: 'admin' }, 'role'],
    ['another id', { ...aino, id: 'olli' }, 'id'],
  ])('with %s is a 400 that names the field', async (_, body, path) => {
    const answer = await put('aino', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path }]);
  });

  it.each([
    ['a provider', provider('0204819-8')],
    ['a supervisor', supervisor('pohjanmaa')],
    ['nobody', {}],
  ])('is not for %s to see or change', async (_, claims) => {
    expect((await put('aino', { claims })).status).toBe(403);
    expect((await get('aino', { claims })).status).toBe(403);
    expect((await list({ claims })).status).toBe(403);
  });
});
