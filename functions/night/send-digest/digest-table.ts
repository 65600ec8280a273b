import type { DigestOrganisation, DigestView } from '../../../domain/digest/digest.ts';
import type { DueTogether } from '../../../domain/digest/due-together.ts';
import type { Matter } from '../../../domain/digest/matters.ts';
import type { Language } from '../../../domain/language.ts';
import { type County, countyNames } from '../../../domain/statute/counties.ts';
import { dayCell } from '../../tables/cells.ts';
import { recordText, utf8Mark } from '../../tables/records.ts';
import { plainName } from './display-name.ts';
import { catalogues, type Speaker, speaker as speakerOf } from './speaker.ts';
import type { MessageId } from './texts/catalogue.ts';
import { briefTitle, nameOf, whenDue } from './worded/duties.ts';
import { basisOf } from './worded/labelled.ts';
import { matterLine, wordedMatter } from './worded/matters.ts';
import { changeOf } from './worded/moved.ts';
import { settledLine } from './worded/settled.ts';

/** All that a digest tells, a row each, for where the mail itself has no room for it. */
export interface DigestTable {
  readonly fileName: string;
  readonly language: Language;
  readonly header: string;
  /** What presses most first. */
  readonly records: readonly string[];
}

type Cells = Readonly<Record<Column, string>>;
type Column =
  Extract<MessageId, `table.column.${string}`> extends `table.column.${infer Name}` ? Name : never;

/** The columns in their order. */
const columns = [
  'business-id',
  'name',
  'counties',
  'topic',
  'what',
  'when',
  'due',
  'days-left',
  'days-late',
  'status',
  'basis',
  'next',
] as const satisfies readonly Column[];

const nothing: Cells = {
  'business-id': '',
  name: '',
  counties: '',
  topic: '',
  what: '',
  when: '',
  due: '',
  'days-left': '',
  'days-late': '',
  status: '',
  basis: '',
  next: '',
};

type Named = Pick<Cells, 'business-id' | 'name' | 'counties'>;

const named = (
  one: {
    readonly businessId: string;
    readonly name: string;
    readonly counties: readonly County[];
  },
  { language }: Speaker,
): Named => ({
  'business-id': one.businessId,
  name: plainName(one.name),
  counties: one.counties.map((county) => countyNames[county][language]).join(', '),
});

/** The days in two columns, so that no cell begins with a sign that makes it a formula. */
const dueCells = (
  { due, daysLeft }: Pick<DueTogether, 'due' | 'daysLeft'>,
  { language }: Speaker,
): Pick<Cells, 'due' | 'days-left' | 'days-late'> => ({
  due: dayCell.write(due, language),
  'days-left': daysLeft < 0 ? '' : String(daysLeft),
  'days-late': daysLeft < 0 ? String(-daysLeft) : '',
});

const matterCells = (matter: Matter, speaker: Speaker): Omit<Cells, keyof Named | 'status'> => {
  const { title, when } = matterLine(matter, speaker);
  const { basis, next } = wordedMatter(matter, speaker);
  return {
    topic: speaker.say('table.topic.warning'),
    what: title,
    when,
    ...dueCells(matter, speaker),
    basis: basis.map(({ text }) => text).join('; '),
    next: next[0]?.text ?? '',
  };
};

const organisationRows = (one: DigestOrganisation, speaker: Speaker): readonly Cells[] => {
  const common = { ...named(one, speaker), status: speaker.say(`status.${one.status}`) };
  return [
    ...one.matters.map((matter) => ({ ...common, ...matterCells(matter, speaker) })),
    ...one.stillOverdue.map((due) => ({
      ...nothing,
      ...common,
      ...dueCells(due, speaker),
      topic: speaker.say('table.topic.still-overdue'),
      what: briefTitle(due, speaker),
      when: whenDue(due, speaker),
      basis: basisOf(due.citations, speaker).text,
    })),
  ];
};

const rowsOf = (view: DigestView, speaker: Speaker): readonly Cells[] => {
  const { say, language } = speaker;
  return [
    ...view.organisations.flatMap((one) => organisationRows(one, speaker)),
    ...view.moved.flatMap(({ organisations, citations }) =>
      organisations.flatMap((one) =>
        one.moves.map((move) => ({
          ...nothing,
          ...named(one, speaker),
          topic: say('table.topic.moved'),
          what: nameOf(move.obligations, speaker),
          when: changeOf(move, speaker),
          due: move.to === null ? '' : dayCell.write(move.to, language),
          basis: basisOf(citations, speaker).text,
        })),
      ),
    ),
    ...view.unregistered.flatMap(({ county, producers, citations }) =>
      producers.map((one) => ({
        ...nothing,
        ...named({ ...one, counties: [county] }, speaker),
        topic: say('table.topic.unregistered'),
        basis: basisOf(citations, speaker).text,
      })),
    ),
    ...view.settled.flatMap((one) =>
      one.matters.map((matter) => ({
        ...nothing,
        ...named(one, speaker),
        topic: say('table.topic.settled'),
        what: settledLine(matter, speaker),
      })),
    ),
  ];
};

const record = (cells: Cells): string => recordText(columns.map((name) => cells[name]));

/** A digest as a table in the reader's language, in the mail's own order: what is left out presses least. */
export const digestTable = (view: DigestView, speaker: Speaker): DigestTable => {
  const { say } = speaker;
  return {
    fileName: `${say('table.file')}-${view.night}.csv`,
    language: speaker.language,
    header: recordText(columns.map((name) => say(`table.column.${name}`))),
    records: rowsOf(view, speaker).map(record),
  };
};

/** A table's file with its first so many rows; its last row then counts those left out. */
export const tableText = (
  { language, header, records }: DigestTable,
  rows = records.length,
): string => {
  const kept = records.slice(0, rows);
  const count = records.length - kept.length;
  const { say } = speakerOf(language, catalogues[language]);
  const last = count === 0 ? [] : [recordText([say('table.left-out', { count })])];
  return [utf8Mark, header, ...kept, ...last].join('');
};
