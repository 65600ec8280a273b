import type * as z from 'zod';

/** The table did not do what it was asked for a reason that is not the item's: worth another try later. */
export class StorageUnavailable extends Error {
  constructor(cause: unknown) {
    const name = cause instanceof Error ? cause.name : String(cause);
    super(`storage is unavailable: ${name}`, { cause });
    this.name = 'StorageUnavailable';
  }
}

/** A row of our own that is not as we write it: a fault of ours, never of the caller. */
export class BadRow extends Error {
  constructor(key: string, { issues }: z.ZodError) {
    const where = issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
    super(`${key} is not as it should be: ${where}`);
    this.name = 'BadRow';
  }
}
