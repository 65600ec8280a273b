import * as z from 'zod';
import { isReachable, type StoredSupervisor } from '../adapters/supervisors.ts';
import { day } from './contract/parts.ts';

export const unusedAddress = z
  .strictObject({
    usable: z.literal(false),
    reason: z
      .enum(['bounced', 'complained'])
      .describe('A mail came back for good, or she took one for spam.'),
    since: day.describe('The day on which that was heard.'),
  })
  .meta({
    description:
      'There where her address is no longer used: others are warned in her place until she is saved again. Only told; what is put here is passed over.',
  });

/** A supervisor as the API tells her. */
export const supervisorAnswer = (stored: Pick<StoredSupervisor, 'id' | 'content' | 'mark'>) => {
  const { id, content, mark } = stored;
  return {
    id,
    ...content,
    ...(mark !== undefined &&
      !isReachable(stored) && {
        address: { usable: false, reason: mark.reason, since: mark.since },
      }),
  };
};
