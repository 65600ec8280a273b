import * as z from 'zod';
import type { Imports } from '../../adapters/imports.ts';
import { errorPlace, importAnswer } from '../../imports/import-answer.ts';
import { listPages, positionIn } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { Problem } from '../problem.ts';

export interface Dependencies {
  readonly imports: Pick<Imports, 'read' | 'result'>;
}

export const importId = z
  .string()
  .max(22)
  .regex(/^[A-Za-z0-9_-]{22}$/);

/**
 * GET /imports/{importId}: how far an import is, and a page of what is wrong with its rows; to who
 * started it and to an admin. To others it is as one that does not exist.
 */
export const createHandler = ({ imports }: Dependencies) =>
  httpFunction('get-import', async (request) => {
    const id = request.pathParameter('importId', importId);
    const { cursor, limit } = request.query(listPages);
    const { caller, language } = request;
    const found = await imports.read(id);
    const isHers = caller.role === 'admin' || found?.startedBy.subject === caller.subject;
    if (found === undefined || !isHers) throw new Problem('not-found');
    const from = positionIn(cursor, errorPlace, { question: { importId: id }, language });
    return {
      status: 200,
      headers: { 'content-language': found.language },
      body: await importAnswer(imports, found, { from, limit }),
    };
  });
