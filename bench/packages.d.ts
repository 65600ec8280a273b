/** What the load generator uses of autocannon, so that types do not wait for what bench/ installs. */
declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly setupRequest?: (request: Request) => Request;
    }
    interface Client {
      setRequests(requests: readonly Request[]): void;
    }
    interface Result {
      readonly '2xx': number;
      readonly non2xx: number;
      readonly errors: number;
      readonly timeouts: number;
      readonly mismatches: number;
      /** Seconds. */
      readonly duration: number;
    }
    interface Instance extends PromiseLike<Result> {
      on(
        event: 'response',
        hear: (client: Client, status: number, bytes: number, milliseconds: number) => void,
      ): void;
    }
  }
  const autocannon: (options: {
    readonly url: string;
    readonly connections: number;
    readonly amount: number;
    readonly setupClient: (client: autocannon.Client) => void;
    readonly verifyBody: (body: string) => boolean;
  }) => autocannon.Instance;
  export = autocannon;
}

/** What the comparison uses of each engine. */
declare module 'json-rules-engine' {
  type Value = boolean | number | string;
  export type JsonCondition =
    | {
        readonly fact: string;
        readonly operator: string;
        readonly value: Value | { readonly fact: string };
        readonly priority?: number;
      }
    | { readonly all: readonly JsonCondition[] }
    | { readonly any: readonly JsonCondition[] }
    | { readonly not: JsonCondition };
  export interface Almanac {
    factValue<T>(name: string): Promise<T>;
    addFact(name: string, value: Value): void;
  }
  export class Engine {
    constructor(rules: readonly never[], options: { readonly allowUndefinedFacts: boolean });
    addFact(
      name: string,
      value: Value | ((params: unknown, almanac: Almanac) => Promise<Value>),
    ): void;
    addRule(rule: {
      readonly conditions:
        | { readonly all: readonly JsonCondition[] }
        | { readonly any: readonly JsonCondition[] };
      readonly priority: number;
      readonly event: { readonly type: string };
      readonly onSuccess: (event: unknown, almanac: Almanac) => unknown;
    }): void;
    run(facts: Readonly<Record<string, Value>>): Promise<{ readonly almanac: Almanac }>;
  }
}

declare module '@gorules/zen-engine' {
  export interface ZenDecision {
    evaluate(
      facts: object,
      options: { readonly trace: boolean },
    ): Promise<{ readonly result: Readonly<Record<string, unknown>>; readonly trace?: unknown }>;
  }
  export class ZenEngine {
    createDecision(graph: object): ZenDecision;
  }
}

declare module 'publicodes' {
  // biome-ignore lint/style/noDefaultExport: the package has one.
  export default class Engine {
    constructor(rules: Readonly<Record<string, unknown>>);
    setSituation(situation: Readonly<Record<string, unknown>>): void;
    evaluate(name: string): { readonly nodeValue: unknown };
  }
}
