import type { Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import type { Plan } from '../../../domain/plan.ts';
import { describePlan } from '../../../domain/texts/plan-texts.ts';
import { plainName } from '../../night/send-digest/display-name.ts';
import { type Chart, chartOf } from './chart.ts';
import { type Foot, footOf } from './picture-foot.ts';
import { frame, pictureWidth } from './picture-frame.ts';
import { type Heading, headingOf } from './picture-heading.ts';
import { rowsOf } from './picture-rows.ts';
import { asOf, heading } from './picture-texts.ts';

/** What is drawn: the plan of an organisation, for a reader, on her own day, which may not be the plan's. */
export interface PictureOf {
  readonly organisation: string;
  readonly plan: Plan;
  readonly language: Language;
  readonly today: Day;
}

/** The picture with everything in its place: what draws it decides nothing. */
export interface PlanPicture {
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly heading: Heading;
  readonly chart: Chart;
  readonly foot: Foot;
}

/** A plan laid out: whose it is and how it stands, its steps in time, and what the signs mean. */
export const planPicture = ({
  organisation: name,
  plan,
  language,
  today,
}: PictureOf): PlanPicture => {
  const organisation = plainName(name);
  const top = headingOf({ organisation, plan, language }, frame);
  const chart = chartOf({ plan, rows: rowsOf(plan, language), language, today }, top.bottom + 16);
  const foot = footOf({ plan, language, chart }, chart.bottom + 4);
  return {
    language,
    width: pictureWidth,
    height: Math.ceil(foot.bottom + 20),
    title: `${organisation}: ${heading[language]}, ${asOf(plan.on, language)}`,
    description: describePlan(plan, language).join(' '),
    heading: top,
    chart,
    foot,
  };
};
