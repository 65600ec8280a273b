import { createHash, randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import {
  type ReceivedAssessment,
  type SelfAssessment,
  selfAssessment,
} from '../../domain/assessment.ts';
import { evaluate } from '../../domain/evaluation.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { Language } from '../../domain/language.ts';
import type { KeptAnswer, KeptAnswers, KeyUse } from '../adapters/kept-answers.ts';
import type { Organisations } from '../adapters/organisations.ts';
import { readinessAnswer } from '../answers.ts';
import { type Clock, dayInHelsinki, instantText } from '../clock.ts';
import { canonicalJson } from '../entity-tag.ts';
import { type Answer, type HttpRequest, httpFunction } from '../http.ts';
import { nothing, parseInput } from '../input.ts';
import { type ExistingOrganisation, organisationInScope } from '../organisation-in-scope.ts';
import { Problem } from '../problem.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read' | 'appendAssessment'>;
  readonly keptAnswers: KeptAnswers;
  readonly clock: Clock;
}

const IdempotencyKey = z.string().regex(/^[\x20-\x7e]{1,255}$/);

const hashOf = (stated: SelfAssessment): string =>
  createHash('sha256').update(canonicalJson(stated)).digest('hex');

const keyOf = (request: HttpRequest): string | undefined => {
  const value = request.header('idempotency-key');
  if (value === undefined) return undefined;
  return parseInput(IdempotencyKey, {
    value,
    language: request.language,
    within: ['Idempotency-Key'],
  });
};

/** The answer to an assessment received now: the evaluation with it. */
const answerTo = (
  { businessId, profile, assessments }: ExistingOrganisation,
  stated: SelfAssessment,
  { now, language }: { now: Temporal.Instant; language: Language },
): KeptAnswer => {
  const receipt = {
    assessmentId: randomUUID(),
    receivedAt: instantText(now),
    receivedOn: dayInHelsinki(now),
  };
  const evaluation = evaluate({
    organisation: { businessId, ...profile.content },
    assessments: [...assessments, { ...receipt, ...stated }],
    waivers: [],
    on: receipt.receivedOn,
  });
  return {
    ...receipt,
    bodyHash: hashOf(stated),
    answer: JSON.stringify({
      assessmentId: receipt.assessmentId,
      readiness: readinessAnswer(evaluation, language),
    }),
  };
};

const received = (
  { assessmentId, receivedAt, receivedOn }: KeptAnswer,
  stated: SelfAssessment,
): ReceivedAssessment => ({ ...stated, assessmentId, receivedAt, receivedOn });

const created = (businessId: BusinessId, { assessmentId, answer }: KeptAnswer): Answer => ({
  status: 201,
  headers: { location: `/organisations/${businessId}/assessments#${assessmentId}` },
  body: answer,
});

/**
 * POST /organisations/{businessId}/assessments: takes in a self-assessment and answers how the
 * organisation stands with it.
 *
 * With an Idempotency-Key the answer is kept before the assessment is appended. So a second call with
 * the same key gets the same answer, and finishes what a first one that broke off left undone; of two
 * at the same moment one keeps its answer, and both append that one's assessment, which is there once.
 */
export const createHandler = ({ organisations, keptAnswers, clock }: Dependencies) =>
  httpFunction('submit-assessment', async (request) => {
    const now = clock.now();
    const today = dayInHelsinki(now);
    const organisation = await organisationInScope('submit-assessment', request, organisations);
    const { businessId } = organisation;
    request.query(nothing);
    const key = keyOf(request);
    const stated = request.body(selfAssessment(today));
    const fresh = answerTo(organisation, stated, { now, language: request.language });
    const kept =
      key === undefined ? fresh : await firstKept({ businessId, key, now }, fresh, keptAnswers);
    if (kept.bodyHash !== fresh.bodyHash) throw new Problem('key-used-for-another-request');
    if (!organisation.assessments.some(({ assessmentId }) => assessmentId === kept.assessmentId)) {
      await organisations.appendAssessment({
        businessId,
        assessment: received(kept, stated),
        now,
      });
    }
    return created(businessId, kept);
  });

/** The answer that stands under the key: an earlier one, or this one once it is kept. */
const firstKept = async (
  use: KeyUse,
  fresh: KeptAnswer,
  keptAnswers: KeptAnswers,
): Promise<KeptAnswer> => {
  const earlier = await keptAnswers.find(use);
  if (earlier !== undefined) return earlier;
  if ((await keptAnswers.keep(use, fresh)) === 'kept') return fresh;
  const other = await keptAnswers.find(use);
  if (other === undefined) throw new Error('an answer was kept under the key and is gone');
  return other;
};
