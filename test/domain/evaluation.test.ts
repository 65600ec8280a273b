import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../domain/day.ts';
import { type Evaluation, evaluate } from '../../domain/evaluation.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../domain/statute/requirements/requirement-ids.ts';
import { warningsToRaise } from '../../domain/warnings.ts';
import { anyAssessments, anyDay, anyOrganisation } from '../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

const today = day('2026-11-22');
const none = { assessments: [], waivers: [] };

const everythingDone = (on: string, validUntil: string | null = null) =>
  anAssessment(
    on,
    Object.fromEntries(requirementIds.map((id) => [id, { state: 'done', validUntil }])),
  );

const joined = {
  joinedOn: '2026-06-01',
  storingSince: { 'older-people': '2026-06-01' },
};

const statusOf = (evaluation: Evaluation, id: RequirementId) =>
  evaluation.requirements.find(({ requirement }) => requirement === id)?.status;

describe('the overall status is the worst part', () => {
  const rows: readonly {
    why: string;
    facts: Record<string, unknown>;
    on?: string;
    assessments?: ReturnType<typeof anAssessment>[];
    status: Evaluation['status'];
  }[] = [
    {
      why: 'never joined: overdue from the day after',
      facts: {},
      on: '2026-09-02',
      status: 'overdue',
    },
    {
      why: 'on the day itself nothing is overdue yet, but it cannot be made any more',
      facts: {},
      on: '2026-09-01',
      status: 'too-late',
    },
    {
      why: 'nothing is known of anyone or anything: too late once a whole project fits no more',
      facts: {},
      on: '2025-09-02',
      status: 'too-late',
    },
    {
      why: 'the day before, with nothing stated, it is unknown',
      facts: {},
      on: '2025-09-01',
      status: 'unknown',
    },
    {
      why: 'with a system that has been used to join, half a year is enough',
      facts: { systemUsedToJoin: true },
      on: '2026-03-01',
      status: 'unknown',
    },
    {
      why: 'and a day less is not',
      facts: { systemUsedToJoin: true },
      on: '2026-03-02',
      status: 'too-late',
    },
    {
      why: 'all joined, stored and stated: ready, although next year has a Soteri check',
      facts: joined,
      assessments: [everythingDone('2026-06-01', '2029-12-31')],
      status: 'ready',
    },
    {
      why: 'joined in time, nothing stated: the permit and logs of 102 § 5 mom. are overdue',
      facts: joined,
      status: 'overdue',
    },
    {
      why: 'a certificate that ends before the join deadline puts at risk',
      facts: {},
      on: '2026-05-01',
      assessments: [
        everythingDone('2026-04-30', '2029-12-31'),
        anAssessment('2026-05-01', {
          'certified-system': { state: 'done', validUntil: '2026-08-31' },
        }),
      ],
      status: 'at-risk',
    },
    {
      why: 'evidence in place and more than thirty days left: on track',
      facts: {},
      on: '2026-05-01',
      assessments: [everythingDone('2026-04-30', '2029-12-31')],
      status: 'on-track',
    },
    {
      why: 'fewer than thirty days left and not joined: at risk',
      facts: {},
      on: '2026-08-03',
      assessments: [everythingDone('2026-04-30', '2029-12-31')],
      status: 'at-risk',
    },
    {
      why: 'on Åland and not in Soteri there is no deadline at all',
      facts: { counties: ['ahvenanmaa'] },
      status: 'not-bound',
    },
  ];
  test.each(rows)('$why', ({ facts, on, assessments, status }) => {
    const evaluation = evaluate({
      organisation: anOrganisation(facts),
      assessments: assessments ?? [],
      waivers: [],
      on: on === undefined ? today : day(on),
    });
    expect(evaluation.status).toBe(status);
  });
});

