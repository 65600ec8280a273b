import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReceivedAssessment } from '../../domain/assessment.ts';
import { addDays, type Day, day, daysBetween } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import { finishAfter } from '../../domain/lead-time.ts';
import { lateSteps, type Plan, type PlannedStep, planChanges, planOf } from '../../domain/plan.ts';
import { standingsOn } from '../../domain/statements.ts';
import type { StepId } from '../../domain/statute/onboarding-steps.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import { anyAssessments, anyDay, anyOrganisation, anyWaivers } from '../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

const planFor = (
  facts: Record<string, unknown>,
  on: string,
  assessments: readonly ReceivedAssessment[] = [],
): Plan =>
  evaluate({ organisation: anOrganisation(facts), assessments, waivers: [], on: day(on) }).plan;

const step = ({ steps }: Plan, id: StepId): PlannedStep => {
  const found = steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};

const used = { systemUsedToJoin: true };

describe('counted back from 1.9.2026', () => {
  test.each<{ why: string; id: StepId; start: string; finish: string }>([
    {
      why: 'half a year before it the project must begin (law.md 4.1)',
      id: 'decision-and-project',
      start: '2026-03-01',
      finish: '2026-03-01',
    },
    {
      why: 'the report within two working days before production use',
      id: 'deployment-report',
      start: '2026-08-30',
      finish: '2026-09-01',
    },
    {
      why: 'the test on the last working day that leaves time for the report',
      id: 'deployment-test',
      start: '2026-08-28',
      finish: '2026-08-28',
    },
    {
      why: 'cards two weeks before the test',
      id: 'cards',
      start: '2026-08-14',
      finish: '2026-08-28',
    },
    {
      why: 'agreement and cards six weeks before the test (law.md 4.1)',
      id: 'card-agreement',
      start: '2026-07-17',
      finish: '2026-08-14',
    },
    {
      why: 'certificates a week before the test',
      id: 'service-certificates',
      start: '2026-08-21',
      finish: '2026-08-28',
    },
    {
      why: 'what has no sourced lead time on the day the next needs it',
      id: 'kanta-application',
      start: '2026-08-28',
      finish: '2026-08-28',
    },
    {
      why: 'the day of the law, whatever window the county has announced',
      id: 'unit-oid-delivered',
      start: '2026-09-01',
      finish: '2026-09-01',
    },
    {
      why: 'what must be there before it, too',
      id: 'sote-register-entry',
      start: '2026-08-28',
      finish: '2026-08-28',
    },
    {
      why: 'production use on the day itself',
      id: 'production-use',
      start: '2026-09-01',
      finish: '2026-09-01',
    },
  ])('$id: $why', ({ id, start, finish }) => {
    const plan = planFor(used, '2026-03-01');
    expect(step(plan, id).days).toMatchObject({ latestStart: start, latestFinish: finish });
  });

  test('with the shortest lead times everything may wait longer', () => {
    const plan = planFor(used, '2026-03-01');
    expect(step(plan, 'decision-and-project').atBest.latestStart).toBe('2026-06-01');
    expect(step(plan, 'cards').atBest.latestStart).toBe('2026-08-21');
    expect(step(plan, 'card-agreement').atBest.latestStart).toBe('2026-07-31');
    expect(step(plan, 'deployment-test').atBest.latestStart).toBe('2026-09-01');
  });

  test('half a year with a system used to join, a year without: both are shown', () => {
    const variants = ({ whole }: Plan) =>
      whole?.variants.map(({ situation, latestStart, latestStartAtBest }) => ({
        situation,
        latestStart,
        latestStartAtBest,
      }));
    const both = [
      {
        situation: 'system-used-to-join',
        latestStart: '2026-03-01',
        latestStartAtBest: '2026-06-01',
      },
      {
        situation: 'system-not-used-to-join',
        latestStart: '2025-09-01',
        latestStartAtBest: '2025-09-01',
      },
    ];
    expect(variants(planFor(used, '2025-06-01'))).toEqual(both);
    expect(variants(planFor({ systemUsedToJoin: false }, '2025-06-01'))).toEqual(both);
  });
});

