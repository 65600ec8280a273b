import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarOn, changesBy } from '../../domain/calendar-entries.ts';
import { addDays, type Day, day } from '../../domain/day.ts';
import { type EvaluationInput, evaluateDay } from '../../domain/evaluation.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { evidenceEndOf, partsOf } from '../../domain/warnings.ts';
import { anyAssessments, anyDay, anyOrganisation, anyWaivers } from '../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

type Facts = Omit<EvaluationInput, 'catalogue'>;

/** Only what had happened by the day: nothing else can have come in by then. */
const happened = ({ organisation, assessments, ...rest }: Facts): Facts => {
  const by = (on: Day | null | undefined): Day | null => (on != null && on <= rest.on ? on : null);
  const byTask = (days: Organisation['storingSince']): Organisation['storingSince'] =>
    Object.fromEntries(Object.entries(days).map(([task, on]) => [task, by(on)]));
  const { joinedOn, patientDataSince, storingSince, recordingsSince, organisers } = organisation;
  return {
    ...rest,
    organisation: {
      ...organisation,
      joinedOn: by(joinedOn),
      patientDataSince: by(patientDataSince),
      storingSince: byTask(storingSince),
      recordingsSince: byTask(recordingsSince),
      organisers: organisers.map((one) => ({ ...one, joinedOn: by(one.joinedOn) })),
    },
    assessments: assessments.filter(({ statedOn }) => statedOn <= rest.on),
  };
};

const nothing = { assessments: [], waivers: [] };
const keyOf = ({ kind, id }: Pick<CalendarEntry, 'kind' | 'id'>) => `${kind} ${id}`;
const onDay = (on: string, facts: Record<string, unknown> = {}) =>
  calendarOn({ organisation: anOrganisation(facts), ...nothing, on: day(on) });
const ofKind = <K extends CalendarEntry['kind']>(entries: readonly CalendarEntry[], kind: K) =>
  entries.filter((entry): entry is Extract<CalendarEntry, { kind: K }> => entry.kind === kind);

describe('the entries of a calendar', () => {
  it('are the duties that fall due together, as one', () => {
    const [joining] = ofKind(onDay('2026-05-20'), 'deadline').filter(({ id }) => id === 'join');
    expect(joining).toMatchObject({ day: '2026-09-01', isOverdue: false, duties: 5 });
    expect(joining?.obligations).toContain('store-documents');
  });

  it('stay on their day once it has passed, as overdue, and leave when they are met', () => {
    const overdue = ofKind(onDay('2026-11-22'), 'deadline').find(({ id }) => id === 'join');
    expect(overdue).toMatchObject({ day: '2026-09-01', isOverdue: true, alarm: null });
    const met = onDay('2026-11-22', { joinedOn: '2026-11-20' });
    expect(met.some(({ id }) => id === 'join')).toBe(false);
  });

  it('name a yearly duty by its year, so that one year’s is not taken for another’s', () => {
    const yearly = (on: string) => onDay(on).find(({ id }) => id.startsWith('soteri-annual-check'));
    expect(yearly('2027-01-10')).toMatchObject({
      id: 'soteri-annual-check/2027',
      day: '2027-03-31',
    });
    expect(yearly('2027-04-01')).toMatchObject({
      id: 'soteri-annual-check/2028',
      day: '2028-03-31',
    });
  });

  it('hold the last day of evidence, and who renews it has another one', () => {
    const organisation = anOrganisation();
    const done = { state: 'done', validUntil: '2027-05-31' };
    const assessments = [anAssessment('2026-05-01', { 'certified-system': done })];
    const ending = (on: string, all = assessments) =>
      ofKind(calendarOn({ organisation, assessments: all, waivers: [], on: day(on) }), 'ending');
    expect(ending('2026-05-20')).toMatchObject([
      {
        id: 'certified-system/2027-05-31',
        day: '2027-05-31',
        isOverdue: false,
        alarm: { on: '2027-05-01', begin: [] },
      },
    ]);
    expect(ending('2027-06-01')).toMatchObject([{ isOverdue: true, alarm: null }]);
    const renewed = anAssessment('2027-05-01', {
      'certified-system': { state: 'done', validUntil: '2029-05-31' },
    });
    expect(ending('2027-05-20', [...assessments, renewed]).map(({ id }) => id)).toEqual([
      'certified-system/2029-05-31',
    ]);
  });

  it('hold what must begin, by the day at the latest, while it is ahead', () => {
    const starts = (on: string) => ofKind(onDay(on), 'start').map(({ day: by }) => by);
    const [decision] = ofKind(onDay('2025-06-01'), 'start');
    expect(decision).toMatchObject({ day: '2025-09-01', steps: ['decision-and-project'] });
    expect(starts('2025-09-01')).toEqual(starts('2025-06-01'));
    expect(starts('2025-09-02')).toEqual(starts('2025-06-01').slice(1));
    expect(starts('2026-09-01')).toEqual([]);
  });

  it('ring on the first latest start that is ahead, and once for it', () => {
    const entries = onDay('2025-11-22');
    const [first, second] = ofKind(entries, 'start');
    const joining = entries.find(({ id }) => id === 'join');
    expect(joining?.alarm).toEqual({ on: first?.day, begin: first?.steps });
    expect(first?.alarm).toBeNull();
    expect(second?.alarm).toEqual({ on: second?.day, begin: second?.steps });
  });

  it('ring thirty days before where nothing must begin, and not in the past', () => {
    const annual = (on: string) => onDay(on).find(({ id }) => id === 'soteri-annual-check/2028');
    expect(annual('2027-05-01')?.alarm).toEqual({ on: '2028-03-01', begin: [] });
    expect(annual('2028-03-01')?.alarm).toEqual({ on: '2028-03-01', begin: [] });
    expect(annual('2028-03-02')?.alarm).toBeNull();
  });

  it('are none once the operation has ended, nor where nothing binds', () => {
    expect(onDay('2026-11-22', { endedOn: '2026-11-01' })).toEqual([]);
    expect(onDay('2026-05-20', { counties: ['ahvenanmaa'] })).toEqual([]);
  });
});

