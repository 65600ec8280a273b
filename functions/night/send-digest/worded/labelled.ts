import type { Citation } from '../../../../domain/statute/citation.ts';
import type { RequirementId } from '../../../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../../../domain/statute/requirements/requirements.ts';
import { type SourceId, sources } from '../../../../domain/statute/sources.ts';
import { formatCitations } from '../../../../domain/texts/citations.ts';
import type { Speaker } from '../speaker.ts';

/** A text under a label, as in `Law: 703/2023 67 §`. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** `a · b · c`, for parts that may hold commas themselves; no line begins with the dot. */
export const listed = (parts: readonly string[]): string => parts.join('\u00a0· ');

export const basisOf = (citations: readonly Citation[], { say, language }: Speaker): Labelled => ({
  label: say('basis.label'),
  text: formatCitations(citations, language),
});

export const sourceNames = (ids: readonly SourceId[], { language }: Speaker): string =>
  ids.map((id) => sources[id].name[language]).join('; ');

/** What a requirement rests on: the law, or the instructions where no act asks for it. */
export const requirementBasis = (
  {
    requirement,
    citations,
  }: { readonly requirement: RequirementId; readonly citations: readonly Citation[] },
  speaker: Speaker,
): Labelled => {
  if (citations.length > 0) return basisOf(citations, speaker);
  const ids = requirements[requirement].sources;
  return {
    label: speaker.say('basis.sources.label', { count: ids.length }),
    text: sourceNames(ids, speaker),
  };
};
