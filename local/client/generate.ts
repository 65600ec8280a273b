import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractForTypes, headingOf } from './generated-from.ts';

/*
 * `npm run client`: makes contract.ts, the types by which a client calls the API, from the contract. The
 * generator needs another TypeScript than ours, so it is installed in this folder.
 */

const here = import.meta.dirname;
const generator = join(here, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
const target = join(here, 'contract.ts');

const run = (command: string, args: readonly string[]): void => {
  const { status, error } = spawnSync(command, args, {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
};

if (!existsSync(generator)) run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
const contract = contractForTypes();
const folder = mkdtempSync(join(tmpdir(), 'contract-'));
const made = join(folder, 'contract.ts');
try {
  writeFileSync(join(folder, 'openapi.json'), contract);
  // What has a default may be left out by who sends it.
  const options = ['--default-non-nullable=false'];
  run(process.execPath, [generator, join(folder, 'openapi.json'), '-o', made, ...options]);
  writeFileSync(target, `${headingOf(contract)}\n${readFileSync(made, 'utf8')}`);
} finally {
  rmSync(folder, { recursive: true });
}
console.log('Made local/client/contract.ts.');
