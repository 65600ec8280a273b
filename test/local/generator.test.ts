import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomingAssessment } from '../../domain/assessment.ts';
import { addDays, day } from '../../domain/day.ts';
import { eachCounty, email, type Organisation } from '../../domain/organisation.ts';
import { counties } from '../../domain/statute/counties.ts';
import type { RequirementId } from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import { serviceTasks } from '../../domain/statute/service-tasks.ts';
import {
  generateAssessments,
  generateOrganisations,
  generateSupervisors,
} from '../../local/samples/generator.ts';
import { mulberry32, randomFrom } from '../../local/samples/random.ts';
import { sampleOrganisations, sampleSupervisors } from '../../local/samples/samples.ts';
import { parsedAssessments, parsedOrganisations } from '../support/parsed-samples.ts';

const testedDays = ['2026-05-01', '2026-09-01', '2026-11-22', '2029-10-01'];
const anyDay = fc.integer({ min: 0, max: 109_571 }).map((n) => addDays(day('1900-01-01'), n));
const november = day('2026-11-22');

describe('generated organisations', () => {
  const generation = (today: string, count = 150, seed = 7) => ({ seed, count, today: day(today) });

  it.each(testedDays)('are accepted by the API on %s, with their assessments', (today) => {
    const organisations = parsedOrganisations(day(today), generateOrganisations(generation(today)));
    expect(organisations).toHaveLength(150);
    const assessments = parsedAssessments(day(today), generateAssessments(generation(today)));
    const ids = new Set(organisations.map(({ businessId }) => businessId));
    expect(ids.size).toBe(150);
    expect(assessments.length).toBeGreaterThan(100);
    expect(assessments.every(({ businessId }) => ids.has(businessId))).toBe(true);
  });

  it('speak of single units only where a requirement is theirs', () => {
    const many = generation('2026-11-22', 600, 1);
    const unitsOf = new Map(
      parsedOrganisations(november, generateOrganisations(many)).map(({ businessId, units }) => [
        businessId,
        units,
      ]),
    );
    for (const { businessId, body } of generateAssessments(many)) {
      const units = unitsOf.get(businessId) ?? [];
      const { error } = incomingAssessment({ today: november, units }).safeParse(body);
      expect(error?.issues ?? [], businessId).toEqual([]);
    }
  });

  it('are accepted for any seed and day', () => {
    fc.assert(
      fc.property(fc.integer(), anyDay, (seed, today) => {
        const few = { seed, count: 12, today };
        expect(() => parsedOrganisations(today, generateOrganisations(few))).not.toThrow();
        expect(() => parsedAssessments(today, generateAssessments(few))).not.toThrow();
      }),
      { numRuns: 30 },
    );
  });

  it('are the same bytes for the same seed, and others for another', () => {
    const made = (seed: number) => [
      JSON.stringify(generateOrganisations(generation('2026-11-22', 60, seed))),
      JSON.stringify(generateAssessments(generation('2026-11-22', 60, seed))),
      JSON.stringify(generateSupervisors({ seed })),
    ];
    expect(made(1)).toEqual(made(1));
    for (const [i, bytes] of made(2).entries()) expect(bytes).not.toBe(made(1)[i]);
  });

  it('do not change when more of them are asked for', () => {
    const few = generateOrganisations(generation('2026-11-22', 40));
    expect(generateOrganisations(generation('2026-11-22', 90)).slice(0, 40)).toEqual(few);
  });

  it('can be loaded beside the samples: no Y-tunnus and no supervisor is both', () => {
    const ids = new Set<string>(sampleOrganisations(november).map(({ businessId }) => businessId));
    const generated = generateOrganisations(generation('2026-11-22', 400));
    expect(generated.filter(({ businessId }) => ids.has(businessId))).toEqual([]);
    const supervisors = new Set(sampleSupervisors().map(({ id }) => id));
    expect(generateSupervisors({ seed: 7 }).filter(({ id }) => supervisors.has(id))).toEqual([]);
  });

  it('are a mix like the country’s: few public, most with one task in one county, some of each kind', () => {
    const all = parsedOrganisations(
      november,
      generateOrganisations(generation('2026-11-22', 1000)),
    );
    const share = (holds: (organisation: Organisation) => boolean) =>
      all.filter(holds).length / all.length;
    expect(share(({ sector }) => sector === 'public')).toBeGreaterThan(0);
    expect(share(({ sector }) => sector === 'public')).toBeLessThan(0.02);
    expect(share((o) => o.counties.length === 1)).toBeGreaterThan(0.7);
    expect(share((o) => o.serviceTasks.length === 1)).toBeGreaterThan(0.5);
    expect(share((o) => o.joinedOn !== null)).toBeGreaterThan(0.35);
    expect(share((o) => o.joinedOn === null)).toBeGreaterThan(0.2);
    for (const model of ['direct', 'joint', 'parallel', 'undecided']) {
      expect(share(({ joiningModel }) => joiningModel === model)).toBeGreaterThan(0.04);
    }
    for (const task of serviceTasks) {
      expect(share((o) => o.serviceTasks.includes(task))).toBeGreaterThan(0.01);
    }
    for (const county of counties) {
      expect(share((o) => o.counties.includes(county))).toBeGreaterThan(0);
    }
    expect(share((o) => !o.usesClientDataSystem)).toBeGreaterThan(0.04);
    expect(share((o) => o.operatingSince !== null)).toBeGreaterThan(0.01);
    expect(share((o) => o.language === 'sv')).toBeGreaterThan(0.02);
    expect(Math.max(...all.map(({ units }) => units.length))).toBeGreaterThan(30);
  });

  it('differ in what they say of their system, their cards and their joining', () => {
    const all = parsedOrganisations(november, generateOrganisations(generation('2026-11-22', 400)));
    for (const stated of [true, false, null]) {
      expect(all.some(({ systemUsedToJoin }) => systemUsedToJoin === stated)).toBe(true);
      expect(all.some(({ readsOrSignsInKanta }) => readsOrSignsInKanta === stated)).toBe(true);
      expect(all.some((one) => one.joiningModel === 'joint' && one.mainJoiner === stated)).toBe(
        true,
      );
    }
    expect(all.filter((o) => o.joiningModel !== 'joint' && o.mainJoiner !== null)).toEqual([]);
  });

  it('tell of points and of none, of units and of all, and some what is lacking', () => {
    const told = parsedAssessments(november, generateAssessments(generation('2026-11-22', 400)));
    const pointsOf = (id: RequirementId) =>
      told.flatMap(({ items }) => {
        const item = items[id];
        return item?.state === 'done' ? [item.points] : [];
      });
    expect(pointsOf('certified-system')).toContain(undefined);
    expect(pointsOf('certified-system').some((points) => points?.['patientSystem'] === false)).toBe(
      true,
    );
    expect(pointsOf('certified-system').some((points) => points?.['patientSystem'] === true)).toBe(
      true,
    );
    expect(told.some(({ units }) => units !== undefined)).toBe(true);
    expect(told.some(({ overrides }) => overrides !== undefined)).toBe(true);
    const organisations = new Map(
      generateOrganisations(generation('2026-11-22', 400)).map((one) => [one.businessId, one]),
    );
    const tasksLack = told.some(({ businessId, items }) => {
      const rights = items['access-rights'];
      const covered = rights?.state === 'done' ? rights.points?.['serviceTasks'] : undefined;
      const tasks = organisations.get(businessId)?.profile.serviceTasks ?? [];
      return Array.isArray(covered) && tasks.some((task) => !covered.includes(task));
    });
    expect(tasksLack).toBe(true);
  });

  it('speak of no units but their own, and there of nothing but what is each unit’s', () => {
    const organisations = new Map(
      generateOrganisations(generation('2026-11-22', 400)).map((one) => [one.businessId, one]),
    );
    for (const { businessId, body } of generateAssessments(generation('2026-11-22', 400))) {
      const own = organisations.get(businessId)?.profile.units?.map(({ oid }) => oid) ?? [];
      const { units = [], overrides = {}, items } = body;
      expect(own).toEqual(expect.arrayContaining([...units, ...Object.keys(overrides)]));
      const ofUnits = [...(units.length === 0 ? [] : [items]), ...Object.values(overrides)];
      for (const id of ofUnits.flatMap((stated) => Object.keys(stated))) {
        expect(requirements[id as RequirementId].perUnit, id).toBe(true);
      }
    }
  });

  it('have supervisors in every county, whom the API accepts', () => {
    const supervisors = generateSupervisors({ seed: 3 });
    expect(new Set(supervisors.flatMap(({ body }) => body.counties)).size).toBe(counties.length);
    expect(new Set(supervisors.map(({ id }) => id)).size).toBe(supervisors.length);
    for (const { id, body } of supervisors) {
      expect(id).toMatch(/^[a-z][a-z0-9-]{2,60}$/);
      expect(email.parse(body.email)).toMatch(/\.example\.org$/);
      expect(eachCounty.parse(body.counties)).toEqual(body.counties);
    }
  });

  it('are not made beyond the numbers there are', () => {
    expect(() => generateOrganisations(generation('2026-11-22', 800_001))).toThrow(RangeError);
  });
});

describe('the random numbers', () => {
  it.each([
    [0, 0.26642920868471265, 0.3279780091252178],
    [123_456_789, 0.2577907438389957, 0.43037186609581113],
  ])(
    'are those of mulberry32 as published: seed %i, the first and the thousandth',
    (seed, ...expected) => {
      const next = mulberry32(seed);
      const drawn = Array.from({ length: 1000 }, next);
      expect([drawn[0], drawn[999]]).toEqual(expected);
    },
  );

  it('keep within what is asked, and reach both ends', () => {
    const random = randomFrom(11);
    const drawn = Array.from({ length: 400 }, () => random.between(2, 5));
    expect(new Set(drawn)).toEqual(new Set([2, 3, 4, 5]));
  });

  it('follow the weights', () => {
    const random = randomFrom(5);
    const drawn = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ]),
    );
    const seldom = drawn.filter((item) => item === 'seldom').length / drawn.length;
    expect(seldom).toBeGreaterThan(0.07);
    expect(seldom).toBeLessThan(0.13);
    expect(drawn).not.toContain('never');
  });
});
