import * as z from 'zod';
import { BusinessId } from '../../domain/identifiers.ts';
import { momentQuery } from '../get-deadlines/handler.ts';
import type { Operation } from './operation.ts';
import {
  businessIdPath,
  day,
  deadlines,
  milestones,
  notBoundList,
  text,
  upcoming,
} from './parts.ts';

export const exampleDeadline = {
  id: 'store-documents/older-people',
  obligation: 'store-documents',
  name: 'Storing client documents in Kanta',
  serviceTask: 'older-people',
  serviceTaskName: 'Services for older people',
  due: '2026-09-01',
  status: 'overdue',
  statusText: 'Overdue',
  daysLeft: -82,
  through: 'self',
  nextStep: 'Begin storing, and tell the first day.',
  basis: [
    { act: '703/2023', section: '69', subsection: 1 },
    { act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' },
  ],
  citation: '703/2023 section 69(1); section 102(5) as amended by 307/2024',
  trace: [
    { step: 'fact', fact: 'joinedOn', value: null, text: 'Has not joined.' },
    {
      step: 'candidate',
      rule: 'join-deadline',
      day: '2026-09-01',
      basis: [{ act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' }],
      text: 'At the latest from the day by which it must join: 1 September 2026.',
    },
    {
      step: 'result',
      day: '2026-09-01',
      by: 'only',
      text: 'The day is therefore 1 September 2026.',
    },
  ],
};

export const getDeadlines: Operation = {
  tag: 'Deadlines',
  summary: 'The days of the law that bind an organisation, and why',
  description:
    'By the law in force on one day (`validAt`) as it was known on another (`knownAt`); both are today where left out. The facts are the organisation’s, as they are now. Each deadline carries its citation and the trace from which its day can be recomputed.',
  parameters: { path: businessIdPath, query: momentQuery },
  answers: {
    200: {
      description: 'Deadlines, milestones, what comes, and what was considered and does not bind.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          businessId: BusinessId,
          validAt: day,
          knownAt: day,
          deadlines,
          milestones,
          upcoming: z.array(upcoming).max(100),
          notBound: notBoundList,
          because: text()
            .optional()
            .describe('Why there is nothing, where no act known bound anyone.'),
        }),
        example: {
          businessId: '0204819-8',
          validAt: '2026-11-22',
          knownAt: '2026-11-22',
          deadlines: [exampleDeadline],
          milestones: [],
          upcoming: [],
          notBound: [],
        },
      },
    },
  },
  problems: ['not-found'],
};
