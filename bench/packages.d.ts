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
