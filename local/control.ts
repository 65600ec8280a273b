import { createServer, type IncomingMessage, type Server } from 'node:http';
import { z } from 'zod';
import { Day } from '../domain/day.ts';
import type { LocalClock } from './clock.ts';
import type { Issuer } from './issuer.ts';
import { type MailEvents, mailFates } from './mail-events.ts';
import type { Mailbox } from './mailbox.ts';
import type { Minutes } from './minutes.ts';
import type { Nights } from './nights.ts';

export interface ControlProps {
  readonly clock: LocalClock;
  readonly issuer: Issuer;
  readonly nights: Nights;
  readonly minutes: Minutes;
  readonly mailbox: Pick<Mailbox, 'decide'>;
  readonly mailEvents: Pick<MailEvents, 'publish' | 'settled'>;
}

const Subject = z.string().min(1);
const TokenCall = z.strictObject({
  subject: Subject,
  role: z.string(),
  organisations: z.array(Subject).default([]),
  counties: z.array(Subject).default([]),
  expiresIn: z.number().int().default(3600),
});
const ClockCall = z.strictObject({ today: Day });
const FateCall = z.strictObject({ address: z.email(), fate: z.enum(mailFates) });
const NightCall = z.strictObject({ date: Day, dryRun: z.boolean().default(false) });

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

const answer = async (props: ControlProps, request: IncomingMessage): Promise<unknown> => {
  switch (`${request.method} ${request.url}`) {
    case 'POST /tokens':
      return { token: await props.issuer.token(TokenCall.parse(await readJson(request))) };
    case 'PUT /clock':
      props.clock.set(ClockCall.parse(await readJson(request)).today);
      return { today: props.clock.today() };
    case 'GET /clock':
      return { today: props.clock.today() };
    case 'POST /nights': {
      const { date, dryRun } = NightCall.parse(await readJson(request));
      return dryRun ? props.nights.dryRun(date) : props.nights.run(date);
    }
    case 'PUT /mail-fates': {
      const { address, fate } = FateCall.parse(await readJson(request));
      props.mailbox.decide(address, fate);
      return { address, fate };
    }
    case 'POST /mail-events':
      props.mailEvents.publish(await readJson(request));
      await props.mailEvents.settled();
      return { settled: true };
    case 'POST /ticks':
      return { ran: await props.minutes.run() };
    default:
      return {
        error:
          'There are POST /tokens, GET and PUT /clock, POST /nights, PUT /mail-fates, POST /mail-events and POST /ticks.',
      };
  }
};

const describe = (error: unknown): string => {
  if (error instanceof z.ZodError) {
    return error.issues
      .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
      .join('; ');
  }
  if (error instanceof SyntaxError) {
    return 'The body is not JSON.';
  }
  return error instanceof Error ? error.message : String(error);
};

/** What a person or a test can do here, and nowhere else: get tokens, move the clock, run nights and minutes. */
export const createControl = (props: ControlProps): Server =>
  createServer((request, response) => {
    answer(props, request)
      .catch((error: unknown) => ({ error: describe(error) }))
      .then((body) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(`${JSON.stringify(body)}\n`);
      });
  });
