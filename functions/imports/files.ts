import { expectedProducersFile } from './expected-producers-file.ts';
import type { ImportKindName } from './import-kinds.ts';
import { organisationsFile } from './organisations-file.ts';
import type { FileForm } from './read-file.ts';

/** What a file of each kind has in it. */
export const importFiles: Readonly<Record<ImportKindName, FileForm>> = {
  organisations: organisationsFile,
  'expected-producers': expectedProducersFile,
};
