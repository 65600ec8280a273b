import { openApiDocument } from '../contract/document.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';

export interface Dependencies {
  readonly version: string;
}

/** GET /openapi.json: the contract, as OpenAPI 3.1. */
export const createHandler = ({ version }: Dependencies) => {
  const body = JSON.stringify(openApiDocument(version));
  return httpFunction('get-contract', async (request) => {
    request.query(nothing);
    return { status: 200, body };
  });
};
