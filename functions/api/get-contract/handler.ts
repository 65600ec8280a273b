import { gzipSync } from 'node:zlib';
import { openApiDocument } from '../contract/document.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';

export interface Dependencies {
  readonly version: string;
}

/** It is the same for everyone until the next version, and in English. */
const headers = {
  'cache-control': 'public, max-age=300',
  'content-language': 'en',
  vary: 'accept-encoding',
};

/** GET /openapi.json: the contract, as OpenAPI 3.1; compressed for who can read that. */
export const createHandler = ({ version }: Dependencies) => {
  const body = JSON.stringify(openApiDocument(version));
  const compressed = gzipSync(body);
  return httpFunction('get-contract', async (request) => {
    request.query(nothing);
    if (!/\bgzip\b/i.test(request.header('accept-encoding') ?? '')) {
      return { status: 200, body, headers };
    }
    const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    return { status: 200, body: compressed, headers: { ...headers, ...packed } };
  });
};
