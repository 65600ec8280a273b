import * as z from 'zod';
import {
  type AcknowledgementRequest,
  acknowledgementRequest,
  type ReceivedAcknowledgement,
} from '../../../domain/acknowledgement.ts';
import type { KeptAnswers } from '../../adapters/kept-answers.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { dayInHelsinki } from '../../clock.ts';
import { answeredOnce, idempotencyKeyOf, type Receipt, receiptAt } from '../answered-once.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { namedInScope } from '../organisation-in-scope.ts';
import { Problem } from '../problem.ts';
import { sideOf } from '../side.ts';
import { openWarningsOf } from '../warnings/open-warnings.ts';
import { type NamedWarning, warningIdOf, warningNamed } from '../warnings/warning-id.ts';

export interface Dependencies extends Recording {
  readonly organisations: Pick<Organisations, 'read' | 'appendAcknowledgement'>;
  readonly keptAnswers: KeptAnswers;
}

export const warningIdPath = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9_-]+$/);

type Asked = AcknowledgementRequest & Pick<ReceivedAcknowledgement, 'by' | 'side'>;

const received = (
  { factId, receivedAt }: Receipt,
  { kind, id, due }: NamedWarning,
  { note, ...asked }: Asked,
): ReceivedAcknowledgement => ({
  acknowledgementId: factId,
  ...asked,
  subjects: [{ kind, id }],
  due,
  at: receivedAt,
  ...(note === undefined ? {} : { note }),
});

const answerOf = (
  warning: NamedWarning,
  { acknowledgementId, until, note, by, at }: ReceivedAcknowledgement,
) => ({
  acknowledgementId,
  warning: warningIdOf(warning),
  businessId: warning.businessId,
  kind: warning.kind,
  subject: warning.id,
  due: warning.due,
  until,
  ...(note === undefined ? {} : { note }),
  by,
  at,
});

/**
 * POST /warnings/{id}/acknowledgement: somebody knows of an open warning, and nobody of her side is
 * mailed about it through a day. With an Idempotency-Key it comes in once, however often it is sent.
 */
export const createHandler = ({ organisations, keptAnswers, ...recording }: Dependencies) =>
  changingFunction('acknowledge-warning', recording, async (request) => {
    const { subject } = request.caller;
    if (subject === undefined) throw new Problem('forbidden');
    const now = recording.clock.now();
    const today = dayInHelsinki(now);
    const id = request.pathParameter('id', warningIdPath);
    const warning = warningNamed(id);
    if (warning === undefined) throw new Problem('not-found');
    const { businessId } = warning;
    const route = 'acknowledge-warning';
    const organisation = await namedInScope(route, { ...request, businessId }, organisations);
    request.query(nothing);
    const key = idempotencyKeyOf(request);
    const call = { route, about: businessId, key, now } as const;
    const side = sideOf(request.caller);
    const isOpen = openWarningsOf(organisation, { side, on: today }).some(
      ({ warning: one }) => warningIdOf({ ...one, businessId }) === id,
    );
    // What was acknowledged with this key and has been put in order since is answered as it was.
    const isKnown = key !== undefined && (await keptAnswers.find({ ...call, key })) !== undefined;
    if (!isOpen && !isKnown) throw new Problem('not-found');
    const asked = { ...request.body(acknowledgementRequest(today)), by: subject, side };
    const receipt = receiptAt(now);
    const first = {
      receipt,
      asked: { ...asked, warning: id },
      answer: answerOf(warning, received(receipt, warning, asked)),
    };
    const make = async (): Promise<Answer> => {
      const kept = await answeredOnce(keptAnswers, call, first);
      const acknowledgement = received(kept, warning, asked);
      await organisations.appendAcknowledgement({ businessId, acknowledgement, now });
      return { status: 201, body: kept.answer };
    };
    return { about: businessId, make };
  });