describe('what the whole takes', () => {
  const certified = (state: string) =>
    anAssessment('2025-05-01', {
      'certified-system': { state, ...(state === 'done' && { validUntil: '2028-05-31' }) },
    });
  test.each<{
    why: string;
    facts: Record<string, unknown>;
    assessments: readonly ReceivedAssessment[];
    situation: string;
    assumed: boolean;
  }>([
    {
      why: 'nothing is known of the system: the longer time, and said so',
      facts: {},
      assessments: [],
      situation: 'system-not-used-to-join',
      assumed: true,
    },
    {
      why: 'a certified system is there',
      facts: {},
      assessments: [certified('done')],
      situation: 'system-used-to-join',
      assumed: false,
    },
    {
      why: 'certification is under way only',
      facts: {},
      assessments: [certified('in-progress')],
      situation: 'system-not-used-to-join',
      assumed: true,
    },
    {
      why: 'the profile says that it was used',
      facts: used,
      assessments: [],
      situation: 'system-used-to-join',
      assumed: false,
    },
    {
      why: 'the profile says that it was not, whatever its certificate',
      facts: { systemUsedToJoin: false },
      assessments: [certified('done')],
      situation: 'system-not-used-to-join',
      assumed: false,
    },
  ])('$why', ({ facts, assessments, situation, assumed }) => {
    expect(planFor(facts, '2025-06-01', assessments).whole).toMatchObject({ situation, assumed });
  });

  test('a waived certificate that ends too early is still a certified system', () => {
    const { plan } = evaluate({
      organisation: anOrganisation(),
      assessments: [
        anAssessment('2025-05-01', {
          'certified-system': { state: 'done', validUntil: '2026-01-31' },
        }),
      ],
      waivers: [
        {
          requirement: 'certified-system',
          reason: 'uusitaan',
          from: day('2025-05-01'),
          until: day('2025-12-31'),
        },
      ],
      on: day('2025-06-01'),
    });
    expect(plan.whole?.situation).toBe('system-used-to-join');
  });

  test('it is counted from the day the project began, by what was stated', () => {
    const begun = (item: Record<string, unknown>, on = '2026-02-01') =>
      planFor(used, '2026-02-10', [anAssessment(on, { 'decision-and-project': item })]);
    expect(begun({ state: 'in-progress' })).toMatchObject({
      earliestFinish: '2026-08-01',
      // Nothing done now makes the half year shorter that has begun.
      critical: ['production-use'],
    });
    expect(begun({ state: 'done' }).earliestFinish).toBe('2026-08-01');
    expect(begun({ state: 'done', since: '2025-12-15' }).earliestFinish).toBe('2026-06-15');
    expect(begun({ state: 'not-started' }).earliestFinish).toBe('2026-08-10');
  });

  test('the first of an unbroken run of statements is its beginning', () => {
    const plan = planFor(used, '2026-04-01', [
      anAssessment('2026-01-05', { 'decision-and-project': { state: 'in-progress' } }),
      anAssessment('2026-03-05', { 'decision-and-project': { state: 'done' } }),
    ]);
    expect(plan.whole?.from).toBe('2026-01-05');
    expect(plan.earliestFinish).toBe('2026-07-05');
  });

  test('it says nothing more once a deployment test has succeeded: what is left is known', () => {
    const plan = planFor(used, '2026-08-20', [
      anAssessment('2026-08-20', {
        'deployment-test': { state: 'done' },
        ...Object.fromEntries(
          ['cards', 'card-readers', 'service-certificates', 'certified-system'].map((id) => [
            id,
            { state: 'done', validUntil: '2029-12-31' },
          ]),
        ),
      }),
    ]);
    expect(plan.whole).toBeNull();
    // Thursday 20.8. and two working days for the report.
    expect(plan.earliestFinish).toBe('2026-08-24');
    expect(plan.state).toBe('tight');
    expect(plan.critical).toEqual(['deployment-report', 'production-use']);
  });
});

