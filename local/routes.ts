import { z } from 'zod';
import type { Template } from './template.ts';

/** A route of the API: what it answers to, and who may call it. */
export interface Route {
  /** As in the template: `GET /organisations/{businessId}`. */
  readonly key: string;
  readonly functionArn: string;
  readonly needsToken: boolean;
}

/** A route that a request goes to, with the values of the path's variables. */
export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const RouteProperties = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  Target: z.string().regex(/^integrations\/./),
});
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

/** The routes of the template's API, each with the function behind it. */
export const routesOf = (template: Template): readonly Route[] => {
  const integrations = new Map(
    template
      .list('AWS::ApiGatewayV2::Integration', IntegrationProperties)
      .map(({ id, properties }) => [id, properties.IntegrationUri]),
  );
  return template.list('AWS::ApiGatewayV2::Route', RouteProperties).map(({ id, properties }) => {
    const functionArn = integrations.get(properties.Target.slice('integrations/'.length));
    if (functionArn === undefined) {
      throw new Error(`The route ${id} leads nowhere.`);
    }
    return {
      key: properties.RouteKey,
      functionArn,
      needsToken: properties.AuthorizationType === 'JWT',
    };
  });
};

/** Text with its percent signs decoded, or undefined where they are not in order. */
const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const variablesOf = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) {
    return undefined;
  }
  const variables: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== value : value === '') {
      return undefined;
    }
    if (name !== undefined) {
      variables[name] = decoded(value) ?? value;
    }
  }
  return variables;
};

/** The route of a request. Of several that fit, the one with the fewest variables. */
export const findRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): Match | undefined =>
  routes
    .flatMap((route) => {
      const [routeMethod, pattern = ''] = route.key.split(' ');
      const variables =
        routeMethod === method || routeMethod === 'ANY' ? variablesOf(pattern, path) : undefined;
      return variables === undefined ? [] : [{ route, pathParameters: variables }];
    })
    .sort((a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length)[0];
