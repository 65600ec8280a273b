import { createHash } from 'node:crypto';
import type { Side } from '../../../domain/acknowledgement.ts';
import { addDays, type Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { plainName } from '../../night/send-digest/display-name.ts';
import type { WordedMatter } from '../../night/send-digest/worded/worded-matter.ts';
import type { Answer } from '../http.ts';
import type { AcknowledgementLink } from './acknowledgement-link.ts';
import { type PageTexts, pageTexts } from './acknowledgement-page-texts.ts';
import { type Html, html, noHtml } from './html.ts';

/*
 * The page behind a mail's link, in the mail's language: what would be quiet and until when, and what
 * became of it. It works without script, on a telephone, in the dark and by a screen reader.
 */

const style = `
:root { color-scheme: light dark; --page: #eef1f5; --sheet: #ffffff; --ink: #1b2430; --soft: #545e6b; --line: #c3cad3; --deep: #1f4e86; --on-deep: #ffffff; --note: #e8f0fa; --alarm: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --page: #12161b; --sheet: #1d232b; --ink: #e8ecf1; --soft: #aeb8c4; --line: #4a5563; --deep: #8ab8f0; --on-deep: #12161b; --note: #22303f; --alarm: #f28b82; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
main, header { max-width: 42rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1rem; padding-bottom: .6rem; color: var(--soft); font-size: .875rem; font-weight: 600; }
main { background: var(--sheet); padding-top: 1.5rem; padding-bottom: 1.75rem; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.25rem 0 .25rem; font-size: 1.0625rem; line-height: 1.35; }
p { margin: 0 0 .75rem; }
ul { margin: 0 0 1rem; padding: 0; list-style: none; }
li { padding: .5rem 0 .5rem .75rem; border-left: 3px solid var(--line); }
li strong, li span { display: block; }
li span, .id { color: var(--soft); font-weight: 400; }
.note { background: var(--note); padding: .75rem 1rem; border-left: 3px solid var(--deep); }
.alarm { color: var(--alarm); font-weight: 600; }
fieldset { margin: 1.25rem 0; padding: 0; border: 0; }
legend { padding: 0 0 .25rem; font-weight: 600; }
label { display: flex; padding: .2rem 0; gap: .75rem; align-items: center; min-height: 2.75rem; }
input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--deep); }
button { min-height: 2.75rem; padding: .5rem 1.5rem; border: 0; border-radius: 4px; background: var(--deep); color: var(--on-deep); font: inherit; font-weight: 600; cursor: pointer; }
a { color: var(--deep); }
:focus-visible { outline: 3px solid var(--deep); outline-offset: 2px; }
@media (min-width: 42rem) { main, header { padding-left: 2rem; padding-right: 2rem; } main { border-radius: 4px; } }
@media print { form { display: none; } }
`;

/** Nothing runs and nothing is loaded; the form leads to the page itself, and nobody may frame it. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageOf = (
  status: Answer['status'],
  language: Language,
  { title, content }: { readonly title: string; readonly content: Html },
): Answer => {
  const { product } = pageTexts[language];
  const { text } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${title} – ${product}</title>
<link rel="icon" href="data:,">
<style>STYLE</style>
</head>
<body>
<header>${product}</header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  return {
    status,
    body: text.replace('STYLE', () => style),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      // The address is the right to use the link: no other site may learn it.
      'referrer-policy': 'no-referrer',
    },
  };
};

/** What a link is about, in the mail's words. */
export interface Told {
  readonly link: AcknowledgementLink;
  readonly name: string;
  readonly side: Side;
  readonly matters: readonly Pick<WordedMatter, 'title' | 'when' | 'details'>[];
  readonly quietUntil: Day | undefined;
  readonly today: Day;
}

/** How long a pause is offered, in days; the second is chosen beforehand. */
const offered = [7, 14, 28, 90] as const;
const usual = 14;

const lineOf = ({ title, when, details }: Told['matters'][number]): Html =>
  html`<li><strong>${title}</strong>${[when, ...details].map((text) => html`<span>${text}</span>`)}</li>\n`;

const aboutOf = ({
  link,
  name,
  matters,
}: Told): Html => html`<h2>${plainName(name)} <span class="id">${link.businessId}</span></h2>
<ul>
${matters.map(lineOf)}</ul>`;

const choicesOf = ({ today }: Told, { choice }: PageTexts): readonly Html[] =>
  offered.map((days) => {
    const until = addDays(today, days);
    const checked = days === usual ? html` checked` : noHtml;
    return html`<label><input type="radio" name="until" value="${until}" required${checked}> ${choice(until, days)}</label>\n`;
  });

/** Asks until when; `isWrong` where a day was sent that cannot be chosen. */
export const askingPage = (told: Told, isWrong: boolean): Answer => {
  const { link, side, matters, quietUntil } = told;
  const texts = pageTexts[link.language];
  const count = matters.length;
  const content = html`<p>${texts.lead(count)}</p>
${quietUntil === undefined ? noHtml : html`<p class="note">${texts.quiet(quietUntil)}</p>\n`}${aboutOf(told)}
<p>${side === 'provider' ? texts.provider(count) : texts.overseers(count)} ${texts.unchanged(count)} ${texts.after}</p>
<form method="post">
<fieldset>
<legend>${texts.legend}</legend>
${isWrong ? html`<p class="alarm" role="alert">${texts.problem}</p>\n` : noHtml}${choicesOf(told, texts)}</fieldset>
<button>${texts.button}</button>
</form>`;
  return pageOf(isWrong ? 422 : 200, link.language, { title: texts.title, content });
};

/** Says that it is done. */
export const donePage = (told: Told, until: Day): Answer => {
  const { link, matters } = told;
  const texts = pageTexts[link.language];
  const content = html`<p class="note" role="status">${texts.done(matters.length, until)}</p>
${aboutOf(told)}
<p>${texts.unchanged(matters.length)} ${texts.after}</p>
<p>${texts.again(link.until)} <a href="?">${texts.change}</a></p>`;
  return pageOf(200, link.language, { title: texts.doneTitle, content });
};

/** Says that nothing of it is open any more. */
export const closedPage = ({ language }: AcknowledgementLink): Answer => {
  const { closedTitle, closed } = pageTexts[language];
  return pageOf(200, language, {
    title: closedTitle,
    content: html`${closed.map((text) => html`<p>${text}</p>\n`)}`,
  });
};

export const wrongPage = (language: Language): Answer => {
  const { wrongTitle, wrong } = pageTexts[language];
  return pageOf(404, language, { title: wrongTitle, content: html`<p>${wrong}</p>` });
};

export const endedPage = ({ language, until }: AcknowledgementLink): Answer => {
  const { endedTitle, ended } = pageTexts[language];
  return pageOf(410, language, { title: endedTitle, content: html`<p>${ended(until)}</p>` });
};