describe('requirements', () => {
  const certified = (items: Record<string, unknown>, on = '2026-05-01') =>
    evaluate({
      organisation: anOrganisation(),
      assessments: [anAssessment('2026-04-01', { 'certified-system': items })],
      waivers: [],
      on: day(on),
    });

  test.each([
    {
      why: 'valid on the day it is needed',
      items: { state: 'done', validUntil: '2026-09-01' },
      status: 'ready',
    },
    {
      why: 'ends the day before it is needed',
      items: { state: 'done', validUntil: '2026-08-31' },
      status: 'expires-before-deadline',
    },
    {
      why: 'ended yesterday',
      items: { state: 'done', validUntil: '2026-04-30' },
      status: 'expired',
    },
    {
      why: 'its last day is today',
      items: { state: 'done', validUntil: '2026-05-01' },
      status: 'expires-before-deadline',
    },
    { why: 'under way', items: { state: 'in-progress' }, status: 'in-progress' },
    { why: 'not started', items: { state: 'not-started' }, status: 'missing' },
    {
      why: 'said not to apply, with a reason',
      items: { state: 'not-applicable', reason: 'toimittajan vastuulla' },
      status: 'not-applicable',
    },
  ])('a certified system $why is $status', ({ items, status }) => {
    expect(statusOf(certified(items), 'certified-system')).toBe(status);
  });

  test('evidence without a stated end holds as long as its source allows: a certificate three years', () => {
    const evaluation = (on: string) => certified({ state: 'done' }, on);
    expect(statusOf(evaluation('2026-05-01'), 'certified-system')).toBe('ready');
    const verdict = evaluation('2026-05-01').requirements.find(
      ({ requirement }) => requirement === 'certified-system',
    );
    expect(verdict).toMatchObject({ validUntil: '2029-04-01', because: { assumed: true } });
    expect(statusOf(evaluation('2029-04-02'), 'certified-system')).toBe('expired');
  });

  test('of two statements the one stated later stands, whatever order they came in', () => {
    const older = anAssessment(
      '2026-03-01',
      { cards: { state: 'done' } },
      { receivedAt: '2026-04-02T08:00:00.000Z' },
    );
    const newer = anAssessment(
      '2026-04-01',
      { cards: { state: 'not-started' } },
      { receivedAt: '2026-04-01T08:00:00.000Z' },
    );
    const evaluation = evaluate({
      organisation: anOrganisation(),
      assessments: [newer, older],
      waivers: [],
      on: day('2026-05-01'),
    });
    expect(statusOf(evaluation, 'cards')).toBe('missing');
  });

  test('a waiver is shown with what it covers and leaves the other requirements alone', () => {
    const given = {
      organisation: anOrganisation(),
      assessments: [anAssessment('2026-04-01', { cards: { state: 'not-started' } })],
      on: day('2026-05-01'),
    };
    const waiver = {
      requirement: 'cards',
      reason: 'kortit tilattu',
      from: day('2026-04-15'),
      until: day('2026-05-01'),
    } as const;
    const before = evaluate({ ...given, waivers: [] });
    const after = evaluate({ ...given, waivers: [waiver] });
    expect(after.requirements.find(({ requirement }) => requirement === 'cards')).toMatchObject({
      status: 'waived',
      underlying: 'missing',
    });
    const others = ({ requirements }: Evaluation) =>
      requirements.filter(({ requirement }) => requirement !== 'cards');
    expect(others(after)).toEqual(others(before));
    const dayAfter = evaluate({ ...given, waivers: [waiver], on: day('2026-05-02') });
    expect(statusOf(dayAfter, 'cards')).toBe('missing');
  });

  test('a public producer is asked for the Soteri check only from 2028 on', () => {
    const on = (value: string) =>
      evaluate({ organisation: anOrganisation({ sector: 'public' }), ...none, on: day(value) });
    expect(statusOf(on('2027-12-31'), 'soteri-check')).toBe('not-applicable');
    expect(statusOf(on('2028-01-01'), 'soteri-check')).toBe('unknown');
  });
});

