import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { languages } from '../domain/language.ts';
import { planPicture } from '../functions/api/get-plan-picture/plan-picture.ts';
import { svgOf } from '../functions/api/get-plan-picture/svg.ts';
import { type Browser, type Look, startChromium } from './chromium.ts';
import { documented, planExamples } from './plan-examples.ts';

/*
 * `npm run plans`: plans as pictures in every language, and how they look on a light and a dark screen,
 * in .build/plans; and the one of the documentation, docs/pictures/plan.svg.
 */

const folder = '.build/plans';
const looks: readonly Look[] = [
  { width: 1060, scheme: 'light' },
  { width: 1060, scheme: 'dark' },
];

const chromiumIfAny = async (): Promise<Browser | undefined> =>
  startChromium().catch((error: unknown) => {
    console.log(`Only SVG: Chromium does not start (${String(error)}).`);
    return undefined;
  });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromiumIfAny();
for (const { name, shows, organisation, plan } of planExamples()) {
  console.log(`${name.padEnd(20)} ${shows}`);
  for (const language of languages) {
    const svg = svgOf(planPicture({ organisation, plan, language, today: plan.on }));
    const file = `${folder}/${name}-${language}`;
    writeFileSync(`${file}.svg`, svg);
    if (name === documented && language === 'fi') writeFileSync('docs/pictures/plan.svg', svg);
    for (const look of browser === undefined ? [] : looks) {
      const page = pathToFileURL(`${file}.svg`).href;
      writeFileSync(`${file}-${look.scheme}.png`, (await browser?.picture(page, look)) ?? '');
    }
  }
}
browser?.close();