describe('what is left is known', () => {
  const ids = requirementIds.filter((id) => !['deployment-test', 'production-use'].includes(id));
  const allDone = Object.fromEntries(
    ids.map((id) => [id, { state: 'done', validUntil: '2029-12-31' }]),
  );
  const { 'deployment-report': _, ...withoutReport } = allDone;
  const plan = (items: Record<string, unknown>) =>
    planFor(used, '2026-08-20', [anAssessment('2026-08-20', items)]);

  test('once the application is made and no step with a time of its own is left before it', () => {
    const { whole, earliestFinish } = plan(withoutReport);
    expect(whole).toBeNull();
    expect(earliestFinish).toBe('2026-08-24');
  });

  test.each<[string, string]>([
    ['without the application', 'kanta-application'],
    ['while cards are still to come', 'cards'],
    ['while certificates are', 'service-certificates'],
  ])('not %s', (_why, lacking) => {
    expect(plan({ ...allDone, [lacking]: { state: 'in-progress' } }).whole).not.toBeNull();
  });

  test('an expired certificate does not make the system one that was never used', () => {
    const expired = { 'certified-system': { state: 'done', validUntil: '2026-08-01' } };
    const found = planFor({}, '2026-08-20', [anAssessment('2026-07-20', expired)]);
    expect(found.whole).toMatchObject({ situation: 'system-used-to-join', assumed: false });
  });
});

describe('where units were spoken of singly', () => {
  const units = ['1', '2'].map((number) => ({
    oid: `1.2.246.10.2048198.10.${number}`,
    name: number,
  }));
  const plan = (one: Record<string, unknown>, two: Record<string, unknown>) =>
    planFor({ ...used, units }, '2026-06-15', [
      anAssessment(
        '2026-06-01',
        {},
        {
          overrides: Object.fromEntries(
            [one, two].map((cards, i) => [units[i]?.oid ?? '', { cards }]),
          ),
        },
      ),
    ]);

  test('a step is as far as the unit that is behind: its beginning and its agreement', () => {
    const done = { state: 'done', validUntil: '2029-05-31' };
    const ordered = { state: 'in-progress', since: '2026-05-20', points: { cardAgreement: true } };
    expect(step(plan(done, ordered), 'cards')).toMatchObject({
      state: 'in-progress',
      since: '2026-05-20',
    });
    expect(step(plan(done, { state: 'in-progress' }), 'card-agreement').state).toBe('in-progress');
    expect(step(plan(done, done), 'cards').state).toBe('done');
  });
});

test('cards are counted from when their agreement was there', () => {
  const cards = (state: Record<string, unknown>) => ({ cards: { state: 'in-progress', ...state } });
  const plan = planFor(used, '2026-06-15', [
    anAssessment('2026-04-01', cards({})),
    anAssessment('2026-06-10', cards({ points: { cardAgreement: true } })),
  ]);
  expect(step(plan, 'card-agreement').state).toBe('done');
  expect(step(plan, 'cards')).toMatchObject({ state: 'in-progress', since: '2026-06-10' });
});

