import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssessmentItem, incomingAssessment } from '../../domain/assessment.ts';
import { addDays, type Day, day } from '../../domain/day.ts';
import { evidenceEnds } from '../../domain/evidence.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { languages } from '../../domain/language.ts';
import {
  eachCounty,
  email,
  language,
  line,
  type Organisation,
  organisationProfile,
  remarksOn,
} from '../../domain/organisation.ts';
import { type County, counties } from '../../domain/statute/counties.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import {
  sampleAssessments,
  sampleOrganisations,
  sampleSupervisors,
} from '../../local/samples/samples.ts';
import { countyWithoutSupervisor } from '../../local/samples/supervisors.ts';
import {
  evaluatedSamples,
  parsedAssessments,
  parsedOrganisations,
} from '../support/parsed-samples.ts';

const testedDays = [
  '2026-05-01',
  '2026-08-31',
  '2026-09-01',
  '2026-11-22',
  '2027-02-28',
  '2029-10-01',
];
const anyDay = fc.integer({ min: 0, max: 109_571 }).map((n) => addDays(day('1900-01-01'), n));
const november = day('2026-11-22');

const named = (today: Day, name: string): Organisation => {
  const found = parsedOrganisations(today).find((organisation) => organisation.name === name);
  if (found === undefined) throw new Error(`no sample called ${name}`);
  return found;
};

