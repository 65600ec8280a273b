import type { Raised, Warning } from './warnings.ts';

/*
 * What is red cannot wait: mails about it go on days off too, and it goes to others where nobody says that
 * she has seen it. Our own rule, no law's.
 */

/**
 * A duty's day has come and it is not met, what must hold ends today or has ended, or what is left to do
 * cannot be done in time any more. Statements and waivers that end are made again in minutes: they are not.
 */
export const isRed = ({ kind, rung }: Pick<Warning, 'kind' | 'rung'>): boolean => {
  switch (kind) {
    case 'plan':
      return true;
    case 'deadline':
    case 'requirement':
      return rung >= 0;
    case 'statement':
    case 'waiver':
      return false;
  }
};

/** Whether a warning is red for someone who was not told so yet: of the same day, as it was told to her last. */
export const turnsRed = (warning: Warning, told: Raised[string] | undefined): boolean =>
  isRed(warning) && !(told?.due === warning.due && isRed({ kind: warning.kind, rung: told.rung }));
