/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly bold?: boolean;
}

/** Widths in ems, rounded up. They are those of DejaVu Sans, the widest of the common fonts. */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      ["ijl'", 0.29],
      [' ,.·IJ', 0.32],
      ['/:;\\|f-', 0.37],
      ['()[]tr!', 0.41],
      ['szc?_*§–"“”’', 0.55],
      ['aäåeéoökvxyFLPTY', 0.62],
      ['bdghnpqu0123456789ES', 0.64],
      ['ABCKRVXZÄÅ', 0.7],
      ['DGHNOQUÖ&', 0.79],
      ['mwMW%@…→', 1],
    ] as const
  ).flatMap(([characters, width]) => Array.from(characters, (one) => [one, width] as const)),
);
const widest = 1.1;
const boldFactor = 1.17;

const em = (character: string): number => widths.get(character) ?? widest;

/**
 * How wide a text is at most. The reader's font is not known, so the estimate leans to the wide side:
 * what fits by it fits on every screen.
 */
export const widthOf = (text: string, { size, bold = false }: Setting): number =>
  Array.from(text).reduce((sum, character) => sum + em(character), 0) *
  size *
  (bold ? boldFactor : 1);

const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });

/** The longest beginning of a text that fits, in whole characters as people see them; never empty. */
const fitting = (text: string, setting: Setting & { readonly width: number }): string => {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept !== '' && widthOf(kept + segment, setting) > setting.width) break;
    kept += segment;
  }
  return kept;
};

/** A word that is too long for a line, cut into parts that are not. */
const cut = (word: string, setting: Setting & { readonly width: number }): readonly string[] => {
  if (widthOf(word, setting) <= setting.width) return [word];
  const parts: string[] = [];
  for (let rest = word; rest !== ''; ) {
    const part = fitting(rest, setting);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts;
};

/** A text in lines no wider than `width`; what `lines` do not hold is cut off with an ellipsis. */
export const wrapped = (
  text: string,
  setting: Setting & { readonly width: number; readonly lines: number },
): readonly string[] => {
  const { width, lines: most } = setting;
  const lines: string[] = [];
  for (const part of text.split(' ').flatMap((word) => cut(word, setting))) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${part}`, setting) <= width) {
      lines[lines.length - 1] = `${last} ${part}`;
    } else {
      lines.push(part);
    }
  }
  if (lines.length <= most) return lines;
  const ellipsis = '…';
  const room = { ...setting, width: width - widthOf(ellipsis, setting) };
  return [...lines.slice(0, most - 1), `${fitting(lines[most - 1] ?? '', room)}${ellipsis}`];
};
