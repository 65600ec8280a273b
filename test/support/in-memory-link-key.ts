import { randomBytes } from 'node:crypto';
import type { LinkKey } from '../../functions/adapters/link-key.ts';

/** The key for links in memory, as the table keeps it. */
export const inMemoryLinkKey = (): LinkKey => {
  let key: Uint8Array | undefined;
  return {
    read: async () => key,
    readOrMake: async () => {
      key ??= randomBytes(32);
      return key;
    },
  };
};
