import { BusinessId } from '../../domain/identifiers.ts';
import type { Text } from '../../domain/language.ts';
import { countyKey } from '../../domain/organisation.ts';
import { type County, countyNames } from '../../domain/statute/counties.ts';
import { oneNamed, textCell } from '../tables/cells.ts';
import { type Column, column } from '../tables/columns.ts';
import { saidIn } from './import-row.ts';
import type { FileForm } from './read-file.ts';

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

interface Row {
  readonly county: County;
  readonly businessId: string;
  readonly name: string;
}

const columns: readonly Column<Row>[] = [
  column(['county'], text('Hyvinvointialue', 'Välfärdsområde', 'Wellbeing services county'), {
    cell: oneNamed(countyNames),
    of: ({ county }) => county,
  }),
  column(['businessId'], text('Y-tunnus', 'FO-nummer', 'Business ID'), {
    cell: textCell,
    of: ({ businessId }) => businessId,
  }),
  column(['name'], text('Nimi', 'Namn', 'Name'), { cell: textCell, of: ({ name }) => name }),
];

/** Whom counties expect. */
export const expectedProducersFile: FileForm = {
  columns,
  required: ['county', 'businessId', 'name'],
  key: 'businessId',
  about: (row) => {
    const county = countyKey.safeParse(saidIn(row, 'county')).data;
    const businessId = BusinessId.safeParse(saidIn(row, 'businessId')).data;
    return county && businessId && `${county}/${businessId}`;
  },
};
