import { marshall } from '@aws-sdk/util-dynamodb';
import { day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import { type Catalogue, catalogue } from '../../domain/statute/catalogue.ts';
import { peopleOf } from './a-system.ts';
import { anOrganisation } from './builders.ts';
import { businessIds } from './business-ids.ts';
import { momentOf } from './clocks.ts';
import type { FaultyNights } from './faulty-nights.ts';

/** Our catalogue as it was before 307/2024 was adopted, which moves the day of joining. */
export const catalogueBefore: Catalogue = {
  obligations: catalogue.obligations.filter(({ givenBy }) => givenBy !== '307/2024'),
  milestones: catalogue.milestones.filter(({ givenBy }) => givenBy !== '307/2024'),
};

export const [
  overdue,
  expiring,
  ofNobody,
  newlyRegistered,
  settled,
  acknowledged,
  badRow,
  waived,
  moving,
  brokenOff,
  quiet,
] = businessIds(11) as [
  ...[BusinessId, BusinessId, BusinessId, BusinessId, BusinessId, BusinessId],
  ...[BusinessId, BusinessId, BusinessId, BusinessId, BusinessId],
];
const expected = businessIds(12).at(-1) as BusinessId;

const liisa = { name: 'Liisa Johtaja', email: 'liisa@hoiva.example.fi', language: 'en' };
const sven = { name: 'Sven Svensson', email: 'sven@vard.example.fi', language: 'sv' };

/**
 * A dozen organisations in every situation that a night can meet, and those who hear of them: one night
 * has been by the earlier law, and people have acted since.
 */
export const furnish = async (nights: FaultyNights): Promise<void> => {
  const { organisations, supervisors, webhooks, expectedProducers } = nights.stores;
  const at = (date: string) => {
    nights.now = momentOf(date);
  };
  const { register, assess, acknowledge, appoint } = peopleOf({
    organisations,
    supervisors,
    clock: nights.clock,
  });

  at('2026-11-19');
  nights.table.put(
    marshall({ pk: 'SETTINGS', sk: 'SENDING', on: true, forTable: nights.tableName }) as never,
  );
  await appoint('aino', { counties: ['lappi'] });
  await appoint('brita', { counties: ['lappi', 'pohjanmaa'], language: 'sv' });
  await appoint('carl', { counties: ['kainuu'], language: 'en' });
  await webhooks.create({
    id: 'county',
    content: {
      url: 'https://county.example.fi/',
      events: ['status-changed', 'warning-raised'],
      language: 'en',
      active: true,
    },
    key: 'county',
    secrets: [{ value: 'whsec_one', until: null }],
  });
  await register(overdue, { counties: ['lappi'], contacts: [liisa] });
  await register(expiring, { counties: ['pohjanmaa'] });
  await register(ofNobody, { counties: ['satakunta'] });
  await register(settled, { counties: ['lappi'] });
  await register(acknowledged, { counties: ['kainuu'] });
  await register(badRow, { counties: ['lappi'] });
  await register(waived, { counties: ['pohjanmaa'] });
  await register(moving, { counties: ['lappi'], contacts: [sven] });
  await register(quiet, { counties: ['kainuu'], usesClientDataSystem: false });
  await nights.run('2026-11-20', catalogueBefore);

  at('2026-11-21');
  await expectedProducers.expect('kainuu', {
    businessId: expected,
    name: 'Odotettu Oy',
    expectedSince: day('2026-11-21'),
  });
  await assess(expiring, '2026-11-20', { cards: { state: 'done', validUntil: '2026-11-29' } });
  await register(newlyRegistered, { counties: ['lappi', 'satakunta'] });
  await register(settled, { counties: ['lappi'], joinedOn: '2026-11-20' });
  await acknowledge(acknowledged, { until: day('2026-12-20') });
  await organisations.appendWaiver({
    businessId: waived,
    waiver: {
      waiverId: 'waiver-1',
      approvedBy: 'aino',
      requestedBy: 'liisa',
      approvedAt: '2026-11-21T10:00:00.000Z',
      requirement: 'cards',
      reason: 'kortit tilattu',
      from: day('2026-11-01'),
      until: day('2026-11-29'),
    },
    now: nights.clock.now(),
  });
  await register(moving, { counties: ['pohjanmaa'], contacts: [sven] });
  await organisations.saveProfile({
    businessId: brokenOff,
    // Announced, as by a writer who loses the race against herself, and never written.
    content: anOrganisation({ counties: ['lappi'] }),
    replaces: 7,
    now: nights.clock.now(),
  });
  const bad = { pk: `ORG#${badRow}`, sk: 'LOG#000000001' };
  nights.table.put(marshall({ ...bad, seq: 1, kind: 'profile', content: 'no JSON' }) as never);
};
