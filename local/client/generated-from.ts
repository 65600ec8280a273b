import { createHash } from 'node:crypto';
import { openApiDocument } from '../../functions/api/contract/document.ts';

/* What the types of the client are made from, and whether they are still made from it. */

/** Words for people: the types are the same whatever they say. */
const words = ['description', 'summary', 'title', 'example', 'examples'];

const withoutWords = (value: unknown, isNamed: boolean): unknown => {
  if (Array.isArray(value)) return value.map((item) => withoutWords(item, false));
  if (typeof value !== 'object' || value === null) return value;
  // Below `properties` the keys are names of fields, and a field may be called `title`.
  const kept = Object.entries(value).filter(([key]) => isNamed || !words.includes(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, withoutWords(inner, !isNamed && key === 'properties')]),
  );
};

/** The contract as JSON, with only what a program compares. */
export const contractForTypes = (): string => {
  const { paths, components } = openApiDocument('types');
  const info = { title: 'Kanta readiness', version: 'types' };
  const document = { openapi: '3.1.1', info, paths, components };
  return JSON.stringify({ ...Object(withoutWords(document, false)), info });
};

/** The first line of the generated file, which says what it was made from. */
export const headingOf = (contract: string): string => {
  const hash = createHash('sha256').update(contract).digest('hex');
  return `// Made from the contract by \`npm run client\`; not to be edited. ${hash}`;
};
