import type { Colour } from './palette.ts';
import { type Setting, widthOf, wrapped } from './text-width.ts';

/** One line of text in its place; `x` is its beginning, middle or end, `y` where its letters stand. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: Colour;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The whole text, where the line has only its beginning. */
  readonly full?: string;
}

export interface Style extends Setting {
  readonly colour: Colour;
}

export const line = (
  text: string,
  style: Style,
  place: Pick<Line, 'x' | 'y'> & Partial<Pick<Line, 'anchor' | 'full'>>,
): Line => ({ text, bold: false, anchor: 'start', ...style, ...place });

/** From where to where a line reaches at most. */
export const extentOf = ({ text, x, anchor, ...setting }: Line): { from: number; to: number } => {
  const width = widthOf(text, setting);
  const from = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { from, to: from + width };
};

/** From one line to the next. */
export const lineHeight = (size: number): number => Math.round(size * 1.3);

export interface Paragraph {
  readonly text: string;
  readonly style: Style;
  readonly place: {
    readonly x: number;
    readonly top: number;
    readonly width: number;
    readonly anchor?: Line['anchor'];
  };
  /** More lines than this are cut off, with the whole text behind the last one. */
  readonly most?: number;
}

/** A text set in lines under each other. */
export const paragraph = ({
  text,
  style,
  place: { x, top, width, anchor = 'start' },
  most = 12,
}: Paragraph): readonly Line[] => {
  const parts = wrapped(text, { ...style, width, lines: most });
  const isCut = parts.at(-1)?.endsWith('…') === true && !text.endsWith('…');
  return parts.map((part, i) =>
    line(part, style, {
      x,
      y: top + style.size + i * lineHeight(style.size),
      anchor,
      ...(isCut && i === parts.length - 1 ? { full: text } : {}),
    }),
  );
};

/** Where the next thing can begin. */
export const below = (lines: readonly Line[], top: number): number => {
  const last = lines.at(-1);
  return last === undefined ? top : last.y - last.size + lineHeight(last.size);
};

/** Texts set under each other, each from a line of its own. */
export const paragraphs = (
  texts: readonly string[],
  { place, gap = 0, ...rest }: Omit<Paragraph, 'text'> & { readonly gap?: number },
): readonly Line[] => {
  const lines: Line[] = [];
  for (const text of texts) {
    const top = below(lines, place.top) + (lines.length === 0 ? 0 : gap);
    lines.push(...paragraph({ ...rest, text, place: { ...place, top } }));
  }
  return lines;
};
