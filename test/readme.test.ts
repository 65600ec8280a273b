import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { day } from '../domain/day.ts';
import { lawAt } from '../domain/law-in-force.ts';
import type { ObligationEntry } from '../domain/statute/entries.ts';
import { formatDay } from '../domain/texts/days.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const dayIn = ({ rule }: ObligationEntry): string => {
  switch (rule.kind) {
    case 'fixed':
    case 'join':
      return formatDay(rule.day, 'fi');
    case 'from-joining':
    case 'join-deadline':
      return 'the join deadline';
    case 'yearly':
      return `${rule.dayOfMonth}.${rule.month}.`;
  }
};

/** Sections as the table writes them: `703/2023 102 § 5 mom. (307/2024)`. */
const citedIn = ({ basis }: ObligationEntry): string[] =>
  basis.map(({ act, section, subsection, item, amendedBy }) =>
    [
      `${act} ${section} §`,
      ...(subsection === undefined ? [] : [`${subsection} mom.`]),
      ...(item === undefined ? [] : [`${item} k.`]),
      ...(amendedBy === undefined ? [] : [`(${amendedBy})`]),
    ].join(' '),
  );

const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('| `') && line.includes(' § '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, obligation = '', on = '', section = '']) => ({ obligation, on, section }));

test('every obligation of today stands in the README with its day and section', () => {
  const today = lawAt({ validAt: day('2026-11-22'), knownAt: day('2026-11-22') });
  for (const entry of today.obligations) {
    const row = rows.find(
      ({ obligation, on, section }) =>
        obligation.startsWith(`\`${entry.obligation}`) &&
        on.includes(dayIn(entry)) &&
        citedIn(entry).includes(section),
    );
    expect(row, `${entry.id}: ${dayIn(entry)}, ${citedIn(entry).join('; ')}`).toBeDefined();
  }
});

test('the README names no obligation that the catalogue does not have', () => {
  const known = new Set<string>(
    lawAt({ validAt: day('2026-11-22'), knownAt: day('2026-11-22') }).obligations.map(
      ({ obligation }) => obligation,
    ),
  );
  expect(rows.length).toBeGreaterThanOrEqual(10);
  for (const { obligation } of rows) {
    expect(known).toContain(/^`([a-z-]+)/.exec(obligation)?.[1]);
  }
});

test('the README stays short enough to be read', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(160);
});
