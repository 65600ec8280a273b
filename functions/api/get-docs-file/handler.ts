import * as z from 'zod';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';
import { type DocsFile, docsFileNames, docsFiles } from './files.ts';

export interface Dependencies {
  /** A file of the page, compressed with gzip. */
  readonly read: (file: DocsFile) => Promise<Buffer>;
}

export const fileName = z.enum(docsFileNames);

/** GET /docs/{file}: what the page of the contract is made of. */
export const createHandler = ({ read }: Dependencies) =>
  httpFunction('get-docs-file', async (request) => {
    request.query(nothing);
    const { data: file } = fileName.safeParse(request.pathParameter('file', z.string()));
    if (file === undefined) throw new Problem('not-found');
    return {
      status: 200,
      body: await read(file),
      headers: {
        'content-type': docsFiles[file],
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=3600',
        'x-content-type-options': 'nosniff',
      },
    };
  });
