import {
  addDays,
  addMonths,
  addYears,
  type Day,
  dayIn,
  daysBetween,
  latest,
  weekday,
  yearOf,
} from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { monthNames } from '../../../domain/texts/days.ts';
import { shortMonths } from './picture-texts.ts';
import { widthOf } from './text-width.ts';

/** A stretch of the axis, in the picture's units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A day that the axis names. */
export interface Tick {
  readonly day: Day;
  readonly x: number;
  /** undefined where there is no room for it. */
  readonly label: string | undefined;
}

/** Time from left to right: where a day stands, and the days that are named. */
export interface TimeAxis {
  readonly span: Span;
  readonly x: (day: Day) => number;
  /** Months or years, over the ticks that are parts of them. */
  readonly periods: readonly Tick[];
  readonly ticks: readonly Tick[];
}

export const tickSize = 12;
/** Between the line of a tick and its label, and the least between two labels. */
export const tickGap = 4;
/** A shorter axis would make weeks look long. */
const shortest = 28;
/** Up to so many days the axis counts in weeks. */
const inWeeksUpTo = 84;
/** Room before the first day and after the last. */
const margin = 4;

type Unit = 'week' | 'month' | 'year';
interface Step {
  readonly unit: Unit;
  readonly count: number;
}

const daysIn: Readonly<Record<Unit, number>> = { week: 7, month: 28, year: 365 };
const weeks: readonly Step[] = [1, 2].map((count) => ({ unit: 'week', count }));
const monthsAndYears: readonly Step[] = [
  ...[1, 2, 3, 6].map((count) => ({ unit: 'month' as const, count })),
  ...[1, 2, 5, 10, 20, 50].map((count) => ({ unit: 'year' as const, count })),
];

const coarsest: Step = { unit: 'year', count: 100 };
/** No name of a day is as narrow as this. */
const narrowest = 16;

const monthOf = (value: Day): number => Number(value.slice(5, 7));
const firstOfMonth = (value: Day): Day => dayIn(yearOf(value), monthOf(value), 1);
const monday = (value: Day): Day => addDays(value, 1 - weekday(value));

/** The first day on or after `from`, itself the beginning of a week or month, on which a step begins. */
const firstStep = (from: Day, { unit, count }: Step): Day => {
  switch (unit) {
    case 'week':
      return from;
    case 'month':
      return addMonths(from, (count - ((monthOf(from) - 1) % count)) % count);
    case 'year': {
      const year = Math.ceil((yearOf(from) + (monthOf(from) - 1) / 12) / count) * count;
      return dayIn(year, 1, 1);
    }
  }
};

const nextStep = (value: Day, { unit, count }: Step): Day => {
  switch (unit) {
    case 'week':
      return addDays(value, 7 * count);
    case 'month':
      return addMonths(value, count);
    case 'year':
      return addYears(value, count);
  }
};

/** The days on which steps begin: every first of a quarter, every other Monday. */
const stepDays = (from: Day, until: Day, step: Step): readonly Day[] => {
  const days: Day[] = [];
  for (let value = firstStep(from, step); value < until; value = nextStep(value, step)) {
    days.push(value);
  }
  return days;
};

const tickLabel = (value: Day, unit: Unit, language: Language): string => {
  const month = shortMonths[language][monthOf(value) - 1] ?? '';
  switch (unit) {
    case 'week': {
      const dayOfMonth = Number(value.slice(8));
      return language === 'en' ? `${dayOfMonth} ${month}` : `${dayOfMonth}.${monthOf(value)}.`;
    }
    case 'month':
      return month;
    case 'year':
      return String(yearOf(value));
  }
};

/** The axis that holds all the days: in weeks where they are near each other, else in months or years. */
export const timeAxis = (
  days: readonly [Day, ...Day[]],
  { span, language }: { readonly span: Span; readonly language: Language },
): TimeAxis => {
  const sorted = days.toSorted();
  const first = addDays(sorted[0] ?? days[0], -margin);
  const last = latest(addDays(sorted.at(-1) ?? days[0], margin), addDays(first, shortest));
  const inWeeks = daysBetween(first, last) <= inWeeksUpTo;
  const from = inWeeks ? monday(first) : firstOfMonth(first);
  const until = inWeeks ? monday(addDays(last, 6)) : firstOfMonth(addMonths(firstOfMonth(last), 1));
  const perDay = (span.to - span.from) / daysBetween(from, until);
  const x = (value: Day) => span.from + daysBetween(from, value) * perDay;
  const width = (label: string) => widthOf(label, { size: tickSize });

  const fits = ({ unit, count }: Step) => {
    const room = daysIn[unit] * count * perDay - 2 * tickGap;
    const named = room < narrowest ? [] : stepDays(from, until, { unit, count });
    return named.length > 0 && named.every((one) => width(tickLabel(one, unit, language)) <= room);
  };
  const step = (inWeeks ? weeks : monthsAndYears).find(fits) ?? coarsest;
  const { unit } = step;
  const named = stepDays(from, until, step);
  const ticks = named.map((value): Tick => {
    const label = tickLabel(value, unit, language);
    const isWhole = x(value) + tickGap + width(label) <= span.to;
    return { day: value, x: x(value), label: isWhole ? label : undefined };
  });

  const starts =
    unit === 'year'
      ? []
      : [
          from,
          ...stepDays(firstOfMonth(from), until, { unit: inWeeks ? 'month' : 'year', count: 1 }),
        ];
  const periods = [...new Set(starts)]
    .filter((value) => value >= from)
    .map((value, i, all): Tick => {
      const label = inWeeks
        ? `${monthNames[language][monthOf(value) - 1]} ${yearOf(value)}`
        : String(yearOf(value));
      const end = x(all[i + 1] ?? until);
      const isWhole = x(value) + 2 * tickGap + width(label) <= end;
      return { day: value, x: x(value), label: isWhole ? label : undefined };
    });
  return { span, x, periods, ticks };
};
