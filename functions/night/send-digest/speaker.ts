import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../../domain/language.ts';
import type { Catalogue, MessageArguments, MessageId } from './texts/catalogue.ts';
import { en } from './texts/en.ts';
import { fi } from './texts/fi.ts';
import { sv } from './texts/sv.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { fi, sv, en };

/** Whose numbers and plurals: Swedish as in Finland, English as in Europe. */
const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

type Told<Id extends MessageId> = keyof MessageArguments[Id] extends never
  ? readonly []
  : readonly [MessageArguments[Id]];

/** Says a message with what it is told; the compiler asks for exactly that. */
export type Say = <Id extends MessageId>(id: Id, ...told: Told<Id>) => string;

export interface Speaker {
  readonly language: Language;
  readonly say: Say;
  /** `a, b ja c` */
  readonly list: (parts: readonly string[]) => string;
}

/** One who speaks a language from its catalogue. Another catalogue can be given to try one out. */
export const speaker = (language: Language, catalogue: Catalogue): Speaker => {
  const locale = locales[language];
  const formats = new Map<MessageId, IntlMessageFormat>();
  const formatOf = (id: MessageId): IntlMessageFormat => {
    const known = formats.get(id);
    if (known !== undefined) return known;
    const format = new IntlMessageFormat(catalogue[id], locale, undefined, { ignoreTag: true });
    formats.set(id, format);
    return format;
  };
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    language,
    say: (id, ...told) => String(formatOf(id).format({ ...told[0] })),
    list: (parts) => conjunction.format(parts),
  };
};
