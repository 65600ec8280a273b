/** An act by its number in the statute book, as in `703/2023`. */
export type ActId =
  | '784/2021'
  | '703/2023'
  | '307/2024'
  | '741/2023'
  | '964/2024'
  | '457/2024'
  | '150/1930';

/** A place in an act: section (§), subsection (mom.), item (k.), and the act that gave it this wording. */
export interface Citation {
  readonly act: ActId;
  readonly section: string;
  readonly subsection?: number;
  readonly item?: number;
  readonly amendedBy?: ActId;
}
