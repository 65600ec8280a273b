import type { Language } from '../../../domain/language.ts';
import type { Adviser } from '../../../domain/statute/requirements/requirement.ts';
import { adviserNames } from '../../../domain/statute/requirements/texts/names.ts';
import { type SourceId, sources } from '../../../domain/statute/sources.ts';

/** Documents beside the acts, as the API names them. */
export const sourcesOf = (ids: readonly SourceId[], language: Language) =>
  ids.map((id) => {
    const { name, dated, url } = sources[id];
    return { name: name[language], ...(dated && { dated }), ...(url && { url }) };
  });

/** Whom to ask. */
export const asksOf = (advisers: readonly Adviser[], language: Language): readonly string[] =>
  advisers.map((adviser) => adviserNames[adviser][language]);
