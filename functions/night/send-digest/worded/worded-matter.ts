import type { Labelled } from './labelled.ts';

/** A matter in one line. */
export interface MatterLine {
  readonly title: string;
  readonly when: string;
}

export interface WordedMatter extends MatterLine {
  /** The day has come or has passed, or cannot be kept any more. */
  readonly pressing: boolean;
  readonly details: readonly string[];
  /** What to do next, then what else is open. */
  readonly next: readonly Labelled[];
  /** What it rests on. */
  readonly basis: readonly Labelled[];
}
