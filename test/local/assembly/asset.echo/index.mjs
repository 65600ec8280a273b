/*
 * Answers with the event it got, or misbehaves as the query asks.
 */
import { Temporal } from 'temporal-polyfill';

const misbehave = {
  throw: () => {
    throw new RangeError('out of range');
  },
  exit: () => process.exit(3),
  malformed: () => ({ statusCode: 'soon' }),
  text: () => ({ statusCode: 202, body: 'plain' }),
  binary: () => ({ statusCode: 200, body: 'AAEC', isBase64Encoded: true }),
  cookies: () => ({ statusCode: 204, cookies: ['a=1', 'b=2'], headers: { 'X-Number': 7 } }),
  bare: () => ({ said: 'without a status' }),
  large: () => ({ statusCode: 200, body: 'x'.repeat(10) }),
};

export const handler = async (event, context) => {
  if (process.env.STEP === 'slow') {
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  const wanted = misbehave[event.queryStringParameters?.do];
  if (wanted !== undefined) {
    return wanted();
  }
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      event,
      now: Date.now(),
      clocks: {
        newDate: new Date().toISOString(),
        called: typeof Date(),
        temporal: Temporal.Now.instant().epochMilliseconds,
        given: new Date(0).toISOString(),
        isDate: new Date() instanceof Date,
      },
      environment: process.env,
      context: { ...context, remaining: context.getRemainingTimeInMillis() },
    }),
  };
};
