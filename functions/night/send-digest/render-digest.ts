import type { DigestView } from '../../../domain/digest/digest.ts';
import type { Language } from '../../../domain/language.ts';
import { type DigestTable, digestTable } from './digest-table.ts';
import { htmlPart } from './html-part.ts';
import { catalogues, type Speaker, speaker } from './speaker.ts';
import { textPart } from './text-part.ts';
import type { Room } from './worded/room.ts';
import { wordedDigest } from './worded/worded-digest.ts';

export interface RenderedDigest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** All that there is to tell, where the mail has no room for it. */
  readonly table: DigestTable | null;
}

/** Gmail folds away what lies beyond 102 KB of HTML; nothing should be there. */
const htmlBytes = 100_000;

/** How many are told, tried from the most on until the mail is small enough; a table then has them all. */
const rooms: readonly [Room, ...Room[]] = [
  { full: 50, brief: 100 },
  { full: 30, brief: 100 },
  { full: 20, brief: 100 },
  { full: 12, brief: 100 },
  { full: 12, brief: 60 },
  { full: 12, brief: 30 },
  { full: 6, brief: 12 },
  { full: 3, brief: 3 },
];

const sizeOf = (text: string): number => Buffer.byteLength(text, 'utf8');

const fitted = (
  view: DigestView,
  voice: Speaker,
  [room, ...smaller]: readonly [Room, ...Room[]],
): RenderedDigest => {
  const worded = wordedDigest(view, voice, room);
  const html = htmlPart(worded);
  const [next, ...others] = smaller;
  return next === undefined || sizeOf(html) <= htmlBytes
    ? {
        subject: worded.subject,
        text: textPart(worded),
        html,
        table: worded.table === null ? null : digestTable(view, voice),
      }
    : fitted(view, voice, [next, ...others]);
};

/** The mail in a given voice; the same view and voice give the same bytes. */
export const renderDigestBy = (view: DigestView, voice: Speaker): RenderedDigest =>
  fitted(view, voice, rooms);

/** A night's digest as a mail in the recipient's language. */
export const renderDigest = (view: DigestView, language: Language): RenderedDigest =>
  renderDigestBy(view, speaker(language, catalogues[language]));
