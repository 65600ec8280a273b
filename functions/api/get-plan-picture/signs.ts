import type { StepState } from '../../../domain/plan-progress.ts';
import { type Colour, filled, filledAndOutlined, outlined } from './palette.ts';
import type { Sign } from './picture-foot.ts';
import type { Span } from './time-axis.ts';
import { type Element, element } from './xml.ts';

/** The shapes of the picture. Each is known by its form; colour only helps. */

const late = 'plan-late';
const window = 'plan-window';

/** Stripes of what is late lean one way; those of the county's time the other, and are thin. */
export const patterns: Element = element(
  'defs',
  {},
  element(
    'pattern',
    {
      id: late,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    element('rect', { width: 6, height: 6, ...filled('ground') }),
    element('rect', { width: 3.5, height: 6, ...filled('late') }),
  ),
  element(
    'pattern',
    {
      id: window,
      width: 7,
      height: 7,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(-45)',
    },
    element('rect', { width: 1.2, height: 7, ...filled('window') }),
  ),
);

export interface Look {
  readonly colour: Extract<Colour, 'step' | 'whole' | 'late'>;
  readonly isLate: boolean;
  readonly isCritical: boolean;
}

const plain: Look = { colour: 'step', isLate: false, isCritical: false };

/** Thick and dark for what is critical; else no more than an edge. */
const edge = ({ colour, isCritical }: Look) =>
  ({
    stroke: isCritical ? 'ink' : colour,
    width: isCritical ? 2.4 : 1,
  }) as const;

const barHeight = 12;

export const bar = ({ from, to }: Span, y: number, look: Look): Element => {
  const { stroke, width } = edge(look);
  const paint = filledAndOutlined(look.colour, stroke);
  return element('rect', {
    x: from,
    y: y - barHeight / 2,
    width: to - from,
    height: barHeight,
    rx: Math.min(2, (to - from) / 2),
    'stroke-width': width,
    ...(look.isLate ? { ...outlined(stroke), fill: `url(#${late})` } : paint),
  });
};

/** Too small for stripes. */
export const diamond = (x: number, y: number, look: Look): Element => {
  const { stroke, width } = edge(look);
  const reach = look.isCritical ? 7.5 : 6.5;
  return element('path', {
    d: `M${point(x)} ${point(y - reach)}l${reach} ${reach}l-${reach} ${reach}l-${reach} -${reach}z`,
    'stroke-linejoin': 'round',
    'stroke-width': width,
    ...filledAndOutlined(look.colour, stroke),
  });
};

/** From the latest start to the latest end, which stands out; for a moment there is only the end. */
export const bracket = ({ from, to }: Span, middle: number): Element => {
  const y = middle + 9;
  const end = `M${point(to)} ${point(middle - 6)}V${point(y + 1)}`;
  const reach = from === to ? '' : `M${point(from)} ${point(y - 4)}V${point(y)}H${point(to)}`;
  return element('path', { d: `${end}${reach}`, 'stroke-width': 2, ...outlined('muted') });
};

export const slackLine = ({ from, to }: Span, y: number): Element =>
  element('path', {
    d: `M${point(from)} ${point(y)}H${point(to)}`,
    'stroke-width': 1.4,
    'stroke-dasharray': '1.5 3.5',
    'stroke-linecap': 'round',
    ...outlined('muted'),
  });

export const countyTime = (
  { from, to }: Span,
  { y, height }: { readonly y: number; readonly height: number },
): Element => {
  const { class: name, stroke } = outlined('window');
  return element('rect', {
    x: from,
    y,
    width: to - from,
    height,
    class: name,
    fill: `url(#${window})`,
    stroke,
    'stroke-dasharray': '4 2',
  });
};

/** A triangle with an exclamation mark. */
export const warning = (x: number, y: number): Element =>
  element(
    'g',
    {},
    element('path', {
      d: `M${point(x)} ${point(y - 7)}l7.5 13.5h-15z`,
      'stroke-linejoin': 'round',
      'stroke-width': 1.5,
      ...filledAndOutlined('late', 'late'),
    }),
    element('path', {
      d: `M${point(x)} ${point(y - 2.5)}v4.5M${point(x)} ${point(y + 4)}v1`,
      'stroke-width': 1.8,
      ...outlined('ground'),
    }),
  );

/** How far a step has come: a tick, a circle half full, an empty one, a question. */
export const stateSign = (state: StepState, x: number, y: number): Element => {
  const r = 7.5;
  const circle = (attributes: Element['attributes']) =>
    element('circle', { cx: x, cy: y, r, 'stroke-width': 1.6, ...attributes });
  switch (state) {
    case 'done':
      return element(
        'g',
        {},
        circle(filledAndOutlined('done', 'done')),
        element('path', {
          d: `M${point(x - 3.6)} ${point(y + 0.2)}l2.6 2.8l4.8 -5.6`,
          'stroke-width': 2,
          ...outlined('ground'),
        }),
      );
    case 'in-progress':
      return element(
        'g',
        {},
        circle(filledAndOutlined('ground', 'step')),
        element('path', {
          d: `M${point(x)} ${point(y - r)}a${r} ${r} 0 0 1 0 ${2 * r}z`,
          ...filled('step'),
        }),
      );
    case 'not-begun':
      return circle(filledAndOutlined('ground', 'muted'));
    case 'unknown':
      return element(
        'g',
        {},
        circle({ ...filledAndOutlined('ground', 'muted'), 'stroke-dasharray': '2.4 2.3' }),
        element(
          'text',
          {
            x,
            y: y + 4,
            'font-size': 11,
            'font-weight': 'bold',
            'text-anchor': 'middle',
            ...filled('ink'),
          },
          '?',
        ),
      );
  }
};

/** A sign as the legend shows it, around its middle. */
export const legendSign = (sign: Sign, x: number, y: number): Element => {
  const span = { from: x - 16, to: x + 16 };
  switch (sign) {
    case 'done':
    case 'in-progress':
    case 'not-begun':
    case 'unknown':
      return stateSign(sign, x, y);
    case 'step':
      return bar(span, y, plain);
    case 'whole':
      return bar(span, y, { ...plain, colour: 'whole' });
    case 'critical':
      return bar(span, y, { ...plain, isCritical: true });
    case 'late':
      return element(
        'g',
        {},
        bar({ from: x - 18, to: x + 2 }, y, { ...plain, colour: 'late', isLate: true }),
        warning(x + 13, y),
      );
    case 'moment':
      return diamond(x, y, plain);
    case 'latest':
      return bracket(span, y - 5);
    case 'slack':
      return slackLine(span, y);
    case 'window':
      return countyTime(span, { y: y - 7, height: 14 });
  }
};

const point = (value: number): number => Math.round(value * 10) / 10;
