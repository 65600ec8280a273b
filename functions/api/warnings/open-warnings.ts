import {
  quietBy,
  type ReceivedAcknowledgement,
  type Side,
  type Subject,
} from '../../../domain/acknowledgement.ts';
import { type Day, earliestOf } from '../../../domain/day.ts';
import { type Matter, mattersOf } from '../../../domain/digest/matters.ts';
import { evaluate } from '../../../domain/evaluation.ts';
import { isSameSubject, openWarnings, type Warning } from '../../../domain/warnings.ts';
import { raisedOf } from '../../raised.ts';
import type { ExistingOrganisation } from '../organisation-in-scope.ts';

/*
 * What nights have warned of and what still stands on a day: what lists tell, and what can be
 * acknowledged.
 */

export interface OpenWarning {
  readonly warning: Warning;
  /** What the mail tells of it. */
  readonly matter: Matter;
  /** By what it is quiet; undefined where it is not. */
  readonly acknowledgement: ReceivedAcknowledgement | undefined;
}

interface Question {
  /** Whose quiet is told. */
  readonly side: Side;
  readonly on: Day;
}

const standing = (organisation: ExistingOrganisation, on: Day) => {
  const { businessId, profile, assessments, waivers } = organisation;
  const facts = { organisation: { businessId, ...profile.content }, assessments, waivers, on };
  const evaluation = evaluate(facts);
  const source = { organisation: facts.organisation, evaluation, fixed: [], moved: [] };
  return {
    warnings: openWarnings(evaluation, raisedOf(organisation)),
    /** What the mail would tell of some warnings: those that fall due together are one matter. */
    mattersOf: (warnings: readonly Warning[]) => mattersOf({ ...source, warnings }, on),
  };
};

/** The open warnings of an organisation, the worst first, and which of them are quiet. */
export const openWarningsOf = (
  organisation: ExistingOrganisation,
  { side, on }: Question,
): readonly OpenWarning[] => {
  const { warnings, mattersOf: told } = standing(organisation, on);
  return warnings.flatMap((warning): OpenWarning[] => {
    const acknowledgement = quietBy(organisation.acknowledgements, warning, { side, on });
    return told([warning]).map((matter) => ({ warning, matter, acknowledgement }));
  });
};

/** Some open warnings together, as one mail tells them. */
export interface OpenTogether {
  readonly warnings: readonly Warning[];
  readonly matters: readonly Matter[];
  /** Until when all of them are quiet; undefined where one is not. */
  readonly quietUntil: Day | undefined;
}

/** Those of an organisation's open warnings that are about some subjects, with their due day. */
export const openTogether = (
  organisation: ExistingOrganisation,
  { subjects, due }: { readonly subjects: readonly Subject[]; readonly due: Day },
  { side, on }: Question,
): OpenTogether => {
  const { warnings: all, mattersOf: told } = standing(organisation, on);
  const warnings = all.filter(
    (warning) => warning.due === due && subjects.some((subject) => isSameSubject(subject, warning)),
  );
  const ends = warnings.map(
    (warning) => quietBy(organisation.acknowledgements, warning, { side, on })?.until,
  );
  return {
    warnings,
    matters: told(warnings),
    quietUntil: ends.includes(undefined) ? undefined : earliestOf(ends.flatMap((end) => end ?? [])),
  };
};
