import type { Citation } from '../../../domain/statute/citation.ts';
import { formatCitations } from '../../../domain/texts/citations.ts';
import type { Speaker } from '../speaker.ts';

/** A text under a label, as in `Law: 703/2023 67 §`. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

export const basisOf = (citations: readonly Citation[], { say, language }: Speaker): Labelled => ({
  label: say('basis.label'),
  text: formatCitations(citations, language),
});
