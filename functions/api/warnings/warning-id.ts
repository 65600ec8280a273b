import { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { subjectOf, type Warning, warningKinds } from '../../../domain/warnings.ts';

/*
 * How a warning is named in an address: what it is about and its due day, of which organisation. It
 * stays the same from rung to rung, so what was read yesterday can be acknowledged today.
 */

export interface NamedWarning extends Pick<Warning, 'kind' | 'id' | 'due'> {
  readonly businessId: BusinessId;
}

export const warningIdOf = ({ businessId, due, ...subject }: NamedWarning): string =>
  Buffer.from(`${businessId}|${subjectOf(subject)}|${due}`).toString('base64url');

/** The warning that an id names, whether there is one or not; undefined for what is no id of ours. */
export const warningNamed = (warningId: string): NamedWarning | undefined => {
  const text = Buffer.from(warningId, 'base64url').toString('utf8');
  const [, owner, named, id, day] =
    /^([^|]+)\|([a-z]+):([a-z0-9/@-]{1,100})\|([^|]+)$/.exec(text) ?? [];
  const kind = warningKinds.find((one) => one === named);
  const businessId = BusinessId.safeParse(owner);
  const due = Day.safeParse(day);
  if (kind === undefined || id === undefined || !businessId.success || !due.success)
    return undefined;
  const warning = { businessId: businessId.data, kind, id, due: due.data };
  return warningIdOf(warning) === warningId ? warning : undefined;
};