describe('deadlines', () => {
  const joinOn = (facts: Record<string, unknown>, on: string) =>
    evaluate({ organisation: anOrganisation(facts), ...none, on: day(on) }).deadlines.find(
      ({ id }) => id === 'join',
    );

  test.each([
    {
      why: 'open on the day itself, with no days left',
      facts: {},
      on: '2026-09-01',
      expected: { status: 'open', daysLeft: 0 },
    },
    {
      why: 'overdue the day after',
      facts: {},
      on: '2026-09-02',
      expected: { status: 'overdue', daysLeft: -1 },
    },
    {
      why: 'met in time',
      facts: { joinedOn: '2026-09-01' },
      on: '2026-11-22',
      expected: { status: 'met', metOn: '2026-09-01', late: undefined },
    },
    {
      why: 'met late, and said so',
      facts: { joinedOn: '2026-09-02' },
      on: '2026-11-22',
      expected: { status: 'met', metOn: '2026-09-02', late: true },
    },
    {
      why: 'not yet met on a day before joining',
      facts: { joinedOn: '2026-09-02' },
      on: '2026-08-31',
      expected: { status: 'open', daysLeft: 1 },
    },
  ])('the join deadline is $why', ({ facts, on, expected }) => {
    const found = joinOn(facts, on);
    expect({ ...found, late: found?.late }).toMatchObject(expected);
  });

  test('the yearly check is met only by a check stated in that year', () => {
    const check = (statedOn: string) =>
      evaluate({
        organisation: anOrganisation(),
        assessments: [anAssessment(statedOn, { 'soteri-check': { state: 'done' } })],
        waivers: [],
        on: day('2027-03-01'),
      }).deadlines.find(({ id }) => id === 'soteri-annual-check')?.status;
    expect(check('2026-12-31')).toBe('open');
    expect(check('2027-01-01')).toBe('met');
  });

  test('a security plan that was to end before joining was due does not meet the deadline', () => {
    const planUntil = (validUntil: string) =>
      evaluate({
        organisation: anOrganisation(),
        assessments: [
          anAssessment('2026-03-01', { 'security-plan': { state: 'done', validUntil } }),
        ],
        waivers: [],
        on: day('2026-06-01'),
      }).deadlines.find(({ id }) => id === 'security-plan')?.status;
    expect(planUntil('2026-08-31')).toBe('open');
    expect(planUntil('2026-09-01')).toBe('met');
  });

  describe('met by a statement', () => {
    const plan = (on: string, ...stated: readonly (readonly [string, Record<string, unknown>])[]) =>
      evaluate({
        organisation: anOrganisation(),
        assessments: stated.map(([statedOn, item]) =>
          anAssessment(statedOn, { 'security-plan': { state: 'done', ...item } }),
        ),
        waivers: [],
        on: day(on),
      }).deadlines.find(({ id }) => id === 'security-plan');

    test('that contradicts itself it is not', () => {
      const item = { points: { followsRegulation: false } };
      expect(plan('2026-06-01', ['2026-05-01', item])).toMatchObject({ status: 'open' });
      expect(plan('2026-09-02', ['2026-05-01', item])).toMatchObject({ status: 'overdue' });
      expect(plan('2026-06-01', ['2026-05-01', item], ['2026-05-20', {}])).toMatchObject({
        status: 'met',
        metOn: '2026-05-20',
      });
    });

    test('that had aged by the day it was due it is not; stated again afterwards it is, late', () => {
      // Stated on 31.8.2025 it counts until 31.8.2026, the day before the duty.
      expect(plan('2026-08-31', ['2025-08-31', {}])?.status).toBe('met');
      expect(plan('2026-09-01', ['2025-08-31', {}])?.status).toBe('open');
      expect(plan('2026-09-02', ['2025-08-31', {}])?.status).toBe('overdue');
      expect(plan('2026-10-01', ['2025-08-31', {}], ['2026-09-20', {}])).toMatchObject({
        status: 'met',
        metOn: '2026-09-20',
        late: true,
      });
    });

    test('that held on the day it was due it stays, whatever ends later', () => {
      const held = { validUntil: '2026-12-31' };
      expect(plan('2027-03-01', ['2026-05-01', held])).toMatchObject({
        status: 'met',
        metOn: '2026-05-01',
      });
      expect(plan('2028-03-01', ['2026-05-01', {}])?.status).toBe('met');
    });

    test('renewed in time it is met without a break', () => {
      expect(plan('2026-09-02', ['2025-08-31', {}], ['2026-08-01', {}])).toMatchObject({
        status: 'met',
        metOn: '2025-08-31',
      });
    });
  });
});

