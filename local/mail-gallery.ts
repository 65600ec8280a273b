import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { languages } from '../domain/language.ts';
import { tableText } from '../functions/night/send-digest/digest-table.ts';
import { renderDigest } from '../functions/night/send-digest/render-digest.ts';
import { type Browser, type Look, startChromium } from './chromium.ts';
import { mailExamples } from './mail-examples.ts';

/*
 * `npm run mails`: every kind of digest mail in every language, as pages, texts and pictures in
 * .build/mails. Open index.html there.
 */

const folder = '.build/mails';
const looks: readonly Look[] = [
  { width: 900, scheme: 'light' },
  { width: 900, scheme: 'dark' },
  { width: 375, scheme: 'light' },
  { width: 375, scheme: 'dark' },
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const chromiumIfAny = async (): Promise<Browser | undefined> =>
  startChromium().catch((error: unknown) => {
    console.log(`No pictures, only pages: Chromium does not start (${String(error)}).`);
    return undefined;
  });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromiumIfAny();
const rows: string[] = [];
for (const { name, shows, view } of mailExamples()) {
  for (const language of languages) {
    const { subject, text, html, table } = renderDigest(view, language);
    const base = `${name}-${language}`;
    writeFileSync(`${folder}/${base}.html`, html);
    writeFileSync(`${folder}/${base}.txt`, `Subject: ${subject}\n\n${text}`);
    if (table !== null) writeFileSync(`${folder}/${base}.csv`, tableText(table));
    const pictures: string[] = [];
    for (const look of browser === undefined ? [] : looks) {
      const file = `${base}-${look.width}-${look.scheme}.png`;
      const page = pathToFileURL(`${folder}/${base}.html`).href;
      writeFileSync(`${folder}/${file}`, (await browser?.picture(page, look)) ?? '');
      pictures.push(`<a href="${file}">${look.width} ${look.scheme}</a>`);
    }
    const size = `${Math.ceil(Buffer.byteLength(html) / 1024)} KB`;
    console.log(`${base.padEnd(14)} ${size.padStart(7)}  ${subject}`);
    rows.push(
      `<tr><th scope="row">${name}</th><td>${escaped(shows)}</td><td>${language}</td>` +
        `<td><a href="${base}.html">${escaped(subject)}</a></td><td><a href="${base}.txt">text</a>${table === null ? '' : ` <a href="${base}.csv">table</a>`}</td>` +
        `<td>${pictures.join(' ')}</td><td>${size}</td></tr>`,
    );
  }
}
browser?.close();
writeFileSync(
  `${folder}/index.html`,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title><style>body{font:15px/1.5 sans-serif;margin:2rem}td,th{padding:.3rem .8rem;text-align:left;border-top:1px solid #ccc}</style><h1>Mails</h1><table>${rows.join('\n')}</table></html>\n`,
);
console.log(`\n${folder}/index.html`);
