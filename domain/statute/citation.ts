/** An act or decree by its number and year in the statute book, as in `703/2023`. */
export type ActId = `${number}/${number}`;

/** A section as it is cited: `102`, `10 a`. */
export const sectionForm = /^[0-9]{1,4}( [a-z])?$/;

/** A place in an act: section (§), subsection (mom.), item (k.), and the act that gave it this wording. */
export interface Citation {
  readonly act: ActId;
  readonly section: string;
  readonly subsection?: number;
  readonly item?: number;
  readonly amendedBy?: ActId;
}
