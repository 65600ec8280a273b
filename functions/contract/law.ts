import * as z from 'zod';
import { nothing } from '../input.ts';
import type { Operation } from './operation.ts';

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
          version: z.string().max(100).describe('The version of the code.'),
        }),
        example: { status: 'ok', version: '0.1.0+3b091e9' },
      },
    },
  },
  problems: [],
};
