import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { codeVersion } from '../../bin/code-version.ts';
import packageJson from '../../package.json' with { type: 'json' };

describe('The version of the code', () => {
  it('is the commit, with a mark where files differ from it, or without one the package’s', () => {
    const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    const commit = /^[0-9a-f]{40}$/.test(stdout.trim()) ? stdout.slice(0, 12) : undefined;
    expect(codeVersion().replace(/-dirty$/, '')).toBe(commit ?? packageJson.version);
  });
});
