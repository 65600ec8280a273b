import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { bundling } from '../lib/bundle.ts';
import { routesOf } from '../local/routes.ts';
import { stacksOf } from '../local/synthesis.ts';
import { readAssets, Template } from '../local/template.ts';
import { packed, type Recipe } from './store-calls.ts';

const Code = z.object({ Code: z.object({ S3Key: z.string() }) });

/** The folder of the code behind a route of an assembly: `GET /health`. */
const codeBehind = async (assembly: string, route: string): Promise<string> => {
  const [stack] = await stacksOf(assembly);
  if (stack === undefined) throw new Error('The assembly has no stack.');
  const api = { 'AWS::ApiGatewayV2::Api': { ApiEndpoint: 'http://127.0.0.1' } };
  const template = await Template.read(join(stack.directory, stack.template), api);
  const arn = routesOf(template).find(({ key }) => key === route)?.functionArn;
  const [code] = template
    .list('AWS::Lambda::Function', Code)
    .filter(({ id }) => template.arn(id) === arn)
    .map(({ properties }) => properties.Code.S3Key);
  const folder = (await readAssets(stack.directory, stack.assets)).get(code ?? '');
  if (folder === undefined) throw new Error(`There is no code behind ${route}.`);
  return folder;
};

/**
 * A copy of an assembly, in which the functions behind some routes do nothing but make the same calls
 * to the store. All else is the same: routes, authoriser, gateway, threads, the SDK.
 */
export const bareAssembly = async (
  assembly: string,
  { within, recipes }: { readonly within: string; readonly recipes: ReadonlyMap<string, Recipe> },
): Promise<string> => {
  const copy = await mkdtemp(join(within, 'bare-'));
  await cp(assembly, copy, { recursive: true });
  for (const [route, recipe] of recipes) {
    const folder = await codeBehind(copy, route);
    buildSync({
      ...bundling,
      entryPoints: [join(import.meta.dirname, 'bare', 'index.ts')],
      outfile: join(folder, 'index.cjs'),
    });
    await writeFile(join(folder, 'recipe'), packed(recipe));
  }
  return copy;
};
