import type { LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf } from '../api/webhooks/receiver-url.ts';
import { isLoopback, isPublicAddress } from '../public-address.ts';
import type { Receivers } from '../receivers.ts';

/** A call to a receiver. */
export interface ReceiverCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it: an answer, of whatever status, or why there is none. */
export type CallOutcome =
  | { readonly kind: 'answered'; readonly status: number }
  | {
      readonly kind: 'no-answer';
      readonly because:
        | 'private-address'
        | 'name-not-resolved'
        | 'timed-out'
        | 'certificate-refused'
        | 'connection-failed';
    };

/** Whoever is called about events. A call ends within its time, whatever the receiver does. */
export interface Receiver {
  call(call: ReceiverCall): Promise<CallOutcome>;
}

export interface ReceiverProps {
  /** All addresses of a name, asked anew for each call. */
  readonly resolve: (name: string) => Promise<readonly LookupAddress[]>;
  /** Whether an address may be called that was named, or that a name has led to. */
  readonly allows: {
    readonly named: (address: string) => boolean;
    readonly resolved: (address: string) => boolean;
  };
  /** In milliseconds, from the look-up of the name to the end of the answer. */
  readonly timeout: number;
}

/** Which addresses may be called, where receivers may be so. A name never leads to this machine. */
export const allowedAddresses = (receivers: Receivers): ReceiverProps['allows'] => ({
  named: (address) =>
    isPublicAddress(address) || (receivers === 'public-and-loopback' && isLoopback(address)),
  resolved: isPublicAddress,
});

class PrivateAddress extends Error {}
class NotResolved extends Error {}

/** Of an answer's body so much is waited for, so that a short one ends in peace. */
const mostRead = 16 * 1024;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isOfCertificate = (code: string): boolean =>
  /CERT|TLS|SSL|UNABLE_TO|SELF_SIGNED|HOSTNAME/.test(code);

const noAnswer = (error: unknown, signal: AbortSignal): CallOutcome => {
  const because = () => {
    if (error instanceof PrivateAddress) return 'private-address';
    if (error instanceof NotResolved) return 'name-not-resolved';
    if (signal.aborted) return 'timed-out';
    return isOfCertificate(codeOf(error)) ? 'certificate-refused' : 'connection-failed';
  };
  return { kind: 'no-answer', because: because() };
};

/** The answer's status, once its body has ended, was too long or took too long. */
const statusOf = (response: IncomingMessage): Promise<number> =>
  new Promise((resolve) => {
    let read = 0;
    response.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read > mostRead) response.destroy();
    });
    // A body that breaks off does not change what was answered.
    response.on('error', () => undefined);
    response.on('close', () => resolve(response.statusCode ?? 0));
  });

/**
 * Calls by HTTPS, and by HTTP where the address says so. The name is resolved and its addresses are
 * looked at as the connection is made, and the connection goes to one of those: what the name leads to
 * a moment later does not matter. One private address among them is enough to refuse all. Redirections
 * are not followed.
 */
export const httpReceiver = ({ resolve, allows, timeout }: ReceiverProps): Receiver => {
  const resolvedOf = async (
    name: string,
  ): Promise<readonly [LookupAddress, ...LookupAddress[]]> => {
    const found = await resolve(name).catch(() => []);
    const [first, ...others] = found;
    if (first === undefined) throw new NotResolved();
    if (!found.every(({ address }) => allows.resolved(address))) throw new PrivateAddress();
    return [first, ...others];
  };
  const lookup: LookupFunction = (name, { all }, callback) => {
    resolvedOf(name).then(
      ([first, ...others]) => {
        if (all === true) callback(null, [first, ...others]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };

  return {
    call: async ({ url, headers, body }) => {
      const to = new URL(url);
      const host = hostOf(to);
      const signal = AbortSignal.timeout(timeout);
      try {
        // An address is connected to without a look-up.
        if (isIP(host) !== 0 && !allows.named(host)) throw new PrivateAddress();
        const request = to.protocol === 'http:' ? httpRequest : httpsRequest;
        const response = await new Promise<IncomingMessage>((answered, failed) => {
          request(to, {
            method: 'POST',
            headers: { ...headers, 'content-length': Buffer.byteLength(body) },
            lookup,
            agent: false,
            signal,
          })
            .on('response', answered)
            .on('error', failed)
            .end(body);
        });
        return { kind: 'answered', status: await statusOf(response) };
      } catch (error) {
        return noAnswer(error, signal);
      }
    },
  };
};
