/** One call of the API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface CallResult {
  readonly status: number;
  readonly body: unknown;
}

/** Calls the API as any client would: JSON over HTTP, with a token. */
export const callApi = async (api: string, call: Call): Promise<CallResult> => {
  const answer = await fetch(`${api}${call.path}`, {
    method: call.method,
    headers: {
      authorization: `Bearer ${call.token}`,
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
};
