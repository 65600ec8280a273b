import type { Day } from '../../domain/day.ts';
import { stories } from './stories/stories.ts';
import {
  assessmentsOn,
  organisationsOn,
  type SampleAssessment,
  type SampleOrganisation,
} from './story.ts';
import { type SampleSupervisor, supervisors } from './supervisors.ts';

/** The invented organisations as they stood on a day. */
export const sampleOrganisations = (today: Day): readonly SampleOrganisation[] =>
  organisationsOn(today, stories);

/** Who supervises them; one county has nobody. */
export const sampleSupervisors = (): readonly SampleSupervisor[] => supervisors;

/** What they had stated of themselves by that day, oldest first for each. */
export const sampleAssessments = (today: Day): readonly SampleAssessment[] =>
  assessmentsOn(today, stories);
