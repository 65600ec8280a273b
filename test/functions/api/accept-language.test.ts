import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../../functions/api/accept-language.ts';

describe('the language of an answer', () => {
  it.each<[string | undefined, string, string]>([
    [undefined, 'fi', 'nothing asked'],
    ['', 'fi', 'nothing asked'],
    ['sv', 'sv', 'asked for'],
    ['EN-gb', 'en', 'a variety of it, in capitals'],
    ['sv-FI, fi;q=0.9', 'sv', 'the best liked'],
    ['fi;q=0.5, en;q=0.8', 'en', 'the best liked, not the first'],
    ['de, sv;q=0.1', 'sv', 'the only one we speak'],
    ['de-DE, fr', 'fi', 'none that we speak'],
    ['*', 'fi', 'any'],
    ['sv;q=0, en;q=0.1', 'en', 'one refused'],
    ['en;q=0', 'fi', 'only one, refused'],
    ['en, sv', 'en', 'two alike: the first'],
    ['sv;q=abc, en;q=0.2', 'en', 'a quality that is none'],
    [',;;q=1,', 'fi', 'signs without sense'],
  ])('for %j is %s: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
