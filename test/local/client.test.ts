import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contractForTypes, headingOf } from '../../local/client/generated-from.ts';

const file = join(import.meta.dirname, '..', '..', 'local', 'client', 'contract.ts');

test('The types of the client are made from the contract as it is', () => {
  const [heading] = readFileSync(file, 'utf8').split('\n', 1);
  expect(heading, 'The contract has changed: run `npm run client` and commit it.').toBe(
    headingOf(contractForTypes()),
  );
});