describe('sample organisations', () => {
  it.each(testedDays)('are all accepted by the API as profiles on %s', (today) => {
    for (const { profile, situation } of sampleOrganisations(day(today))) {
      const outcome = organisationProfile(day(today)).safeParse(profile);
      expect(outcome.error?.issues ?? [], situation).toEqual([]);
    }
  });

  it('are accepted on any day of the calendar, with their assessments', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        expect(parsedOrganisations(today)).toHaveLength(
          sampleOrganisations(day('2026-05-01')).length,
        );
        expect(() => parsedAssessments(today)).not.toThrow();
      }),
      { numRuns: 15, examples: [[day('1900-01-01')], [day('2199-12-31')]] },
    );
  });

  it('are a few dozen, each with its own Y-tunnus, name and situation', () => {
    const samples = sampleOrganisations(november);
    expect(samples.length).toBeGreaterThanOrEqual(36);
    expect(new Set(samples.map(({ businessId }) => businessId)).size).toBe(samples.length);
    expect(new Set(samples.map(({ situation }) => situation)).size).toBe(samples.length);
    expect(new Set(parsedOrganisations(november).map(({ name }) => name)).size).toBe(
      samples.length,
    );
  });

  it('are plain JSON, the same bytes for the same day', () => {
    for (const today of testedDays.map(day)) {
      const first = JSON.stringify(sampleOrganisations(today));
      expect(JSON.stringify(sampleOrganisations(today))).toBe(first);
      expect(JSON.parse(first)).toEqual(sampleOrganisations(today));
    }
  });

  it('are nobody real: their numbers begin with 90 or 0000, their addresses are examples', () => {
    for (const { businessId, contacts } of parsedOrganisations(november)) {
      expect(businessId).toMatch(/^(90|0000)/);
      expect(BusinessId.parse(businessId)).toBe(businessId);
      for (const contact of contacts) expect(contact.email).toMatch(/[@.]example\.(fi|org)$/);
    }
  });

  const inNovember = parsedOrganisations(november);
  const joinedOrganiser = ({ joinedOn }: { readonly joinedOn: Day | null }) => joinedOn !== null;
  const only = (organisation: Organisation, county: County) =>
    organisation.counties.length === 1 && organisation.counties[0] === county;
  const joined = ({ joinedOn }: Organisation) => joinedOn !== null;
  const parallelOnly = (o: Organisation) => o.joiningModel === 'parallel' && !o.ownRegister;
  const bound = (o: Organisation) => o.usesClientDataSystem && !only(o, 'ahvenanmaa');

  it.each<[string, (organisation: Organisation) => boolean]>([
    ['a public county', (o) => o.sector === 'public' && o.counties.length === 1],
    ['Helsinki as organiser', (o) => o.sector === 'public' && only(o, 'helsinki')],
    ['a public provider without a system', (o) => o.sector === 'public' && !o.usesClientDataSystem],
    [
      'a public provider that joined late',
      (o) => o.sector === 'public' && o.joinedOn === '2026-10-19',
    ],
    ['private and direct', (o) => o.sector === 'private' && o.joiningModel === 'direct'],
    ['joint', (o) => o.sector === 'private' && o.joiningModel === 'joint' && joined(o)],
    ['undecided', (o) => o.sector === 'private' && o.joiningModel === 'undecided' && bound(o)],
    [
      'private and only on Åland',
      (o) => o.sector === 'private' && only(o, 'ahvenanmaa') && !joined(o),
    ],
    ['joined of its own will on Åland', (o) => only(o, 'ahvenanmaa') && joined(o)],
    ['public and only on Åland', (o) => o.sector === 'public' && only(o, 'ahvenanmaa')],
    [
      'on Åland and the mainland',
      (o) => o.counties.includes('ahvenanmaa') && o.counties.length > 1,
    ],
    ['no client data system', (o) => o.sector === 'private' && !o.usesClientDataSystem],
    [
      'parallel, organiser joined on a known day',
      (o) => parallelOnly(o) && o.organisers.some(joinedOrganiser),
    ],
    [
      'parallel, organiser’s day unknown',
      (o) => parallelOnly(o) && o.organisers.length > 0 && !o.organisers.some(joinedOrganiser),
    ],
    [
      'parallel with its own register, joined',
      (o) => o.joiningModel === 'parallel' && o.ownRegister && joined(o),
    ],
    [
      'parallel with its own register, not joined',
      (o) => o.joiningModel === 'parallel' && o.ownRegister && !joined(o),
    ],
    ['joined before 2024', (o) => o.joinedOn !== null && o.joinedOn < '2024-01-01'],
    [
      'joined early, in 2025 or early 2026',
      (o) => o.joinedOn !== null && o.joinedOn > '2024-12-31' && o.joinedOn < '2026-03-01',
    ],
    [
      'joined in time',
      (o) => o.joinedOn !== null && o.joinedOn >= '2026-06-01' && o.joinedOn <= '2026-09-01',
    ],
    ['joined on the very day', (o) => o.joinedOn === '2026-09-01'],
    [
      'joined late',
      (o) =>
        o.sector === 'private' &&
        o.joinedOn !== null &&
        o.joinedOn > '2026-09-01' &&
        o.operatingSince === null &&
        !only(o, 'ahvenanmaa'),
    ],
    ['never joined', (o) => bound(o) && !joined(o) && !parallelOnly(o)],
    [
      'a plan that passed',
      (o) => !joined(o) && o.plannedJoinOn !== null && o.plannedJoinOn < '2026-09-01',
    ],
    [
      'a plan after the day',
      (o) => !joined(o) && o.plannedJoinOn !== null && o.plannedJoinOn > '2026-11-22',
    ],
    [
      'joined, but one task is not stored',
      (o) => joined(o) && o.serviceTasks.some((task) => o.storingSince[task] == null),
    ],
    ['recordings only', (o) => o.recordingsOnly && o.makesRecordings],
    ['makes recordings beside documents', (o) => o.makesRecordings && !o.recordingsOnly],
    ['records patient data', (o) => o.recordsPatientData && o.sector === 'private'],
    ['family law only', (o) => o.serviceTasks.length === 1 && o.serviceTasks[0] === 'family-law'],
    ['all seven tasks, private', (o) => o.sector === 'private' && o.serviceTasks.length === 7],
    [
      'operating since after the day',
      (o) => o.operatingSince !== null && o.operatingSince > '2026-09-01' && joined(o),
    ],
    [
      'operation announced for later',
      (o) => o.operatingSince !== null && o.operatingSince > november,
    ],
    [
      'a task since after the day',
      (o) => Object.values(o.taskSince).some((on) => on != null && on > '2026-09-01'),
    ],
    ['a system since after the day', (o) => o.systemSince !== null && o.systemSince > '2026-09-01'],
    ['ended before the day', (o) => o.endedOn !== null && o.endedOn < '2026-09-01'],
    ['ended after the day', (o) => o.endedOn !== null && o.endedOn > '2026-09-01'],
    ['an association', (o) => o.name.endsWith(' ry')],
    ['a foundation', (o) => o.name.endsWith(' sr')],
    ['a unit whose OID is of another Y-tunnus', (o) => remarksOn(o).length === 1],
    ['a leading zero in the Y-tunnus', (o) => o.businessId.startsWith('0') && o.units.length > 0],
    [
      'several organisers, some with an unknown day',
      (o) =>
        o.counties.length > 2 &&
        o.organisers.some(joinedOrganiser) &&
        !o.organisers.every(joinedOrganiser),
    ],
    ['not in Soteri', (o) => o.sector === 'private' && o.registeredInSoteri === false],
    ['unknown whether in Soteri', (o) => o.registeredInSoteri === null],
    ['own clients only', (o) => o.sector === 'private' && !o.actsForOrganiser],
    ['Swedish-speaking contacts', (o) => o.contacts.some((contact) => contact.language === 'sv')],
    [
      'English-speaking contacts',
      (o) => o.language === 'en' && o.contacts.some((contact) => contact.language === 'en'),
    ],
    ['many units', (o) => o.units.length > 100],
    ['no contacts and no units', (o) => o.contacts.length === 0 && o.units.length === 0],
    ['in a county without a supervisor', (o) => only(o, countyWithoutSupervisor)],
  ])('show %s', (_, holds) => {
    expect(inNovember.filter(holds).length).toBeGreaterThan(0);
  });

  it('have every unit under an OID of their own, but for the one that moved', () => {
    expect(parsedOrganisations(november).flatMap(remarksOn)).toEqual([
      { path: 'units.1.oid', rule: 'oid-of-another' },
    ]);
  });

  it('are active in every county between them', () => {
    const active = new Set(
      parsedOrganisations(november).flatMap((organisation) => organisation.counties),
    );
    expect(counties.filter((county) => !active.has(county))).toEqual([]);
  });
});

