import { type Clock, dayInHelsinki } from '../../clock.ts';
import { catalogueAnswer } from '../answers/answers.ts';
import { httpFunction } from '../http.ts';

export interface Dependencies {
  readonly clock: Clock;
}

/** GET /catalogue: the law as data, with its sources and the hash that evaluations are stored with. */
export const createHandler = ({ clock }: Dependencies) =>
  httpFunction('get-catalogue', async ({ language }) => ({
    status: 200,
    body: catalogueAnswer(language, dayInHelsinki(clock.now())),
  }));
