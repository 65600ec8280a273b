import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceivedAssessment } from '../../../domain/assessment.ts';
import { addDays, type Day, day } from '../../../domain/day.ts';
import { type Evaluation, evaluate } from '../../../domain/evaluation.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import { serviceTasks } from '../../../domain/statute/service-tasks.ts';
import type { Waiver } from '../../../domain/waiver.ts';
import {
  isSameSubject,
  type Warning,
  warningKey,
  warningsToRaise,
} from '../../../domain/warnings.ts';
import { shardOf } from '../../../functions/adapters/organisations.ts';
import { instantText } from '../../../functions/clock.ts';
import { createHandler as evaluateShard } from '../../../functions/night/evaluate-shard/handler.ts';
import { aGround, type Ground } from '../../support/a-system.ts';
import { anyAssessments, anyOrganisation, anyWaivers } from '../../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { momentOf } from '../../support/clocks.ts';

const ids = businessIds(2);

/** What is known of one organisation, whenever it came in. */
interface Facts {
  readonly businessId: BusinessId;
  readonly organisation: Organisation;
  readonly assessments: readonly ReceivedAssessment[];
  readonly waivers: readonly Waiver[];
  /** Of the warnings that stand on a day, which are asked to be quiet, and until when. */
  readonly quiet: readonly { readonly on: Day; readonly which: number; readonly until: Day }[];
}

