import { Temporal } from 'temporal-polyfill';
import {
  type KeptAnswer,
  type KeptAnswers,
  type KeyUse,
  keptFor,
} from '../../functions/adapters/kept-answers.ts';

/** Kept answers in memory, as the table keeps them. */
export const inMemoryKeptAnswers = (): KeptAnswers => {
  const kept = new Map<string, { readonly answer: KeptAnswer; readonly until: Temporal.Instant }>();
  const find = ({ route, about, key, now }: KeyUse): KeptAnswer | undefined => {
    const found = kept.get(`${route}|${about}|${key}`);
    return found && Temporal.Instant.compare(found.until, now) > 0 ? found.answer : undefined;
  };
  return {
    find: async (use) => structuredClone(find(use)),
    keep: async (use, answer) => {
      if (find(use) !== undefined) return 'another-is-kept';
      kept.set(`${use.route}|${use.about}|${use.key}`, {
        answer: structuredClone(answer),
        until: use.now.add(keptFor),
      });
      return 'kept';
    },
  };
};
