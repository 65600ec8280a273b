/** The picture's width, and how it is divided: marks, names, days, and the chart. */
export const pictureWidth = 1060;

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export const frame: Frame = { left: 24, right: 1036, top: 20 };

/** Columns beside the chart, by their middle, beginning or end. */
export const columnsAt = {
  state: 33,
  name: 52,
  nameWidth: 330,
  late: 398,
  startByEnd: 494,
  startByWidth: 100,
} as const;

/** Where time runs. */
export const chartSpan = { from: 514, to: 1036 } as const;
