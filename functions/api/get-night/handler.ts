import { Day } from '../../../domain/day.ts';
import type { Nights } from '../../adapters/nights.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';

export interface Dependencies {
  readonly nights: Pick<Nights, 'record'>;
}

/** GET /nights/{date}: what a night did; 404 until it was closed. */
export const createHandler = ({ nights }: Dependencies) =>
  httpFunction('get-night', async (request) => {
    const date = request.pathParameter('date', Day);
    request.query(nothing);
    const record = await nights.record(date);
    if (record === undefined) throw new Problem('not-found');
    return { status: 200, body: record };
  });
