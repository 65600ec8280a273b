import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { stacksOf } from '../../local/synthesis.ts';
import { readAssets, Template } from '../../local/template.ts';

const Code = z.object({ Code: z.object({ S3Key: z.string() }) });
const SourceMap = z.object({ sources: z.array(z.string()) });

/** Which clients of the SDK a function has. */
export type Clients = 'without' | 'dynamodb' | 'dynamodb-and-ses';

/** A function of a synthesised template, as it would be uploaded. */
export interface BuiltFunction {
  /** Its folder under functions/. */
  readonly name: string;
  /** Where its bundle lies. */
  readonly folder: string;
  readonly clients: Clients;
  readonly bytes: number;
  readonly gzippedBytes: number;
}

const clientsAmong = (sources: readonly string[]): Clients => {
  const has = (client: string) => sources.some((file) => file.includes(`/@aws-sdk/${client}/`));
  if (has('client-ses')) return 'dynamodb-and-ses';
  return has('client-dynamodb') ? 'dynamodb' : 'without';
};

const built = async (folder: string): Promise<BuiltFunction> => {
  const code = await readFile(join(folder, 'index.cjs'));
  const map = await readFile(join(folder, 'index.cjs.map'), 'utf8');
  const { sources } = SourceMap.parse(JSON.parse(map));
  const entry = /\/functions\/(.+\/.+)\/index\.ts$/;
  const [, name] = sources.map((file) => entry.exec(file)).find((found) => found !== null) ?? [];
  if (name === undefined) throw new Error(`What lies in ${folder} is no function of ours.`);
  return {
    name,
    folder,
    clients: clientsAmong(sources),
    bytes: code.length,
    gzippedBytes: gzipSync(code).length,
  };
};

/** Every function of the assembly's template. */
export const functionsOf = async (assembly: string): Promise<readonly BuiltFunction[]> => {
  const [stack] = await stacksOf(assembly);
  if (stack === undefined) throw new Error('The assembly has no stack.');
  const template = await Template.read(join(stack.directory, stack.template), {});
  const assets = await readAssets(stack.directory, stack.assets);
  return Promise.all(
    template.list('AWS::Lambda::Function', Code).map(({ id, properties }) => {
      const folder = assets.get(properties.Code.S3Key);
      if (folder === undefined) throw new Error(`There is no code of ${id}.`);
      return built(folder);
    }),
  );
};
