import { Day } from '../../domain/day.ts';
import type { Language, Text } from '../../domain/language.ts';
import { cellTexts, noneOf } from './table-texts.ts';

/** What a cell says, or what is wrong with it. */
export type Reading<Value> = { readonly value: Value } | { readonly fault: Text };

/** How a value stands in a cell. What is none or not known is an empty cell, and is not asked here. */
export interface Cell<Value> {
  read(text: string): Reading<Value>;
  write(value: Value, language: Language): string;
}

/** Words are compared without their case, their spaces and the kind of their dashes. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\s\u00ad\u200b-\u200d\ufeff]+/gu, '');

export const textCell: Cell<string> = {
  read: (text) => ({ value: text }),
  write: (value) => value,
};

const yes = ['kyllä', 'k', 'ja', 'j', 'yes', 'y', 'true', 'tosi', 'sant', '1'];
const no = ['ei', 'e', 'nej', 'no', 'n', 'false', 'epätosi', 'falskt', '0'];

export const yesOrNo: Cell<boolean> = {
  read: (text) => {
    const word = plain(text);
    if (yes.includes(word)) return { value: true };
    return no.includes(word) ? { value: false } : { fault: cellTexts['yes-or-no'] };
  },
  write: (value, language) => {
    const [yesWord, noWord] = { fi: ['kyllä', 'ei'], sv: ['ja', 'nej'], en: ['yes', 'no'] }[
      language
    ];
    return String(value ? yesWord : noWord);
  },
};

const finnishDay = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/;

const isoDay = (text: string): string => {
  const [, date, month, year] = finnishDay.exec(text) ?? [];
  if (date === undefined || month === undefined || year === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
};

/** A day as `1.9.2026` or `2026-09-01`; with slashes nobody knows which number is the month. */
export const dayCell: Cell<Day> = {
  read: (text) => {
    const { data } = Day.safeParse(isoDay(text));
    return data === undefined ? { fault: cellTexts.day } : { value: data };
  },
  write: (value, language) => {
    if (language === 'en') return value;
    const [year, month, date] = value.split('-').map(Number);
    return `${date}.${month}.${year}`;
  },
};

/** One of some keys, by its name in any of our languages, or by itself. */
export const oneNamed = <Key extends string>(names: Readonly<Record<Key, Text>>): Cell<Key> => {
  const isKey = (text: string): text is Key => Object.hasOwn(names, text);
  const keys = Object.keys(names).filter(isKey);
  const byWord = new Map(
    keys.flatMap((key) => [key, ...Object.values(names[key])].map((word) => [plain(word), key])),
  );
  return {
    read: (text) => {
      const key = byWord.get(plain(text));
      if (key !== undefined) return { value: key };
      return {
        fault: noneOf(
          text,
          keys.map((each) => names[each]),
        ),
      };
    },
    write: (value, language) => names[value][language],
  };
};

/** Readings of parts as one: the first fault, or all that they say. */
export const together = <Value>(readings: readonly Reading<Value>[]): Reading<readonly Value[]> => {
  const values: Value[] = [];
  for (const reading of readings) {
    if ('fault' in reading) return reading;
    values.push(reading.value);
  }
  return { value: values };
};

/** Some keys by their names, between semicolons, commas or lines. */
export const someNamed = <Key extends string>(
  names: Readonly<Record<Key, Text>>,
): Cell<readonly Key[]> => {
  const one = oneNamed(names);
  return {
    read: (text) =>
      together(
        text
          .split(/[;,\n]/)
          .filter((part) => part.trim() !== '')
          .map((part) => one.read(part)),
      ),
    write: (values, language) => values.map((value) => one.write(value, language)).join('; '),
  };
};
