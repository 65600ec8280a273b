import type { Day } from '../../domain/day.ts';
import { languages } from '../../domain/language.ts';
import type { Contact, OrganisationProfile } from '../../domain/organisation.ts';
import { type County, countyNames } from '../../domain/statute/counties.ts';
import { type Cell, dayCell, oneNamed, type Reading, together } from './cells.ts';
import { cellTexts } from './table-texts.ts';

/*
 * What takes more than a word in a cell: contacts, units and organisers, each on a line of its own. A
 * name that would be taken for more than a name stands in quotation marks, its own doubled.
 */

const name = String.raw`(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^"<>;\n][^<>;\n]*?))`;

const nameOf = (groups: Readonly<Record<string, string | undefined>> | undefined): string =>
  groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['bare'] ?? '';

const nameText = (text: string): string =>
  /[;<>]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The parts of a cell, each matched by the form from where the one before it ended; undefined where one is not. */
const partsIn = (text: string, form: RegExp): readonly RegExpExecArray[] | undefined => {
  const parts: RegExpExecArray[] = [];
  const part = new RegExp(`[\\s;]*${form.source}[^\\S\\n]*(?:;|\\n|$)`, 'uy');
  const rest = text.trimEnd().replace(/;+$/, '');
  while (part.lastIndex < rest.length) {
    const found = part.exec(rest);
    if (found === null) return undefined;
    parts.push(found);
  }
  return parts;
};

const isLanguage = (text: string): text is Contact['language'] =>
  languages.some((language) => language === text);

/** As input has them: their addresses and OIDs are checked with the rest of the profile. */
export interface WrittenContact {
  readonly name: string;
  readonly email: string;
  readonly language?: Contact['language'];
}

const contactForm = new RegExp(
  `${name}\\s*<(?<email>[^<>\\s;]*)>(?:[^\\S\\n]*\\((?<language>[A-Za-z]{2})\\))?`,
  'u',
);

/** `Maija Meikäläinen <maija@example.fi> (fi)`; without a language it is written to in Finnish. */
export const contactsCell: Cell<readonly WrittenContact[]> = {
  read: (text) => {
    const fault = { fault: cellTexts.contacts };
    const found = partsIn(text, contactForm);
    if (found === undefined) return fault;
    return together(
      found.map(({ groups }): Reading<WrittenContact> => {
        const email = groups?.['email'] ?? '';
        const language = groups?.['language']?.toLowerCase();
        if (language === undefined) return { value: { name: nameOf(groups), email } };
        return isLanguage(language) ? { value: { name: nameOf(groups), email, language } } : fault;
      }),
    );
  },
  write: (contacts) =>
    contacts
      .map((one) => `${nameText(one.name)} <${one.email}> (${one.language ?? 'fi'})`)
      .join('\n'),
};

const unitForm = new RegExp(`(?<oid>[0-9.]+)\\s+${name}`, 'u');

/** `1.2.246.10.2048198.10.1 Kotihoito` */
export const unitsCell: Cell<readonly { readonly oid: string; readonly name: string }[]> = {
  read: (text) => {
    const found = partsIn(text, unitForm);
    if (found === undefined) return { fault: cellTexts.units };
    return {
      value: found.map(({ groups }) => ({ oid: groups?.['oid'] ?? '', name: nameOf(groups) })),
    };
  },
  write: (units) => units.map((unit) => `${unit.oid} ${nameText(unit.name)}`).join('\n'),
};

type Organiser = OrganisationProfile['organisers'][number];

const countyCell = oneNamed<County>(countyNames);
const endsInDay = /^(.*?)\s+(\d\S*(?:\s*\d+\.)*\s*\d*)$/u;

const organiserIn = (text: string): Reading<Organiser> => {
  const [, countyName = text, dayText] = endsInDay.exec(text) ?? [];
  const county = countyCell.read(countyName);
  if ('fault' in county) return county;
  const joined: Reading<Day | null> =
    dayText === undefined ? { value: null } : dayCell.read(dayText);
  if ('fault' in joined) return joined;
  return { value: { county: county.value, joinedOn: joined.value } };
};

/** `Kainuu 1.9.2026`: the county, and the day on which it joined where it is known. */
export const organisersCell: Cell<readonly Organiser[]> = {
  read: (text) =>
    together(
      text
        .split(/[;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(organiserIn),
    ),
  write: (organisers, language) =>
    organisers
      .map(({ county, joinedOn }) => {
        const named = countyCell.write(county, language);
        return joinedOn === null ? named : `${named} ${dayCell.write(joinedOn, language)}`;
      })
      .join('\n'),
};
