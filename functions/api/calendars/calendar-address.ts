import { createHash, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Calendar, type Calendars, ownerKey } from '../../adapters/calendars.ts';
import type { KeptAnswers } from '../../adapters/kept-answers.ts';
import { answeredOnce, idempotencyKeyOf, receiptAt } from '../answered-once.ts';
import type { Answer, Change, HttpRequest } from '../http.ts';
import { Problem } from '../problem.ts';
import type { RouteName } from '../routes.ts';

/*
 * A calendar's address is its secret: who knows it reads the calendar. It is told once, to who makes it.
 * What is stored is the hash of the secret, which is the calendar's id and opens nothing.
 */

/** The hash of a secret in base64url. */
export const CalendarId = z
  .string()
  .max(43)
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .describe('The id of an address, by which it can be revoked; it does not open the calendar.');

/** What may be asked of a calendar's addresses. */
export const calendarRequest = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('make') }),
  z.strictObject({
    action: z.literal('revoke'),
    calendarId: CalendarId.optional().describe('Which address ends; all of them without it.'),
  }),
]);

export interface AddressDependencies {
  readonly calendars: Pick<Calendars, 'add' | 'revoke' | 'revokeAll'>;
  readonly keptAnswers: KeptAnswers;
  /** Where calendars are read, without a slash at its end. */
  readonly publicUrl: string;
}

export const calendarIdOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');

const derived = promisify<Buffer, Buffer, number, Buffer>(scrypt);

/**
 * A secret that a repeated call finds again: from the caller's own key, which is not stored, and a
 * random salt, which is. It is slow, so that who reads the table cannot try out keys that are short.
 */
const secretFrom = async (key: string | undefined, salt: string): Promise<string> => {
  const from = key === undefined ? randomBytes(32) : Buffer.from(key);
  return (await derived(from, Buffer.from(salt, 'base64url'), 32)).toString('base64url');
};

const keptSalt = z.object({ salt: z.string() });

/** What a call about a calendar's addresses is about, once its caller is known to reach it. */
export interface AddressCall extends Pick<Calendar, 'owner' | 'counties'> {
  readonly route: RouteName;
  readonly request: HttpRequest;
  readonly now: Temporal.Instant;
}

const made = async (
  { calendars, keptAnswers, publicUrl }: AddressDependencies,
  { route, request, owner, counties, now }: AddressCall,
  key: string | undefined,
): Promise<Answer> => {
  const { subject, role } = request.caller;
  const kept = await answeredOnce(
    keptAnswers,
    { route, about: ownerKey(owner), key, now },
    {
      receipt: receiptAt(now),
      // The key of somebody else does not tell her address.
      asked: { action: 'make', subject: subject ?? null, role },
      answer: { salt: randomBytes(32).toString('base64url') },
    },
  );
  const { salt } = keptSalt.parse(JSON.parse(kept.answer));
  const secret = await secretFrom(key, salt);
  const calendarId = calendarIdOf(secret);
  const madeAt = kept.receivedAt;
  await calendars.add(calendarId, { owner, counties, madeAt });
  const url = `${publicUrl}/calendars/${secret}.ics`;
  return { status: 201, body: { calendarId, url, madeAt } };
};

/**
 * Makes an address, or revokes one or all. With an Idempotency-Key one is made once, however often the
 * call comes, also when it has been revoked since. Revoking may come again and needs no key.
 */
export const changedAddresses = (dependencies: AddressDependencies, call: AddressCall): Change => {
  const key = idempotencyKeyOf(call.request);
  const asked = call.request.body(calendarRequest);
  const revoke = async (calendarId: string | undefined): Promise<Answer> => {
    const { calendars } = dependencies;
    if (calendarId === undefined) {
      await calendars.revokeAll(call.owner);
    } else if ((await calendars.revoke(calendarId, call.owner)) === 'not-found') {
      throw new Problem('not-found');
    }
    return { status: 204 };
  };
  return {
    about: call.owner.kind === 'organisation' ? call.owner.businessId : call.owner.id,
    make: () =>
      asked.action === 'make' ? made(dependencies, call, key) : revoke(asked.calendarId),
  };
};
