import { act307of2024, milestones307of2024 } from './act-307-2024.ts';
import { act703of2023, milestones703of2023 } from './act-703-2023.ts';
import { act741of2023 } from './act-741-2023.ts';
import { act784of2021 } from './act-784-2021.ts';
import type { MilestoneEntry, ObligationEntry } from './entries.ts';

/** All entries of all acts, whenever they are or were in force, oldest act first. */
export interface Catalogue {
  readonly obligations: readonly ObligationEntry[];
  readonly milestones: readonly MilestoneEntry[];
}

export const catalogue: Catalogue = {
  obligations: [...act784of2021, ...act703of2023, ...act307of2024, ...act741of2023],
  milestones: [...milestones703of2023, ...milestones307of2024],
};
