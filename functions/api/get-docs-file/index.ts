import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  // Bundling lays them beside the code (lib/bundle.ts).
  read: (file) => readFile(join(import.meta.dirname, `${file}.gz`)),
});
