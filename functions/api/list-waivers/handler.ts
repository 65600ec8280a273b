import { isActive } from '../../../domain/waiver.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { listPages, pageOf } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

/** GET /organisations/{businessId}/waivers: all that were approved, the newest first. */
export const createHandler = ({ organisations, clock }: Dependencies) =>
  httpFunction('list-waivers', async (request) => {
    const today = dayInHelsinki(clock.now());
    const { businessId, waivers } = await organisationInScope(
      'list-waivers',
      request,
      organisations,
    );
    const { cursor, limit } = request.query(listPages);
    const { page, ...next } = pageOf(waivers.toReversed(), {
      cursor,
      limit,
      positionOf: ({ waiverId }) => waiverId,
      question: { businessId },
      language: request.language,
    });
    return {
      status: 200,
      body: {
        waivers: page.map(({ seq: _, at: __, on: ___, ...waiver }) => ({
          ...waiver,
          active: isActive(waiver, today),
        })),
        ...next,
      },
    };
  });
