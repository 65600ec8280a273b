import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

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
 * The code of the function in that folder, as one module with its source map.
 *
 * esbuild runs in this process: CDK's NodejsFunction starts it through npx for each function, which
 * takes longer than all the bundling does.
 */
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
            entryPoints: [join(functions, name, 'index.ts')],
            outfile: join(outputDir, 'index.mjs'),
            bundle: true,
            platform: 'node',
            target: 'node24',
            format: 'esm',
            // Our own SDK too, so that the versions of the lock file are what runs.
            mainFields: ['module', 'main'],
            minify: true,
            // The state machine and the logs know errors by their names.
            keepNames: true,
            sourcemap: true,
            sourcesContent: false,
            logLevel: 'warning',
            // For the packages inside that are CommonJS still.
            banner: {
              js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
            },
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
