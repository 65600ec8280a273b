import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { type Catalogue, catalogue } from '../../../domain/statute/catalogue.ts';
import { dynamoNights } from '../../../functions/adapters/nights.ts';
import { dynamoOrganisations } from '../../../functions/adapters/organisations.ts';
import { dynamoOutbox } from '../../../functions/adapters/outbox.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import { dynamoSupervisors } from '../../../functions/adapters/supervisors.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

const [first, second] = businessIds(2) as [BusinessId, BusinessId];

/** Our catalogue as it was before 307/2024 was adopted. */
const before307: Catalogue = {
  obligations: catalogue.obligations.filter(({ givenBy }) => givenBy !== '307/2024'),
  milestones: catalogue.milestones.filter(({ givenBy }) => givenBy !== '307/2024'),
};
const before = (ground: Ground): Ground => ({ ...ground, catalogue: before307 });

const liisa = { name: 'Liisa Johtaja', email: 'Liisa@hoiva.example.fi', language: 'en' };
const sven = { name: 'Sven Svensson', email: 'sven@vard.example.fi', language: 'sv' };

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const grounds: readonly (readonly [string, () => Promise<Ground>])[] = [
  ['in memory', async () => aGround()],
  [
    'in DynamoDB',
    async () => {
      const at = [dynamo.client, await dynamo.newTable()] as const;
      return {
        ...aGround(),
        organisations: dynamoOrganisations(...at),
        supervisors: dynamoSupervisors(...at),
        outbox: dynamoOutbox(...at),
        nights: dynamoNights(...at),
      };
    },
  ],
];

/** A private provider that had to join by 1.1.2026, and a night on which it is due for no other reason. */
const furnished = async (ground: Ground, facts: Record<string, unknown> = {}) => {
  ground.clock.set('2024-07-02');
  await peopleOf(ground).appoint('aino');
  await peopleOf(ground).register(first, { contacts: [liisa], ...facts });
  await nightOver(before(ground)).run('2024-07-02');
};
const adoption = '2024-07-03';

const movedMails = async (ground: Ground) =>
  (await mailsOf(ground)).filter(({ text }) => text.includes('307/2024'));

