import { BusinessId } from '../../domain/identifiers.ts';
import type { Text } from '../../domain/language.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { overallTexts } from '../../domain/texts/status-texts.ts';
import type { DirectoryEntry } from '../adapters/directory.ts';
import { dayCell } from '../tables/cells.ts';
import { type Column, told } from '../tables/columns.ts';
import { organisationColumns } from '../tables/organisation-columns.ts';
import { saidIn } from './import-row.ts';
import type { FileForm } from './read-file.ts';

/** An organisation as an export has it: its facts, and how it stood at its last evaluation. */
export interface ExportedOrganisation extends Organisation {
  readonly entry: Pick<DirectoryEntry, 'status' | 'evaluatedOn' | 'deadlines'>;
}

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

const toldColumns: readonly Column<ExportedOrganisation>[] = [
  told(
    'status',
    text('Tila', 'Läge', 'Status'),
    ({ entry }, language) => overallTexts[entry.status][language],
  ),
  told(
    'evaluatedOn',
    text('Tila todettu', 'Läget konstaterat', 'Status found on'),
    (row, language) => dayCell.write(row.entry.evaluatedOn, language),
  ),
  told(
    'nextDeadline',
    text('Seuraava määräpäivä', 'Nästa tidsfrist', 'Next deadline'),
    ({ entry: { deadlines } }, language) =>
      deadlines[0] === undefined ? '' : dayCell.write(deadlines[0].due, language),
  ),
];

/** The table that GET /organisations.csv gives. */
export const exportedColumns: readonly Column<ExportedOrganisation>[] = [
  ...organisationColumns,
  ...toldColumns,
];

/** The same table as an import reads it. */
export const organisationsFile: FileForm = {
  columns: exportedColumns,
  required: ['businessId'],
  key: 'businessId',
  about: (row) => BusinessId.safeParse(saidIn(row, 'businessId')).data,
};
