import { httpFunction } from '../http.ts';

export interface Dependencies {
  readonly version: string;
}

/** GET /health: that the API answers, and which version of the code does. */
export const createHandler = ({ version }: Dependencies) =>
  httpFunction('get-health', async () => ({ status: 200, body: { status: 'ok', version } }));
