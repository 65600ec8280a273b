import type { DigestView } from '../../../domain/digest/digest.ts';
import type { Language } from '../../../domain/language.ts';
import { htmlPart } from './html-part.ts';
import { catalogues, type Speaker, speaker } from './speaker.ts';
import { textPart } from './text-part.ts';
import type { Room } from './worded/room.ts';
import { wordedDigest } from './worded/worded-digest.ts';

export interface RenderedDigest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Gmail folds away what lies beyond 102 KB of HTML; the urgent should not be there. */
const htmlBytes = 100_000;

/** So many more are named in one line each, also where the mail then grows beyond that; others are counted. */
const brief = 500;

/** How many are told in full, tried from the most on until the mail is small enough. */
const rooms: readonly [Room, ...Room[]] = [
  { full: 50, brief },
  { full: 30, brief },
  { full: 20, brief },
  { full: 12, brief },
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
    ? { subject: worded.subject, text: textPart(worded), html }
    : fitted(view, voice, [next, ...others]);
};

/** The mail in a given voice; the same view and voice give the same bytes. */
export const renderDigestBy = (view: DigestView, voice: Speaker): RenderedDigest =>
  fitted(view, voice, rooms);

/** A night's digest as a mail in the recipient's language. */
export const renderDigest = (view: DigestView, language: Language): RenderedDigest =>
  renderDigestBy(view, speaker(language, catalogues[language]));
