import { describe, expect, it } from 'vitest';
import { day } from '../../domain/day.ts';
import type { Evaluation, OverallStatus } from '../../domain/evaluation.ts';
import type { RequirementVerdict } from '../../domain/readiness.ts';
import type { RequirementId } from '../../domain/statute/requirements/requirement-ids.ts';
import { type Evaluated, evaluatedSamples } from '../support/parsed-samples.ts';

/*
 * How the samples stand: as they are meant to when the law, the catalogue and the plan are asked of them.
 */

const may = day('2026-05-01');
const june = day('2026-06-01');
const november = day('2026-11-22');
const onEach = new Map([may, june, november].map((on) => [on, evaluatedSamples(on)]));

const standing = (on: string, name: string): Evaluated => {
  const found = onEach.get(day(on))?.find(({ organisation }) => organisation.name === name);
  if (found === undefined) throw new Error(`no sample called ${name} on ${on}`);
  return found;
};
const verdictOf = (
  { requirements }: Pick<Evaluation, 'requirements'>,
  id: RequirementId,
): RequirementVerdict | undefined => requirements.find(({ requirement }) => requirement === id);

describe('the samples together', () => {
  it.each<[string, readonly OverallStatus[]]>([
    ['2026-05-01', ['overdue', 'too-late', 'unknown', 'at-risk', 'on-track', 'ready', 'not-bound']],
    ['2026-08-31', ['overdue', 'too-late', 'unknown', 'at-risk', 'on-track', 'ready', 'not-bound']],
    ['2026-11-22', ['overdue', 'unknown', 'at-risk', 'on-track', 'ready', 'not-bound']],
    ['2029-10-01', ['overdue', 'unknown', 'at-risk', 'ready', 'not-bound']],
  ])('stand on %s in every way there is', (today, expected) => {
    const statuses = new Set(
      evaluatedSamples(day(today)).map(({ evaluation }) => evaluation.status),
    );
    expect(expected.filter((status) => !statuses.has(status))).toEqual([]);
  });

  it.each<[OverallStatus, string, readonly string[]]>([
    [
      'too-late',
      '2026-05-01',
      [
        'Bro över Exempelhavet Ab',
        'Exempelösterbottens välfärdsområde',
        'Huomisen Haave Hoiva Oy',
        'Iltaruskon Pienkoti Ky',
        'Korpikuusen Esimerkkikoti Oy',
        'Kuntola Esimerkkikuntoutus Oy',
        'Lyhytsanaisen Satupaja Oy',
        'Myöhäisen Linnun Hoiva Oy',
        'Olemattomankylän Lastenkoti Oy',
        'Sagolundens Omsorg Ab',
        'Satumetsän valtion koulukoti',
        'Toiminimi Sanna Satumaa',
        'Vuokralaisen Vertaistuki Oy',
        'Vähäpuheinen Oy',
      ],
    ],
    ['overdue', '2026-05-01', ['Mallikylän Vammaispalvelut Oy', 'Rinnakkain Esimerkki Oy']],
    [
      'overdue',
      '2026-06-01',
      [
        'Esimerkki-Helsingin sosiaalipalvelut',
        'Mallikylän Vammaispalvelut Oy',
        'Monen Maakunnan Tuki Oy',
        'Rinnakkain Esimerkki Oy',
      ],
    ],
    ['too-late', '2026-11-22', []],
    [
      'ready',
      '2026-11-22',
      [
        'Esimerkkihoiva Oy',
        'Onnentuvan Satusäätiö sr',
        'Påhittsunds Omsorg Ab',
        'Sovintola Perheasiat Oy',
        'Tarinaniemen Palvelutalo Oy',
        'Uuden Isännän Kodit Oy',
        'Uusi Alku Esimerkki Oy',
        'Yhteispolku Esimerkki Oy',
      ],
    ],
  ])('are %s on %s where they are meant to be, and no others', (status, on, names) => {
    const found = (onEach.get(day(on)) ?? []).flatMap(({ organisation, evaluation }) =>
      evaluation.status === status ? [organisation.name] : [],
    );
    expect(found.toSorted()).toEqual([...names].toSorted());
  });

  it('hold certificates that end before a deadline, and some that have ended', () => {
    const statuses = (onEach.get(november) ?? []).flatMap(({ evaluation }) =>
      evaluation.requirements.map(({ status }) => status),
    );
    expect(statuses).toContain('expires-before-deadline');
    expect(statuses).toContain('expired');
  });
});

