/** An act or decree by its number and year in the statute book, as in `703/2023`. */
export type ActId = `${number}/${number}`;

/** A place in an act: section (§), subsection (mom.), item (k.), and the act that gave it this wording. */
export interface Citation {
  readonly act: ActId;
  readonly section: string;
  readonly subsection?: number;
  readonly item?: number;
  readonly amendedBy?: ActId;
}
