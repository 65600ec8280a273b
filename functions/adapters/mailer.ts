import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';

/** A mail ready to go. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message (RFC 5322). */
  readonly message: Uint8Array;
  /** What SES's events about the mail will carry: the digest's key, hashed, and as it can be read back. */
  readonly tag: string;
  readonly keyTag: string;
}

/** What is known after one attempt. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** It has certainly not gone out. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may have gone out: the answer did not come. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Sends a mail once; whether to try again is for who asked to decide. */
export interface Mailer {
  send(mail: Mail): Promise<SendOutcome>;
}

/** The client for sending. The SDK's own retries are off: after a time-out they could send twice. */
export const oneAttempt = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
} as const;

/** Errors before anything left this machine: no address, no connection, no credentials. */
const neverLeft: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'CredentialsProviderError',
]);

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/** SES refused it (4xx), or it was never asked; everything else leaves the outcome open. */
const isDefinite = (error: unknown): boolean => {
  if (!(error instanceof SESServiceException)) return neverLeft.has(codeOf(error));
  const status = error.$metadata.httpStatusCode ?? 0;
  return status >= 400 && status < 500;
};

export const sesMailer = (client: Pick<SESClient, 'send'>, configurationSet: string): Mailer => ({
  send: async ({ from, to, message, tag, keyTag }) => {
    try {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [...to],
          RawMessage: { Data: message },
          Tags: [
            { Name: 'digest', Value: tag },
            { Name: 'key', Value: keyTag },
          ],
          ConfigurationSetName: configurationSet,
        }),
      );
      return { kind: 'sent', messageId: MessageId ?? '' };
    } catch (error) {
      return { kind: isDefinite(error) ? 'refused' : 'unknown', reason: codeOf(error) };
    }
  },
});
