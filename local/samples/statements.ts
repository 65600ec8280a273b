import type { AssessmentItem, Items } from '../../domain/assessment.ts';
import { addDays, type Day, day, yearOf } from '../../domain/day.ts';
import { inOrder } from '../../domain/in-order.ts';
import type { RequirementId } from '../../domain/statute/requirements/requirement-ids.ts';
import type { Stating } from './evidence-points.ts';
import { doneItem, itemsAt, type Stage, stages } from './project.ts';
import { type AssessmentBody, type Assessments, around } from './story.ts';

/** What had been stated by a day, oldest first. */
const stated = (
  today: Day,
  assessments: readonly { readonly on: Day; readonly items: Items }[],
): readonly AssessmentBody[] =>
  assessments
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => inOrder(a.on, b.on))
    .map(({ on, items }) => ({ statedOn: on, items }));

/** Everything is done; but who does not store yet has not begun production use. */
const allDone = (stating: Stating): Items => {
  const { life, on } = stating;
  const stores = Object.values(life.storingSince ?? {}).some(
    (since) => since != null && since <= on,
  );
  return {
    ...itemsAt({ ...stating, stage: 'in-use' }),
    ...(stores ? {} : { 'production-use': { state: 'not-started' } }),
  };
};

/** Has told us nothing of itself. */
export const nothingStated: Assessments = () => [];

/** The days on which one that joins comes to each stage, and says so. */
const stageDays = (joined: Day): Readonly<Record<Stage, Day>> => ({
  decided: addDays(joined, -200),
  'under-way': addDays(joined, -100),
  'nearly-there': addDays(joined, -40),
  'about-to-join': addDays(joined, -10),
  'in-use': addDays(joined, 5),
});

/**
 * One that prepares for more than half a year, joins, and from then on states everything anew twice a
 * year: in March, with the check of Soteri, and in the last weeks.
 */
export const preparedAndJoined: Assessments = (life, today) => {
  if (life.joinedOn == null) return [];
  const days = stageDays(day(life.joinedOn));
  const at = (stage: Stage, on: Day) => ({ on, items: itemsAt({ stage, days, life, on }) });
  const restated = [2, 1, 0]
    .map((ago) => day(`${Math.max(1900, yearOf(today) - ago)}-03-10`))
    .concat(around(today, -12))
    .filter((on, i, all) => on > days['in-use'] && all.indexOf(on) === i);
  return stated(today, [
    ...stages.map((stage) => at(stage, days[stage])),
    ...restated.map((on) => at('in-use', on)),
  ]);
};

/** Everything done, lately, but for joining itself where it has not. */
export const everythingDone: Assessments = (life, today) => {
  const on = around(today, -12);
  return stated(today, [{ on, items: allDone({ life, on }) }]);
};

/** The work began on a day and is going on: some done, some in progress, some not started. */
export const underWay =
  (began: string): Assessments =>
  (life, today) => {
    const decided = day(began);
    const days = { decided, 'under-way': around(decided, 45) };
    const on = around(today, -20);
    return stated(today, [
      { on: decided, items: itemsAt({ stage: 'decided', days, life, on: decided }) },
      ...(on > decided ? [{ on, items: itemsAt({ stage: 'under-way', days, life, on }) }] : []),
    ]);
  };

/** Has just begun, and says so: nothing is started but what it needed before. */
export const barelyBegun: Assessments = (life, today) => {
  const on = around(today, -33);
  const notStarted = Object.fromEntries(
    Object.keys(itemsAt({ stage: 'decided', life, on })).map((id) => [
      id,
      { state: 'not-started' as const },
    ]),
  );
  return stated(today, [
    {
      on,
      items: {
        ...notStarted,
        'licence-or-registration': doneItem('licence-or-registration', { life, on }),
        'security-plan': { state: 'in-progress', since: on },
      },
    },
  ]);
};

/** Has improved from one statement to the next, and leaves much unsaid. */
export const improving: Assessments = (life, today) => {
  const [first, second, last] = [around(today, -110), around(today, -60), around(today, -6)];
  return stated(today, [
    {
      on: first,
      items: {
        'decision-and-project': { state: 'in-progress', since: first },
        'security-plan': { state: 'not-started' },
        cards: { state: 'not-started' },
      },
    },
    {
      on: second,
      items: {
        'decision-and-project': { state: 'done' },
        'security-plan': { state: 'in-progress', since: around(second, -14) },
        'licence-or-registration': { state: 'done' },
      },
    },
    {
      on: last,
      items: {
        'security-plan': doneItem('security-plan', { life, on: last }),
        'access-rights': doneItem('access-rights', { life, on: last }),
        cards: {
          state: 'in-progress',
          since: around(last, -4),
          points: { cardAgreement: false },
        },
      },
    },
  ]);
};

/** Everything done, but the certificates end in a few weeks. */
export const certificatesEndSoon: Assessments = (life, today) => {
  const on = around(today, -25);
  const ending = (id: RequirementId, ends: Readonly<Record<string, Day>>): AssessmentItem => {
    const item = doneItem(id, { life, on });
    return { ...item, points: { ...item.points, ...ends } };
  };
  return stated(today, [
    {
      on,
      items: {
        ...allDone({ life, on }),
        'service-certificates': ending('service-certificates', {
          serverCertificateUntil: around(today, 24),
        }),
        'certified-system': ending('certified-system', { certificateUntil: around(today, 80) }),
      },
    },
  ]);
};

/** Everything done, but a certificate ended, of which no more than the end was told, and nothing since. */
export const certificateExpired: Assessments = (life, today) => {
  const on = around(today, -95);
  return stated(today, [
    {
      on,
      items: {
        ...allDone({ life, on }),
        'service-certificates': { state: 'done', validUntil: around(today, -9) },
      },
    },
  ]);
};

/** Said something once, before the day of joining, and nothing since. */
export const statedOnceOn =
  (on: string, items: Items): Assessments =>
  (_life, today) =>
    stated(today, [{ on: day(on), items }]);
