import type { AssessmentItem, ReceivedAssessment } from './assessment.ts';
import type { Day } from './day.ts';
import { type RequirementId, requirementIds } from './statute/requirements.ts';

/** One statement about one requirement, as it was stated. */
export type Statement = AssessmentItem & { readonly statedOn: Day };

/** What stands of a requirement on a day: the latest statement, and all of them, oldest first. */
export interface Standing {
  readonly latest: Statement;
  readonly all: readonly Statement[];
}

export type Standings = Readonly<Partial<Record<RequirementId, Standing>>>;

const inOrderStated = (a: ReceivedAssessment, b: ReceivedAssessment): number => {
  if (a.statedOn !== b.statedOn) return a.statedOn < b.statedOn ? -1 : 1;
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.assessmentId < b.assessmentId ? -1 : 1;
};

/**
 * What stands on a day: for each requirement the latest statement, by the day stated and then by
 * receipt. Statements of later days are not there yet.
 */
export const standingsOn = (assessments: readonly ReceivedAssessment[], on: Day): Standings => {
  const stated = assessments.filter(({ statedOn }) => statedOn <= on).sort(inOrderStated);
  const standings: Partial<Record<RequirementId, Standing>> = {};
  for (const requirement of requirementIds) {
    const all = stated.flatMap(({ statedOn, items }) => {
      const item = items[requirement];
      return item === undefined ? [] : [{ ...item, statedOn }];
    });
    const latest = all.at(-1);
    if (latest !== undefined) standings[requirement] = { latest, all };
  }
  return standings;
};

/**
 * The day since which a requirement has been stated done without a break: the first of the run of
 * `done` that the latest statement ends; undefined where the latest says otherwise.
 */
export const doneSince = ({ all }: Standing): Day | undefined => {
  let since: Day | undefined;
  for (const statement of [...all].reverse()) {
    if (statement.state !== 'done') break;
    since = statement.statedOn;
  }
  return since;
};