describe('what has not happened yet is left out', () => {
  it('and comes in on its day: joining and storing', () => {
    const before = named(day('2026-08-16'), 'Esimerkkihoiva Oy');
    expect(before).toMatchObject({ joinedOn: null, storingSince: {} });
    const on = named(day('2026-08-17'), 'Esimerkkihoiva Oy');
    expect(on).toMatchObject({
      joinedOn: '2026-08-17',
      storingSince: { 'older-people': '2026-08-17', 'disability-services': '2026-08-17' },
    });
  });

  it('and a plan stands only until it is carried out', () => {
    const name = 'Myöhäisen Linnun Hoiva Oy';
    expect(named(day('2026-10-04'), name)).toMatchObject({
      joinedOn: null,
      plannedJoinOn: '2026-10-05',
    });
    expect(named(day('2026-10-05'), name)).toMatchObject({
      joinedOn: '2026-10-05',
      plannedJoinOn: null,
    });
  });

  it('and a client data system is not in use before it is', () => {
    const name = 'Kynästä Koneeseen Oy';
    expect(named(day('2026-11-01'), name)).toMatchObject({
      usesClientDataSystem: false,
      systemSince: null,
    });
    expect(named(day('2026-11-02'), name)).toMatchObject({
      usesClientDataSystem: true,
      systemSince: '2026-11-02',
    });
  });

  it('and a service task is not there before it is taken on', () => {
    const name = 'Laajentuva Mallitupa Oy';
    expect(named(day('2026-11-01'), name)).toMatchObject({
      serviceTasks: ['older-people'],
      taskSince: {},
    });
    expect(named(day('2026-11-02'), name)).toMatchObject({
      serviceTasks: ['older-people', 'substance-abuse'],
      taskSince: { 'substance-abuse': '2026-11-02' },
    });
  });

  it('and nobody has ended before the end', () => {
    expect(named(day('2026-10-30'), 'Iltaruskon Pienkoti Ky').endedOn).toBeNull();
    expect(named(day('2026-10-31'), 'Iltaruskon Pienkoti Ky').endedOn).toBe('2026-10-31');
  });

  it('and an organiser has not joined before it did, nor patient data or recordings moved', () => {
    const early = named(day('2025-11-02'), 'Rinnakkain Esimerkki Oy');
    expect(early.organisers).toEqual([{ county: 'satakunta', joinedOn: null }]);
    const county = 'Esimerkki-Satakunnan hyvinvointialue';
    expect(named(day('2027-02-14'), county).patientDataSince).toBeNull();
    expect(named(day('2027-02-15'), county).patientDataSince).toBe('2027-02-15');
    expect(named(day('2029-05-13'), county).recordingsSince).toEqual({});
    expect(Object.keys(named(day('2029-05-14'), county).recordingsSince)).toHaveLength(2);
  });

  it('but for plans, an announced first day of operation, and the ends of certificates', () => {
    const mayBeAhead = /^(plannedJoinOn|operatingSince|\w+Until)$/;
    const daysAhead = (value: unknown, today: Day): readonly string[] =>
      value === null || typeof value !== 'object'
        ? []
        : Object.entries(value).flatMap(([key, inner]) =>
            typeof inner === 'string' && /^\d{4}-\d\d-\d\d$/.test(inner)
              ? inner > today && !mayBeAhead.test(key)
                ? [`${key} ${inner}`]
                : []
              : daysAhead(inner, today),
          );
    for (const today of testedDays.map(day)) {
      expect(daysAhead(sampleOrganisations(today), today)).toEqual([]);
      expect(daysAhead(sampleAssessments(today), today)).toEqual([]);
    }
  });
});

