import { z } from 'zod';
import { apiClient, type Body } from './api-client.ts';

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

/* Whether a sample is in order is for the API to say. */
const supervisorBody = z.custom<Body<'/supervisors/{id}', 'put'>>();
const profileBody = z.custom<Body<'/organisations/{businessId}', 'put'>>();
const statementBody = z.custom<Body<'/organisations/{businessId}/assessments', 'post'>>();

/** Sends the samples through the API; gives one line for each that was not taken. */
export const loadSamples = async ({ api, token, samples }: LoadProps): Promise<string[]> => {
  const client = apiClient({ api, token });
  const faults: string[] = [];
  const noted = (
    what: string,
    { error, response }: { readonly error?: unknown; readonly response: Response },
  ) => {
    if (!response.ok) faults.push(`${what}: ${response.status} ${JSON.stringify(error)}`);
  };
  await forEachOf(samples.supervisors, async ({ id, body }) => {
    const sent = { params: { path: { id } }, body: supervisorBody.parse(body) };
    noted(`The supervisor ${id}`, await client.PUT('/supervisors/{id}', sent));
  });
  await forEachOf(samples.organisations, async ({ businessId, profile }) => {
    const path = { businessId };
    const sent = { params: { path }, body: profileBody.parse(profile) };
    noted(`The profile of ${businessId}`, await client.PUT('/organisations/{businessId}', sent));
    const own = samples.assessments.filter((assessment) => assessment.businessId === businessId);
    for (const { idempotencyKey, body } of own) {
      const header = { 'idempotency-key': idempotencyKey };
      const stated = { params: { path, header }, body: statementBody.parse(body) };
      noted(
        `A statement of ${businessId}`,
        await client.POST('/organisations/{businessId}/assessments', stated),
      );
    }
  });
  return faults;
};