describe('over time a sample stands', () => {
  it.each<[string, string, readonly OverallStatus[]]>([
    [
      'prepared in good time, joined in August',
      'Esimerkkihoiva Oy',
      ['on-track', 'on-track', 'ready'],
    ],
    [
      'the main joiner, joined in August',
      'Yhteispolku Esimerkki Oy',
      ['on-track', 'on-track', 'ready'],
    ],
    ['its tenant', 'Onnentuvan Satusäätiö sr', ['on-track', 'on-track', 'ready']],
    [
      'without cards, since nobody reads',
      'Uuden Isännän Kodit Oy',
      ['on-track', 'on-track', 'ready'],
    ],
    [
      'a county that joined early',
      'Esimerkki-Satakunnan hyvinvointialue',
      ['on-track', 'on-track', 'on-track'],
    ],
    [
      'begun so that it ends in the last weeks',
      'Malli-Pirkanmaan hyvinvointialue',
      ['at-risk', 'at-risk', 'on-track'],
    ],
    [
      'begun too late, joined late',
      'Exempelösterbottens välfärdsområde',
      ['too-late', 'too-late', 'overdue'],
    ],
    ['begun too late, not joined', 'Huomisen Haave Hoiva Oy', ['too-late', 'too-late', 'overdue']],
    ['begun in time, stuck', 'Suunnitelmallinen Asuminen Oy', ['on-track', 'on-track', 'overdue']],
    ['done with all but joining', 'Kohtapuoliin Hoiva Oy', ['on-track', 'on-track', 'overdue']],
    ['silent', 'Olemattomankylän Lastenkoti Oy', ['too-late', 'too-late', 'overdue']],
    ['joined early, stores all', 'Tarinaniemen Palvelutalo Oy', ['ready', 'ready', 'ready']],
    ['joined, silent for long', 'Keksilän Perhepalvelut Oy', ['unknown', 'unknown', 'unknown']],
    ['joined, short of words', 'Lyhytsanaisen Satupaja Oy', ['too-late', 'too-late', 'unknown']],
    [
      'with a patient data system',
      'Kuntola Esimerkkikuntoutus Oy',
      ['too-late', 'too-late', 'overdue'],
    ],
    ['with a unit that lags', 'Kaksi Polkua Hoiva Oy', ['at-risk', 'at-risk', 'at-risk']],
    ['beginning in 2027', 'Ensi Vuoden Hoiva Oy', ['unknown', 'unknown', 'at-risk']],
    ['ended long ago', 'Entisten Aikojen Kotipalvelu Oy', ['not-bound', 'not-bound', 'not-bound']],
  ])('%s: %s', (_, name, statuses) => {
    expect([may, june, november].map((on) => [on, standing(on, name).evaluation.status])).toEqual(
      [may, june, november].map((on, i) => [on, statuses[i]]),
    );
  });
});