describe('counted forward from today', () => {
  test('on 22.11.2026 an organisation that never joined: too late, the earliest day and what decides it', () => {
    const plan = planFor(used, '2026-11-22');
    expect(plan).toMatchObject({
      state: 'too-late',
      earliestFinish: '2027-05-22',
      earliestFinishAtBest: '2027-02-22',
      slack: -263,
      critical: ['decision-and-project', 'production-use'],
      longestChain: [
        'decision-and-project',
        'card-agreement',
        'cards',
        'card-readers',
        'kanta-application',
        'connection-test',
        'deployment-test',
        'deployment-report',
        'production-use',
      ],
    });
    expect(plan.target).toMatchObject({ id: 'join', due: '2026-09-01', status: 'overdue' });
    expect(planFor({}, '2026-11-22').earliestFinish).toBe('2027-11-22');
  });

  test('each step after those it follows: four weeks, two weeks, a working day, two working days', () => {
    const plan = planFor(used, '2026-11-22');
    const days = (id: StepId) => {
      const { earliestStart, earliestFinish } = step(plan, id).days;
      return [earliestStart, earliestFinish];
    };
    expect(days('card-agreement')).toEqual(['2026-11-22', '2026-12-20']);
    expect(days('cards')).toEqual(['2026-12-20', '2027-01-03']);
    expect(days('kanta-application')).toEqual(['2027-01-03', '2027-01-03']);
    // 3.1.2027 is a Sunday; 6.1. is Epiphany.
    expect(days('deployment-test')).toEqual(['2027-01-04', '2027-01-04']);
    expect(days('deployment-report')).toEqual(['2027-01-04', '2027-01-07']);
  });

  test('what is in progress counts from its beginning, but ends no earlier than today', () => {
    const cards = (since: string) =>
      step(
        planFor(used, '2026-06-01', [
          anAssessment('2026-06-01', {
            cards: { state: 'in-progress', since, points: { cardAgreement: true } },
          }),
        ]),
        'cards',
      ).days;
    expect(cards('2026-05-25')).toMatchObject({
      earliestStart: '2026-05-25',
      earliestFinish: '2026-06-08',
    });
    expect(cards('2026-01-05')).toMatchObject({
      earliestStart: '2026-01-05',
      earliestFinish: '2026-06-01',
    });
  });

  test.each<{ why: string; item: Record<string, unknown>; agreement: string; cards: string }>([
    {
      why: 'cards in progress without a word of the agreement: the agreement is what is in progress',
      item: { state: 'in-progress' },
      agreement: 'in-progress',
      cards: 'not-begun',
    },
    {
      why: 'with the agreement made, the cards are',
      item: { state: 'in-progress', points: { cardAgreement: true } },
      agreement: 'done',
      cards: 'in-progress',
    },
    {
      why: 'professional cards need no agreement',
      item: { state: 'in-progress', points: { professionalCardsOnly: true } },
      agreement: 'done',
      cards: 'in-progress',
    },
    {
      why: 'an agreement that is said not to be there is not',
      item: { state: 'in-progress', points: { cardAgreement: false } },
      agreement: 'in-progress',
      cards: 'not-begun',
    },
    {
      why: 'cards that have ended: their agreement goes on',
      item: { state: 'done', validUntil: '2026-05-31' },
      agreement: 'done',
      cards: 'not-begun',
    },
    {
      why: 'cards of which a kind that needs the agreement is lacking',
      item: { state: 'done', validUntil: '2029-05-31', points: { personnelCards: false } },
      agreement: 'not-begun',
      cards: 'not-begun',
    },
    {
      why: 'cards of which only a kind that needs no agreement is lacking',
      item: { state: 'done', validUntil: '2029-05-31', points: { professionalCards: false } },
      agreement: 'done',
      cards: 'not-begun',
    },
    {
      why: 'cards that have ended, and no agreement is there any more',
      item: { state: 'done', validUntil: '2026-05-31', points: { cardAgreement: false } },
      agreement: 'not-begun',
      cards: 'not-begun',
    },
    {
      why: 'nothing begun',
      item: { state: 'not-started' },
      agreement: 'not-begun',
      cards: 'not-begun',
    },
    {
      why: 'cards that end before the day are there',
      item: { state: 'done', validUntil: '2026-08-01' },
      agreement: 'done',
      cards: 'done',
    },
  ])('$why', ({ item, agreement, cards }) => {
    const plan = planFor(used, '2026-06-01', [anAssessment('2026-05-30', { cards: item })]);
    expect(step(plan, 'card-agreement').state).toBe(agreement);
    expect(step(plan, 'cards').state).toBe(cards);
  });

  test('a county window that has not opened yet holds up what follows', () => {
    const plan = planFor(used, '2026-02-01');
    expect(step(plan, 'unit-oid-delivered')).toMatchObject({
      days: { earliestStart: '2026-05-01' },
      window: { county: 'etela-pohjanmaa', passed: false },
    });
    expect(step(plan, 'register-access-right').days.earliestStart).toBe('2026-05-01');
  });

  test('one that has passed is said to have passed; its end is no day of the law', () => {
    expect(step(planFor(used, '2026-06-15'), 'unit-oid-delivered')).toMatchObject({
      days: { latestFinish: '2026-09-01' },
      window: { until: '2026-06-15', passed: false },
    });
    expect(step(planFor(used, '2026-06-16'), 'unit-oid-delivered')).toMatchObject({
      days: { latestFinish: '2026-09-01' },
      window: { passed: true },
    });
  });

  test('another county has no window of its own', () => {
    const plan = planFor({ ...used, counties: ['kainuu'] }, '2026-02-01');
    expect(step(plan, 'unit-oid-delivered').window).toBeUndefined();
    const organisers = planFor(
      { ...used, counties: ['kainuu'], organisers: [{ county: 'etela-pohjanmaa' }] },
      '2026-02-01',
    );
    expect(step(organisers, 'unit-oid-delivered').window).toBeDefined();
  });

  test('what is done has its latest days, takes no time and is never critical or late', () => {
    const plan = planFor(used, '2026-09-15', [
      anAssessment('2026-08-01', { 'card-readers': { state: 'done' } }),
    ]);
    expect(step(plan, 'card-readers')).toMatchObject({
      state: 'done',
      since: '2026-08-01',
      days: { latestStart: '2026-08-28', latestFinish: '2026-08-28' },
      critical: false,
    });
    expect(step(plan, 'card-readers').slack).toBeUndefined();
    const delivered = planFor(used, '2026-05-10', [
      anAssessment('2026-05-05', { 'unit-oid-delivered': { state: 'done' } }),
    ]);
    expect(step(delivered, 'unit-oid-delivered').window).toBeUndefined();
    expect(lateSteps(plan, 0).map(({ id }) => id)).not.toContain('card-readers');
  });
});

