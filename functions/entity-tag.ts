import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The strong entity tag of a content: equal contents have equal tags, whatever the order of their fields. */
export const entityTag = (content: object): string =>
  `"${createHash('sha256').update(canonicalJson(content)).digest('base64url').slice(0, 27)}"`;

/** JSON in the one form that equal values share (RFC 8785). */
export const canonicalJson = (content: object): string => {
  const json = canonicalize(content);
  if (json === undefined) throw new Error('this content has no JSON');
  return json;
};

/**
 * Whether an If-Match header holds for what is stored now (undefined: nothing). Comparison is strong
 * (RFC 9110 13.1.1), so a weak tag never matches; `*` asks only that something is there.
 */
export const ifMatchHolds = (header: string, current: string | undefined): boolean => {
  if (current === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim() === current);
};

/** Whether an If-None-Match header names what is stored now, so that it need not be sent again; comparison is weak (13.1.2). */
export const ifNoneMatchNames = (header: string | undefined, current: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' ||
    header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === current));
