import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './client/contract.ts';

/** Calls the API as its contract says (local/client): what it does not know does not compile. */
export type ApiClient = Client<paths>;

/** A client that carries a token; `send` puts something between it and the network. */
export const apiClient = ({
  api,
  token,
  send = fetch,
}: {
  readonly api: string;
  readonly token: string;
  readonly send?: (request: Request) => Promise<Response>;
}): ApiClient =>
  createClient<paths>({
    baseUrl: api,
    headers: { authorization: `Bearer ${token}` },
    fetch: send,
  });

type Puts = 'put' | 'post';
type Requested<Operation> = Operation extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } };
}
  ? Body
  : never;

/** The JSON that a path takes, as in `Body<'/supervisors/{id}', 'put'>`. */
export type Body<Path extends keyof paths, Method extends Puts> = Requested<paths[Path][Method]>;