const firstStart = day('2026-01-01');
const anyStart = fc.nat(4 * 365).map((days) => addDays(firstStart, days));
/** Some days before or after another. */
const near = (one: Day, { before, after }: { before: number; after: number }) =>
  fc.integer({ min: -before, max: after }).map((days) => addDays(one, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** One that does as it should, so that small things decide how it stands. */
const anOrderlyOne = (start: Day): fc.Arbitrary<Organisation> =>
  fc
    .record({
      sector: fc.constantFrom('public', 'private'),
      serviceTasks: fc.subarray([...serviceTasks], { minLength: 1, maxLength: 2 }),
      actsForOrganiser: fc.boolean(),
      recordsPatientData: fc.boolean(),
      makesRecordings: fc.boolean(),
      systemUsedToJoin: fc.boolean(),
      joinedOn: maybe(near(start, { before: 300, after: 60 })),
      startsStoring: maybe(near(start, { before: 300, after: 60 })),
      patientDataSince: maybe(near(start, { before: 300, after: 60 })),
      taskStarts: maybe(near(start, { before: 60, after: 60 })),
    })
    .map(({ startsStoring, taskStarts, serviceTasks: tasks, ...facts }) => {
      const each = (on: Day | null) =>
        on === null ? {} : Object.fromEntries(tasks.map((task) => [task, on]));
      const storing = { storingSince: each(startsStoring), taskSince: each(taskStarts) };
      return anOrganisation({ ...facts, ...storing, serviceTasks: tasks });
    });

/** All is done, apart from a little that is stated besides. */
const allDone = (start: Day): fc.Arbitrary<readonly ReceivedAssessment[]> =>
  fc
    .record({
      on: near(start, { before: 380, after: 0 }),
      validUntil: maybe(near(start, { before: 0, after: 400 })),
      other: maybe(
        fc.record({
          on: near(start, { before: 60, after: 60 }),
          about: fc.constantFrom(...requirementIds),
          item: fc.constantFrom(
            { state: 'in-progress' },
            { state: 'not-started' },
            { state: 'done' },
          ),
        }),
      ),
    })
    .map(({ on, validUntil, other }) => {
      const done = { state: 'done', validUntil };
      const all = Object.fromEntries(requirementIds.map((id) => [id, done]));
      const first = anAssessment(on, all, { receivedAt: '2025-12-31T10:00:00.000Z' });
      if (other === null) return [first];
      const receivedAt = '2025-12-31T10:00:01.000Z';
      return [first, anAssessment(other.on, { [other.about]: other.item }, { receivedAt })];
    });

const anyFacts = (businessId: BusinessId, start: Day): fc.Arbitrary<Facts> =>
  fc.record({
    businessId: fc.constant(businessId),
    organisation: fc
      .tuple(
        fc.oneof({ weight: 2, arbitrary: anOrderlyOne(start) }, anyOrganisation),
        fc.option(near(start, { before: 0, after: 200 }), { nil: null, freq: 6 }),
      )
      .map(([organisation, ended]) => {
        const { operatingSince } = organisation;
        const isBefore = operatingSince !== null && ended !== null && ended < operatingSince;
        return { ...organisation, businessId, endedOn: isBefore ? operatingSince : ended };
      }),
    assessments: fc.oneof({ weight: 2, arbitrary: allDone(start) }, anyAssessments),
    waivers: fc.oneof(
      anyWaivers,
      fc
        .record({
          requirement: fc.constantFrom(...requirementIds),
          from: near(start, { before: 60, after: 60 }),
          days: fc.nat(60),
        })
        .map(({ requirement, from, days }) => [
          { requirement, reason: 'kortit tilattu', from, until: addDays(from, days) },
        ]),
    ),
    quiet: fc.array(
      fc
        .record({
          on: near(start, { before: 0, after: 100 }),
          which: fc.nat(30),
          days: fc.nat(60),
        })
        .map(({ on, which, days }) => ({ on, which, until: addDays(on, days) })),
      { maxLength: 2 },
    ),
  });

const evaluationOn = ({ organisation, assessments, waivers }: Facts, on: Day): Evaluation =>
  evaluate({ organisation, assessments, waivers, on });

/** What was asked to be quiet, as it comes in. */
const acknowledgementsOf = (facts: Facts) =>
  facts.quiet.flatMap(({ on, which, until }, i) => {
    const warnings = warningsToRaise(evaluationOn(facts, on), {});
    const chosen = warnings[which % Math.max(1, warnings.length)];
    if (chosen === undefined) return [];
    const { kind, id, due } = chosen;
    return [
      {
        acknowledgementId: `acknowledgement-${i}`,
        by: 'aino',
        side: 'overseers' as const,
        subjects: [{ kind, id }],
        due,
        at: instantText(momentOf('2025-12-31')),
        until,
      },
    ];
  });

/** Every day that facts and their evaluation speak of, and those from which on and up to which it counts. */
const daysThatMatter = (facts: Facts, start: Day): readonly Day[] => {
  const said = JSON.stringify([facts, evaluationOn(facts, start), acknowledgementsOf(facts)]);
  const named = [...new Set(said.match(/\d{4}-\d{2}-\d{2}/g))].map(day);
  const law = ['2027-01-01', '2028-01-01', '2029-01-01'].map(day);
  return [...named, ...law]
    .flatMap((one) => [-30, -29, -7, 0, 1].map((days) => addDays(one, days)))
    .filter((one) => one > start && one < '2030-06-01');
};

/** Nights in spans around days that matter, each chosen by a number; the others were missed. */
const nightsOf = (
  all: readonly Facts[],
  { start, around }: { readonly start: Day; readonly around: readonly number[] },
): readonly Day[] => {
  const days = all.flatMap((facts) => daysThatMatter(facts, start));
  const chosen = around.flatMap((which) => days[which % Math.max(1, days.length)] ?? []);
  const spans = chosen.flatMap((one) => [-1, 0, 1].map((days) => addDays(one, days)));
  return [...new Set([start, ...spans.filter((one) => one > start)])].sort();
};

const anyNights = fc
  .tuple(anyStart, fc.subarray([...ids], { minLength: 1 }))
  .chain(([start, some]) =>
    fc.record({
      start: fc.constant(start),
      all: fc.tuple(...some.map((businessId) => anyFacts(businessId, start))),
      around: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 4 }),
    }),
  )
  .map(({ all, ...when }) => ({ all, nights: nightsOf(all, when) }));

