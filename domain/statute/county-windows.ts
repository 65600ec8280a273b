import { type Day, day } from '../day.ts';
import type { County } from './counties.ts';
import type { StepId } from './onboarding-steps.ts';
import type { SourceId } from './sources.ts';

/** A time in which a county wants something delivered. Its own instruction, not law: nothing is overdue by it. */
export interface CountyWindow {
  readonly county: County;
  readonly step: StepId;
  readonly from: Day;
  readonly until: Day;
  readonly source: SourceId;
}

/** The source names no year; it was presented in February 2026, so the coming May and June are meant. */
export const countyWindows: readonly CountyWindow[] = [
  {
    county: 'etela-pohjanmaa',
    step: 'unit-oid-delivered',
    from: day('2026-05-01'),
    until: day('2026-06-15'),
    source: 'etela-pohjanmaa-2026',
  },
];
