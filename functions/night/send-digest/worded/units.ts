import type { Unit } from '../../../../domain/digest/part.ts';
import type { RequirementId } from '../../../../domain/statute/requirements/requirement-ids.ts';
import { requirementTexts } from '../../../../domain/statute/requirements/texts/requirement-texts.ts';
import { displayName } from '../display-name.ts';
import type { Speaker } from '../speaker.ts';

/** So many units are named; the others are counted. */
const unitsNamed = 3;

/** `Kanerva, Vuokko, Sinilintu ja 9 muuta` */
const unitNames = (units: readonly Unit[], { say, list }: Speaker): string =>
  list([
    ...units.slice(0, unitsNamed).map(({ name }) => displayName(name)),
    ...(units.length > unitsNamed ? [say('units.more', { count: units.length - unitsNamed })] : []),
  ]);

/** `12 yksikköä: Kanerva, Vuokko, Sinilintu ja 9 muuta.`; nothing of an organisation as a whole. */
export const unitDetails = (units: readonly Unit[], speaker: Speaker): string[] =>
  units.length === 0
    ? []
    : [speaker.say('units', { count: units.length, units: unitNames(units, speaker) })];

/** `Henkilöstön varmennekortit (Kanerva ja Vuokko)` */
export const nameInUnits = (
  { requirement, units }: { readonly requirement: RequirementId; readonly units: readonly Unit[] },
  speaker: Speaker,
): string => {
  const name = requirementTexts[requirement].name[speaker.language];
  return units.length === 0
    ? name
    : speaker.say('name.in-units', { name, units: unitNames(units, speaker) });
};
