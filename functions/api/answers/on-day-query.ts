import * as z from 'zod';
import { Day } from '../../../domain/day.ts';

/** Which day is asked for. */
export const onDayQuery = z.strictObject({
  on: Day.optional().describe('The day; today where left out.'),
});
