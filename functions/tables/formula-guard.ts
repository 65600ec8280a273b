/*
 * A spreadsheet takes a cell for a formula that begins with one of a few characters, also where it
 * splits a line at other separators than ours. An apostrophe before such a beginning makes it a text.
 * Apostrophes that stand there already get one more, so that nothing is lost on the way back.
 */

/** Where a spreadsheet may see the beginning of a cell: of ours, or after what it takes for a separator. */
const beginning = String.raw`(?<=(?:^|[;,|\t\r\n"])[ \u00a0]*)`;
/** What makes it a formula, also in full width, as East Asian spreadsheets read it. */
const danger = String.raw`(?=[=+\-@\t\r＝＋－＠])`;

const unguarded = new RegExp(`${beginning}'*${danger}`, 'g');
const guardedText = new RegExp(`${beginning}'+${danger}`, 'g');

/** The text such that no spreadsheet computes any of it: `=1+1` becomes `'=1+1`. */
export const guarded = (text: string): string =>
  text.replace(unguarded, (apostrophes) => `'${apostrophes}`);

/** The text as it was before it was guarded. */
export const withoutGuard = (text: string): string =>
  text.replace(guardedText, (apostrophes) => apostrophes.slice(1));