describe('by joining model', () => {
  const ids = (plan: Plan) => plan.steps.map(({ id }) => id);

  test('parallel joining alone leads to the first storing day through the organiser, by its own steps', () => {
    const plan = planFor({ joiningModel: 'parallel', ownRegister: false }, '2026-04-01');
    expect(plan.target?.id).toBe('store-documents/older-people@organiser');
    expect(plan.whole).toBeNull();
    expect(ids(plan)).not.toEqual(
      expect.arrayContaining(['decision-and-project', 'vendor-contract', 'kanta-application']),
    );
    expect(plan).toMatchObject({
      state: 'in-time',
      earliestFinish: '2026-05-13',
      critical: [
        'card-agreement',
        'cards',
        'card-readers',
        'register-access-right',
        'production-use',
      ],
    });
  });

  test('a tenant of a joint joining leaves application and tests to the main joiner', () => {
    const tenant = planFor({ ...used, joiningModel: 'joint', mainJoiner: false }, '2026-02-01');
    for (const id of ['kanta-application', 'deployment-test', 'deployment-report'] as const) {
      expect(ids(tenant)).not.toContain(id);
    }
    expect(step(tenant, 'production-use').after).toEqual(
      expect.arrayContaining(['vendor-contract', 'card-readers', 'service-certificates']),
    );
    const main = planFor({ ...used, joiningModel: 'joint', mainJoiner: true }, '2026-02-01');
    expect(ids(main)).toContain('kanta-application');
    // The whole takes as long for the one as for the other.
    expect(tenant.earliestFinish).toBe('2026-08-01');
    expect(main.earliestFinish).toBe('2026-08-01');
  });

  test('one that neither reads nor signs needs no cards, and what follows them follows what is before', () => {
    const plan = planFor({ ...used, readsOrSignsInKanta: false }, '2026-02-01');
    expect(ids(plan)).not.toEqual(expect.arrayContaining(['cards']));
    expect(plan.longestChain).not.toContain('card-agreement');
    expect(step(plan, 'kanta-application').after).toContain('decision-and-project');
  });

  test('who has joined has reached what the plan led to', () => {
    const plan = planFor({ joinedOn: '2026-08-20' }, '2026-11-22');
    expect(plan).toMatchObject({ state: 'finished', critical: [], whole: null });
    expect(plan.earliestFinish).toBeUndefined();
    expect(plan.steps.every(({ days }) => Object.keys(days).length === 0)).toBe(true);
  });

  test('who is bound to nothing has no plan to keep', () => {
    const plan = planFor({ counties: ['ahvenanmaa'] }, '2026-03-01');
    expect(plan.state).toBe('no-deadline');
    expect(plan.target).toBeUndefined();
  });

  test('who has joined without having to is finished', () => {
    expect(planFor({ counties: ['ahvenanmaa'], joinedOn: '2026-01-10' }, '2026-03-01').state).toBe(
      'finished',
    );
  });

  test('after the end nothing is planned any more', () => {
    expect(planFor({ endedOn: '2026-08-31' }, '2026-09-01').state).toBe('ended');
    const joined = { joinedOn: '2026-01-10', endedOn: '2026-08-31' };
    expect(planFor(joined, '2026-08-31').state).toBe('finished');
    expect(planFor(joined, '2026-09-01').state).toBe('ended');
    expect(planFor({ ...used, endedOn: '2026-12-31' }, '2026-11-22').state).toBe('too-late');
  });

  test('recordings only: the plan leads to 1.10.2029', () => {
    const plan = planFor({ ...used, recordingsOnly: true, makesRecordings: true }, '2026-11-22');
    expect(plan.target?.due).toBe('2029-10-01');
    expect(step(plan, 'decision-and-project').days.latestStart).toBe('2029-04-01');
    expect(plan.state).toBe('in-time');
  });
});

