import { AsyncLocalStorage } from 'node:async_hooks';
import type { RouteName } from './api/routes.ts';

/** The call of the API that is being answered. */
interface Call {
  readonly correlationId: string;
  readonly route: RouteName;
}

const calls = new AsyncLocalStorage<Call>();

/** Runs something as a part of the call, so that all it logs says so, from whatever depth. */
export const duringCall = <Result>(call: Call, run: () => Result): Result => calls.run(call, run);

type Line = Readonly<Record<string, unknown>> & { readonly message: string };

const withCall = ({ message, ...fields }: Line) => ({ message, ...calls.getStore(), ...fields });

/**
 * The one place that writes to the log. A line of the API carries the correlation id of its answer, and
 * the route. No line holds names, addresses, bodies or tokens.
 */
export const log = {
  info: (line: Line): void => console.log(withCall(line)),
  error: (line: Line): void => console.error(withCall(line)),
};
