import type { Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import type { Plan } from '../../../domain/plan.ts';
import { below, extentOf, type Line, line, paragraph, paragraphs } from './lines.ts';
import { chartSpan, columnsAt, frame } from './picture-frame.ts';
import type { RowFacts } from './picture-rows.ts';
import { columns, type DaySpan, marks } from './picture-texts.ts';
import { type Span, type Tick, type TimeAxis, tickGap, tickSize, timeAxis } from './time-axis.ts';

/** A row in its place. */
export interface Row {
  readonly facts: RowFacts;
  readonly top: number;
  readonly height: number;
  /** The height at which its bar lies. */
  readonly middle: number;
  readonly lines: readonly Line[];
  /** As early as it can be; a moment has the same beginning and end. */
  readonly earliest: Span | undefined;
  readonly latest: Span | undefined;
  /** Between the earliest end and the latest one. */
  readonly slack: Span | undefined;
  readonly window: Span | undefined;
}

/** A line across all rows, with its label over it. */
export interface Marker {
  readonly kind: 'today' | 'deadline';
  readonly x: number;
  readonly label: Line;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface Timeline {
  readonly axis: TimeAxis;
  /** Where the lines of the axis begin, its months under its years, and the rows. */
  readonly periodsTop: number;
  readonly ticksTop: number;
  readonly markers: readonly Marker[];
  /** What the months and years are called. */
  readonly labels: readonly Line[];
}

/** The steps under each other, beside them when they are, if the plan says so. */
export interface Chart {
  readonly timeline: Timeline | undefined;
  readonly lines: readonly Line[];
  readonly rowsTop: number;
  readonly rows: readonly Row[];
  readonly bottom: number;
}

const nameSize = 13.5;
const detailSize = 12;
const bandHeight = 18;
const labelHeight = 20;
const leastRow = 28;
const rowPadding = 5;

/** Every day that the rows show. */
const daysShown = (rows: readonly RowFacts[]): readonly Day[] =>
  rows.flatMap(({ earliest, latest, window }) =>
    [earliest, latest, window].flatMap((span) => (span === undefined ? [] : [span.from, span.to])),
  );

const markerOf = (
  kind: Marker['kind'],
  { text, x, top }: { readonly text: string; readonly x: number; readonly top: number },
): Marker => {
  const style = { size: 12.5, bold: true, colour: 'ground' } as const;
  const at = line(text, style, { x, y: top + 14, anchor: 'middle' });
  const padding = 7;
  const { from, to } = extentOf(at);
  const width = to - from + 2 * padding;
  // The label keeps inside the picture where its line is near the edge.
  const left = Math.min(Math.max(x - width / 2, frame.left), frame.right - width);
  return {
    kind,
    x,
    label: { ...at, x: left + width / 2 },
    box: { x: left, y: top, width, height: labelHeight },
  };
};

/** Each on a height of its own, so that they never lie on each other. */
const markersOf = (
  { plan: { on, target }, language, today, axis }: ChartOf & { readonly axis: TimeAxis },
  top: number,
): readonly Marker[] => {
  const text = on === today ? marks.today(on, language) : marks.otherDay(on, language);
  const now = markerOf('today', { text, x: axis.x(on), top });
  if (target === undefined) return [now];
  const due = marks.deadline(target.due, language);
  return [
    now,
    markerOf('deadline', { text: due, x: axis.x(target.due), top: top + labelHeight + 4 }),
  ];
};

const labelsOf = (ticks: readonly Tick[], top: number): readonly Line[] =>
  ticks.flatMap(({ x, label }) =>
    label === undefined
      ? []
      : [line(label, { size: tickSize, colour: 'muted' }, { x: x + tickGap, y: top + 13 })],
  );

const placed = (days: DaySpan | undefined, axis: TimeAxis | undefined): Span | undefined =>
  days === undefined || axis === undefined
    ? undefined
    : { from: axis.x(days.from), to: axis.x(days.to) };

/** What a row says: its name, more under it, and beside it the day by which to start, or how far it is. */
const wordsOf = (
  facts: RowFacts,
  { top, hasTimeline }: { readonly top: number; readonly hasTimeline: boolean },
): Pick<Row, 'lines' | 'height' | 'middle'> => {
  const { name: x, nameWidth, startByEnd } = columnsAt;
  const place = { x, width: hasTimeline ? nameWidth : chartSpan.from - x };
  const name = paragraph({
    text: facts.name,
    style: { size: nameSize, bold: facts.isCritical, colour: 'ink' },
    place: { ...place, top: top + rowPadding },
    most: 3,
  });
  const details = paragraphs(facts.details, {
    style: { size: detailSize, colour: 'muted' },
    place: { ...place, top: below(name, top + rowPadding) },
  });
  const lines = [...name, ...details];
  const height = Math.max(leastRow, below(lines, top) - top + rowPadding - 1);
  const middle = top + (details.length > 0 ? leastRow : height) / 2;
  const y = middle + 4.5;
  const colour = facts.hasBegun && hasTimeline ? 'muted' : 'ink';
  const style = { size: 12.5, bold: facts.isLate && !facts.hasBegun, colour } as const;
  const aside = hasTimeline
    ? line(facts.startBy, style, { x: startByEnd, y, anchor: 'end' })
    : line(facts.stateWord, style, { x: chartSpan.from, y });
  // A single line stands at the height of what is beside it.
  const set = lines.length === 1 ? lines.map((one) => ({ ...one, y })) : lines;
  return { lines: aside.text === '' ? set : [...set, aside], height, middle };
};

const rowOf = (
  facts: RowFacts,
  { axis, top }: { readonly axis: TimeAxis | undefined; readonly top: number },
): Row => {
  const earliest = placed(facts.earliest, axis);
  const latest = placed(facts.latest, axis);
  const isEarly = earliest !== undefined && latest !== undefined && latest.to > earliest.to;
  return {
    facts,
    top,
    ...wordsOf(facts, { top, hasTimeline: axis !== undefined }),
    earliest,
    latest,
    slack: isEarly ? { from: earliest.to, to: latest.to } : undefined,
    window: placed(facts.window, axis),
  };
};

const bottomOf = (rows: readonly Row[], top: number): number => {
  const last = rows.at(-1);
  return last === undefined ? top : last.top + last.height;
};

const rowsFrom = (
  all: readonly RowFacts[],
  { axis, top }: { readonly axis: TimeAxis | undefined; readonly top: number },
): readonly Row[] => {
  const rows: Row[] = [];
  for (const facts of all) rows.push(rowOf(facts, { axis, top: bottomOf(rows, top) }));
  return rows;
};

export interface ChartOf {
  readonly plan: Plan;
  readonly rows: readonly RowFacts[];
  readonly language: Language;
  readonly today: Day;
}

const columnHeads = ({ rows, language }: ChartOf, bottom: number): readonly Line[] => {
  const style = { size: 12, colour: 'muted' } as const;
  const head = (
    text: string,
    place: { readonly x: number; readonly width: number; readonly anchor: 'start' | 'end' },
  ) => {
    const set = paragraph({ text, style, place: { ...place, top: 0 } });
    const lift = bottom - below(set, 0) - 4;
    return set.map((one) => ({ ...one, y: one.y + lift }));
  };
  const { name, nameWidth, startByEnd, startByWidth } = columnsAt;
  return [
    ...head(columns.step[language], { x: name, width: nameWidth, anchor: 'start' }),
    ...(rows.some(({ latest }) => latest !== undefined)
      ? head(columns.startBy[language], { x: startByEnd, width: startByWidth, anchor: 'end' })
      : []),
  ];
};

export const chartOf = (input: ChartOf, top: number): Chart => {
  const { plan, rows: all, language } = input;
  const days = daysShown(all);
  if (days.length === 0) {
    const rows = rowsFrom(all, { axis: undefined, top });
    return { timeline: undefined, lines: [], rowsTop: top, rows, bottom: bottomOf(rows, top) };
  }
  const due = plan.target === undefined ? [] : [plan.target.due];
  const axis = timeAxis([plan.on, ...due, ...days], { span: chartSpan, language });
  const markers = markersOf({ ...input, axis }, top);
  const periodsTop = top + 2 * (labelHeight + 4) + 2;
  const ticksTop = periodsTop + (axis.periods.length > 0 ? bandHeight : 0);
  const rowsTop = ticksTop + bandHeight;
  const labels = [...labelsOf(axis.periods, periodsTop), ...labelsOf(axis.ticks, ticksTop)];
  const rows = rowsFrom(all, { axis, top: rowsTop });
  return {
    timeline: { axis, periodsTop, ticksTop, markers, labels },
    lines: columnHeads(input, rowsTop),
    rowsTop,
    rows,
    bottom: bottomOf(rows, rowsTop),
  };
};
