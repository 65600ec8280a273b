import { type Workshop, workOn } from '../../imports/work.ts';

export type Dependencies = Workshop & {
  /** As long as one run may work; asked at its beginning, it says whether there is time left. */
  readonly budget: () => () => boolean;
};

/** More than one run gets to. */
const mostInRun = 20;

/**
 * Works on the imports that have not ended, the oldest first, as far as the time goes; the rest is left
 * to the run of the next minute. One that fails does not stop the others, and is tried again then.
 */
export const createHandler =
  ({ budget, ...workshop }: Dependencies) =>
  async (): Promise<{ readonly tried: number }> => {
    const hasTime = budget();
    const failures: unknown[] = [];
    let tried = 0;
    for (const id of await workshop.imports.unfinished(mostInRun)) {
      if (!hasTime()) break;
      tried += 1;
      try {
        await workOn(workshop, id, hasTime);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, 'some imports could not be worked on');
    return { tried };
  };
