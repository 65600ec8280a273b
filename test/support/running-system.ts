import { join } from 'node:path';
import { day } from '../../domain/day.ts';
import { type ApiClient, apiClient } from '../../local/api-client.ts';
import { synthesise } from '../../local/synthesis.ts';
import { type LocalSystem, startSystem } from '../../local/system.ts';
import { assertCallInContract } from './contract-check.ts';

/** Who a token is for; without counties or organisations it reaches none of them. */
export interface TokenFor {
  readonly subject?: string;
  readonly role: string;
  readonly organisations?: readonly string[];
  readonly counties?: readonly string[];
  readonly expiresIn?: number;
}

export interface Mail {
  readonly messageId: string;
  readonly from: string;
  readonly destination: { readonly to: readonly string[] };
  readonly subject: string;
  readonly body: { readonly text: string; readonly html: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire is looked at as it came
  readonly body: any;
}

/** The synthesised system on this machine, and the calls that its users make over HTTP. */
export interface RunningSystem {
  readonly addresses: LocalSystem;
  token(holder: TokenFor): Promise<string>;
  /** The client that is made from the contract, with a token. */
  client(token: string): ApiClient;
  /** Any call at all, also such as the contract does not allow. */
  call(
    method: string,
    path: string,
    request?: {
      readonly token?: string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Answer>;
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  night(date: string): Promise<any>;
  /** Runs what is done each minute, once. */
  minute(): Promise<void>;
  clock(today: string): Promise<void>;
  mails(): Promise<readonly Mail[]>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

const answered = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  };
};

/** A body that goes over the wire as it is. */
const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;

/** Where a test looks into the system from. */
export interface Watching {
  /** A DynamoDB of the test's own. */
  readonly dynamoEndpoint?: string;
  /** Hears every line that a function logs. */
  readonly log?: (line: string) => void;
}

/** Starts the system as `npm start -- --empty --today …` does, on free ports. */
export const startRunningSystem = async (
  today: string,
  { dynamoEndpoint, log }: Watching = {},
): Promise<RunningSystem> => {
  const assembly = await synthesise({ root, signal: AbortSignal.timeout(240_000) });
  const addresses = await startSystem({
    assembly,
    port: 0,
    today: day(today),
    dynamoEndpoint,
    observer: { log: (_, line) => log?.(line), failed: () => undefined },
  });
  await addresses.table.turnSendingOn();
  const control = async (method: string, path: string, body: unknown) =>
    (
      await answered(
        await fetch(`${addresses.control}${path}`, { method, body: JSON.stringify(body) }),
      )
    ).body;
  return {
    addresses,
    token: async (holder) =>
      (
        await control('POST', '/tokens', {
          subject: 'someone',
          organisations: [],
          counties: [],
          ...holder,
        })
      ).token,
    client: (token) =>
      apiClient({
        api: addresses.api,
        token,
        send: async (request) => {
          const sent = await request.clone().text();
          const response = await fetch(request);
          const { pathname, search } = new URL(request.url);
          assertCallInContract(
            {
              method: request.method,
              path: `${pathname}${search}`,
              headers: Object.fromEntries(request.headers),
              body: sent === '' ? undefined : JSON.parse(sent),
            },
            await answered(response.clone()),
          );
          return response;
        },
      }),
    call: async (method, path, { token, body, headers } = {}) => {
      const answer = await answered(
        await fetch(`${addresses.api}${path}`, {
          method,
          headers: {
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
        }),
      );
      const sent = isRaw(body) ? String(body) : body;
      assertCallInContract({ method, path, body: sent, headers: headers ?? {} }, answer);
      return answer;
    },
    night: (date) => control('POST', '/nights', { date }),
    minute: async () => {
      await control('POST', '/ticks', {});
    },
    clock: (value) => control('PUT', '/clock', { today: value }),
    mails: async () => (await answered(await fetch(`${addresses.mail}/store`))).body.emails,
    stop: addresses.stop,
  };
};
