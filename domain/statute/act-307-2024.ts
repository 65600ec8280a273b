import { day } from '../day.ts';
import {
  citing,
  entriesOf,
  from,
  type MilestoneEntry,
  milestone,
  type ObligationEntry,
} from './entries.ts';
import { serviceTasks } from './service-tasks.ts';

/** 307/2024, in force from 1.7.2024: the law of today. It gave 102 § of 703/2023 a new wording as a whole. */
const act = from('307/2024');
const { inForceFrom } = act;
const entries = entriesOf(act);

const cite = citing('703/2023');
/** A place in 102 § as 307/2024 words it. */
const transition = (subsection: number, item?: number) =>
  citing('703/2023', '307/2024')('102', subsection, item);

export const act307of2024: readonly ObligationEntry[] = entries([
  {
    id: 'join/307-2024',
    obligation: 'join',
    supersedes: ['join-public/703-2023', 'join-private/703-2023'],
    basis: [cite('67', 1), transition(5)],
    rule: { kind: 'join', day: day('2026-09-01'), lateJoinerClause: true },
  },
  {
    id: 'store-documents/307-2024',
    obligation: 'store-documents',
    serviceTasks: ['families-with-children', 'working-age', 'older-people'],
    supersedes: ['store-documents/703-2023'],
    basis: [cite('69', 1), transition(5)],
    rule: { kind: 'from-joining', bindsFrom: day('2024-01-01') },
  },
  {
    id: 'store-documents-without-own-day/307-2024',
    obligation: 'store-documents',
    /** Until 30.6.2024 these had days of their own (102 § 7 mom. as enacted). */
    serviceTasks: ['child-protection', 'disability-services', 'substance-abuse'],
    supersedes: [
      'store-documents-child-protection/703-2023',
      'store-documents-disability-services/703-2023',
      'store-documents-substance-abuse/703-2023',
    ],
    basis: [cite('69', 1), transition(5)],
    rule: { kind: 'from-joining', bindsFrom: inForceFrom },
  },
  {
    id: 'store-documents-family-law/307-2024',
    obligation: 'store-documents',
    serviceTasks: ['family-law'],
    supersedes: ['store-documents-family-law/703-2023'],
    basis: [transition(7, 1), cite('69', 1)],
    rule: { kind: 'fixed', day: day('2026-09-01') },
  },
  {
    id: 'store-recordings/307-2024',
    obligation: 'store-recordings',
    serviceTasks,
    supersedes: ['store-recordings/703-2023'],
    basis: [transition(7, 2), cite('69', 1)],
    rule: { kind: 'fixed', day: day('2029-10-01') },
  },
  {
    id: 'disclosure-permit/307-2024',
    obligation: 'disclosure-permit',
    basis: [transition(5), cite('55', 1)],
    rule: { kind: 'join-deadline' },
  },
  {
    id: 'disclosure-logs/307-2024',
    obligation: 'disclosure-logs',
    basis: [transition(5), cite('70')],
    rule: { kind: 'join-deadline' },
  },
  {
    id: 'patient-data/307-2024',
    obligation: 'patient-data',
    supersedes: ['patient-data/703-2023'],
    basis: [transition(3)],
    rule: { kind: 'fixed', day: day('2027-03-01') },
  },
]);

export const milestones307of2024: readonly MilestoneEntry[] = [
  milestone({
    id: 'social-health-access/307-2024',
    milestone: 'social-health-access',
    ...act,
    supersedes: ['social-health-access/703-2023'],
    basis: [transition(1), cite('53')],
    day: day('2027-03-01'),
  }),
  milestone({
    id: 'prescription-access/307-2024',
    milestone: 'prescription-access',
    ...act,
    supersedes: [],
    basis: [transition(1), cite('53')],
    day: day('2027-11-01'),
  }),
];