/** Someone watches two counties; the sweep, which would hide a wrong day, never comes. */
const groundOf = async (all: readonly Facts[]): Promise<Ground> => {
  const ground = aGround();
  const { organisations, supervisors } = ground;
  const now = momentOf('2025-12-31');
  await supervisors.save({
    id: 'aino',
    replaces: 0,
    content: { name: 'Aino', email: 'a@example.fi', language: 'fi', counties: ['lappi', 'kainuu'] },
  });
  for (const facts of all) {
    const { businessId, assessments, waivers } = facts;
    const { businessId: _, ...content } = facts.organisation;
    await organisations.saveProfile({ businessId, content, replaces: 0, now });
    for (const assessment of assessments) {
      await organisations.appendAssessment({ businessId, assessment, now });
    }
    for (const [i, waiver] of waivers.entries()) {
      const { requirement, reason, from, until } = waiver;
      await organisations.appendWaiver({
        businessId,
        now,
        waiver: {
          ...{ waiverId: `waiver-${i}`, approvedBy: 'aino', requestedBy: 'brita' },
          ...{ approvedAt: instantText(now), requirement, reason, from, until },
        },
      });
    }
    for (const acknowledgement of acknowledgementsOf(facts)) {
      await organisations.appendAcknowledgement({ businessId, acknowledgement, now });
    }
  }
  return ground;
};

/** More often where it is asked for. */
const howOften = (usually: number) => {
  const asked = process.env['RUNS'];
  return asked === undefined
    ? { numRuns: usually }
    : { numRuns: Number(asked), endOnFailure: true };
};

const plenty = { getRemainingTimeInMillis: () => 300_000 };

/** A night over these organisations, and what it left: how each stands, and what was raised of it. */
const aNight = async (ground: Ground, all: readonly Facts[], date: Day) => {
  ground.clock.set(date);
  const evaluate = evaluateShard(ground);
  for (const shard of new Set(all.map(({ businessId }) => shardOf(businessId)))) {
    await evaluate({ date, shard }, plenty);
  }
  return Promise.all(
    all.map(async ({ businessId }) => {
      const { state, raisedOn, evaluations } = await ground.organisations.read(businessId);
      return {
        verdict: state?.verdict,
        raised: state?.raised,
        warnings: raisedOn[date] ?? [],
        history: evaluations.map(({ on, verdict }) => ({ on, verdict })),
        waiting: (await ground.outbox.waiting('aino', businessId)).warnings,
        toOperator: (await ground.outbox.waiting('operator', businessId)).warnings,
      };
    }),
  );
};

describe('nights that read only what may have changed', () => {
  it('find the same as nights that evaluate every organisation each time', async () => {
    await fc.assert(
      fc.asyncProperty(anyNights, async ({ all, nights }) => {
        const [sparing, thorough] = [await groundOf(all), await groundOf(all)];
        for (const date of nights) {
          for (const { businessId } of all) await thorough.organisations.keepDue(businessId, date);
          const found = await aNight(sparing, all, date);
          expect([date, found]).toEqual([date, await aNight(thorough, all, date)]);
        }
      }),
      howOften(80),
    );
  });
});

describe('nights of which any may be missed', () => {
  const anyMissed = anyNights.chain(({ all, nights: [start = firstStart] }) =>
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 14 }).map((gaps) => {
      const nights = [start];
      for (const gap of gaps) nights.push(addDays(nights.at(-1) ?? start, gap));
      return { all: all.map((facts) => ({ ...facts, quiet: [] })), nights };
    }),
  );

  it('raise each rung once, of several late ones the most urgent, and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyMissed, async ({ all, nights }) => {
        const ground = await groundOf(all);
        const raised: (Warning & { readonly of: BusinessId })[] = [];
        for (const date of nights) {
          const found = await aNight(ground, all, date);
          for (const [i, facts] of all.entries()) {
            const of = facts.businessId;
            const tonight = found[i]?.warnings ?? [];
            const reached = warningsToRaise(evaluationOn(facts, date), {});
            // What is raised has been reached, at the rung that presses most.
            for (const warning of tonight) expect(reached).toContainEqual(warning);
            raised.push(...tonight.map((warning) => ({ ...warning, of })));
            // What has been reached was raised: now, or before at this rung.
            for (const warning of reached) {
              const told = raised.filter(
                (one) => one.of === of && one.due === warning.due && isSameSubject(one, warning),
              );
              const isTold = ({ kind, rung }: Warning) => kind === 'plan' || rung === warning.rung;
              expect([date, warning, told.some(isTold)]).toEqual([date, warning, true]);
            }
          }
        }
        const keys = raised.map((warning) => warningKey(warning.of, warning));
        expect(keys).toEqual([...new Set(keys)]);
      }),
      howOften(30),
    );
  });
});
