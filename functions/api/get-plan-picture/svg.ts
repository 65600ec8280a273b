import type { Chart, Marker, Row, Timeline } from './chart.ts';
import { extentOf, type Line } from './lines.ts';
import { filled, outlined, styleSheet } from './palette.ts';
import type { Foot } from './picture-foot.ts';
import { columnsAt, frame } from './picture-frame.ts';
import type { Heading } from './picture-heading.ts';
import type { PlanPicture } from './plan-picture.ts';
import {
  bar,
  bracket,
  countyTime,
  diamond,
  legendSign,
  patterns,
  slackLine,
  stateSign,
  warning,
} from './signs.ts';
import { type Element, element, xml } from './xml.ts';

const text = ({ text: words, x, y, size, bold, colour, anchor, full }: Line): Element =>
  element(
    'text',
    {
      x,
      y,
      'font-size': size,
      ...(bold ? { 'font-weight': 'bold' } : {}),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      ...filled(colour),
    },
    ...(full === undefined ? [] : [element('title', {}, full)]),
    words,
  );

const upright = (
  x: number,
  { from, to }: { readonly from: number; readonly to: number },
  look: Element['attributes'],
): Element => element('line', { x1: x, y1: from, x2: x, y2: to, ...look });

const headingOf = ({
  lines,
  verdict: { box, colour, text: word },
}: Heading): readonly Element[] => [
  ...lines.map(text),
  element('rect', { ...box, rx: 4, ...filled(colour) }),
  text(word),
];

const axisLines = (
  { axis, periodsTop, ticksTop }: Timeline,
  { rowsTop, bottom }: Chart,
): readonly Element[] => {
  const grid = outlined('grid');
  return [
    ...axis.ticks.map(({ x }) => upright(x, { from: ticksTop, to: bottom }, grid)),
    ...axis.periods.map(({ x }) =>
      upright(x, { from: periodsTop, to: bottom }, { ...grid, 'stroke-width': 1.6 }),
    ),
    element('line', { x1: frame.left, y1: rowsTop, x2: frame.right, y2: rowsTop, ...grid }),
  ];
};

/** The names of months and years, with ground behind them: lines across the picture pass beneath. */
const axisLabels = ({ labels }: Timeline): readonly Element[] =>
  labels.flatMap((label) => {
    const { from, to } = extentOf(label);
    const ground = { x: from - 1, y: label.y - label.size, width: to - from, height: 15 };
    return [element('rect', { ...ground, ...filled('ground') }), text(label)];
  });

const markerLine = ({ kind, x, box }: Marker, { bottom }: Chart): Element =>
  upright(
    x,
    { from: box.y + box.height, to: bottom },
    kind === 'today'
      ? { ...outlined('ink'), 'stroke-width': 1.6 }
      : { ...outlined('deadline'), 'stroke-width': 2.4, 'stroke-dasharray': '7 3' },
  );

const markerLabel = ({ kind, box, label }: Marker): readonly Element[] => [
  element('rect', { ...box, rx: 3, ...filled(kind === 'today' ? 'ink' : 'deadline') }),
  text(label),
];

/** What lies behind the lines of the days. */
const rowGround = ({ top, height, window }: Row, i: number): readonly Element[] => [
  ...(i % 2 === 0
    ? [
        element('rect', {
          x: frame.left,
          y: top,
          width: frame.right - frame.left,
          height,
          ...filled('band'),
        }),
      ]
    : []),
  ...(window === undefined ? [] : [countyTime(window, { y: top + 3, height: height - 6 })]),
];

const shapesOf = ({ facts, middle, earliest, latest, slack }: Row): readonly Element[] => {
  const look = {
    colour: facts.isLate ? 'late' : facts.id === 'whole' ? 'whole' : 'step',
    isLate: facts.isLate,
    isCritical: facts.isCritical,
  } as const;
  return [
    ...(slack === undefined ? [] : [slackLine(slack, middle - 2)]),
    ...(latest === undefined ? [] : [bracket(latest, middle - 2)]),
    ...(earliest === undefined
      ? []
      : earliest.from === earliest.to
        ? [diamond(earliest.from, middle - 2, look)]
        : [bar(earliest, middle - 2, look)]),
  ];
};

const rowOf = (row: Row): Element => {
  const { facts, middle, lines } = row;
  return element(
    'g',
    {},
    element('title', {}, facts.inWords),
    ...(facts.state === undefined ? [] : [stateSign(facts.state, columnsAt.state, middle)]),
    ...lines.map(text),
    ...(facts.isLate ? [warning(columnsAt.late, middle)] : []),
    ...shapesOf(row),
  );
};

const chartOf = (chart: Chart): readonly Element[] => {
  const { timeline, rows, lines } = chart;
  const markers = timeline?.markers ?? [];
  return [
    ...rows.flatMap(rowGround),
    ...(timeline === undefined ? [] : axisLines(timeline, chart)),
    ...markers.map((marker) => markerLine(marker, chart)),
    ...(timeline === undefined ? [] : axisLabels(timeline)),
    ...markers.flatMap(markerLabel),
    ...lines.map(text),
    ...rows.map(rowOf),
  ];
};

const footOf = ({ top, legend, notes }: Foot): readonly Element[] => [
  element('line', { x1: frame.left, y1: top, x2: frame.right, y2: top, ...outlined('grid') }),
  ...legend.flatMap(({ sign, x, y, lines }) => [legendSign(sign, x, y), ...lines.map(text)]),
  ...notes.map(text),
];

/** The picture as an SVG document of its own: no script, nothing from elsewhere. */
export const svgOf = ({
  language,
  width,
  height,
  title,
  description,
  heading,
  chart,
  foot,
}: PlanPicture): string =>
  `${xml(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        class: 'plan',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        lang: language,
        'aria-labelledby': 'plan-title',
        'aria-describedby': 'plan-description',
        'font-family': 'sans-serif',
      },
      element('title', { id: 'plan-title' }, title),
      element('desc', { id: 'plan-description' }, description),
      element('style', {}, styleSheet),
      patterns,
      element('rect', { width, height, ...filled('ground') }),
      ...headingOf(heading),
      ...chartOf(chart),
      ...footOf(foot),
    ),
  )}\n`;
