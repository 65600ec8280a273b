import { z } from 'zod';
import { overallStatuses } from '../domain/evaluation.ts';
import { apiClient } from './api-client.ts';
import { forEachOf } from './load-samples.ts';
import { table } from './terminal.ts';

/*
 * What a person sees after the first night: how the organisations stand, and who was told what.
 */

export interface StatusProps {
  readonly api: string;
  readonly token: string;
  readonly businessIds: readonly string[];
}

/** How many organisations stand how, by what the API answers. */
export const countStatuses = async (props: StatusProps): Promise<ReadonlyMap<string, number>> => {
  const { api, token, businessIds } = props;
  const client = apiClient({ api, token });
  const counts = new Map<string, number>();
  await forEachOf(businessIds, async (businessId) => {
    const { data, response } = await client.GET('/organisations/{businessId}/readiness', {
      params: { path: { businessId } },
    });
    const found = data?.status ?? `(answered ${response.status})`;
    counts.set(found, (counts.get(found) ?? 0) + 1);
  });
  return counts;
};

/** The table by status, worst first. */
export const statusLines = (counts: ReadonlyMap<string, number>): readonly string[] => {
  const known = overallStatuses.filter((status) => counts.has(status));
  const others = [...counts.keys()].filter(
    (status) => !overallStatuses.some((name) => name === status),
  );
  return table(
    ['status', 'organisations'],
    [...known, ...others].map((status) => [status, counts.get(status) ?? 0]),
  );
};

const Store = z.object({
  emails: z.array(
    z.object({
      destination: z.object({ to: z.array(z.string()) }),
      headers: z.record(z.string(), z.string()).default({}),
      subject: z.string(),
      body: z.object({ html: z.string().optional() }),
    }),
  ),
});

/** The mails in the inbox: recipient, language, subject. */
export const mailLines = async (mail: string): Promise<readonly string[]> => {
  const store = await fetch(`${mail}/store`);
  const { emails } = Store.parse(await store.json());
  if (emails.length === 0) {
    return ['No mail was sent.'];
  }
  return table(
    ['mailed to', 'language', 'subject'],
    emails.map(({ destination, headers, subject, body }) => [
      destination.to.join(', '),
      headers['content-language'] ?? /<html[^>]* lang="(\w+)"/.exec(body.html ?? '')?.[1] ?? '?',
      subject,
    ]),
  );
};

/** What came of a night: a line for a person, and whether everything went well. */
export interface NightOutcome {
  readonly line: string;
  readonly isWell: boolean;
}

const Record = z.looseObject({
  date: z.string(),
  status: z.string(),
  result: z.looseObject({
    mails: z.record(z.string(), z.number()),
    setAside: z.array(z.looseObject({ businessId: z.string(), error: z.string() })),
  }),
});

/** The night's record in a line. A mail that is held back or in doubt is not well either. */
export const nightOutcome = (record: unknown): NightOutcome => {
  const { date, status, result } = Record.parse(record);
  const { mails, setAside, ...counts } = result;
  const named = (numbers: object) =>
    Object.entries(numbers)
      .filter(([, count]) => typeof count === 'number')
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const set = setAside.map(({ businessId, error }) => `${businessId} (${error})`).join(', ');
  // What waits for the next working day is well.
  const { sent: _, quiet: __, ...notSent } = mails;
  return {
    line: `Night ${date}: ${status}; ${named(counts)}; mails ${named(mails)}; set aside ${set || 0}`,
    isWell: status === 'closed' && Object.values(notSent).every((count) => count === 0),
  };
};

export const nightFailure = (error: unknown): NightOutcome => ({
  line: error instanceof Error ? error.message : String(error),
  isWell: false,
});
