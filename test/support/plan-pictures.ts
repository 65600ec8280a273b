import type { Language } from '../../domain/language.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Line } from '../../functions/api/get-plan-picture/lines.ts';
import {
  type PlanPicture,
  planPicture,
} from '../../functions/api/get-plan-picture/plan-picture.ts';
import { svgOf } from '../../functions/api/get-plan-picture/svg.ts';
import { planExamples } from '../../local/plan-examples.ts';
import { everyElement, readXml, type XmlElement } from './xml-document.ts';

/** The plans that one looks at, by their names. */
export const examples = new Map(planExamples().map((one) => [one.name, one]));

export const exampleOf = (name: string) => {
  const found = examples.get(name);
  if (found === undefined) throw new Error(`no example ${name}`);
  return found;
};

/** A plan laid out on its own day, by default for a Finnish reader. */
export const pictureOf = (
  plan: Plan,
  language: Language = 'fi',
  organisation = 'Esimerkkihoiva Oy',
): PlanPicture => planPicture({ organisation, plan, language, today: plan.on });

/** An example laid out. */
export const drawn = (name: string, language: Language = 'fi'): PlanPicture => {
  const { organisation, plan } = exampleOf(name);
  return pictureOf(plan, language, organisation);
};

/** An example as the document that a reader gets. */
export const svgFor = (name: string, language: Language = 'fi'): XmlElement =>
  readXml(svgOf(drawn(name, language)));

/** What the elements of a name say, in the order of the document. */
export const textsIn = (root: XmlElement, name = 'text'): readonly string[] =>
  everyElement(root)
    .filter((one) => one.name === name)
    .map(({ text }) => text);

export const rowOf = ({ chart }: PlanPicture, id: string) => {
  const row = chart.rows.find(({ facts }) => facts.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};

export const wordsOf = ({ lines }: { readonly lines: readonly Line[] }): readonly string[] =>
  lines.map(({ text }) => text);
