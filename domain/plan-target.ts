import type { Deadline } from './deadlines.ts';

/** The duty that the onboarding leads to: joining, or, through the organiser, the first storing day not met. */
export const planTarget = (deadlines: readonly Deadline[]): Deadline | undefined => {
  const join = deadlines.find(({ obligation }) => obligation === 'join');
  if (join !== undefined) return join;
  const storing = deadlines.filter(
    ({ obligation, through }) =>
      through === 'organiser' &&
      (obligation === 'store-documents' || obligation === 'store-recordings'),
  );
  return storing.find(({ status }) => status !== 'met') ?? storing[0];
};
