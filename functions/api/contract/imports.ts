import * as z from 'zod';
import { importKinds } from '../../imports/import-kinds.ts';
import { jsonRows } from '../../imports/read-file.ts';
import { listPages, mostInPage, pageAnswer } from '../cursor.ts';
import { exportQuery, mostInFile } from '../export-organisations/handler.ts';
import { importId } from '../get-import/handler.ts';
import { importQuery, largestImport } from '../start-import/handler.ts';
import type { Operation } from './operation.ts';
import { count, instant, text } from './parts.ts';
import { idempotencyKey } from './readiness.ts';

const rowProblem = z
  .strictObject({
    row: count.describe('Which row of data, from 1 on.'),
    line: count.optional().describe('The line of the file on which the row begins.'),
    column: count.optional().describe('Which column, from 1 on.'),
    header: text(100).optional().describe('That column’s header, as the file has it.'),
    path: text(2000).describe('The field, dotted; empty for the row as a whole.'),
    message: text().describe('What is wrong, in the language in which the import was started.'),
  })
  .meta({ id: 'RowProblem', description: 'What is wrong with a row of an import, and where.' });

const importAnswer = z
  .strictObject({
    importId,
    kind: z.enum(importKinds),
    dryRun: z.boolean().describe('Whether it only says what it would do.'),
    state: z.enum(['under-way', 'ended']),
    startedAt: instant,
    endedAt: instant.optional(),
    rows: count.describe('The rows of data in the file.'),
    done: count.describe('How many of them are done.'),
    created: count,
    changed: count,
    unchanged: count.describe(
      'What stood so already; also what a run that broke off had written before it was taken up again.',
    ),
    failed: count.describe('Rows with something wrong; nothing of them was written.'),
    errors: z.array(rowProblem).max(mostInPage),
    ...pageAnswer,
  })
  .meta({ id: 'Import', description: 'How far an import is, and what is wrong with its rows.' });

const importExample = {
  importId: 'q3Wm0fR5T1uYx8Zb2Kc7Lg',
  kind: 'organisations',
  dryRun: false,
  state: 'ended',
  startedAt: '2026-11-22T10:00:00.000Z',
  endedAt: '2026-11-22T10:00:01.000Z',
  rows: 3,
  done: 3,
  created: 1,
  changed: 1,
  unchanged: 0,
  failed: 1,
  errors: [
    {
      row: 2,
      line: 3,
      column: 3,
      header: 'Sektori',
      path: 'sector',
      message: '“kunta” is none of these: public, private.',
    },
  ],
};

const located = z.strictObject({
  Location: text(100).describe('Where its progress is read: `/imports/{importId}`.'),
});

const json = { type: 'application/json', schema: importAnswer, example: importExample } as const;

const csvExample =
  'Y-tunnus;Nimi;Sektori;Hyvinvointialueet;Palvelutehtävät;Asiakastietojärjestelmä käytössä;Liittymismalli;Oma rekisteri;Tuottaa palvelunjärjestäjän lukuun\r\n0204819-8;Esimerkkihoiva Oy;yksityinen;Etelä-Pohjanmaa;iäkkäiden palvelut;kyllä;suoraliittyminen;kyllä;kyllä\r\n';

export const startImport: Operation = {
  tag: 'Imports',
  summary: 'Bring in many organisations, or a list of expected producers, as a file',
  description: `Rows that are in order are written, the others are reported with line and column; a file that cannot be read as a whole is refused and nothing is written. Done again it changes nothing. A table has headers in Finnish, Swedish or English, between semicolons, tabs or commas; \`GET /organisations.csv\` gives one to begin with. A column that is not there leaves its field as it is, an empty cell says that it is none or not known; the same holds for a field that JSON leaves out, and for null. A supervisor brings in organisations of her own counties. A file of another encoding than UTF-8 (Excel’s “CSV”) is sent as \`application/octet-stream\`, and so is one with very many quotation marks, because the gateway takes less of a text. Files hold up to 10,000 rows and ${largestImport / 1024 / 1024} MB. What takes longer than a call is carried on by itself. With the same \`Idempotency-Key\` the answer says how the first import stands.`,
  parameters: { query: importQuery, header: idempotencyKey },
  largestBody: largestImport,
  body: [
    {
      type: 'application/json',
      schema: jsonRows,
      example: [
        {
          businessId: '0204819-8',
          name: 'Esimerkkihoiva Oy',
          sector: 'private',
          counties: ['etela-pohjanmaa'],
          serviceTasks: ['older-people'],
          usesClientDataSystem: true,
          joiningModel: 'direct',
          ownRegister: true,
          actsForOrganiser: true,
        },
      ],
    },
    { type: 'text/csv', schema: z.string().max(largestImport), example: csvExample },
    {
      type: 'application/octet-stream',
      schema: z.string().max(largestImport).meta({ format: 'binary' }),
      example: csvExample,
    },
    {
      type: 'application/vnd.ms-excel',
      schema: z.string().max(largestImport).meta({ format: 'binary' }),
      example: csvExample,
    },
  ],
  answers: {
    201: { description: 'It has ended.', headers: located, content: json },
    202: {
      description: 'It is under way, and goes on by itself.',
      headers: located,
      content: {
        ...json,
        example: { ...importExample, state: 'under-way', rows: 3000, endedAt: undefined },
      },
    },
  },
  problems: ['too-large', 'unsupported-media-type', 'key-used-for-another-request'],
};

export const getImport: Operation = {
  tag: 'Imports',
  summary: 'How far an import is, and what is wrong with its rows',
  description:
    'For who started it, and for an admin. Errors come in pages; while it is under way, those of the rows that are done. It is forgotten 90 days after its start.',
  parameters: { path: z.strictObject({ importId }), query: listPages },
  answers: { 200: { description: 'The import.', content: json } },
  problems: ['not-found'],
};

export const exportOrganisations: Operation = {
  tag: 'Imports',
  summary: 'The organisations in one’s scope as a table',
  description: `The organisations that \`GET /organisations\` lists, each with all its facts and how it stood, as CSV that Finnish Excel opens: UTF-8 with its mark, semicolons. \`POST /imports\` takes it back and changes nothing. Headers are in the language asked for. What a spreadsheet would compute has an apostrophe before it, which an import takes away. A file holds ${mostInFile} organisations at most, and fewer where they are large; \`Link\` leads to the next.`,
  parameters: { query: exportQuery },
  answers: {
    200: {
      description: 'The table, or a part of it.',
      headers: z.strictObject({
        Link: text(4000)
          .optional()
          .describe('Where the next part is: `</organisations.csv?cursor=…>; rel="next"`.'),
        'Content-Disposition': text(200),
      }),
      content: { type: 'text/csv', schema: z.string().max(6_000_000), example: csvExample },
    },
  },
  problems: [],
};