describe('how tight it is', () => {
  test.each([
    ['two hundred days ahead', '2025-08-13', 'in-time', 200],
    ['more than thirty days', '2026-01-30', 'in-time', 33],
    ['thirty days', '2026-02-02', 'in-time', 30],
    ['less than thirty', '2026-02-05', 'tight', 27],
    ['none', '2026-03-01', 'tight', 0],
    ['a day too late', '2026-03-02', 'too-late', -1],
  ])('%s', (_why, on, state, slack) => {
    expect(planFor({ ...used, counties: ['kainuu'] }, on)).toMatchObject({ state, slack });
  });
});

describe('the days on which a plan changes by time alone', () => {
  const changesOf = (facts: Record<string, unknown>, on: string) => {
    const organisation = anOrganisation(facts);
    const { plan, ...found } = evaluate({
      organisation,
      assessments: [],
      waivers: [],
      on: day(on),
    });
    return planChanges({ organisation, ...found }, plan);
  };

  test('are those after which a step would end too late, or with less than thirty days to spare', () => {
    const changes = changesOf({ ...used, counties: ['kainuu'] }, '2026-01-15');
    expect(changes).toEqual(
      expect.arrayContaining(['2026-02-03', '2026-03-02', '2026-07-18', '2026-08-15']),
    );
    expect(changes.filter((one) => one < '2026-02-03')).toEqual([]);
  });

  test('are none where nothing is planned', () => {
    expect(changesOf({ joinedOn: '2026-01-10' }, '2026-01-15')).toEqual([]);
    expect(changesOf({ counties: ['ahvenanmaa'] }, '2026-01-15')).toEqual([]);
  });
});

test('what joining shows is done since then, whatever was stated before', () => {
  const before = [
    anAssessment('2026-05-01', { 'kanta-application': { state: 'in-progress' } }),
    anAssessment('2026-06-01', { 'connection-test': { state: 'in-progress' } }),
  ];
  const plan = planFor({ ...used, joinedOn: '2026-08-20' }, '2026-11-22', before);
  expect(step(plan, 'kanta-application')).toMatchObject({ state: 'done', since: '2026-08-20' });
  expect(step(plan, 'connection-test')).toMatchObject({
    state: 'in-progress',
    since: '2026-06-01',
  });
});

