import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../functions/contract/document.ts';
import { assertInContract } from '../support/contract-check.ts';

describe('The contract', () => {
  it('is OpenAPI 3.1 and describes each route by method and path', () => {
    const document = openApiDocument('1.0.0');
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.paths?.['/health']?.get).toMatchObject({ operationId: 'getHealth' });
  });
});

describe('An answer', () => {
  const answer = { status: 200, type: 'application/json' };

  it('passes where the contract has it', () => {
    expect(() =>
      assertInContract('get-health', { ...answer, body: { status: 'ok', version: '1' } }),
    ).not.toThrow();
  });

  it.each([
    ['another status', { ...answer, status: 204, body: {} }],
    ['another type', { ...answer, type: 'text/html', body: '' }],
    ['a field more', { ...answer, body: { status: 'ok', version: '1', more: 1 } }],
    ['a field less', { ...answer, body: { status: 'ok' } }],
  ])('fails with %s', (_, given) => {
    expect(() => assertInContract('get-health', given)).toThrow(/contract/);
  });
});