describe('what always holds', () => {
  const outcome = ({ status, deadlines, requirements, notBound }: Evaluation) => ({
    status,
    deadlines: deadlines.map(({ id, due, status: how }) => [id, due, how]),
    requirements: requirements.map(({ requirement, status: how }) => [requirement, how]),
    notBound: notBound.map(({ obligation, reason }) => [obligation, reason]),
  });

  test('nothing changes by time alone before nextChange', () => {
    fc.assert(
      fc.property(anyOrganisation, anyAssessments, anyDay, (organisation, assessments, on) => {
        const facts = { organisation, assessments, waivers: [] };
        const now = evaluate({ ...facts, on });
        const raised = Object.fromEntries(
          warningsToRaise(now, {}).map(({ kind, id, due, rung }) => [
            `${kind}:${id}`,
            { due, rung },
          ]),
        );
        const last: Day = now.nextChange ?? addDays(on, 400);
        for (let next = addDays(on, 1); next < last; next = addDays(next, 1)) {
          const then = evaluate({ ...facts, on: next });
          expect(outcome(then)).toEqual(outcome(now));
          expect(warningsToRaise(then, raised)).toEqual([]);
        }
      }),
    );
  });

  test('what nobody has stated is never ready, and an organisation with something unknown is not either', () => {
    fc.assert(
      fc.property(anyOrganisation, anyAssessments, anyDay, (organisation, assessments, on) => {
        const evaluation = evaluate({ organisation, assessments, waivers: [], on });
        const stated = new Set(
          assessments
            .filter(({ statedOn }) => statedOn <= on)
            .flatMap(({ items, overrides = {} }) =>
              [items, ...Object.values(overrides)].flatMap((some) => Object.keys(some)),
            ),
        );
        for (const { requirement, status, because } of evaluation.requirements) {
          if (!stated.has(requirement) && because.kind !== 'shown') {
            expect(['unknown', 'not-applicable']).toContain(status);
          }
        }
        if (evaluation.requirements.some(({ status }) => status === 'unknown')) {
          expect(['ready', 'on-track', 'at-risk']).not.toContain(evaluation.status);
        }
      }),
    );
  });

  test('the order in which tasks and counties are given changes nothing', () => {
    fc.assert(
      fc.property(anyOrganisation, anyDay, (organisation, on) => {
        const turned = {
          ...organisation,
          serviceTasks: [...organisation.serviceTasks].reverse(),
          counties: [...organisation.counties].reverse(),
        };
        expect(evaluate({ organisation: turned, ...none, on })).toEqual(
          evaluate({ organisation, ...none, on }),
        );
      }),
    );
  });

  test('joining earlier never makes a storing day later', () => {
    fc.assert(
      fc.property(anyOrganisation, anyDay, fc.nat(900), (organisation, joinedOn, earlier) => {
        const storing = (on: Day) =>
          evaluate({
            organisation: { ...organisation, joinedOn: on },
            ...none,
            on: today,
          }).deadlines.filter(({ obligation }) => obligation === 'store-documents');
        const late = new Map(storing(joinedOn).map(({ id, due }) => [id, due]));
        for (const { id, due } of storing(addDays(joinedOn, -earlier))) {
          const before = late.get(id);
          if (before !== undefined) expect(due <= before).toBe(true);
        }
      }),
    );
  });

  test('a day can be recomputed from its trace alone', () => {
    fc.assert(
      fc.property(anyOrganisation, anyDay, (organisation, on) => {
        for (const { due, trace } of evaluate({ organisation, ...none, on }).deadlines) {
          const days = (step: 'candidate' | 'not-before') =>
            trace.flatMap((entry) => (entry.step === step ? [entry.day] : [])).sort();
          const floor = days('not-before').at(-1);
          const least = days('candidate')[0];
          expect(due).toBe(
            floor !== undefined && least !== undefined && floor > least ? floor : least,
          );
        }
      }),
    );
  });
});

test('the last day that may be asked about is answered like any other', () => {
  const { deadlines } = evaluate({
    organisation: anOrganisation(),
    ...none,
    on: day('2199-12-31'),
  });
  expect(deadlines.find(({ id }) => id === 'soteri-annual-check')?.due).toBe('2200-03-31');
});
