import Mustache from 'mustache';
import { overallStatuses } from '../../../domain/evaluation.ts';
import { barWidths } from './bar-widths.ts';
import { digestTemplate } from './digest-template.ts';
import { tones } from './tones.ts';
import type { WordedDigest } from './worded/worded-digest.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? '');

/** The mail's HTML part. Everything that varies goes through the template's escaping. */
export const htmlPart = (digest: WordedDigest): string => {
  const widths = barWidths(digest.bar.map(({ organisations }) => organisations));
  const model = {
    ...digest,
    tones: overallStatuses.map((status) => ({ status, dark: tones[status].dark })),
    hasBar: digest.bar.length > 0,
    bar: digest.bar.map((entry, i) => ({
      ...entry,
      fill: tones[entry.status].fill,
      width: widths[i],
      last: i === widths.length - 1,
    })),
    organisations: digest.organisations.map((organisation) => ({
      ...organisation,
      fill: tones[organisation.status].fill,
    })),
  };
  return Mustache.render(digestTemplate, model, {}, { escape: (value) => escaped(String(value)) });
};
