import * as z from 'zod';
import { BusinessId } from '../../../domain/identifiers.ts';
import { legalPosition } from '../../../domain/legal-position.ts';
import { deadlinesAnswer } from '../answers/answers.ts';
import { momentQuery } from '../get-deadlines/handler.ts';
import { exampleAssessment, exampleDay, exampleId, exampleOrganisation } from './example.ts';
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

const example = deadlinesAnswer(
  exampleId,
  legalPosition({
    organisation: exampleOrganisation,
    assessments: [exampleAssessment],
    validAt: exampleDay,
    knownAt: exampleDay,
  }),
  'en',
);

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
          ...example,
          deadlines: example.deadlines.slice(0, 2),
          notBound: example.notBound.slice(0, 1),
        },
      },
    },
  },
  problems: ['not-found'],
};
