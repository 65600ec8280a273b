import type { DigestOrganisation, DigestView } from '../../../../domain/digest/digest.ts';
import type { MovedOrganisation } from '../../../../domain/digest/moved.ts';
import { gathered } from '../../../../domain/gathered.ts';
import type { Warning } from '../../../../domain/warnings.ts';
import type { Speaker } from '../speaker.ts';

/*
 * How a reader tells the operator that something is wrong: a letter begun for her, with all by which its
 * trace is found. It names nobody and opens nothing: who follows the trace has to sign in.
 */

/** So many subjects are named; a letter's address that is too long is cut by some mail programs. */
const subjectsNamed = 8;

/** An address as it can stand before a question mark. */
const addressee = (address: string): string => address.split('@').map(encodeURIComponent).join('@');

const letter = (
  to: string,
  parts: { readonly subject: string; readonly body?: string | undefined },
): string => {
  const written = Object.entries(parts).flatMap(([name, text]) =>
    text === undefined ? [] : [`${name}=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`],
  );
  return `mailto:${addressee(to)}?${written.join('&')}`;
};

/** `deadline 2026-09-01 0: join, security-plan`: the ids and numbers by which the outbox knows them. */
const warningLines = (warnings: readonly Warning[]): string[] => {
  const named = warnings.slice(0, subjectsNamed);
  const lines = gathered(named, ({ kind, due, rung }) => [kind, due, rung].join(' ')).map(
    (group) => {
      const [{ kind, due, rung }] = group;
      return `${kind} ${due} ${rung}: ${group.map(({ id }) => id).join(', ')}`;
    },
  );
  const more = warnings.length - named.length;
  return more === 0 ? lines : [...lines, `+ ${more}`];
};

type About = Pick<DigestView, 'contact' | 'reference' | 'night'>;

const reportOf = (
  { businessId, trace }: { readonly businessId: string; readonly trace: string },
  lines: readonly string[],
  { contact, reference, night, say }: About & Pick<Speaker, 'say'>,
): string =>
  letter(contact, {
    subject: say('report.subject', { businessId, reference }),
    body: say('report.body', { businessId, night, reference, lines: lines.join('\n'), trace }),
  });

/** The letter about what the mail says of an organisation. */
export const organisationReport = (
  one: DigestOrganisation,
  view: About,
  { say }: Speaker,
): string => reportOf(one, warningLines(one.warnings), { ...view, say });

/** The same about days that the law has moved. */
export const movedReport = (one: MovedOrganisation, view: About, { say }: Speaker): string =>
  reportOf(
    one,
    one.moves.map(
      ({ obligations, from, to }) => `${from ?? '-'} > ${to ?? '-'}: ${obligations.join(', ')}`,
    ),
    { ...view, say },
  );

/** The letter about an organisation that the mail tells of in one line: as short. */
export const briefReport = (
  { businessId }: Pick<DigestOrganisation, 'businessId'>,
  { contact, reference }: About,
  { say }: Speaker,
): string => letter(contact, { subject: say('report.subject', { businessId, reference }) });

/** The letter about the mail as a whole. */
export const mailReport = ({ contact, reference }: About, { say }: Speaker): string =>
  letter(contact, { subject: say('report.mail', { reference }) });