test('nothing is estimated of the whole once production use is stated', () => {
  const plan = planFor(used, '2026-06-15', [
    anAssessment('2026-06-01', { 'production-use': { state: 'done' } }),
  ]);
  expect(plan.whole).toBeNull();
  expect(planFor(used, '2026-06-15').whole).not.toBeNull();
});

describe('late steps', () => {
  test('have less to spare than asked about: none is not late', () => {
    const plan = planFor({ ...used, counties: ['kainuu'] }, '2026-03-01');
    const slackOf = (days: number) => lateSteps(plan, days).map(({ slack }) => slack ?? 99);
    expect(slackOf(0)).toEqual([]);
    expect(slackOf(1).length).toBeGreaterThan(0);
    expect(Math.max(...slackOf(1))).toBe(0);
    expect(lateSteps(plan, 1000)).toHaveLength(plan.steps.length);
  });
});

describe('who is bound to nothing and finished or ended has nothing to plan', () => {
  test.each([
    [{ joinedOn: '2026-08-20' }, '2026-11-22'],
    [{ counties: ['ahvenanmaa'] }, '2026-03-01'],
    [{ endedOn: '2026-08-31' }, '2026-09-01'],
  ])('%o', (facts, on) => {
    const { steps, critical, longestChain, whole } = planFor(facts, on);
    expect({ critical, longestChain, whole }).toEqual({
      critical: [],
      longestChain: [],
      whole: null,
    });
    for (const one of steps) {
      expect(one).toMatchObject({ days: {}, atBest: {}, critical: false });
      expect(one).not.toHaveProperty('slack');
      expect(one).not.toHaveProperty('window');
    }
  });
});

