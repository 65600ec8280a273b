import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import mjml2html from 'mjml';

const folder = new URL('../functions/night/send-digest/', import.meta.url);
const source = new URL('digest.mjml', folder);
export const templateModule = new URL('digest-template.ts', folder);

/**
 * The module that the function renders from: MJML turns the template into HTML that mail programs
 * understand, once, while developing, so that the function carries no compiler. Run this file after a
 * change of digest.mjml; a test says when it was forgotten.
 */
export const compiledTemplate = async (): Promise<string> => {
  const { html, errors } = await mjml2html(readFileSync(source, 'utf8'), {
    validationLevel: 'strict',
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(error.formattedMessage);
  const lean = html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${');
  return [
    '// Made from digest.mjml by local/mail-template.ts; change that file and run this one.',
    `export const digestTemplate = \`${lean}\n\`;`,
    '',
  ].join('\n');
};

if (argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(templateModule, await compiledTemplate());
}
