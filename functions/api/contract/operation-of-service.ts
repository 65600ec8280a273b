import * as z from 'zod';
import { BusinessId } from '../../../domain/identifiers.ts';
import { nightRecord } from '../../adapters/nights.ts';
import { mostInPage } from '../cursor.ts';
import { nothing } from '../input.ts';
import { nightsQuery } from '../list-nights/handler.ts';
import type { Operation } from './operation.ts';
import { count, day, hash, instant, text } from './parts.ts';

const { result, run } = nightRecord.shape;
/** The stored form, with its bounds. */
const night = nightRecord.extend({
  result: result.extend({
    setAside: z.array(z.strictObject({ businessId: BusinessId, error: text(300) })).max(10_000),
    catalogueHash: hash,
    codeVersion: text(100),
  }),
  run: run.extend({ startedAt: instant, endedAt: instant }),
});

export const getHealth: Operation = {
  tag: 'Operation',
  summary: 'Whether the service answers',
  description: 'Says that the API answers, and which version of the code does.',
  parameters: { query: nothing },
  answers: {
    200: {
      description: 'It answers.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          status: z.literal('ok'),
          version: text(100).describe('The version of the code.'),
        }),
        example: { status: 'ok', version: '0.1.0+3b091e9' },
      },
    },
  },
  problems: [],
};

const { mails } = result.shape;
const amount = z.number().min(0).max(1e12);
const closedNight = z.strictObject({
  date: day,
  status: z.enum(['closed', 'partial']),
  due: count,
  evaluated: count,
  changed: count,
  warnings: count,
  unaddressed: count.describe('Warnings for which no supervisor was there; the operator got them.'),
  mails,
  swept: count.describe('Looked at by the weekly sweep, though nothing was known to change.'),
  differing: count.describe('Of these, such as had changed all the same: a fault of ours.'),
  setAside: count.describe('Organisations that could not be evaluated.'),
  endedAt: instant,
  seconds: amount.describe('From its first beginning to its last end.'),
  readUnits: amount.optional().describe('Request units of DynamoDB; on nights that counted them.'),
  writeUnits: amount.optional(),
  dollars: amount.optional().describe('What it cost, estimated in US dollars.'),
});
const otherNight = z.strictObject({
  date: day,
  status: z
    .enum(['missing', 'awaited'])
    .describe('`missing`: no night of that date was closed. `awaited`: today’s, not closed yet.'),
});

export const listNights: Operation = {
  tag: 'Operation',
  summary: 'What the nights did',
  description:
    'Every date back to the first night there was, the latest first; a date without a closed night is told as well, so that silence shows. One night in full is at its own address.',
  parameters: { query: nightsQuery },
  answers: {
    200: {
      description: 'A page of nights.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          nights: z.array(z.union([closedNight, otherNight])).max(mostInPage),
          before: day.optional().describe('Where the next page begins; missing on the last.'),
        }),
        example: {
          nights: [
            { date: '2026-11-23', status: 'awaited' },
            {
              date: '2026-11-22',
              status: 'closed',
              due: 47,
              evaluated: 47,
              changed: 3,
              warnings: 12,
              unaddressed: 0,
              mails: {
                sent: 9,
                failed: 0,
                unknown: 0,
                held: 0,
                quiet: 0,
                carriedOver: 0,
                unreachable: 0,
              },
              swept: 0,
              differing: 0,
              setAside: 0,
              endedAt: '2026-11-22T00:30:12.000Z',
              seconds: 12,
              readUnits: 412.5,
              writeUnits: 371,
              dollars: 0.003412,
            },
            { date: '2026-11-21', status: 'missing' },
          ],
          before: '2026-11-21',
        },
      },
    },
  },
  problems: [],
};

export const getNight: Operation = {
  tag: 'Operation',
  summary: 'What a night did',
  description:
    '`result` is the same for the same inputs; `run` is how it went. 404 until the night was closed.',
  parameters: {
    path: z.strictObject({ date: day.meta({ description: 'The night’s date.' }) }),
    query: nothing,
  },
  answers: {
    200: {
      description: 'The night’s record.',
      content: {
        type: 'application/json',
        schema: night,
        example: {
          date: '2026-11-22',
          status: 'closed',
          result: {
            due: 47,
            evaluated: 47,
            changed: 3,
            warnings: 12,
            unaddressed: 0,
            swept: 0,
            differing: 0,
            mails: {
              sent: 9,
              failed: 0,
              unknown: 0,
              held: 0,
              quiet: 0,
              carriedOver: 0,
              unreachable: 0,
            },
            setAside: [],
            catalogueHash: 'a'.repeat(64),
            codeVersion: '0.1.0+3b091e9',
          },
          run: {
            startedAt: '2026-11-22T00:30:00.000Z',
            endedAt: '2026-11-22T00:30:12.000Z',
            attempts: 1,
            usage: {
              ...{ invocations: 30, readUnits: 412.5, writeUnits: 371, seconds: 31.2 },
              gigabyteSeconds: 28.4,
              stateTransitions: 64,
              steps: {
                'open-night': {
                  ...{ invocations: 1, readUnits: 2, writeUnits: 3, seconds: 0.1 },
                  gigabyteSeconds: 0.05,
                },
                'evaluate-shard': {
                  ...{ invocations: 16, readUnits: 380.5, writeUnits: 340, seconds: 28.1 },
                  gigabyteSeconds: 28.1,
                },
              },
            },
            cost: {
              ...{ dollars: 0.002315, dynamoDb: 0.000283, lambda: 0.000385 },
              ...{ stepFunctions: 0.0016, ses: 0.0009, pricesOf: 'us-east-1 2026-11-25' },
            },
          },
        },
      },
    },
  },
  problems: ['not-found'],
};

export const getContract: Operation = {
  tag: 'Operation',
  summary: 'This contract',
  description: 'OpenAPI 3.1, made from the schemas by which requests are checked.',
  parameters: { query: nothing },
  answers: {
    200: {
      description: 'The contract.',
      content: {
        type: 'application/json',
        schema: z.looseObject({ openapi: text(20) }),
        example: { openapi: '3.1.1' },
      },
    },
  },
  problems: [],
};

export const getDocs: Operation = {
  tag: 'Operation',
  summary: 'The contract as a page',
  description: 'To read, and to try calls on. Nothing in it comes from another host.',
  parameters: { query: nothing },
  answers: {
    200: {
      description: 'The page.',
      content: { type: 'text/html', schema: z.string().max(100_000), example: '<!doctype html>' },
    },
  },
  problems: [],
};

export const getDocsFile: Operation = {
  tag: 'Operation',
  summary: 'A file of the page',
  description: 'Scripts and styles, compressed with gzip.',
  parameters: {
    path: z.strictObject({ file: text(100).meta({ example: 'page.css' }) }),
    query: nothing,
  },
  answers: {
    200: {
      description: 'The file.',
      content: [
        { type: 'text/javascript', schema: z.string().max(5_000_000), example: 'follow();' },
        { type: 'text/css', schema: z.string().max(5_000_000), example: 'body { margin: 0; }' },
      ],
    },
  },
  problems: ['not-found'],
};
