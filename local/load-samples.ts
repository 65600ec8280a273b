import { callApi } from './api-client.ts';

/** What a fresh system is filled with: the bodies of calls to the API. */
export interface Samples {
  readonly supervisors: readonly { readonly id: string; readonly body: object }[];
  readonly organisations: readonly { readonly businessId: string; readonly profile: object }[];
  /** Oldest first for each organisation. */
  readonly assessments: readonly {
    readonly businessId: string;
    readonly idempotencyKey: string;
    readonly body: object;
  }[];
}

export interface LoadProps {
  readonly api: string;
  /** An administrator's. */
  readonly token: string;
  readonly samples: Samples;
}

const atOnce = 6;

/** Does the work for each item, a few at a time. */
export const forEachOf = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** Sends the samples through the API; gives one line for each that was not taken. */
export const loadSamples = async ({ api, token, samples }: LoadProps): Promise<string[]> => {
  const faults: string[] = [];
  const send = async (
    method: 'PUT' | 'POST',
    path: string,
    { body, headers }: { readonly body: object; readonly headers?: Record<string, string> },
  ) => {
    const answer = await callApi(api, { method, path, token, body, headers });
    if (answer.status >= 300) {
      faults.push(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  };
  await forEachOf(samples.supervisors, ({ id, body }) =>
    send('PUT', `/supervisors/${id}`, { body }),
  );
  await forEachOf(samples.organisations, async ({ businessId, profile }) => {
    const path = `/organisations/${businessId}`;
    await send('PUT', path, { body: profile });
    const own = samples.assessments.filter((assessment) => assessment.businessId === businessId);
    for (const { idempotencyKey, body } of own) {
      const headers = { 'idempotency-key': idempotencyKey };
      await send('POST', `${path}/assessments`, { body, headers });
    }
  });
  return faults;
};
