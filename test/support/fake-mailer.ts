import type { Mail, Mailer, SendOutcome } from '../../functions/adapters/mailer.ts';

/** A mailer that delivers into memory, unless it was told what becomes of the next mails. */
export interface FakeMailer extends Mailer {
  /** What went out. */
  readonly delivered: readonly Mail[];
  /** How often it was asked to send, whatever came of it. */
  attempts(): number;
  /** The outcomes of the next attempts, in their order. */
  willBe(...outcomes: readonly SendOutcome[]): void;
}

export const fakeMailer = (): FakeMailer => {
  const delivered: Mail[] = [];
  const coming: SendOutcome[] = [];
  let attempts = 0;
  return {
    delivered,
    attempts: () => attempts,
    willBe: (...outcomes) => {
      coming.push(...outcomes);
    },
    send: async (mail) => {
      attempts += 1;
      const outcome = coming.shift() ?? { kind: 'sent', messageId: `message ${attempts}` };
      if (outcome.kind === 'sent') delivered.push(mail);
      return outcome;
    },
  };
};
