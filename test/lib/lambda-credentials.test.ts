import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bundling } from '../../lib/bundle.ts';
import { defaultProvider } from '../../lib/lambda-credentials.ts';

describe("A function's credentials", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const given = (env: Readonly<Record<string, string | undefined>>) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  };

  it('are those of the environment, as Lambda sets them', async () => {
    given({
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
    });
    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
  });

  it('need no session where there is none', async () => {
    given({
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: undefined,
    });
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' });
  });

  it('are looked for nowhere else: without them the call fails, and says so', async () => {
    given({ AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined });
    await expect(defaultProvider()()).rejects.toMatchObject({ name: 'CredentialsProviderError' });
  });
});

describe('What is bundled', () => {
  it('holds none of the SDK’s own search for credentials', async () => {
    const { metafile } = await build({
      ...bundling,
      entryPoints: [
        join(import.meta.dirname, '..', '..', 'functions', 'night', 'send-digest', 'index.ts'),
      ],
      metafile: true,
      write: false,
    });
    const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
    expect(files.some((file) => file.endsWith('lib/lambda-credentials.ts'))).toBe(true);
    expect(
      files.filter((file) =>
        /@(aws-sdk|smithy)\/(credential-provider|client-ss?[ot])|nested-clients/.test(file),
      ),
    ).toEqual([]);
  });
});
