import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../domain/day.ts';
import type { County } from '../../domain/statute/counties.ts';
import type { Directory } from '../../functions/adapters/directory.ts';
import type { Organisations } from '../../functions/adapters/organisations.ts';
import { createHandler as saveOrganisation } from '../../functions/api/save-organisation/handler.ts';
import { createHandler as submitAssessment } from '../../functions/api/submit-assessment/handler.ts';
import { evaluateOrganisation } from '../../functions/night/evaluate-shard/evaluate-organisation.ts';
import { aGround, type Ground } from '../support/a-system.ts';
import { aProfile } from '../support/builders.ts';
import { businessIds } from '../support/business-ids.ts';
import { callOf, provider } from '../support/http-calls.ts';
import { inMemoryAuditTrail } from '../support/in-memory-audit-trail.ts';
import { inMemoryKeptAnswers } from '../support/in-memory-kept-answers.ts';

const [id] = businessIds(1);
if (id === undefined) throw new Error('an ID was asked for');
const today = '2026-11-22';
const trail = inMemoryAuditTrail();

let ground: Ground;
beforeEach(async () => {
  ground = aGround();
  ground.clock.set(today);
  await put(ground, ['kainuu', 'lappi']);
  await night(ground, today);
});

const put = (on: Ground, counties: readonly County[]) =>
  callOf(saveOrganisation({ ...on, trail }))({
    claims: provider(id),
    path: { businessId: id },
    body: aProfile({ counties }),
  });

let nights = 0;
/** What a night does with the organisation, once more where it was there before. */
const night = (on: Ground, date: string) => {
  nights += 1;
  return evaluateOrganisation(on)(id, {
    date: day(date),
    number: nights,
    countedDue: false,
    supervisors: [],
    webhooks: [],
    all: false,
    sweep: false,
    dryRun: false,
  });
};

const assess = (on: Ground) =>
  callOf(submitAssessment({ ...on, trail, keptAnswers: inMemoryKeptAnswers() }))({
    claims: provider(id),
    path: { businessId: id },
    body: { statedOn: today, items: { cards: { state: 'in-progress' } } },
  });

const listedIn = async (county: County) =>
  (await ground.directory.page({ county, after: null, limit: 10 })).entries;

/** The lists say what the log says: where it is active, by its last fact. */
const expectTrueLists = async () => {
  const { profile, profiles, assessments } = await ground.organisations.read(id);
  const basedOn = Math.max(...[...profiles, ...assessments].map(({ seq }) => seq));
  for (const county of ['kainuu', 'lappi'] as const) {
    const isActive = profile?.content.counties.includes(county) === true;
    expect(await listedIn(county)).toMatchObject(isActive ? [{ businessId: id, basedOn }] : []);
  }
};

/** Does something at one of the calls to storage; the calls are counted from 0. */
type Disturbance = (call: number, when: 'before' | 'after') => Promise<void> | void;

/** The same ground, disturbed at its calls. */
const disturbed = (on: Ground, disturb: Disturbance): Ground => {
  let calls = 0;
  const watched =
    <Args extends readonly unknown[], Result>(method: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const call = calls;
      calls += 1;
      await disturb(call, 'before');
      const result = await method(...args);
      await disturb(call, 'after');
      return result;
    };
  const organisations: Organisations = {
    ...on.organisations,
    read: watched(on.organisations.read),
    saveProfile: ({ beforehand, ...write }) =>
      watched(on.organisations.saveProfile)({
        ...write,
        ...(beforehand && { beforehand: watched(beforehand) }),
      }),
    appendAssessment: watched(on.organisations.appendAssessment),
    appendEvaluation: watched(on.organisations.appendEvaluation),
    saveState: watched(on.organisations.saveState),
  };
  const directory: Directory = {
    ...on.directory,
    list: watched(on.directory.list),
    leave: watched(on.directory.leave),
  };
  return { ...on, organisations, directory };
};

/** As many calls as a write of a profile makes at most. */
const calls = Array.from({ length: 8 }, (_, call) => call);
const whens = ['before', 'after'] as const;
const crashAt =
  (call: number, when: 'before' | 'after'): Disturbance =>
  (at, moment) => {
    if (at === call && moment === when) throw new Error('the machine went away');
  };

describe('an organisation that leaves a county', () => {
  const leave = (on: Ground) => put(on, ['lappi']);
  const others: readonly [string, (on: Ground) => Promise<unknown>][] = [
    ['a night', (on) => night(on, today)],
    ['an assessment', assess],
  ];

  const check = async () => {
    const { profile } = await ground.organisations.read(id);
    if (profile?.content.counties.includes('kainuu') === false) {
      expect(await listedIn('kainuu')).toEqual([]);
    }
    for (const date of ['2026-11-23', '2026-11-24']) await night(ground, date);
    await expectTrueLists();
  };
  const again = async () => {
    ground = aGround();
    ground.clock.set(today);
    await put(ground, ['kainuu', 'lappi']);
    await night(ground, today);
  };

  it('is not listed there any more', async () => {
    expect(await listedIn('kainuu')).toHaveLength(1);
    await leave(ground);
    expect(await listedIn('kainuu')).toEqual([]);
    await expectTrueLists();
  });

  it('and comes back is listed there again', async () => {
    await leave(ground);
    await put(ground, ['kainuu', 'lappi']);
    await expectTrueLists();
  });

  it.each(others)(
    'is never shown there, wherever its writing breaks off, with %s coming between',
    async (_, other) => {
      for (const when of whens) {
        for (const call of calls) {
          for (const between of calls.filter((one) => one <= call)) {
            await again();
            const crash = crashAt(call, when);
            const writer = disturbed(ground, async (at, moment) => {
              if (at === between && moment === 'before') await other(ground);
              await crash(at, moment);
            });
            await leave(writer);
            await check();
          }
        }
      }
    },
  );

  it.each(others)(
    'is never shown there, wherever its writing breaks off in the midst of %s',
    async (_, other) => {
      for (const between of calls) {
        for (const call of calls) {
          await again();
          const outer = disturbed(ground, async (at, moment) => {
            if (at === between && moment === 'after') {
              await leave(disturbed(ground, crashAt(call, 'before')));
            }
          });
          await other(outer);
          await check();
        }
      }
    },
  );
});

describe('a profile that could not be saved', () => {
  it('leaves no county for good', async () => {
    const fails: Ground = disturbed(ground, crashAt(2, 'after'));
    expect((await put(fails, ['lappi'])).status).toBe(500);
    expect(await listedIn('kainuu')).toEqual([]);
    for (const date of ['2026-11-23', '2026-11-24']) await night(ground, date);
    expect(await listedIn('kainuu')).toMatchObject([{ evaluatedOn: day('2026-11-24') }]);
  });

  it('is listed by the same call, made again', async () => {
    const fails: Ground = disturbed(ground, crashAt(2, 'after'));
    await put(fails, ['lappi']);
    expect((await put(ground, ['lappi'])).status).toBe(200);
    await expectTrueLists();
  });
});
