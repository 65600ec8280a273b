import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';

const functions = join(import.meta.dirname, '..', 'functions');

const require = createRequire(import.meta.url);

/** Files that a function reads beside its code; they go with it compressed. */
const filesOf = (name: string): readonly string[] =>
  name === 'api/get-docs-file'
    ? [
        require.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
        require.resolve('swagger-ui-dist/swagger-ui.css'),
        join(functions, name, 'page.js'),
        join(functions, name, 'page.css'),
      ]
    : [];

/**
 * How a function's code is made one file.
 *
 * esbuild runs in this process: CDK's NodejsFunction starts it through npx for each function, which
 * takes longer than all the bundling does.
 */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  // Faster to load than a module: Node need not look at every name that its own modules export.
  format: 'cjs',
  define: { 'import.meta.dirname': '__dirname' },
  alias: {
    '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'lambda-credentials.ts'),
  },
  // Our own SDK too, so that the versions of the lock file are what runs.
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
} satisfies BuildOptions;

/** The code of the function in that folder, as one file with its source map. */
export const bundle = (name: string): Code =>
  Code.fromAsset(join(functions, name), {
    // By what comes out, since most of it comes from outside the folder.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // CDK asks for an image, and does not fetch it as long as bundling on this machine works.
      image: DockerImage.fromRegistry('never-fetched'),
      local: {
        tryBundle: (outputDir) => {
          buildSync({
            ...bundling,
            entryPoints: [join(functions, name, 'index.ts')],
            outfile: join(outputDir, 'index.cjs'),
          });
          for (const file of filesOf(name)) {
            const compressed = gzipSync(readFileSync(file), { level: 9 });
            writeFileSync(join(outputDir, `${basename(file)}.gz`), compressed);
          }
          return true;
        },
      },
    },
  });
