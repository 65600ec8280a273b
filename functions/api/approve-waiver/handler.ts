import {
  type ApprovedWaiver,
  isSamePerson,
  type WaiverRequest,
  waiverRequest,
} from '../../../domain/waiver.ts';
import type { Directory } from '../../adapters/directory.ts';
import type { KeptAnswers } from '../../adapters/kept-answers.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { dayInHelsinki } from '../../clock.ts';
import { listAnew } from '../../listing.ts';
import { answeredOnce, idempotencyKeyOf, type Receipt, receiptAt } from '../answered-once.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { refusalTexts } from '../input-texts.ts';
import { organisationInScope } from '../organisation-in-scope.ts';
import { Problem } from '../problem.ts';

export interface Dependencies extends Recording {
  readonly organisations: Pick<Organisations, 'read' | 'appendWaiver'>;
  readonly keptAnswers: KeptAnswers;
  readonly directory: Pick<Directory, 'list' | 'leave'>;
}

/** The waiver as approved when it was received. */
const approved = (
  { factId, receivedAt, receivedOn }: Receipt,
  { approvedBy, ...request }: WaiverRequest & { readonly approvedBy: string },
): ApprovedWaiver => ({
  waiverId: factId,
  ...request,
  approvedBy,
  approvedAt: receivedAt,
  from: receivedOn,
});

/**
 * POST /organisations/{businessId}/waivers: a supervisor does not demand a requirement for a time, at
 * somebody else's request. With an Idempotency-Key it is approved once, however often it comes.
 */
export const createHandler = ({
  organisations,
  keptAnswers,
  directory,
  ...recording
}: Dependencies) =>
  changingFunction('approve-waiver', recording, async (request) => {
    const { subject } = request.caller;
    if (subject === undefined) throw new Problem('forbidden');
    const now = recording.clock.now();
    const { businessId, waivers } = await organisationInScope(
      'approve-waiver',
      request,
      organisations,
    );
    request.query(nothing);
    const key = idempotencyKeyOf(request);
    const asked = { ...request.body(waiverRequest(dayInHelsinki(now))), approvedBy: subject };
    if (isSamePerson(subject, asked.requestedBy)) {
      const message = refusalTexts['approver-is-requester'][request.language];
      throw new Problem('approver-is-requester', [{ path: 'requestedBy', message }]);
    }
    const receipt = receiptAt(now);
    const first = { receipt, asked, answer: approved(receipt, asked) };
    const make = async (): Promise<Answer> => {
      const call = { route: 'approve-waiver', about: businessId, key, now } as const;
      const kept = await answeredOnce(keptAnswers, call, first);
      if (!waivers.some(({ waiverId }) => waiverId === kept.factId)) {
        await organisations.appendWaiver({ businessId, waiver: approved(kept, asked), now });
      }
      await listAnew({ organisations, directory }, businessId, dayInHelsinki(now));
      return {
        status: 201,
        headers: { location: `/organisations/${businessId}/waivers#${kept.factId}` },
        body: kept.answer,
      };
    };
    return { about: businessId, make };
  });
