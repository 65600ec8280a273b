import type { ReceivedAssessment } from '../../domain/assessment.ts';
import type { Day } from '../../domain/day.ts';
import type { EvaluationInput } from '../../domain/evaluation.ts';
import { parsedAssessments, parsedOrganisations } from '../../test/support/parsed-samples.ts';

/** No rule of these engines goes through units one by one: what was stated of some is stated of all. */
const ofTheWhole = ({ units, overrides, ...stated }: ReceivedAssessment): ReceivedAssessment =>
  stated;

/** The sample organisations with what they had stated of themselves by a day. */
export const sampleInputs = (on: Day): readonly EvaluationInput[] => {
  const stated = parsedAssessments(on);
  return parsedOrganisations(on).map((organisation) => ({
    organisation,
    assessments: stated
      .filter(({ businessId }) => businessId === organisation.businessId)
      .map(ofTheWhole),
    waivers: [],
    on,
  }));
};
