/** Marks that turn the direction of what follows; a name must not reorder the text around it. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const lineAndControl = /[\p{Cc}\u2028\u2029]+/gu;
/** What mail programs turn into a link by themselves: an address, a site, a scheme. */
const linkLike = /(?<=[\p{L}\p{N}-])[.@](?=[\p{L}\p{N}-])|:(?=\/\/)/gu;
const zeroWidthNonJoiner = '\u200c';

/** A name that others wrote, on one line, well-formed, and without marks that reorder what is around it. */
export const plainName = (name: string): string =>
  name
    .toWellFormed()
    .replaceAll(lineAndControl, ' ')
    .replaceAll(directionMarks, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/**
 * A plain name as it can stand in a mail: not made into a link by the reader's program
 * (`www.example.org` gets invisible breaks).
 */
export const displayName = (name: string): string =>
  plainName(name).replaceAll(linkLike, (mark) => `${mark}${zeroWidthNonJoiner}`);