describe('a sample shows', () => {
  it('a project that is going on and in time: some done, some in progress, some not begun', () => {
    const { organisation, evaluation } = standing('2026-06-01', 'Esimerkkihoiva Oy');
    expect(organisation.joinedOn).toBeNull();
    expect(evaluation.plan).toMatchObject({ state: 'in-time', target: { id: 'join' } });
    expect(new Set(evaluation.plan.steps.map(({ state }) => state))).toEqual(
      new Set(['done', 'in-progress', 'not-begun']),
    );
    // The county's own time for its units' OIDs is running.
    expect(
      evaluation.plan.steps.find(({ id }) => id === 'unit-oid-delivered')?.window,
    ).toMatchObject({ county: 'etela-pohjanmaa', passed: false });
  });

  it('a main joiner, who applies, and its tenant, who does not', () => {
    const main = standing('2026-11-22', 'Yhteispolku Esimerkki Oy');
    const tenant = standing('2026-11-22', 'Onnentuvan Satusäätiö sr');
    expect(main.organisation).toMatchObject({ joiningModel: 'joint', mainJoiner: true });
    expect(tenant.organisation).toMatchObject({ joiningModel: 'joint', mainJoiner: false });
    expect(String(main.organisation.joinedOn) < String(tenant.organisation.joinedOn)).toBe(true);
    expect(verdictOf(main.evaluation, 'kanta-application')?.status).toBe('ready');
    expect(verdictOf(tenant.evaluation, 'kanta-application')).toMatchObject({
      status: 'not-applicable',
      because: { kind: 'does-not-concern', condition: 'appliesItself' },
    });
  });

  it('a staff that neither reads nor signs in Kanta, and so needs no cards', () => {
    const { organisation, evaluation } = standing('2026-11-22', 'Uuden Isännän Kodit Oy');
    expect(organisation.readsOrSignsInKanta).toBe(false);
    expect(verdictOf(evaluation, 'cards')?.status).toBe('not-applicable');
    expect(verdictOf(evaluation, 'card-readers')?.status).toBe('not-applicable');
  });

  it('units done before others: an assessment that speaks of these alone', () => {
    const { evaluation } = standing('2026-06-01', 'Kuvitelma-konserni Oyj');
    const { units = [], status } = verdictOf(evaluation, 'staff-training') ?? {};
    const inState = (one: string) => units.filter((unit) => unit.status === one).length;
    expect([inState('ready'), inState('in-progress'), units.length]).toEqual([160, 160, 320]);
    expect(status).toBe('in-progress');
  });

  it('one unit that lags behind the other', () => {
    const { evaluation } = standing('2026-11-22', 'Kaksi Polkua Hoiva Oy');
    expect(verdictOf(evaluation, 'cards')).toMatchObject({
      status: 'in-progress',
      worstUnit: { name: 'Kaksi Polkua, Ranta' },
      units: [{ status: 'ready' }, { status: 'in-progress' }],
    });
  });

  it.each<[string, string, RequirementId, object]>([
    [
      'a task without access rights',
      'Mallikylän Vammaispalvelut Oy',
      'access-rights',
      { kind: 'lacks', serviceTasks: ['working-age'] },
    ],
    [
      'a patient data system, with which nobody can join',
      'Kuntola Esimerkkikuntoutus Oy',
      'certified-system',
      { kind: 'lacks', points: ['patientSystem'] },
    ],
    [
      'a county whose organiser has granted no register access right',
      'Kuvitelma-konserni Oyj',
      'register-access-right',
      { kind: 'lacks', counties: ['pohjois-pohjanmaa'] },
    ],
    [
      'a statement of more than a year ago, which counts no more',
      'Keksilän Perhepalvelut Oy',
      'security-plan',
      { kind: 'aged', statedOn: '2025-03-10' },
    ],
    [
      'a certificate that has ended',
      'Kotikeijun Kotihoito Oy',
      'service-certificates',
      { kind: 'ended', assumed: false },
    ],
    [
      'a server certificate to renew in a quarter, while all is well',
      'Tarinaniemen Palvelutalo Oy',
      'service-certificates',
      { kind: 'holds', point: 'serverCertificateUntil', until: '2027-02-18', assumed: false },
    ],
    [
      'a server certificate that ends before the day it is needed',
      'Kuvasatu Videokuuleminen Oy',
      'service-certificates',
      { kind: 'ends-before', point: 'serverCertificateUntil', assumed: false },
    ],
    [
      'what another is said to answer for',
      'Vierekkäin Kuvitelma Oy',
      'cards',
      { kind: 'stated-not-applicable' },
    ],
  ])('%s', (_, name, requirement, because) => {
    const { evaluation } = standing('2026-11-22', name);
    expect(verdictOf(evaluation, requirement)?.because).toMatchObject(because);
  });

  it('who needs professional cards only, and so waits for no agreement', () => {
    const stepOf = (name: string) =>
      standing('2026-06-01', name).evaluation.plan.steps.find(({ id }) => id === 'card-agreement');
    expect(stepOf('Harbour Example Care Oy')).toMatchObject({ state: 'done' });
    expect(stepOf('Huomisen Haave Hoiva Oy')).not.toMatchObject({ state: 'done' });
  });
});