describe.each(grounds)('an adopted entry that moves a day, kept %s', (_, make) => {
  it.each([
    { sector: 'private', from: '1.1.2026', fromEnglish: '1 January 2026' },
    { sector: 'public', from: '1.9.2024', fromEnglish: '1 September 2024' },
  ])(
    'is told once to the supervisor and to the $sector provider: from what, to what, by which act',
    async ({ sector, from, fromEnglish }) => {
      const ground = await make();
      await furnished(ground, { sector });
      expect(await movedMails(ground)).toEqual([]);
      const { result } = await nightOver(ground).run(adoption);
      expect(result).toMatchObject({ due: 1, evaluated: 1, changed: 1, mails: { sent: 2 } });
      const [toSupervisor, toContact, ...others] = await movedMails(ground);
      expect(others).toEqual([]);
      expect(toSupervisor?.to).toBe('aino@example.fi');
      expect(toSupervisor?.subject).toBe(
        'Kanta-valmius: lakimuutos muutti 1 palvelunantajan määräpäiviä',
      );
      expect(toContact?.to).toBe('Liisa@hoiva.example.fi');
      expect(toContact?.subject).toBe('Kanta readiness: a change of law moved your deadlines');
      for (const part of [toSupervisor?.text, toSupervisor?.html]) {
        const flat = part?.replaceAll(/\s+/g, ' ');
        expect(flat).toContain('Esimerkkihoiva Oy');
        expect(flat).toContain(`Määräpäivä oli ${from}, nyt se on 1.9.2026.`);
        expect(flat).toContain('(307/2024), annettu 7.6.2024, voimassa 1.7.2024 alkaen.');
        expect(flat).toContain('703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024');
      }
      for (const part of [toContact?.text, toContact?.html]) {
        const flat = part?.replaceAll(/\s+/g, ' ');
        expect(flat).toContain(`The deadline was ${fromEnglish}; it is now 1 September 2026.`);
        expect(flat).toContain('(307/2024), given on 7 June 2024, in force from 1 July 2024.');
      }

      const again = await nightOver(ground).run(adoption);
      expect(again.result).toEqual(result);
      const next = await nightOver(ground).run('2024-07-04');
      expect(next.result).toMatchObject({ due: 0, evaluated: 0, mails: { sent: 0 } });
      expect(await movedMails(ground)).toHaveLength(2);
    },
  );

  it('reaches every organisation, also those that no known day would bring back', async () => {
    const ground = await make();
    await furnished(ground);
    await peopleOf(ground).register(second, {
      usesClientDataSystem: false,
      registeredInSoteri: false,
    });
    await nightOver(before(ground)).run('2024-07-02');
    expect((await ground.organisations.read(second)).state?.dueOn).not.toBe(adoption);
    await nightOver(ground).run(adoption);
    const hashes = await Promise.all(
      [first, second].map(async (id) => (await ground.organisations.read(id)).state?.catalogueHash),
    );
    expect(new Set(hashes).size).toBe(1);
    expect((await ground.nights.evaluatedBy())?.split(' ')[0]).toBe(hashes[0]);
  });

  it('lists the contacts that wait only until they were told', async () => {
    const ground = await make();
    await furnished(ground, { contacts: [liisa, sven, { ...liisa, name: 'Toinen nimi' }] });
    ground.settings.on = false;
    await nightOver(ground).run(adoption);
    const waiting = await ground.outbox.waitingContacts();
    expect(waiting).toHaveLength(2);
    for (const recipient of waiting) {
      expect(recipient).toMatch(new RegExp(`^contact\\.${first}\\.[0-9a-f]{16}$`));
    }
    ground.settings.on = true;
    await nightOver(ground).run('2024-07-04');
    expect((await movedMails(ground)).map(({ to }) => to).sort()).toEqual([
      'Liisa@hoiva.example.fi',
      'aino@example.fi',
      'sven@vard.example.fi',
    ]);
    expect(await ground.outbox.waitingContacts()).toEqual([]);
  });
});

