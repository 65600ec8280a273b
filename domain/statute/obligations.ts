import { type Day, day } from '../day.ts';
import type { Text } from '../language.ts';
import type { ActId, Citation } from './citation.ts';
import type { MilestoneId, ObligationId } from './obligation-ids.ts';
import { milestoneTexts, obligationTexts } from './obligation-texts.ts';
import { type ServiceTask, serviceTasks } from './service-tasks.ts';

/** How the act sets the day. */
export type DayRule =
  /** The act names the day. */
  | { readonly kind: 'fixed'; readonly day: Day }
  /** The day by which one joins; with the late-joiner clause, later where all one stores has a later day. */
  | { readonly kind: 'join'; readonly day: Day; readonly lateJoinerClause: boolean }
  /** From one's own joining, at the latest by the join deadline; `bindsFrom`: the rule bound nobody before. */
  | { readonly kind: 'from-joining'; readonly bindsFrom: Day }
  /** On the join deadline, whenever one joined. */
  | { readonly kind: 'join-deadline' }
  /** Every year on one day, from `firstYear` on. */
  | {
      readonly kind: 'yearly';
      readonly month: number;
      readonly dayOfMonth: number;
      readonly firstYear: number;
    };

/** Whom an entry binds, beside the exceptions that hold for all joining (Åland, no system). */
export interface Binds {
  readonly sector: 'public' | 'private' | 'any';
  /** Which register the documents belong to: the provider's own, or the organiser it acts for. */
  readonly register: 'own' | 'organiser';
}

/** One dated demand of one act. A later act is a new entry that names what it supersedes; none is ever edited. */
export interface ObligationEntry {
  readonly id: string;
  readonly obligation: ObligationId;
  /** The service tasks it is applied to, one by one; null for the organisation as a whole. */
  readonly serviceTasks: readonly ServiceTask[] | null;
  /** The act that gave this wording; from the day it was given the entry can be known. */
  readonly givenBy: ActId;
  readonly inForceFrom: Day;
  readonly supersedes: readonly string[];
  readonly basis: readonly [Citation, ...Citation[]];
  readonly binds: Binds;
  readonly rule: DayRule;
  readonly text: Text;
  readonly lastVerified: Day;
}

/** A day that binds the national services, as one act has it. */
export interface MilestoneEntry {
  readonly id: string;
  readonly milestone: MilestoneId;
  readonly givenBy: ActId;
  readonly inForceFrom: Day;
  readonly supersedes: readonly string[];
  readonly basis: readonly [Citation, ...Citation[]];
  readonly day: Day;
  readonly text: Text;
  readonly lastVerified: Day;
}

/** The day until which the official texts were read (README, limits). */
const lastVerified = day('2025-02-21');

const ownRegister: Binds = { sector: 'any', register: 'own' };

const client = (section: string, subsection: number, item?: number): Citation => ({
  act: '703/2023',
  section,
  subsection,
  ...(item === undefined ? {} : { item }),
});
/** 102 § of 703/2023 in the wording that 307/2024 gave it. */
const transition = (subsection: number, item?: number): Citation => ({
  ...client('102', subsection, item),
  amendedBy: '307/2024',
});

type Draft = Omit<
  ObligationEntry,
  'text' | 'lastVerified' | 'supersedes' | 'binds' | 'serviceTasks'
> &
  Partial<Pick<ObligationEntry, 'supersedes' | 'binds' | 'serviceTasks'>>;

const entry = (draft: Draft): ObligationEntry => ({
  supersedes: [],
  binds: ownRegister,
  serviceTasks: null,
  ...draft,
  text: obligationTexts[draft.obligation].name,
  lastVerified,
});