describe('sample supervisors', () => {
  it('have a name, an address, a language and counties that the API accepts', () => {
    for (const { id, body } of sampleSupervisors()) {
      expect(id).toMatch(/^[a-z][a-z-]{2,40}$/);
      expect(line(300).parse(body.name)).toBe(body.name);
      expect(email.parse(body.email)).toMatch(/@example\.(fi|org)$/);
      expect(language.parse(body.language)).toBe(body.language);
      expect(eachCounty.parse(body.counties)).toEqual(body.counties);
    }
    const ids = sampleSupervisors().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('look after every county but one, in all three languages', () => {
    const looked = new Set(sampleSupervisors().flatMap(({ body }) => body.counties));
    expect(counties.filter((county) => !looked.has(county))).toEqual([countyWithoutSupervisor]);
    const spoken = new Set(sampleSupervisors().map(({ body }) => body.language));
    expect(languages.filter((spokenHere) => !spoken.has(spokenHere))).toEqual([]);
  });

  it.each(['2026-09-02', '2026-11-22', '2027-02-28', '2029-10-01'])(
    'each have an overdue organisation to hear of on %s, and so has the county without one',
    (today) => {
      const overdue = evaluatedSamples(day(today)).filter(
        ({ evaluation }) => evaluation.status === 'overdue',
      );
      const seenBy = (all: readonly County[]) =>
        overdue.filter(({ organisation }) =>
          organisation.counties.some((county) => all.includes(county)),
        );
      for (const { id, body } of sampleSupervisors()) {
        expect(seenBy(body.counties).length, id).toBeGreaterThan(0);
      }
      expect(
        seenBy([countyWithoutSupervisor]).filter(({ organisation }) =>
          organisation.counties.every((county) => county === countyWithoutSupervisor),
        ).length,
      ).toBeGreaterThan(0);
    },
  );
});

describe('sample assessments', () => {
  it.each(testedDays)('are all accepted by the API on %s', (today) => {
    const all = sampleAssessments(day(today));
    for (const { businessId, units, name } of parsedOrganisations(day(today))) {
      const own = all.filter((assessment) => assessment.businessId === businessId);
      if (own.length === 0) continue;
      const schema = incomingAssessment({ today: day(today), units });
      for (const { body } of own) {
        expect(schema.safeParse(body).error?.issues ?? [], name).toEqual([]);
      }
    }
  });

  it.each(testedDays)('show every kind of statement on %s', (today) => {
    const statements = parsedAssessments(day(today)).flatMap(({ items, statedOn }) =>
      requirementIds.flatMap((id) => {
        const item: AssessmentItem | undefined = items[id];
        return item === undefined ? [] : [{ id, statement: { ...item, statedOn } }];
      }),
    );
    const ends = statements
      .flatMap(({ id, statement }) => evidenceEnds(id, statement))
      .flatMap(({ until, assumed }) => (assumed ? [] : [until]));
    const soon = addDays(day(today), 90);
    expect(new Set(statements.map(({ statement }) => statement.state))).toEqual(
      new Set(['done', 'in-progress', 'not-started', 'not-applicable']),
    );
    expect(new Set(statements.map(({ id }) => id))).toEqual(new Set(requirementIds));
    expect(ends.some((end) => end < today)).toBe(true);
    expect(ends.some((end) => end >= today && end <= soon)).toBe(true);
    expect(ends.some((end) => end > soon)).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ['Finnish', 'Esimerkkihoiva Oy', /^Tietoturvasuunnitelma/],
    ['Swedish', 'Exempelösterbottens välfärdsområde', /^Informationssäkerhetsplan/],
    ['English', 'Harbour Example Care Oy', /^Plan drawn up/],
  ])('give their evidence in %s where that is the organisation’s language', (_, name, text) => {
    const { businessId } = named(november, name);
    const told = parsedAssessments(november).filter((one) => one.businessId === businessId);
    expect(told.at(-1)?.items['security-plan']).toMatchObject({
      evidence: expect.stringMatching(text),
    });
  });

  it.each(testedDays)('on %s are of some organisations only, of some more than once', (today) => {
    const counts = new Map<string, number>();
    for (const { businessId } of sampleAssessments(day(today))) {
      counts.set(businessId, (counts.get(businessId) ?? 0) + 1);
    }
    const silent = sampleOrganisations(day(today)).filter(
      ({ businessId }) => !counts.has(businessId),
    );
    expect(silent.length).toBeGreaterThan(3);
    expect([...counts.values()].some((count) => count > 2)).toBe(true);
  });

  it('come oldest first for each organisation, one a day, also in the weeks of March', () => {
    // The yearly statement is of 10 March, the latest of twelve days ago: before it, with it, after it.
    const inMarch = ['2027-03-15', '2027-03-22', '2027-03-25'];
    for (const today of [...testedDays, ...inMarch].map(day)) {
      const last = new Map<string, string>();
      for (const { businessId, statedOn } of parsedAssessments(today)) {
        expect(statedOn > (last.get(businessId) ?? '')).toBe(true);
        last.set(businessId, statedOn);
      }
    }
  });

  it('keep their keys from day to day, and never use one for two contents', () => {
    const bodies = new Map<string, string>();
    for (const today of testedDays.map(day)) {
      for (const { businessId, idempotencyKey, body } of sampleAssessments(today)) {
        const key = `${businessId} ${idempotencyKey}`;
        expect(idempotencyKey).toMatch(/^[a-z0-9-]{16,64}$/);
        expect(bodies.get(key) ?? JSON.stringify(body)).toBe(JSON.stringify(body));
        bodies.set(key, JSON.stringify(body));
      }
    }
    const keysOn = (today: string) =>
      sampleAssessments(day(today)).map(
        ({ businessId, idempotencyKey }) => `${businessId} ${idempotencyKey}`,
      );
    expect(keysOn('2026-11-22')).toEqual(keysOn('2026-11-22'));
    const later = new Set(keysOn('2026-11-23'));
    expect(keysOn('2026-11-22').filter((key) => later.has(key)).length).toBeGreaterThan(20);
    expect(new Set(keysOn('2026-11-22')).size).toBe(keysOn('2026-11-22').length);
  });
});
