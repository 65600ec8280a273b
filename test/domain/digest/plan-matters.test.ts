import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../support/builders.ts';
import {
  aDigestSource,
  aDigestView,
  allStated,
  type DigestFacts,
  mattersOn,
} from '../../support/digests.ts';

const done = { state: 'done' };
const notBegun = { state: 'not-started' };
const plansOn = (night: string, told: DigestFacts = {}) =>
  mattersOn(night, told).filter((matter) => matter.kind === 'plan');
/** All is done but these, of which nothing has been begun. */
const allBut = (ids: readonly string[], on = '2026-05-20') => [
  anAssessment(on, { ...allStated(done), ...Object.fromEntries(ids.map((id) => [id, notBegun])) }),
];

describe('a plan that has become too late', () => {
  it('tells the deadline, the earliest possible day, and by how many days that is late', () => {
    expect(plansOn('2026-06-03')).toMatchObject([
      {
        obligations: ['join'],
        due: '2026-09-01',
        daysLeft: 90,
        finish: '2027-06-03',
        daysLate: 275,
      },
    ]);
  });

  it('says that the whole decides, by an assumption where nothing is known of the system', () => {
    expect(plansOn('2026-06-03')).toMatchObject([
      {
        whole: { situation: 'system-not-used-to-join', assumed: true },
        unknownSteps: 23,
        first: 'decision-and-project',
        critical: ['decision-and-project', 'production-use'],
        sources: ['kanta-deployment', 'kanta-deployment-phase'],
      },
    ]);
  });

  it('names the steps themselves and their sources where they decide', () => {
    const steps = [
      'cards',
      'card-readers',
      'kanta-application',
      'connection-test',
      'deployment-test',
      'deployment-report',
      'production-use',
    ];
    const items = {
      ...allStated(done),
      ...Object.fromEntries(steps.map((id) => [id, notBegun])),
      'decision-and-project': { ...done, since: '2025-09-01' },
    };
    const [plan] = plansOn('2026-08-10', {
      facts: { systemUsedToJoin: true },
      assessments: [anAssessment('2026-05-20', items)],
    });
    expect(plan).toMatchObject({ whole: null, unknownSteps: 0, first: 'cards' });
    expect(plan?.critical.slice(0, 2)).toEqual(['card-agreement', 'cards']);
    expect(plan?.sources).toEqual(['kela-2020']);
  });

  it('stands first among the matters of its day', () => {
    const kinds = mattersOn('2026-06-03', {
      assessments: [anAssessment('2026-05-20', { cards: { ...done, validUntil: '2026-09-01' } })],
    }).map(({ kind }) => kind);
    expect(kinds).toEqual(['plan', 'deadline', 'expiry']);
  });

  it('does not let the deadline tell the same next step in full again', () => {
    const [plan, deadline] = mattersOn('2026-06-03', {
      assessments: allBut(['decision-and-project', 'cards', 'deployment-test', 'production-use']),
    });
    expect(plan).toMatchObject({ kind: 'plan', first: 'decision-and-project' });
    expect(deadline).toMatchObject({
      kind: 'deadline',
      next: [
        { requirement: 'cards' },
        { requirement: 'deployment-test' },
        { requirement: 'production-use' },
        { requirement: 'decision-and-project' },
      ],
    });
  });

  it('is left out where it is in time again, or was moved, before the mail was written', () => {
    const { warnings } = aDigestSource('2026-06-03');
    const still = (now: DigestFacts) =>
      aDigestView('2026-06-03', [{ ...aDigestSource('2026-06-03', now), warnings }])
        .organisations.flatMap(({ matters }) => matters)
        .filter(({ kind }) => kind === 'plan');
    expect(still({})).toHaveLength(1);
    expect(still({ assessments: allBut([]) })).toEqual([]);
    expect(still({ facts: { operatingSince: '2026-09-15' } })).toEqual([]);
    expect(still({ facts: { endedOn: '2026-06-01' } })).toEqual([]);
  });

  it('is told as put right once it is in time again', () => {
    const source = aDigestSource('2026-06-04', {
      assessments: allBut([], '2026-06-04'),
      toldOn: { night: '2026-06-03', facts: {} },
    });
    expect(source.fixed).toContain('plan:join');
    const [settled] = aDigestView('2026-06-04', [source]).settled;
    expect(settled?.matters).toContainEqual({ kind: 'plan', obligation: 'join' });
  });

  it('is not said to be in time where the duty itself is met', () => {
    const source = aDigestSource('2026-06-04', {
      facts: { joinedOn: '2026-06-04' },
      toldOn: { night: '2026-06-03', facts: {} },
    });
    expect(source.fixed).toEqual(['deadline:join', 'plan:join']);
    const met = { kind: 'duties', obligations: ['join'], duties: 1, metOn: '2026-06-04' };
    for (const fixed of [source.fixed, ['plan:join']]) {
      expect(aDigestView('2026-06-04', [{ ...source, fixed }]).settled).toMatchObject([
        { matters: [met] },
      ]);
    }
  });
});