describe('a moved day', () => {
  it('is told to supervisors only where the organisation names no contacts', async () => {
    const ground = aGround();
    await furnished(ground, { contacts: [] });
    await nightOver(ground).run(adoption);
    expect((await movedMails(ground)).map(({ to }) => to)).toEqual(['aino@example.fi']);
  });

  it('is told to the operator where the county has no supervisor', async () => {
    const ground = aGround();
    await furnished(ground, { contacts: [], counties: ['lappi'] });
    await nightOver(ground).run(adoption);
    expect((await movedMails(ground)).map(({ to }) => to)).toEqual(['ylläpito@example.fi']);
  });

  it('is not told to a contact that has left the profile', async () => {
    const ground = aGround();
    await furnished(ground);
    ground.settings.on = false;
    await nightOver(ground).run(adoption);
    await peopleOf(ground).register(first, { contacts: [sven] });
    ground.settings.on = true;
    await nightOver(ground).run('2024-07-04');
    expect((await movedMails(ground)).map(({ to }) => to)).toEqual(['aino@example.fi']);
    expect(await ground.outbox.waitingContacts()).toEqual([]);
  });

  it('goes to the address and in the language that the profile has when it is sent', async () => {
    const ground = aGround();
    await furnished(ground);
    ground.settings.on = false;
    await nightOver(ground).run(adoption);
    await peopleOf(ground).register(first, {
      contacts: [{ ...liisa, email: 'LIISA@hoiva.example.fi', language: 'sv' }],
    });
    ground.settings.on = true;
    await nightOver(ground).run('2024-07-04');
    const mail = (await movedMails(ground)).find(({ to }) => to === 'LIISA@hoiva.example.fi');
    expect(mail?.subject).toBe('Kanta-beredskap: en lagändring ändrade era tidsfrister');
  });

  it('is not told where it is no longer so when the mail is written', async () => {
    const ground = aGround();
    await furnished(ground);
    ground.settings.on = false;
    await nightOver(ground).run(adoption);
    await peopleOf(ground).register(first, { contacts: [liisa], usesClientDataSystem: false });
    ground.settings.on = true;
    await nightOver(ground).run('2024-07-04');
    expect(await movedMails(ground)).toEqual([]);
    expect(await ground.outbox.waitingContacts()).toEqual([]);
  });

  it('that a fact moved is told to nobody', async () => {
    const ground = aGround();
    await furnished(ground);
    await peopleOf(ground).register(first, { contacts: [liisa], sector: 'public' });
    await nightOver(before(ground)).run(adoption);
    const { verdict } = (await ground.organisations.read(first)).state ?? {};
    expect(verdict?.days['join']?.due).toBe('2024-09-01');
    expect(
      (await ground.outbox.allWaiting('aino')).flatMap(({ moved }) => Object.keys(moved)),
    ).toEqual([]);
    expect(await ground.outbox.waitingContacts()).toEqual([]);
  });

  it('is told once, wherever the night is left and whichever night makes up for it', async () => {
    for (let write = 1; ; write += 1) {
      const ground = aGround();
      await furnished(ground);
      let writes = 0;
      const failing =
        <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) =>
        async (...args: Args): Promise<Result> => {
          const result = await method(...args);
          writes += 1;
          if (writes === write) throw new StorageUnavailable(new Error('hiccup'));
          return result;
        };
      const brittle: Ground = {
        ...ground,
        organisations: {
          ...ground.organisations,
          saveState: failing(ground.organisations.saveState),
          appendEvaluation: failing(ground.organisations.appendEvaluation),
        },
        outbox: {
          ...ground.outbox,
          saveWaiting: failing(ground.outbox.saveWaiting),
          saveTold: failing(ground.outbox.saveTold),
          saveToldMoved: failing(ground.outbox.saveToldMoved),
          settle: failing(ground.outbox.settle),
        },
      };
      await nightOver(brittle).run(adoption);
      const reached = writes >= write;
      ground.clock.set('2024-07-04');
      await nightOver(ground).run(write % 2 === 0 ? adoption : '2024-07-04');
      await nightOver(ground).run('2024-07-05');
      const told = (await movedMails(ground)).map(({ to }) => to).sort();
      expect([write, told]).toEqual([write, ['Liisa@hoiva.example.fi', 'aino@example.fi']]);
      if (!reached) {
        expect(write).toBeGreaterThan(8);
        break;
      }
    }
  });
});

describe('a change of the catalogue', () => {
  const shard = { getRemainingTimeInMillis: () => 300_000 };

  it('makes the next nights look at all until one was whole', async () => {
    const ground = aGround();
    await furnished(ground);
    const { openNight } = nightOver(ground);
    const open = async (date: string) =>
      (await openNight({ scheduledTime: `${date}T00:30:00Z` })).all;
    expect(await open(adoption)).toBe(true);
    const read = async () => {
      throw new StorageUnavailable(new Error('the table does not answer'));
    };
    const broken = { ...ground, organisations: { ...ground.organisations, read } };
    await nightOver(broken).run(adoption);
    expect(await open('2024-07-04')).toBe(true);
    await nightOver(ground).run('2024-07-04');
    expect(await open('2024-07-05')).toBe(false);
  });

  it('stops a shard that would evaluate by another catalogue than the night was opened with', async () => {
    const ground = aGround();
    await furnished(ground);
    const { date, all, catalogueHash } = await nightOver(ground).openNight({
      scheduledTime: `${adoption}T00:30:00Z`,
    });
    const old = nightOver(before(ground));
    await expect(
      old.evaluateShard({ date: day(date), shard: 0, all, catalogueHash }, shard),
    ).rejects.toThrow('another catalogue');
  });

  it('is not taken for done by a night that was opened before it and closed after it', async () => {
    const ground = aGround();
    await furnished(ground);
    const opened = await nightOver(before(ground)).openNight({
      scheduledTime: `${adoption}T00:30:00Z`,
    });
    await nightOver(ground).closeNight({ ...opened, shards: [], digests: [] });
    expect(await ground.nights.evaluatedBy()).toBe(opened.lookedAtBy);
  });
});
