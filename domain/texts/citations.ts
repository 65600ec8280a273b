import { gathered } from '../gathered.ts';
import { inOrder } from '../in-order.ts';
import type { Language } from '../language.ts';
import type { ActId, Citation } from '../statute/citation.ts';

/** Decrees are cited as decrees; everything else we rest on is an act. */
const decrees: ReadonlySet<ActId> = new Set<ActId>(['457/2024']);

/** Places of one section, in the order of the section: `{ section: '102', places: [5 mom., 7 mom. 1 k.] }`. */
interface Section {
  readonly section: string;
  readonly places: readonly Citation[];
}

/** Places of one act that have their wording from the same act. */
interface Wording {
  readonly act: ActId;
  readonly amendedBy: ActId | undefined;
  readonly sections: readonly Section[];
}

const inSection = (a: Citation, b: Citation): number =>
  (a.subsection ?? 0) - (b.subsection ?? 0) || (a.item ?? 0) - (b.item ?? 0);

/** `9 §` before `10 §`, `10 §` before `10 a §`. */
const bySection = (a: Section, b: Section): number =>
  Number.parseInt(a.section, 10) - Number.parseInt(b.section, 10) || inOrder(a.section, b.section);

const wordingsOf = (citations: readonly Citation[]): Wording[] =>
  gathered(citations, ({ act, amendedBy }) => `${act} ${amendedBy ?? ''}`).map((group) => ({
    act: group[0].act,
    amendedBy: group[0].amendedBy,
    sections: gathered(group, ({ section }) => section)
      .map((places) => ({ section: places[0].section, places: [...places].sort(inSection) }))
      .sort(bySection),
  }));

const and = { fi: 'ja', sv: 'och', en: 'and' } as const;
/** Joins what itself holds an "and". */
const andOver = { fi: 'sekä', sv: 'samt', en: 'and' } as const;

const series = (parts: readonly string[], conjunction: string): string =>
  parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1)}`;

const itemWord = { fi: 'k.', sv: 'punkten' } as const;

/** `102 § 5 mom. ja 7 mom. 1 k.`; subsections without items share one word: `77 § 1 ja 2 mom.` */
const nordicSection = ({ section, places }: Section, language: 'fi' | 'sv'): string => {
  const whole = places.flatMap(({ subsection, item }) =>
    subsection !== undefined && item === undefined ? [String(subsection)] : [],
  );
  const items = places.flatMap(({ subsection, item }) => {
    if (item === undefined) return [];
    const place = `${item} ${itemWord[language]}`;
    return [subsection === undefined ? place : `${subsection} mom. ${place}`];
  });
  const parts = [...(whole.length === 0 ? [] : [`${series(whole, and[language])} mom.`]), ...items];
  return parts.length === 0 ? `${section} §` : `${section} § ${series(parts, and[language])}`;
};

/** `102(5) and (7)(1)` */
const englishSection = ({ section, places }: Section): string => {
  const parts = places.map(
    ({ subsection, item }) =>
      `${subsection === undefined ? '' : `(${subsection})`}${item === undefined ? '' : `(${item})`}`,
  );
  return `${section}${series(parts, and.en)}`;
};

const sectionSeries = (sections: readonly string[], language: Language): string =>
  series(
    sections,
    sections.some((text) => text.includes(` ${and[language]} `))
      ? andOver[language]
      : and[language],
  );

const finnish = ({ act, amendedBy, sections }: Wording): string => {
  const places = `${act} ${sectionSeries(
    sections.map((section) => nordicSection(section, 'fi')),
    'fi',
  )}`;
  if (amendedBy === undefined) return places;
  const source = decrees.has(amendedBy) ? 'asetuksessa' : 'laissa';
  return isOnePlace(sections)
    ? `${places}, sellaisena kuin se on ${source} ${amendedBy}`
    : `${places}, sellaisina kuin ne ovat ${source} ${amendedBy}`;
};

const swedish = ({ act, amendedBy, sections }: Wording): string => {
  const statute = (id: ActId) => (decrees.has(id) ? `förordning ${id}` : `lag ${id}`);
  const places = `${sectionSeries(
    sections.map((section) => nordicSection(section, 'sv')),
    'sv',
  )} i ${statute(act)}`;
  if (amendedBy === undefined) return places;
  return `${places}, ${swedishWording(sections)} lyder i ${statute(amendedBy)}`;
};

const swedishWording = (sections: readonly Section[]): string => {
  const place = isOnePlace(sections) ? sections[0]?.places[0] : undefined;
  if (place === undefined) return 'sådana de';
  if (place.item !== undefined) return 'sådan punkten';
  return place.subsection === undefined ? 'sådan paragrafen' : 'sådant momentet';
};

const english = ({ act, amendedBy, sections }: Wording): string => {
  const statute = decrees.has(act) ? `Decree ${act}` : `Act ${act}`;
  const word = sections.length > 1 ? 'sections' : 'section';
  const places = `${statute}, ${word} ${sectionSeries(sections.map(englishSection), 'en')}`;
  return amendedBy === undefined ? places : `${places}, as amended by ${amendedBy}`;
};

const isOnePlace = (sections: readonly Section[]): boolean =>
  sections.length === 1 && sections[0]?.places.length === 1;

const formatters: Readonly<Record<Language, (wording: Wording) => string>> = {
  fi: finnish,
  sv: swedish,
  en: english,
};

/**
 * Citations as a lawyer of that language writes them, places of one act together:
 * `703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024; 703/2023 69 § 1 mom.`
 */
export const formatCitations = (citations: readonly Citation[], language: Language): string =>
  wordingsOf(citations).map(formatters[language]).join('; ');

/** One citation: `703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024`. */
export const formatCitation = (citation: Citation, language: Language): string =>
  formatCitations([citation], language);
