import type { Context } from 'aws-lambda';
import type { AuditTrail } from '../../adapters/audit-trail.ts';
import type { Deliveries, Delivery, DueDelivery, Settlement } from '../../adapters/deliveries.ts';
import type { CallOutcome, Receiver } from '../../adapters/receiver.ts';
import type { StoredWebhook, Webhooks } from '../../adapters/webhooks.ts';
import { type Clock, instantText } from '../../clock.ts';
import { log } from '../../log.ts';
import { signedHeaders } from '../../webhook-secrets.ts';
import { nextAttempt } from './back-off.ts';

export interface Dependencies {
  readonly webhooks: Pick<Webhooks, 'list' | 'read' | 'saveContent'>;
  readonly deliveries: Pick<Deliveries, 'due' | 'claim' | 'settle'>;
  readonly receiver: Receiver;
  readonly trail: Pick<AuditTrail, 'begin' | 'end'>;
  readonly clock: Clock;
}

/** Of one webhook as many are under way side by side; a receiver need not bear more. */
const sideBySide = 4;
const pageSize = 100;
/** A receiver that fails so often without an answer between is left alone until the next minute. */
const mostFailures = 5;
/** Longer than a call may take, so that nobody else takes up what is under way. */
const lease = { seconds: 30 } as const;
/** No call is begun with less time left than this, in milliseconds. */
const timeForOne = 10_000;

/** What a run did. `givenUp` and `deactivated` ring. */
export interface Run {
  readonly delivered: number;
  readonly postponed: number;
  readonly givenUp: number;
  readonly deactivated: number;
}

type Invocation = Pick<Context, 'getRemainingTimeInMillis' | 'awsRequestId'>;
type Ending = 'delivered' | 'postponed' | 'givenUp' | 'deactivated';

const isTaken = (outcome: CallOutcome): boolean =>
  outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
/** The receiver is gone and wants no more. */
const isGone = (outcome: CallOutcome): boolean =>
  outcome.kind === 'answered' && outcome.status === 410;

const outcomeText = (outcome: CallOutcome): string =>
  outcome.kind === 'answered' ? `answered-${outcome.status}` : outcome.because;

/** What an attempt that ended so means for its delivery. */
const settlementOf = (
  { id, attempts }: Delivery,
  outcome: CallOutcome,
  clock: Clock,
): Settlement => {
  const now = clock.now();
  const attempt = { at: instantText(now), outcome: outcomeText(outcome) };
  if (isTaken(outcome)) return { attempt, state: 'delivered' };
  const next = isGone(outcome) ? undefined : nextAttempt({ id, attempts, now });
  return next === undefined
    ? { attempt, state: 'failed' }
    : { attempt, state: 'pending', dueAt: instantText(next) };
};

const endingOf = (outcome: CallOutcome, { state }: Settlement): Ending => {
  if (isGone(outcome)) return 'deactivated';
  switch (state) {
    case 'delivered':
      return 'delivered';
    case 'pending':
      return 'postponed';
    case 'failed':
      return 'givenUp';
  }
};

/**
 * Delivers to each webhook what is due to it, as far as the time goes; the rest is left to the run of
 * the next minute. Webhooks are served side by side, so that a slow one delays only itself.
 *
 * Whoever attempts a delivery has claimed it for a while. One that stops in the middle leaves it due
 * again, so a receiver may get the same event twice, under the same id; it never gets it not at all
 * because of us.
 */
export const createHandler = ({ webhooks, deliveries, receiver, trail, clock }: Dependencies) => {
  const attempt = async (webhook: StoredWebhook, due: DueDelivery): Promise<Ending | undefined> => {
    const until = instantText(clock.now().add(lease));
    const delivery = await deliveries.claim(webhook.key, due, until);
    if (delivery === undefined) return undefined;
    const { id, payload } = delivery;
    const signed = signedHeaders(webhook.secrets, { id, payload, now: clock.now() });
    const outcome = await receiver.call({
      url: webhook.content.url,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Kanta-readiness-webhooks/1',
        ...signed,
      },
      body: payload,
    });
    const settlement = settlementOf(delivery, outcome, clock);
    await deliveries.settle({ webhook: webhook.key, id }, until, settlement);
    return endingOf(outcome, settlement);
  };

  /** It is read again each time, so that what its owner changes at the same moment is not lost. */
  const deactivate = async ({ id, key }: StoredWebhook): Promise<void> => {
    for (;;) {
      const stored = await webhooks.read(id);
      if (stored === undefined || stored.key !== key || !stored.content.active) return;
      const content = { ...stored.content, active: false };
      const saved = await webhooks.saveContent({ id, content, replaces: stored.version });
      if (saved === 'saved') return;
    }
  };

  /** Nobody ordered it; it stands in the audit trail all the same. */
  const deactivateOnRecord = async (webhook: StoredWebhook, requestId: string): Promise<void> => {
    const change = {
      at: instantText(clock.now()),
      correlationId: requestId,
      subject: null,
      role: null,
      route: 'deliver-webhooks',
      about: webhook.id,
    };
    await trail.begin(change);
    await deactivate(webhook);
    await trail.end(change, { status: 200, endedAt: instantText(clock.now()) });
  };

  const serve = async (
    webhook: StoredWebhook,
    { getRemainingTimeInMillis: timeLeft, awsRequestId: requestId }: Invocation,
  ): Promise<readonly Ending[]> => {
    const endings: Ending[] = [];
    const seen = new Set<string>();
    const failuresInARow = (): number => endings.length - 1 - endings.lastIndexOf('delivered');
    const mayGoOn = (): boolean =>
      timeLeft() > timeForOne &&
      failuresInARow() < mostFailures &&
      !endings.includes('deactivated');

    const work = async (queue: DueDelivery[]): Promise<void> => {
      for (let due = queue.shift(); due !== undefined && mayGoOn(); due = queue.shift()) {
        const ending = await attempt(webhook, due);
        if (ending !== undefined) endings.push(ending);
      }
    };

    for (;;) {
      const now = instantText(clock.now());
      const page = await deliveries.due({ webhook: webhook.key, now, limit: pageSize });
      // The index follows the table after a moment: what it still shows may be done.
      const queue = page.filter(({ id, dueAt }) => !seen.has(`${id} ${dueAt}`));
      for (const { id, dueAt } of queue) seen.add(`${id} ${dueAt}`);
      if (queue.length === 0 || !mayGoOn()) break;
      await Promise.all(Array.from({ length: sideBySide }, () => work(queue)));
    }
    if (endings.includes('deactivated')) await deactivateOnRecord(webhook, requestId);
    return endings;
  };

  return async (_event: unknown, context: Invocation): Promise<Run> => {
    const active = (await webhooks.list()).filter(({ content }) => content.active);
    const served = await Promise.allSettled(active.map((webhook) => serve(webhook, context)));
    const endings = served.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    const count = (ending: Ending): number => endings.filter((one) => one === ending).length;
    const run: Run = {
      delivered: count('delivered'),
      postponed: count('postponed'),
      givenUp: count('givenUp'),
      deactivated: count('deactivated'),
    };
    if (endings.length > 0) log.info({ message: 'webhooks called', ...run });
    for (const one of served) if (one.status === 'rejected') throw one.reason;
    return run;
  };
};
