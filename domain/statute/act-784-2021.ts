import { type Day, day } from '../day.ts';
import { citing, entriesOf, from, type ObligationEntry } from './entries.ts';
import { type ServiceTask, serviceTasks } from './service-tasks.ts';

/** 784/2021, in force 1.11.2021-31.12.2023: its transitional section 52, and 8 and 27 §§. */
const cite = citing('784/2021');
const act = from('784/2021');
const { inForceFrom } = act;
const entries = entriesOf(act);

interface Rung {
  readonly item: number;
  readonly tasks: readonly ServiceTask[];
  readonly day: Day;
}

/** 52 § 11 mom.: public social welfare, and private providers that act on its behalf. */
const publicLadder: readonly Rung[] = [
  {
    item: 1,
    tasks: ['families-with-children', 'working-age', 'older-people'],
    day: day('2024-09-01'),
  },
  { item: 2, tasks: ['child-protection'], day: day('2025-03-01') },
  { item: 3, tasks: ['disability-services'], day: day('2025-09-01') },
  { item: 4, tasks: ['substance-abuse'], day: day('2026-03-01') },
  { item: 5, tasks: ['family-law'], day: day('2026-09-01') },
];

/** 52 § 12 mom.: private social welfare by contract with the client. */
const privateLadder: readonly Rung[] = [
  {
    item: 1,
    tasks: ['families-with-children', 'working-age', 'older-people', 'disability-services'],
    day: day('2026-01-01'),
  },
  { item: 2, tasks: ['substance-abuse'], day: day('2026-03-01') },
];

/** Whom the act tells apart: public care, those who act on its behalf, and private care by contract. */
const publicCare = { sector: 'public', register: 'any' } as const;
const onBehalf = { sector: 'private', register: 'organiser' } as const;
const byContract = { sector: 'private', register: 'own' } as const;

export const act784of2021: readonly ObligationEntry[] = entries([
  {
    id: 'join-public/784-2021',
    obligation: 'join',
    basis: [cite('52', 1), cite('7', 1)],
    binds: { sector: 'public', register: 'any' },
    rule: { kind: 'join', day: day('2024-09-01'), lateJoinerClause: false },
  },
  {
    id: 'join-private/784-2021',
    obligation: 'join',
    basis: [cite('52', 1), cite('7', 2)],
    binds: { sector: 'private', register: 'any' },
    rule: { kind: 'join', day: day('2026-01-01'), lateJoinerClause: false },
  },
  ...publicLadder.flatMap(({ item, tasks, day: due }) => [
    {
      id: `store-documents-public-${item}/784-2021`,
      obligation: 'store-documents' as const,
      serviceTasks: tasks,
      basis: [cite('52', 11, item)] as const,
      binds: publicCare,
      rule: { kind: 'fixed', day: due } as const,
    },
    {
      id: `store-documents-on-behalf-${item}/784-2021`,
      obligation: 'store-documents' as const,
      serviceTasks: tasks,
      basis: [cite('52', 11, item)] as const,
      binds: onBehalf,
      rule: { kind: 'fixed', day: due } as const,
    },
  ]),
  ...privateLadder.map(({ item, tasks, day: due }) => ({
    id: `store-documents-private-${item}/784-2021`,
    obligation: 'store-documents' as const,
    serviceTasks: tasks,
    basis: [cite('52', 12, item)] as const,
    binds: byContract,
    rule: { kind: 'fixed', day: due } as const,
  })),
  {
    id: 'store-documents-private/784-2021',
    obligation: 'store-documents',
    /** 12 mom. gives these no day; they are stored from joining (8 § 2 mom.). */
    serviceTasks: ['child-protection', 'family-law'],
    basis: [cite('8', 2), cite('52', 1)],
    binds: byContract,
    rule: { kind: 'from-joining', bindsFrom: inForceFrom },
  },
  ...(
    [
      ['public', publicCare],
      ['on-behalf', onBehalf],
      ['private', byContract],
    ] as const
  ).map(([whom, binds]) => ({
    id: `store-recordings-${whom}/784-2021`,
    obligation: 'store-recordings' as const,
    serviceTasks,
    basis: [cite('52', 13)] as const,
    binds,
    rule: { kind: 'fixed', day: day('2029-10-01') } as const,
  })),
  {
    id: 'security-plan/784-2021',
    obligation: 'security-plan',
    basis: [cite('27', 2), cite('27', 1)],
    rule: { kind: 'from-joining', bindsFrom: inForceFrom },
  },
]);
