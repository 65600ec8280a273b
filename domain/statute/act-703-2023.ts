import { day } from '../day.ts';
import { act784of2021 } from './act-784-2021.ts';
import {
  citing,
  entriesOf,
  from,
  type MilestoneEntry,
  milestone,
  type ObligationEntry,
} from './entries.ts';
import type { ObligationId } from './obligation-ids.ts';
import { type ServiceTask, serviceTasks } from './service-tasks.ts';

/** 703/2023 as enacted: its transitional section 102 until 30.6.2024, and 67, 69 and 77 §§ since. */
const cite = citing('703/2023');
const act = from('703/2023');
const { inForceFrom } = act;
const entries = entriesOf(act);

/** 101 § repealed 784/2021: what it said of the same duty and any of the same tasks is superseded. */
const repealed = (obligation: ObligationId, tasks: readonly ServiceTask[] = []): string[] =>
  act784of2021
    .filter(
      (entry) =>
        entry.obligation === obligation &&
        (entry.serviceTasks === null || entry.serviceTasks.some((task) => tasks.includes(task))),
    )
    .map(({ id }) => id);

const storing = (
  name: string,
  tasks: readonly ServiceTask[],
): Pick<ObligationEntry, 'id' | 'obligation' | 'serviceTasks' | 'supersedes'> => ({
  id: `${name}/703-2023`,
  obligation: 'store-documents',
  serviceTasks: tasks,
  supersedes: repealed('store-documents', tasks),
});

export const act703of2023: readonly ObligationEntry[] = entries([
  {
    id: 'join-public/703-2023',
    obligation: 'join',
    supersedes: ['join-public/784-2021'],
    basis: [cite('67', 1), cite('102', 5)],
    binds: { sector: 'public', register: 'any' },
    rule: { kind: 'join', day: day('2024-09-01'), lateJoinerClause: true },
  },
  {
    id: 'join-private/703-2023',
    obligation: 'join',
    supersedes: ['join-private/784-2021'],
    basis: [cite('67', 1), cite('102', 5)],
    binds: { sector: 'private', register: 'any' },
    rule: { kind: 'join', day: day('2026-01-01'), lateJoinerClause: true },
  },
  {
    ...storing('store-documents', ['families-with-children', 'working-age', 'older-people']),
    basis: [cite('69', 1), cite('102', 5)],
    rule: { kind: 'from-joining', bindsFrom: inForceFrom },
  },
  {
    ...storing('store-documents-child-protection', ['child-protection']),
    basis: [cite('102', 7, 1), cite('69', 1)],
    rule: { kind: 'fixed', day: day('2025-03-01') },
  },
  {
    ...storing('store-documents-disability-services', ['disability-services']),
    basis: [cite('102', 7, 2), cite('69', 1)],
    rule: { kind: 'fixed', day: day('2025-09-01') },
  },
  {
    ...storing('store-documents-substance-abuse', ['substance-abuse']),
    basis: [cite('102', 7, 3), cite('69', 1)],
    rule: { kind: 'fixed', day: day('2026-03-01') },
  },
  {
    ...storing('store-documents-family-law', ['family-law']),
    basis: [cite('102', 7, 4), cite('69', 1)],
    rule: { kind: 'fixed', day: day('2026-09-01') },
  },
  {
    id: 'store-recordings/703-2023',
    obligation: 'store-recordings',
    serviceTasks,
    supersedes: repealed('store-recordings', serviceTasks),
    basis: [cite('102', 7, 5), cite('69', 1)],
    rule: { kind: 'fixed', day: day('2029-10-01') },
  },
  {
    id: 'security-plan/703-2023',
    obligation: 'security-plan',
    supersedes: ['security-plan/784-2021'],
    basis: [cite('77', 2), cite('77', 1)],
    rule: { kind: 'from-joining', bindsFrom: inForceFrom },
  },
  {
    id: 'patient-data/703-2023',
    obligation: 'patient-data',
    basis: [cite('102', 3)],
    rule: { kind: 'fixed', day: day('2026-10-01') },
  },
]);

export const milestones703of2023: readonly MilestoneEntry[] = [
  milestone({
    id: 'social-health-access/703-2023',
    milestone: 'social-health-access',
    ...act,
    supersedes: [],
    basis: [cite('102', 1), cite('53')],
    day: day('2026-01-01'),
  }),
];
