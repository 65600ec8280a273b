import { type ReceivedAssessment, selfAssessment } from '../../domain/assessment.ts';
import type { Day } from '../../domain/day.ts';
import { type Evaluation, evaluate } from '../../domain/evaluation.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import { type Organisation, organisationProfile } from '../../domain/organisation.ts';
import { sampleAssessments, sampleOrganisations } from '../../local/samples/samples.ts';
import type { SampleAssessment, SampleOrganisation } from '../../local/samples/story.ts';

/** Sample organisations as the API takes them in on a day; throws where it would not. */
export const parsedOrganisations = (
  today: Day,
  samples: readonly SampleOrganisation[] = sampleOrganisations(today),
): readonly Organisation[] => {
  const schema = organisationProfile(today);
  return samples.map(({ businessId, profile }) => ({ ...schema.parse(profile), businessId }));
};

/** Sample assessments as received on the day each states. */
export const parsedAssessments = (
  today: Day,
  samples: readonly SampleAssessment[] = sampleAssessments(today),
): readonly (ReceivedAssessment & { readonly businessId: BusinessId })[] => {
  const schema = selfAssessment(today);
  return samples.map(({ businessId, idempotencyKey, body }) => {
    const stated = schema.parse(body);
    return {
      ...stated,
      businessId,
      assessmentId: idempotencyKey,
      receivedAt: `${stated.statedOn}T09:00:00.000Z`,
      receivedOn: stated.statedOn,
    };
  });
};

export interface Evaluated {
  readonly organisation: Organisation;
  readonly evaluation: Evaluation;
}

/** How the samples, as they stood on a day, are evaluated on it. */
export const evaluatedSamples = (on: Day): readonly Evaluated[] => {
  const all = parsedAssessments(on);
  return parsedOrganisations(on).map((organisation) => ({
    organisation,
    evaluation: evaluate({
      organisation,
      assessments: all.filter(({ businessId }) => businessId === organisation.businessId),
      waivers: [],
      on,
    }),
  }));
};
