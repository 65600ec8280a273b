import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Temporal } from 'temporal-polyfill';
import type { Language, Text } from '../../../domain/language.ts';
import type { DigestKey } from '../../adapters/outbox.ts';
import { type DigestTable, tableText } from './digest-table.ts';
import type { RenderedDigest } from './render-digest.ts';

/** Who the mail is from, as readers see it. */
const senderNames: Text = {
  fi: 'Kanta-valmius',
  sv: 'Kanta-beredskap',
  en: 'Kanta readiness',
};

export interface Envelope {
  readonly key: DigestKey;
  readonly rendered: RenderedDigest;
  readonly language: Language;
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  /** Who reads the answers. */
  readonly replyTo: string;
  readonly now: Temporal.Instant;
}

/** A digest's key as text, as its header carries it. */
export const keyText = ({ recipient, date }: DigestKey): string => `${recipient}|${date}`;

/** A digest's key as SES's tags can carry it; they take no other signs than letters, digits, _ and -. */
export const tagOf = (key: DigestKey): string =>
  createHash('sha256').update(keyText(key)).digest('hex');

export interface Message {
  readonly to: readonly string[];
  readonly message: Uint8Array;
}

/** The table's first so many rows as an attachment; as text, so that the whole packs well. */
const attached = (table: DigestTable, rows: number) => ({
  filename: table.fileName,
  content: tableText(table, rows),
  contentType: 'text/csv; charset=utf-8; header=present',
  contentTransferEncoding: 'quoted-printable' as const,
});

/** A rendered digest as a message, with the addresses it goes to; the same in gives the same bytes. */
const messageWith = async (
  rows: number,
  { key, rendered, language, from, to, replyTo, now }: Envelope,
): Promise<Message> => {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const tag = tagOf(key);
  const mail = new MailComposer({
    from: { name: senderNames[language], address: from },
    to,
    replyTo,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    attachments: rendered.table === null ? [] : [attached(rendered.table, rows)],
    // SES writes both anew; set here so that nothing in the message is left to chance.
    messageId: `<${tag}@${domain}>`,
    date: new Date(now.epochMilliseconds),
    baseBoundary: tag.slice(0, 32),
    newline: 'win',
    headers: {
      'X-Kanta-Readiness-Key': keyText(key),
      'List-Id': `Kanta readiness <digest.${domain}>`,
      'Content-Language': language,
      // Nobody's out-of-office reply should come back.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableUrlAccess: true,
    disableFileAccess: true,
  }).compile();
  const envelope = mail.getEnvelope();
  return { to: envelope.to, message: await mail.build() };
};

/**
 * The message with as many rows of its table as there is room for: of all its parts the table is the one
 * that can be long. Without any row it goes as it is.
 */
export const messageOf = async (
  envelope: Envelope,
  fits: (message: Message) => boolean,
): Promise<Message> => {
  let left = envelope.rendered.table?.records.length ?? 0;
  let message = await messageWith(left, envelope);
  if (fits(message)) return message;
  // Between a number of rows known to fit, or none, and one known not to.
  let kept = 0;
  message = await messageWith(kept, envelope);
  while (left - kept > 1) {
    const rows = Math.floor((kept + left) / 2);
    const tried = await messageWith(rows, envelope);
    if (fits(tried)) [kept, message] = [rows, tried];
    else left = rows;
  }
  return message;
};
