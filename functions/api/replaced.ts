import { StorageUnavailable } from '../adapters/storage-errors.ts';
import { entityTag, ifMatchHolds } from '../entity-tag.ts';
import { Problem } from './problem.ts';

interface Stored<Content> {
  readonly version: number;
  readonly content: Content;
}

/** A content to be put in place of what is stored. */
export interface Replacement<Content extends object> {
  readonly content: Content;
  /** The caller's If-Match. */
  readonly ifMatch: string | undefined;
  readonly read: () => Promise<Stored<Content> | undefined>;
  readonly write: (replaces: number) => Promise<'saved' | 'changed-meanwhile'>;
}

/** What a replacement did. */
export type Replaced = 'created' | 'changed' | 'unchanged';

/** Writers that meet again and again this often are no accident. */
const mostRaces = 20;

/**
 * Whether the content stands as it is, so that there is nothing to write. Throws a Problem where the
 * caller's If-Match names something else than what was found.
 */
export const stands = <Content extends object>(
  { content, ifMatch }: Pick<Replacement<Content>, 'content' | 'ifMatch'>,
  found: Stored<Content> | undefined,
): boolean => {
  const tag = found && entityTag(found.content);
  if (ifMatch !== undefined && !ifMatchHolds(ifMatch, tag)) throw new Problem('changed-meanwhile');
  return tag === entityTag(content);
};

/**
 * Puts a content in place of what was read. What is there already is not written again. A lost race is
 * run again from what the winner left: without If-Match the last one wins, with it the answer is 412.
 */
export const replaced = async <Content extends object>(
  replacement: Replacement<Content>,
  found: Stored<Content> | undefined,
): Promise<Replaced> => {
  const { read, write } = replacement;
  let stored = found;
  for (let race = 0; race < mostRaces; race += 1) {
    if (stands(replacement, stored)) return 'unchanged';
    if ((await write(stored?.version ?? 0)) === 'saved') {
      return stored === undefined ? 'created' : 'changed';
    }
    stored = await read();
  }
  throw new StorageUnavailable(new Error('too many writers at once'));
};
