import type { NightFigures } from './figures-of-nights.ts';

const [width, height] = [640, 400];
const frame = { left: 70, right: 20, top: 50, bottom: 50 };

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly (readonly [number, number])[];
}

/** Powers of ten from below the least value to above the greatest. */
const powers = (values: readonly number[]): readonly number[] => {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
};

const shown = (value: number): string => value.toLocaleString('en');

/** Write units of a night against organisations, both by powers of ten, by the share that is due. */
export const growthPicture = (all: readonly NightFigures[]): string => {
  const real = all.filter(({ organisations, due }) => due === organisations || due < organisations);
  const having = (of: (due: number, organisations: number) => boolean) =>
    [
      ...new Map(
        real.filter((one) => of(one.due, one.organisations)).map((one) => [one.organisations, one]),
      ).values(),
    ]
      .map(({ organisations, writeUnits }) => [organisations, writeUnits] as const)
      .sort(([a], [b]) => a - b);
  const lines: readonly Line[] = [
    { name: 'all due', colour: '#b3261e', points: having((due, n) => due === n) },
    { name: '1 % due', colour: '#8a5a00', points: having((due, n) => due > 0 && due < n) },
    { name: 'none due', colour: '#1b6e3c', points: having((due) => due === 0) },
  ];
  const xs = powers(lines.flatMap(({ points }) => points.map(([x]) => x)));
  const ys = powers(lines.flatMap(({ points }) => points.map(([, y]) => Math.max(1, y))));
  const scale = (value: number, among: readonly number[], from: number, to: number): number => {
    const [least = 1, greatest = 10] = [among[0], among.at(-1)];
    const part = Math.log10(value / least) / Math.max(1e-9, Math.log10(greatest / least));
    return Math.round((from + part * (to - from)) * 10) / 10;
  };
  const x = (value: number) => scale(value, xs, frame.left, width - frame.right - 70);
  const y = (value: number) => scale(Math.max(1, value), ys, height - frame.bottom, frame.top);
  const text = (at: readonly [number, number], what: string, more = '') =>
    `<text x="${at[0]}" y="${at[1]}" ${more}>${what}</text>`;
  const grid = [
    ...xs.map(
      (value) =>
        `<line x1="${x(value)}" x2="${x(value)}" y1="${frame.top}" y2="${height - frame.bottom}"/>`,
    ),
    ...ys.map(
      (value) =>
        `<line x1="${frame.left}" x2="${width - frame.right - 70}" y1="${y(value)}" y2="${y(value)}"/>`,
    ),
  ];
  const labels = [
    ...xs.map((value) =>
      text([x(value), height - frame.bottom + 18], shown(value), 'text-anchor="middle"'),
    ),
    ...ys.map((value) => text([frame.left - 8, y(value) + 4], shown(value), 'text-anchor="end"')),
    text([frame.left, 28], 'Write units of a night, index included', 'font-weight="bold"'),
    text([(frame.left + width - 90) / 2, height - 10], 'organisations', 'text-anchor="middle"'),
  ];
  const drawn = lines.flatMap(({ name, colour, points }) => {
    const path = points.map(([of, units]) => `${x(of)},${y(units)}`).join(' ');
    const [last = [1, 1] as const] = points.slice(-1);
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(
        ([of, units]) => `<circle cx="${x(of)}" cy="${y(units)}" r="3.5" fill="${colour}"/>`,
      ),
      text([x(last[0]) + 8, y(last[1]) + 4], name, `fill="${colour}"`),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Write units of a night against organisations, with none, one in a hundred and all due" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<g stroke="#ddd">${grid.join('')}</g>
<g fill="#333">${labels.join('')}</g>
${drawn.join('\n')}
</svg>
`;
};
