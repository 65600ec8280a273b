import * as z from 'zod';
import { SupervisorId, supervisorFields } from '../../adapters/supervisors.ts';
import { listPages, pageAnswer } from '../cursor.ts';
import { nothing } from '../input.ts';
import { putSupervisor } from '../save-supervisor/handler.ts';
import { unusedAddress } from '../supervisor-answer.ts';
import type { Operation } from './operation.ts';
import { ifMatch } from './organisations.ts';
import { text } from './parts.ts';

export const supervisorIdPath = z.strictObject({
  id: SupervisorId.meta({ description: 'The supervisor’s id.', example: 'maija' }),
});
const fields = {
  name: 'Maija Valvoja',
  email: 'maija@example.fi',
  language: 'fi',
  counties: ['etela-pohjanmaa'],
};
const example = { id: 'maija', ...fields };
const supervisor = supervisorFields
  .extend({ id: text(64), address: unusedAddress.exactOptional() })
  .meta({ id: 'Supervisor', description: 'Who is warned of the organisations in her counties.' });
const etag = z.strictObject({
  etag: text(100).describe('The tag of this version, for `If-Match`.'),
});
const one = (description: string) => ({
  description,
  headers: etag,
  content: { type: 'application/json' as const, schema: supervisor, example },
});

export const saveSupervisor: Operation = {
  tag: 'Supervisors',
  summary: 'Say who is warned of which counties',
  description:
    'Creates or replaces. The same content again writes nothing, but lets an address that was no longer used be tried again.',
  parameters: { path: supervisorIdPath, query: nothing, header: ifMatch },
  body: [{ type: 'application/json', schema: putSupervisor(), example: fields }],
  answers: { 200: one('It was replaced, or stood so already.'), 201: one('It was created.') },
  problems: ['changed-meanwhile', 'too-large'],
};

export const getSupervisor: Operation = {
  tag: 'Supervisors',
  summary: 'Whom a supervisor is warned about',
  description: 'The supervisor, as she can be put again.',
  parameters: { path: supervisorIdPath, query: nothing },
  answers: { 200: one('The supervisor.') },
  problems: ['not-found'],
};

export const listSupervisors: Operation = {
  tag: 'Supervisors',
  summary: 'Everyone who is warned',
  description: 'In the order of their ids.',
  parameters: { query: listPages },
  answers: {
    200: {
      description: 'A page of supervisors.',
      content: {
        type: 'application/json',
        schema: z.strictObject({ supervisors: z.array(supervisor).max(200), ...pageAnswer }),
        example: { supervisors: [example] },
      },
    },
  },
  problems: [],
};
