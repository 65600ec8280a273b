import type { Temporal } from 'temporal-polyfill';
import {
  incomingAssessment,
  type ReceivedAssessment,
  type SelfAssessment,
} from '../../../domain/assessment.ts';
import { evaluate } from '../../../domain/evaluation.ts';
import type { Language } from '../../../domain/language.ts';
import type { Directory } from '../../adapters/directory.ts';
import type { KeptAnswers } from '../../adapters/kept-answers.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { dayInHelsinki } from '../../clock.ts';
import { listAnew } from '../../listing.ts';
import {
  answeredOnce,
  type FirstAnswer,
  idempotencyKeyOf,
  type Receipt,
  receiptAt,
} from '../answered-once.ts';
import { readinessAnswer } from '../answers/answers.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { type ExistingOrganisation, organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies extends Recording {
  readonly organisations: Pick<Organisations, 'read' | 'appendAssessment'>;
  readonly keptAnswers: KeptAnswers;
  readonly directory: Pick<Directory, 'list' | 'leave'>;
}

const received = (
  { factId, receivedAt, receivedOn }: Receipt,
  stated: SelfAssessment,
): ReceivedAssessment => ({ ...stated, assessmentId: factId, receivedAt, receivedOn });

/** The answer to an assessment received now: the evaluation with it. */
const answerTo = (
  { businessId, profile, assessments, waivers }: ExistingOrganisation,
  stated: SelfAssessment,
  { now, language }: { readonly now: Temporal.Instant; readonly language: Language },
): FirstAnswer => {
  const receipt = receiptAt(now);
  const evaluation = evaluate({
    organisation: { businessId, ...profile.content },
    assessments: [...assessments, received(receipt, stated)],
    waivers,
    on: receipt.receivedOn,
  });
  const readiness = readinessAnswer(evaluation, language);
  return { receipt, asked: stated, answer: { assessmentId: receipt.factId, readiness } };
};

/**
 * POST /organisations/{businessId}/assessments: takes in a self-assessment and answers how the
 * organisation stands with it. With an Idempotency-Key it is taken in once, however often it comes.
 */
export const createHandler = ({
  organisations,
  keptAnswers,
  directory,
  ...recording
}: Dependencies) =>
  changingFunction('submit-assessment', recording, async (request) => {
    const now = recording.clock.now();
    const organisation = await organisationInScope('submit-assessment', request, organisations);
    const { businessId, assessments } = organisation;
    request.query(nothing);
    const key = idempotencyKeyOf(request);
    const stated = request.body(
      incomingAssessment({
        today: dayInHelsinki(now),
        units: organisation.profile.content.units,
      }),
    );
    const first = answerTo(organisation, stated, { now, language: request.language });
    const make = async (): Promise<Answer> => {
      const call = { route: 'submit-assessment', about: businessId, key, now } as const;
      const kept = await answeredOnce(keptAnswers, call, first);
      if (!assessments.some(({ assessmentId }) => assessmentId === kept.factId)) {
        const assessment = received(kept, stated);
        await organisations.appendAssessment({ businessId, assessment, now });
      }
      await listAnew({ organisations, directory }, businessId, dayInHelsinki(now));
      return {
        status: 201,
        headers: { location: `/organisations/${businessId}/assessments#${kept.factId}` },
        body: kept.answer,
      };
    };
    return { about: businessId, make };
  });
