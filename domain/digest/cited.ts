import { gathered } from '../gathered.ts';
import type { Citation } from '../statute/citation.ts';

/** An item of a subsection says more than the subsection, and that more than the section. */
const depth = ({ subsection, item }: Citation): number =>
  (subsection === undefined ? 0 : 1) + (item === undefined ? 0 : 1);

/** Each citation once: the most specific first, then the most used. */
export const citationsOf = (all: readonly { readonly basis: readonly Citation[] }[]): Citation[] =>
  gathered(
    all.flatMap(({ basis }) => basis),
    ({ act, section, subsection, item, amendedBy }) =>
      [act, section, subsection, item, amendedBy].join(' '),
  )
    .toSorted((a, b) => depth(b[0]) - depth(a[0]) || b.length - a.length)
    .map(([citation]) => citation);