describe('for any organisation on any day, a calendar', () => {
  const facts = fc.record({
    organisation: anyOrganisation,
    assessments: anyAssessments,
    waivers: anyWaivers,
    on: anyDay,
  });

  it('tells each unmet duty once, on its day, and every end of evidence', () => {
    fc.assert(
      fc.property(facts, (input) => {
        const evaluation = evaluateDay(input);
        const entries = calendarOn(input);
        const unmet = evaluation.deadlines.filter(({ status }) => status !== 'met');
        const told = ofKind(entries, 'deadline');
        if (evaluation.ended) return expect(entries).toEqual([]);
        expect(told.reduce((sum, { duties }) => sum + duties, 0)).toBe(unmet.length);
        expect(new Set(told.map(({ day: due }) => due))).toEqual(
          new Set(unmet.map(({ due }) => due)),
        );
        const ends = evaluation.requirements
          .filter(({ requirement }) => requirement !== 'soteri-check')
          .flatMap((verdict) =>
            partsOf(verdict).flatMap((part) =>
              [evidenceEndOf(part)].flatMap((end) =>
                end === undefined ? [] : [`ending ${verdict.requirement}/${end}`],
              ),
            ),
          );
        expect(entries.map(keyOf)).toEqual(expect.arrayContaining(ends));
      }),
    );
  });

  it('names no two entries alike, and rings on no day that has passed', () => {
    fc.assert(
      fc.property(facts, (input) => {
        const entries = calendarOn(input);
        expect(new Set(entries.map(keyOf)).size).toBe(entries.length);
        for (const { alarm, day: its } of entries) {
          if (alarm === null) continue;
          expect(alarm.on >= input.on && alarm.on <= its).toBe(true);
        }
      }),
    );
  });

  it('changes no entry by time alone without counting it, and the count never falls', () => {
    fc.assert(
      fc.property(facts.map(happened), fc.nat(900), (input, days) => {
        const later = { ...input, on: addDays(input.on, days) };
        const changes = changesBy(later) - changesBy(input);
        expect(changes).toBeGreaterThanOrEqual(0);
        const before = new Map(calendarOn(input).map((entry) => [keyOf(entry), entry]));
        for (const entry of calendarOn(later)) {
          const { alarm: _, ...its } = before.get(keyOf(entry)) ?? entry;
          const isCounted = changes > 0 || its.isOverdue !== entry.isOverdue;
          if (!isCounted) expect(entry).toMatchObject(its);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts no fewer changes when facts are added', () => {
    fc.assert(
      fc.property(facts, anyAssessments, anyWaivers, (input, assessments, waivers) => {
        const more = {
          ...input,
          assessments: [...input.assessments, ...assessments],
          waivers: [...input.waivers, ...waivers],
        };
        expect(changesBy(more)).toBeGreaterThanOrEqual(changesBy(input));
      }),
    );
  });
});
