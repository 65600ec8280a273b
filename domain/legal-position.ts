import type { ReceivedAssessment } from './assessment.ts';
import type { Day } from './day.ts';
import { type Deadline, deadlineOn, type Milestone, milestonesOf } from './deadlines.ts';
import { type Duty, dutiesOf, type NotBound } from './duties.ts';
import { amendmentsAhead, lawAt, type Moment } from './law-in-force.ts';
import type { Organisation } from './organisation.ts';
import { type Standings, standingsOn } from './statements.ts';
import type { Catalogue } from './statute/catalogue.ts';
import type { ActId } from './statute/citation.ts';

/** A duty by law that has been given but is not yet in force. */
export interface UpcomingDuty extends Duty {
  readonly act: ActId;
  readonly inForceFrom: Day;
}

/** What the law asks of an organisation at a moment on both axes of time, and how that stands. */
export interface LegalPosition extends Moment {
  readonly deadlines: readonly Deadline[];
  readonly milestones: readonly Milestone[];
  readonly notBound: readonly NotBound[];
  readonly upcoming: readonly UpcomingDuty[];
  /** Why there is no answer: no act of ours was in force and known at the moment. */
  readonly empty: boolean;
}

export interface LegalQuestion extends Moment {
  readonly organisation: Organisation;
  readonly standings: Standings;
  /** The catalogue to answer by; ours unless a change of law is being tried. */
  readonly catalogue?: Catalogue;
}

/**
 * The deadlines of an organisation by the law in force on `validAt` as far as it was known on
 * `knownAt`. The two move the law only: facts and statements are the organisation's as they are now,
 * and `status` and `daysLeft` are as of `validAt`.
 */
export const positionAt = ({
  organisation,
  standings,
  catalogue,
  ...moment
}: LegalQuestion): Omit<LegalPosition, 'upcoming'> => {
  const law = lawAt(moment, catalogue);
  const { duties, notBound } = dutiesOf(organisation, law);
  return {
    ...moment,
    deadlines: duties.map((duty) =>
      deadlineOn(duty, { organisation, standings, duties, on: moment.validAt }),
    ),
    milestones: milestonesOf(law),
    notBound,
    empty: law.obligations.length === 0,
  };
};

/** The duties that amendments known on `knownAt` and in force only after `validAt` will bring or move. */
const upcomingDuties = (organisation: Organisation, moment: Moment): readonly UpcomingDuty[] =>
  amendmentsAhead(moment).flatMap(({ inForceFrom, entries }) => {
    const then = dutiesOf(organisation, lawAt({ ...moment, validAt: inForceFrom }));
    return then.duties.flatMap((duty) => {
      const entry = entries.find(({ id }) => id === duty.entry);
      return entry === undefined ? [] : [{ ...duty, act: entry.givenBy, inForceFrom }];
    });
  });

/** The whole legal position: what binds, what was considered and does not, and what is coming. */
export const legalPosition = ({
  organisation,
  assessments,
  ...moment
}: Moment & {
  readonly organisation: Organisation;
  readonly assessments: readonly ReceivedAssessment[];
}): LegalPosition => ({
  ...positionAt({
    organisation,
    standings: standingsOn(assessments, moment.validAt),
    ...moment,
  }),
  upcoming: upcomingDuties(organisation, moment),
});
