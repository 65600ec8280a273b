/**
 * The colours by what they are for, on a light page and on a dark one. Texts have a contrast of at
 * least 4.5 to 1 on the ground they stand on, marks of 3 to 1; a colour never says what no shape or
 * word says.
 */
export const palette = {
  ground: { light: '#ffffff', dark: '#14181d' },
  /** Under every other row, so that the eye keeps to its line. */
  band: { light: '#f3f6f9', dark: '#1c232b' },
  grid: { light: '#d3dae2', dark: '#37424e' },
  ink: { light: '#1b1f24', dark: '#eceff3' },
  muted: { light: '#4a5563', dark: '#b3bdc9' },
  step: { light: '#1f5fa8', dark: '#86b6f2' },
  whole: { light: '#5b4b8a', dark: '#bba9f0' },
  late: { light: '#b3261e', dark: '#f28b82' },
  deadline: { light: '#9a4a00', dark: '#f0a35e' },
  window: { light: '#7a5c00', dark: '#e3c04a' },
  done: { light: '#1e6b3c', dark: '#71c793' },
} as const;
export type Colour = keyof typeof palette;

const isColour = (name: string): name is Colour => name in palette;
const colours = Object.keys(palette).filter(isColour);

/**
 * Attributes for a shape. The light colours stand in the attributes themselves, for programs that
 * draw SVG without its style sheet; on a dark screen the classes take over.
 */
export const filled = (colour: Colour) => ({ class: `f-${colour}`, fill: palette[colour].light });
export const outlined = (colour: Colour) => ({
  class: `s-${colour}`,
  stroke: palette[colour].light,
  fill: 'none',
});
export const filledAndOutlined = (fill: Colour, stroke: Colour) => ({
  class: `f-${fill} s-${stroke}`,
  fill: palette[fill].light,
  stroke: palette[stroke].light,
});

const onDark = colours
  .map((name) => {
    const { dark } = palette[name];
    return `.plan .f-${name}{fill:${dark}}.plan .s-${name}{stroke:${dark}}`;
  })
  .join('');

/** Printed it is always light: ink is dear. */
export const styleSheet = `.plan{max-width:100%;height:auto}@media screen and (prefers-color-scheme:dark){${onDark}}`;
