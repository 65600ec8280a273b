import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { countyKey } from '../../../domain/organisation.ts';
import { mostInPage, pageAnswer } from '../cursor.ts';
import { nothing } from '../input.ts';
import { expectedQuery } from '../list-expected-producers/handler.ts';
import type { Operation } from './operation.ts';
import { text } from './parts.ts';

const listedProducer = z.strictObject({
  county: countyKey.describe('Whose list it stands on.'),
  businessId: BusinessId,
  name: text(300).describe('As the county’s list has it.'),
  expectedSince: Day.describe('The day on which it was put on the list.'),
  registered: z
    .boolean()
    .describe(
      'Whether it is active in that county in this service. It says nothing of whether it has joined Kanta.',
    ),
});

export const listExpectedProducers: Operation = {
  tag: 'Organisations',
  summary: 'Whom the counties expect, and who has not registered',
  description:
    'The producers on the lists of the caller’s counties, by county and business ID. One that is active in another county only has not registered in this one. Lists are given by `POST /imports`; who is missing is told to the county’s supervisors in their nightly mail, and again after four weeks.',
  parameters: { query: expectedQuery },
  answers: {
    200: {
      description: 'A page of the lists.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          producers: z.array(listedProducer).max(mostInPage),
          ...pageAnswer,
        }),
        example: {
          producers: [
            {
              county: 'kainuu',
              businessId: '9000106-5',
              name: 'Esimerkkihoiva Oy',
              expectedSince: '2026-11-22',
              registered: false,
            },
          ],
        },
      },
    },
  },
  problems: [],
};

export const removeExpectedProducer: Operation = {
  tag: 'Organisations',
  summary: 'Take a producer from a county’s list',
  description:
    'For what stands there by mistake or has ended. Nothing but the list changes: an organisation that has registered stays. An import of a list adds to it and removes nobody.',
  parameters: {
    path: z.strictObject({ county: countyKey, businessId: BusinessId }),
    query: nothing,
  },
  answers: { 204: { description: 'It does not stand on the list any more.' } },
  problems: ['not-found'],
};
