import { createHash, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { NewImport, StoredImport } from '../../adapters/imports.ts';
import { instantText } from '../../clock.ts';
import { importFiles } from '../../imports/files.ts';
import { importAnswer } from '../../imports/import-answer.ts';
import { importKinds } from '../../imports/import-kinds.ts';
import type { ImportRow, ReadFile } from '../../imports/import-row.ts';
import { type FileForm, readJson, readTable } from '../../imports/read-file.ts';
import { type Workshop, workOn } from '../../imports/work.ts';
import { inGroups } from '../../in-groups.ts';
import { fileTexts } from '../../tables/table-texts.ts';
import { idempotencyKeyOf } from '../answered-once.ts';
import { mostInPage } from '../cursor.ts';
import { type Answer, changingFunction, type HttpRequest } from '../http.ts';
import { parseJson } from '../input.ts';
import { Problem } from '../problem.ts';

export interface Dependencies extends Workshop {
  /** As long as a call may work on its import; asked at its beginning, it says whether there is time left. */
  readonly budget: () => () => boolean;
}

export const importQuery = z.strictObject({
  kind: z
    .enum(importKinds)
    .default('organisations')
    .describe('What the rows are: organisations, or producers that counties expect.'),
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether to say only what the import would do.'),
});

/**
 * Lambda is handed 6 MB at most. Bytes that are no text grow by a third on their way, and a text grows
 * by its quotation marks and line ends.
 */
export const largestImport = 4 * 1024 * 1024;

/** A chunk is an item of at most 400 KB, and done in a few seconds. */
const chunkBytes = 300 * 1024;
const chunkRows = 50;

const typeOf = (request: HttpRequest): string =>
  (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The rows of what was sent. Throws a Problem where they cannot be read at all. */
const readFile = (request: HttpRequest, bytes: Buffer, form: FileForm): ReadFile => {
  const { language } = request;
  switch (typeOf(request)) {
    case 'application/json':
      return readJson(parseJson(bytes, { language, largest: largestImport }), form, language);
    case 'text/csv':
      // The gateway hands texts on as UTF-8, whatever they were.
      if (bytes.includes('\ufffd')) {
        const message = fileTexts['lost-characters'][language];
        throw new Problem('invalid-input', [{ path: '', message }]);
      }
      return readTable(bytes, form, language);
    case 'application/octet-stream':
    case 'application/vnd.ms-excel':
      return readTable(bytes, form, language);
    default:
      throw new Problem('unsupported-media-type');
  }
};

const inChunks = (rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] => {
  const chunks: ImportRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row));
    const last = chunks.at(-1);
    if (last === undefined || last.length === chunkRows || size > room) {
      chunks.push([row]);
      room = chunkBytes - size;
    } else {
      last.push(row);
      room -= size;
    }
  }
  return chunks;
};

const idOf = (subject: string, key: string | undefined): string =>
  (key === undefined
    ? randomBytes(16)
    : createHash('sha256')
        .update(JSON.stringify([subject, key]))
        .digest()
        .subarray(0, 16)
  ).toString('base64url');

/** What an import would be if it is the first under its id. */
const newImportOf = (
  request: HttpRequest,
  now: Temporal.Instant,
): { readonly started: NewImport; readonly chunks: readonly (readonly ImportRow[])[] } => {
  const { subject, role, counties } = request.caller;
  // What was begun is shown to who began it, and to whom it would belong otherwise cannot be said.
  if (subject === undefined || role === undefined) throw new Problem('forbidden');
  const { kind, dryRun } = request.query(importQuery);
  const key = idempotencyKeyOf(request);
  const bytes = request.bytes(largestImport);
  const { columns, rows } = readFile(request, bytes, importFiles[kind]);
  const chunks = inChunks(rows);
  const asked = JSON.stringify([kind, dryRun, typeOf(request)]);
  const started = {
    id: idOf(subject, key),
    kind,
    dryRun: dryRun === 'true',
    bodyHash: createHash('sha256').update(asked).update(bytes).digest('hex'),
    language: request.language,
    startedBy: { subject, role, counties: [...counties] },
    startedAt: instantText(now),
    columns: [...columns],
    rows: rows.length,
    chunks: chunks.length,
  };
  return { started, chunks };
};

/**
 * POST /imports: takes in a file, works on it as long as a call may, and answers how far it is. What is
 * left is carried on by work-imports.
 *
 * With an Idempotency-Key a second call finds the import of the first, finishes storing it where that
 * broke off, and answers how it stands. Without one a second import of the same file finds all its rows
 * done.
 */
export const createHandler = ({ budget, ...workshop }: Dependencies) =>
  changingFunction('start-import', workshop, async (request) => {
    const hasTime = budget();
    const { imports } = workshop;
    const { started, chunks } = newImportOf(request, workshop.clock.now());
    const answer = async (found: StoredImport): Promise<Answer> => ({
      status: found.endedAt === undefined ? 202 : 201,
      headers: { location: `/imports/${found.id}`, 'content-language': found.language },
      body: await importAnswer(imports, found, { from: undefined, limit: mostInPage }),
    });
    const readBack = async (): Promise<StoredImport> => {
      const found = await imports.read(started.id);
      if (found === undefined) throw new Error('an import that was begun is gone');
      if (found.bodyHash !== started.bodyHash) throw new Problem('key-used-for-another-request');
      return found;
    };
    const before = await imports.read(started.id);
    if (before !== undefined && (await readBack()).endedAt !== undefined) return answer(before);
    const make = async (): Promise<Answer> => {
      await imports.begin(started);
      if (!(await readBack()).isOpen) {
        const numbers = [...chunks.keys()];
        await inGroups(numbers, (n) => imports.putRows(started, n, chunks[n] ?? []));
        await imports.open(started);
      }
      await workOn(workshop, started.id, hasTime);
      return answer(await readBack());
    };
    return { about: started.id, make };
  });
