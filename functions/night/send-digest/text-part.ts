import type { WordedAct } from './worded/moved.ts';
import type { WordedOrganisation } from './worded/organisations.ts';
import type { WordedCounty } from './worded/unregistered.ts';
import type { WordedDigest } from './worded/worded-digest.ts';
import type { WordedMatter } from './worded/worded-matter.ts';

/** The widest line; longer ones are broken by some mail programs in places of their own choosing. */
const columns = 76;

const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });

const widthOf = (text: string): number => [...text].length;

/** A word too wide for a line, in pieces that fit; a letter is never cut from its marks. */
const pieces = (word: string, width: number): string[] => {
  const cut: string[] = [''];
  for (const { segment } of graphemes.segment(word)) {
    const last = cut.at(-1) ?? '';
    if (widthOf(last) + widthOf(segment) <= width) cut[cut.length - 1] = last + segment;
    else cut.push(segment);
  }
  return cut;
};

/** Text in lines of at most 76 columns, each begun with the indent. */
const wrapped = (text: string, indent: string): string[] => {
  const width = columns - widthOf(indent);
  const lines: string[] = [''];
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (widthOf(last) + 1 + widthOf(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}${line}`);
};

/** Wrapped under a mark: the first line stands beside it, the others are indented as far. */
const marked = (mark: string, text: string, indent = ''): string[] => {
  const [first = '', ...others] = wrapped(text, indent + ' '.repeat(widthOf(mark)));
  return [`${indent}${mark}${first.slice(indent.length + mark.length)}`, ...others];
};

const matterLines = ({ title, when, details, next, basis }: WordedMatter): string[] => [
  ...marked('* ', title, '   '),
  ...[when, ...details].flatMap((text) => wrapped(text, '     ')),
  ...[...next, ...basis].flatMap(({ label, text }) => wrapped(`${label}: ${text}`, '     ')),
  '',
];

const organisationLines = (
  {
    name,
    businessId,
    statusLabel,
    matters,
    stillOverdue,
    link,
    trace,
    reportAdvice,
  }: WordedOrganisation,
  place: number,
): string[] => [
  ...marked(`${place}. `.padEnd(3), name),
  ...wrapped(`${statusLabel} · ${businessId}`, '   '),
  '',
  ...matters.flatMap(matterLines),
  ...stillOverdue.flatMap((line) => [...wrapped(line, '   '), '']),
  // An address is never broken: half of one leads nowhere.
  `   ${link}`,
  `   ${trace}`,
  ...wrapped(reportAdvice, '   '),
  '',
  '',
];

const actLines = ({ act, basis, organisations, more }: WordedAct): string[] => [
  ...wrapped(act, ''),
  ...wrapped(`${basis.label}: ${basis.text}`, ''),
  '',
  ...organisations.flatMap(({ name, businessId, link, trace, moves, reportAdvice }) => [
    ...marked('- ', `${name} · ${businessId}`),
    ...moves.flatMap(({ title, change, details }) => [
      ...marked('* ', title, '  '),
      ...[change, ...details].flatMap((text) => wrapped(text, '    ')),
    ]),
    `  ${link}`,
    `  ${trace}`,
    ...wrapped(reportAdvice, '  '),
    '',
  ]),
  ...(more === null ? [] : [...wrapped(more, ''), '']),
];

const countyLines = ({
  title,
  details,
  next,
  basis,
  producers,
  more,
  link,
}: WordedCounty): string[] => [
  ...wrapped(title, ''),
  ...details.flatMap((text) => wrapped(text, '')),
  ...[next, basis].flatMap(({ label, text }) => wrapped(`${label}: ${text}`, '')),
  '',
  ...producers.flatMap(({ name, businessId, since }) => [
    ...marked('- ', `${name} · ${businessId}`),
    ...wrapped(since, '  '),
  ]),
  ...(more === null ? [] : wrapped(more, '')),
  link,
  '',
];

/** The mail's text part: the same words as the HTML part, laid out for a fixed width. */
export const textPart = (digest: WordedDigest): string => {
  const { brief, moved, unregistered, settled, uncounted } = digest;
  const lines = [
    `${digest.product} · ${digest.night}`,
    '',
    ...wrapped(digest.headline, ''),
    '='.repeat(Math.min(columns, widthOf(digest.headline))),
    '',
    ...digest.introduction.flatMap((text) => wrapped(text, '')),
    ...(digest.table === null ? [] : wrapped(digest.table, '')),
    '',
    ...(digest.bar.length === 0
      ? []
      : [
          ...wrapped(`${digest.barTitle}:`, ''),
          ...digest.bar.flatMap(({ label }) => marked('- ', label, '  ')),
          '',
          '',
        ]),
    ...digest.organisations.flatMap((one, i) => organisationLines(one, i + 1)),
    ...(brief === null
      ? []
      : [
          ...heading(brief.title),
          ...brief.lines.flatMap(({ name, businessId, line, link }) => [
            ...marked('- ', `${name} · ${businessId}`),
            ...wrapped(line, '  '),
            `  ${link}`,
          ]),
          '',
        ]),
    ...(uncounted === null ? [] : [...wrapped(uncounted, ''), '']),
    ...(moved === null
      ? []
      : [...heading(moved.title), ...moved.acts.flatMap((act) => actLines(act))]),
    ...(unregistered === null
      ? []
      : [...heading(unregistered.title), ...unregistered.counties.flatMap(countyLines)]),
    ...(settled === null
      ? []
      : [
          ...heading(settled.title),
          ...settled.organisations.flatMap(({ name, businessId, lines: said }) => [
            ...marked('- ', `${name} · ${businessId}`),
            ...said.flatMap((line) => wrapped(line, '  ')),
          ]),
          ...(settled.more === null ? [] : wrapped(settled.more, '')),
          '',
        ]),
    '-- ',
    ...digest.footer.flatMap((text) => wrapped(text, '')),
    ...wrapped(digest.contactLead, ''),
    digest.contact,
    ...wrapped(digest.reference, ''),
    '',
  ];
  return lines.join('\n');
};

const heading = (text: string): string[] => [
  ...wrapped(text, ''),
  '-'.repeat(Math.min(columns, widthOf(text))),
  '',
];
