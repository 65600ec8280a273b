import { expect, test } from 'vitest';
import { addDays, day } from '../../domain/day.ts';
import { dayOff } from '../../domain/days-off.ts';

/** The days off of 2026 with a name of their own: what each is called, and by which acts it is one. */
const named: readonly (readonly [string, string, string, string, string, string])[] = [
  [
    '2026-01-01',
    'church-holiday',
    'uudenvuodenpäivä',
    'nyårsdagen',
    "New Year's Day",
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-01-06',
    'church-holiday',
    'loppiainen',
    'trettondagen',
    'Epiphany',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-04-03',
    'church-holiday',
    'pitkäperjantai',
    'långfredagen',
    'Good Friday',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-04-05',
    'church-holiday',
    'pääsiäispäivä',
    'påskdagen',
    'Easter Day',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-04-06',
    'church-holiday',
    'toinen pääsiäispäivä',
    'annandag påsk',
    'Easter Monday',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  ['2026-05-01', 'may-day', 'vapunpäivä', 'första maj', 'May Day', '150/1930 5.1, 272/1944 1.1'],
  [
    '2026-05-14',
    'church-holiday',
    'helatorstai',
    'Kristi himmelsfärdsdag',
    'Ascension Day',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-05-24',
    'church-holiday',
    'helluntai',
    'pingstdagen',
    'Whit Sunday',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-06-19',
    'midsummer-eve',
    'juhannusaatto',
    'midsommarafton',
    'Midsummer Eve',
    '150/1930 5.1',
  ],
  [
    '2026-06-20',
    'church-holiday',
    'juhannuspäivä',
    'midsommardagen',
    'Midsummer Day',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-10-31',
    'church-holiday',
    'pyhäinpäivä',
    'alla helgons dag',
    "All Saints' Day",
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-12-06',
    'independence-day',
    'itsenäisyyspäivä',
    'självständighetsdagen',
    'Independence Day',
    '150/1930 5.1, 388/1937 1.1',
  ],
  ['2026-12-24', 'christmas-eve', 'jouluaatto', 'julafton', 'Christmas Eve', '150/1930 5.1'],
  [
    '2026-12-25',
    'church-holiday',
    'joulupäivä',
    'juldagen',
    'Christmas Day',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
  [
    '2026-12-26',
    'church-holiday',
    'toinen joulupäivä',
    'annandag jul',
    'Boxing Day',
    '150/1930 5.1, 652/2023 1:6, 657/2023 1:4',
  ],
];

const place = ({
  act,
  chapter,
  section,
  subsection,
}: NonNullable<ReturnType<typeof dayOff>>['basis'][number]) =>
  `${act} ${chapter === undefined ? '' : `${chapter}:`}${section}${subsection === undefined ? '' : `.${subsection}`}`;

test('the named days off of a year, with their names and the acts that make them so', () => {
  const found = Array.from({ length: 365 }, (_, i) => addDays(day('2026-01-01'), i)).flatMap(
    (on) => {
      const off = dayOff(on);
      if (off === undefined || off.kind === 'saturday' || off.kind === 'sunday') return [];
      const { kind, name, basis } = off;
      return [[on, kind, name.fi, name.sv, name.en, basis.map(place).join(', ')]];
    },
  );
  expect(found).toEqual(named);
});

test.each([
  ['2026-11-21', 'saturday', { fi: 'arkilauantai', sv: 'helgfri lördag', en: 'Saturday' }],
  ['2026-11-22', 'sunday', { fi: 'sunnuntai', sv: 'söndag', en: 'Sunday' }],
])('%s is an ordinary %s', (on, kind, name) => {
  expect(dayOff(day(on))).toEqual({
    kind,
    name,
    basis: [{ act: '150/1930', section: '5', subsection: 1 }],
  });
});
