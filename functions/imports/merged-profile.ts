import type { OrganisationProfile } from '../../domain/organisation.ts';
import { canonicalJson } from '../entity-tag.ts';
import type { Assignment } from './import-row.ts';

type Fields = ReadonlyMap<string, unknown>;

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Fields => new Map(isFields(value) ? Object.entries(value) : []);

const equal = (a: unknown, b: unknown): boolean => canonicalJson({ a }) === canonicalJson({ a: b });

/** Fields with one of them as it is said to be; what is said to be none is taken away. */
const assigned = (fields: Fields, { path, value }: Assignment): Fields => {
  const [field = '', ...inner] = path;
  const now = fields.get(field);
  if (inner.length > 0) {
    const changed = assigned(fieldsOf(now), { path: inner, value });
    return new Map([...fields, [field, Object.fromEntries(changed)]]);
  }
  // An empty list, and a null, say no more than a field that is missing.
  if (equal(now ?? null, value) || (value === null && equal(now, []))) return fields;
  if (value !== null) return new Map([...fields, [field, value]]);
  return new Map([...fields].filter(([name]) => name !== field));
};

/**
 * A profile with what a row says of its fields in place of what is there; of what the row does not
 * speak stays as it is. Not parsed yet: what it says may be wrong.
 */
export const mergedProfile = (
  existing: OrganisationProfile | undefined,
  assignments: readonly Assignment[],
): object =>
  Object.fromEntries(
    assignments
      .filter(({ path: [field] }) => field !== 'businessId')
      .reduce(assigned, fieldsOf(existing ?? {})),
  );
