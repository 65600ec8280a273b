import { randomUUID } from 'node:crypto';
import type { ExpectedProducers } from '../adapters/expected-producers.ts';
import type { ChunkResult, Imports, RowCounts, StoredImport } from '../adapters/imports.ts';
import { StorageUnavailable } from '../adapters/storage-errors.ts';
import type { Caller } from '../api/access.ts';
import type { Recording } from '../api/http.ts';
import type { ProfileStores } from '../api/put-in-place.ts';
import { type Clock, instantText } from '../clock.ts';
import { inGroups } from '../in-groups.ts';
import { log } from '../log.ts';
import { decideExpectedProducer } from './decide-expected-producer.ts';
import { decideOrganisation } from './decide-organisation.ts';
import type { ImportKindName } from './import-kinds.ts';
import { type ImportRow, placed, type RowError } from './import-row.ts';
import type { DecideRow, RowDecision } from './kind.ts';
import { rowTexts } from './row-texts.ts';

export interface Workshop extends ProfileStores, Recording {
  readonly imports: Imports;
  readonly expectedProducers: Pick<ExpectedProducers, 'expect' | 'page'>;
}

/** Longer than a chunk takes, so that nobody else takes it up meanwhile. */
const lease = { seconds: 60 } as const;
/** Writers that meet again and again this often are no accident. */
const mostRaces = 20;

type Outcome = keyof RowCounts;
type RowResult = { readonly outcome: Outcome; readonly errors: readonly RowError[] };

const ways = (workshop: Workshop): Readonly<Record<ImportKindName, DecideRow>> => ({
  organisations: decideOrganisation(workshop),
  'expected-producers': decideExpectedProducer(workshop.expectedProducers),
});

const callerOf = ({ startedBy }: StoredImport): Caller => ({ ...startedBy, organisations: [] });

const nextLease = (clock: Clock, holder: string) => {
  const now = clock.now();
  return { holder, now, until: now.add(lease) };
};

/** Makes a change of a row, which stands in the audit trail by the import and the row. */
const recorded = async (
  { trail, clock }: Recording,
  started: StoredImport,
  change: Extract<RowDecision, { readonly make: unknown }> & { readonly which: string },
): Promise<'made' | 'changed-meanwhile'> => {
  const { subject, role } = started.startedBy;
  const begun = {
    at: instantText(clock.now()),
    correlationId: `${started.id}/${change.which}`,
    subject,
    role,
    route: 'start-import',
    about: change.about,
  };
  await trail.begin(begun);
  const outcome = await change.make();
  const made = change.outcome === 'created' ? 201 : 200;
  const status = outcome === 'made' ? made : 412;
  await trail.end(begun, { status, endedAt: instantText(clock.now()) });
  return outcome;
};

/**
 * Does one row. A second time it finds its work done and changes nothing. That somebody else was
 * quicker makes it read again, so that what the other wrote is not lost.
 */
const doRow = async (
  workshop: Workshop,
  started: StoredImport,
  row: ImportRow,
): Promise<RowResult> => {
  const failed = (errors: readonly { readonly path: string; readonly message: string }[]) => ({
    outcome: 'failed' as const,
    errors: placed(row, errors, started.columns),
  });
  if (row.errors.length > 0) return { outcome: 'failed', errors: row.errors };
  const { language, dryRun } = started;
  const decide = ways(workshop)[started.kind];
  try {
    for (let race = 0; race < mostRaces; race += 1) {
      const now = workshop.clock.now();
      const decision = await decide(row, { caller: callerOf(started), now, language });
      if ('errors' in decision) return failed(decision.errors);
      const done = { outcome: decision.outcome, errors: [] };
      if (decision.outcome === 'unchanged' || dryRun) return done;
      const which = race === 0 ? `${row.row}` : `${row.row}/${race}`;
      if ((await recorded(workshop, started, { ...decision, which })) === 'made') return done;
    }
    throw new StorageUnavailable(new Error('too many writers at once'));
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    // One bad row stops nothing.
    const { name, stack } = error instanceof Error ? error : new Error(String(error));
    log.error({
      message: 'a row failed',
      import: started.id,
      row: row.row,
      error: name,
      stack,
    });
    return failed([{ path: '', message: rowTexts['not-saved'][language] }]);
  }
};

const together = (results: readonly RowResult[]): ChunkResult => {
  const counts: Record<Outcome, number> = { created: 0, changed: 0, unchanged: 0, failed: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return { counts, errors: results.flatMap(({ errors }) => errors) };
};

const doChunk = async (workshop: Workshop, started: StoredImport): Promise<ChunkResult> => {
  const { imports } = workshop;
  const { id, chunksDone } = started;
  const rows = await imports.rows(id, chunksDone);
  const results = await inGroups(rows, (row) => doRow(workshop, started, row));
  return imports.putResult(started, chunksDone, together(results));
};

/**
 * Works on an import, chunk by chunk, as long as there is time. What is left is left to the next who
 * takes it up; what broke off in the middle of a chunk is done again from its beginning.
 */
export const workOn = async (
  workshop: Workshop,
  id: string,
  hasTime: () => boolean,
): Promise<void> => {
  const { imports, clock } = workshop;
  const holder = randomUUID();
  if (!(await imports.claim(id, nextLease(clock, holder)))) return;
  try {
    for (let isHeld = true; isHeld && hasTime(); ) {
      const started = await imports.read(id);
      if (started === undefined || started.chunksDone === started.chunks) return;
      const result = await doChunk(workshop, started);
      isHeld = await imports.advance(started, result, nextLease(clock, holder));
    }
  } finally {
    await imports.release(id, holder);
  }
};
