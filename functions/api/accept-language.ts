import { type Language, languages } from '../../domain/language.ts';

interface Wish {
  readonly tag: string;
  readonly quality: number;
}

const wishesOf = (header: string): readonly Wish[] =>
  header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { tag, quality: Number.parseFloat(quality) };
  });

/**
 * The language that a caller likes best of those we speak, by RFC 9110 12.5.4; Finnish where she says
 * nothing of use. `sv-FI;q=0.8, de` is Swedish.
 */
export const preferredLanguage = (header: string | undefined): Language => {
  const wanted = wishesOf(header ?? '')
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => languages.find((language) => language === tag.split('-')[0]) ?? []);
  return wanted[0] ?? 'fi';
};