/** 102 § by 307/2024, in force from 1.7.2024; with 67, 69 and 77 §§ of 703/2023. */
const today: readonly ObligationEntry[] = [
  entry({
    id: 'join/307-2024',
    obligation: 'join',
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [client('67', 1), transition(5)],
    rule: { kind: 'join', day: day('2026-09-01'), lateJoinerClause: true },
  }),
  entry({
    id: 'store-documents/307-2024',
    obligation: 'store-documents',
    serviceTasks: ['families-with-children', 'working-age', 'older-people'],
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [client('69', 1), transition(5)],
    rule: { kind: 'from-joining', bindsFrom: day('2024-01-01') },
  }),
  entry({
    id: 'store-documents-freed/307-2024',
    obligation: 'store-documents',
    /** These had days of their own until 30.6.2024 (102 § 7 mom. as enacted). */
    serviceTasks: ['child-protection', 'disability-services', 'substance-abuse'],
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [client('69', 1), transition(5)],
    rule: { kind: 'from-joining', bindsFrom: day('2024-07-01') },
  }),
  entry({
    id: 'store-documents-family-law/307-2024',
    obligation: 'store-documents',
    serviceTasks: ['family-law'],
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [transition(7, 1), client('69', 1)],
    rule: { kind: 'fixed', day: day('2026-09-01') },
  }),
  entry({
    id: 'store-recordings/307-2024',
    obligation: 'store-recordings',
    serviceTasks,
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [transition(7, 2), client('69', 1)],
    rule: { kind: 'fixed', day: day('2029-10-01') },
  }),
  entry({
    id: 'disclosure-permit/307-2024',
    obligation: 'disclosure-permit',
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [transition(5), client('55', 1)],
    rule: { kind: 'join-deadline' },
  }),
  entry({
    id: 'disclosure-logs/307-2024',
    obligation: 'disclosure-logs',
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [transition(5), { act: '703/2023', section: '70' }],
    rule: { kind: 'join-deadline' },
  }),
  entry({
    id: 'security-plan/703-2023',
    obligation: 'security-plan',
    givenBy: '703/2023',
    inForceFrom: day('2024-01-01'),
    basis: [client('77', 2), client('77', 1)],
    rule: { kind: 'from-joining', bindsFrom: day('2024-01-01') },
  }),
  entry({
    id: 'patient-data/307-2024',
    obligation: 'patient-data',
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    basis: [transition(3)],
    rule: { kind: 'fixed', day: day('2027-03-01') },
  }),
];

/** 741/2023 for private producers as enacted; for public ones by 964/2024, in force from 1.1.2025. */
const soteri: readonly ObligationEntry[] = [
  entry({
    id: 'soteri-annual-check-private/741-2023',
    obligation: 'soteri-annual-check',
    givenBy: '741/2023',
    inForceFrom: day('2024-01-01'),
    basis: [{ act: '741/2023', section: '17', subsection: 1 }],
    binds: { sector: 'private', register: 'own' },
    rule: { kind: 'yearly', month: 3, dayOfMonth: 31, firstYear: 2024 },
  }),
  entry({
    id: 'soteri-annual-check-public/964-2024',
    obligation: 'soteri-annual-check',
    givenBy: '964/2024',
    inForceFrom: day('2025-01-01'),
    basis: [
      { act: '741/2023', section: '17', subsection: 1 },
      { act: '741/2023', section: '52', subsection: 1, amendedBy: '964/2024' },
    ],
    binds: { sector: 'public', register: 'own' },
    rule: { kind: 'yearly', month: 3, dayOfMonth: 31, firstYear: 2028 },
  }),
  entry({
    id: 'soteri-registration/964-2024',
    obligation: 'soteri-registration',
    givenBy: '964/2024',
    inForceFrom: day('2025-01-01'),
    basis: [
      { act: '741/2023', section: '56', subsection: 1, amendedBy: '964/2024' },
      { act: '741/2023', section: '52', subsection: 1, amendedBy: '964/2024' },
    ],
    binds: { sector: 'public', register: 'own' },
    /** "Before the entry into force of chapter 3 on 1.1.2028": the last such day. */
    rule: { kind: 'fixed', day: day('2027-12-31') },
  }),
];

export const obligationEntries: readonly ObligationEntry[] = [...today, ...soteri];

const milestone = (draft: Omit<MilestoneEntry, 'text' | 'lastVerified'>): MilestoneEntry => ({
  ...draft,
  text: milestoneTexts[draft.milestone],
  lastVerified,
});

export const milestoneEntries: readonly MilestoneEntry[] = [
  milestone({
    id: 'social-health-access/307-2024',
    milestone: 'social-health-access',
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    supersedes: [],
    basis: [transition(1), { act: '703/2023', section: '53' }],
    day: day('2027-03-01'),
  }),
  milestone({
    id: 'prescription-access/307-2024',
    milestone: 'prescription-access',
    givenBy: '307/2024',
    inForceFrom: day('2024-07-01'),
    supersedes: [],
    basis: [transition(1), { act: '703/2023', section: '53' }],
    day: day('2027-11-01'),
  }),
];
