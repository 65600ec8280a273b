import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../domain/language.ts';
import type { Caller } from '../api/access.ts';
import type { FieldError } from '../api/problem.ts';
import type { ImportRow } from './import-row.ts';

/** By whom and when a row is done, and in which language what is wrong with it is told. */
export interface RowContext {
  readonly caller: Caller;
  readonly now: Temporal.Instant;
  readonly language: Language;
}

/** What a row comes to, before anything is written. */
export type RowDecision =
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'created' | 'changed';
      /** What is changed, for the audit trail. */
      readonly about: string;
      /** Writes it, unless somebody changed it meanwhile: then it has to be decided anew. */
      readonly make: () => Promise<'made' | 'changed-meanwhile'>;
    }
  | { readonly errors: readonly FieldError[] };

/** How a row of one kind of file is done. What it says may be wrong; what it is about is read and decided here. */
export type DecideRow = (row: ImportRow, context: RowContext) => Promise<RowDecision>;