describe('what always holds of a plan', () => {
  const anyPlan = fc.record({
    organisation: anyOrganisation,
    assessments: anyAssessments,
    waivers: anyWaivers,
    on: anyDay,
  });
  const open = ({ steps }: Plan) => steps.filter(({ days }) => days.earliestFinish !== undefined);

  test('a step with its lead time ends in time, and begun a day later it does not', () => {
    fc.assert(
      fc.property(anyPlan, (facts) => {
        for (const { days, leadTime, onWorkingDay } of evaluate(facts).plan.steps) {
          const { latestStart, latestFinish } = days;
          if (latestStart === undefined || latestFinish === undefined) continue;
          if (leadTime === null) {
            expect(latestStart).toBe(latestFinish);
          } else if (onWorkingDay !== true) {
            expect(finishAfter(latestStart, leadTime.longest) <= latestFinish).toBe(true);
            expect(finishAfter(addDays(latestStart, 1), leadTime.longest) > latestFinish).toBe(
              true,
            );
          }
        }
      }),
    );
  });

  test('every step begins after those it follows have ended, both ways', () => {
    fc.assert(
      fc.property(anyPlan, (facts) => {
        const { plan } = evaluate(facts);
        const byId = new Map(open(plan).map((one) => [one.id, one]));
        for (const { after, days, state } of byId.values()) {
          for (const before of after) {
            const earlier = byId.get(before)?.days;
            if (earlier?.earliestFinish === undefined) continue;
            if (state !== 'in-progress') {
              expect(earlier.earliestFinish <= (days.earliestStart ?? '')).toBe(true);
            }
            expect(earlier.earliestFinish <= (days.earliestFinish ?? '')).toBe(true);
            if (earlier.latestFinish !== undefined) {
              const needs = state === 'in-progress' ? days.latestFinish : days.latestStart;
              expect(earlier.latestFinish <= (needs ?? '')).toBe(true);
            }
          }
        }
      }),
    );
  });

  test('nothing that has not begun begins before today, and the shortest times are never longer', () => {
    fc.assert(
      fc.property(anyPlan, (facts) => {
        const { plan } = evaluate(facts);
        for (const { days, atBest, state } of open(plan)) {
          if (state !== 'in-progress') expect((days.earliestStart ?? '') >= facts.on).toBe(true);
          expect((days.earliestFinish ?? '') >= facts.on).toBe(true);
          expect((atBest.earliestFinish ?? '') <= (days.earliestFinish ?? '')).toBe(true);
          expect((atBest.latestStart ?? '') >= (days.latestStart ?? '')).toBe(true);
        }
      }),
    );
  });

  /** The same plan with its own earliest finish as the deadline: what it cannot beat, and can just make. */
  const toItsOwnEnd = (facts: Parameters<typeof evaluate>[0], by: (finish: Day) => Day) => {
    const { plan, deadlines, requirements } = evaluate(facts);
    const { target, earliestFinish } = plan;
    if (target === undefined || earliestFinish === undefined) return undefined;
    return planOf({
      ...facts,
      deadlines: deadlines.map((one) =>
        one === target ? { ...one, due: by(earliestFinish) } : one,
      ),
      requirements,
      standings: standingsOn(facts.assessments, facts.on),
    });
  };

  /** The most days off in a row; a day of the month that another month lacks moves an end by three at most. */
  const longestBreak = 5;

  test('forward and backward agree: led to its own earliest finish it has no slack, and is just in time', () => {
    fc.assert(
      fc.property(anyPlan, (facts) => {
        const plan = toItsOwnEnd(facts, (finish) => finish);
        if (plan === undefined) return;
        expect(plan.slack).toBe(0);
        const slacks = open(plan).flatMap(({ slack }) => slack ?? []);
        if (slacks.length > 0) expect(Math.min(...slacks)).toBe(0);
        expect(step(plan, plan.critical.at(-1) ?? 'production-use').slack).toBe(0);
        for (const id of plan.critical) {
          const { slack } = step(plan, id);
          // Only days off before a step of working days, and the ends of months, can wait.
          expect(slack).toBeGreaterThanOrEqual(0);
          expect(slack).toBeLessThanOrEqual(longestBreak);
        }
      }),
    );
  });

  test('a chain of calendar time alone has no slack at all', () => {
    fc.assert(
      fc.property(anyPlan, (facts) => {
        const plan = toItsOwnEnd(facts, (finish) => finish);
        if (plan === undefined || plan.whole !== null) return;
        if (plan.critical.some((id) => id === 'deployment-test' || id === 'deployment-report'))
          return;
        for (const id of plan.critical) expect(step(plan, id).slack).toBe(0);
      }),
    );
  });

  test('a day less, and something is late', () => {
    fc.assert(
      fc.property(anyPlan, (facts) => {
        const plan = toItsOwnEnd(facts, (finish) => addDays(finish, -1));
        if (plan === undefined) return;
        expect(plan.state).toBe('too-late');
        expect(lateSteps(plan, 0).length > 0 || open(plan).length === 0).toBe(true);
      }),
    );
  });

  test('too late is what begun today ends after the deadline, and not a day more', () => {
    fc.assert(
      fc.property(anyPlan, (facts) => {
        const { plan } = evaluate(facts);
        if (plan.target === undefined || plan.earliestFinish === undefined) return;
        expect(plan.slack).toBe(daysBetween(plan.earliestFinish, plan.target.due));
        expect(plan.state === 'too-late').toBe(plan.earliestFinish > plan.target.due);
      }),
    );
  });

  test('doing a step never puts off the end', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(...requirementIds), (facts, id) => {
        const before = evaluate(facts).plan.earliestFinish;
        const done = anAssessment(
          facts.on,
          { [id]: { state: 'done', validUntil: '2199-12-31' } },
          { receivedAt: '2031-01-01T10:00:00.000Z' },
        );
        const after = evaluate({ ...facts, assessments: [...facts.assessments, done] }).plan;
        if (before !== undefined && after.earliestFinish !== undefined) {
          expect(after.earliestFinish <= before).toBe(true);
        }
      }),
    );
  });
});
