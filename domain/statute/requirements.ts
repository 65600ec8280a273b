import { type Day, day } from '../day.ts';
import type { Citation } from './citation.ts';
import type { ObligationId } from './obligation-ids.ts';

export const requirementIds = [
  'certified-system',
  'licence-or-registration',
  'soteri-check',
  'cards',
  'service-certificates',
  'security-plan',
  'self-monitoring-plan',
  'access-rights',
  'disclosure-permit',
  'disclosure-logs',
] as const;
export type RequirementId = (typeof requirementIds)[number];

/** To whom a requirement applies, as data; every condition named must hold. */
export interface Applicability {
  /** Uses the national services through its own customership: bound to join, or joined all the same. */
  readonly joinsItself?: true;
  /** Uses the national services at all, be it through the organiser's system. */
  readonly usesNationalServices?: true;
  /** Has a duty of this kind under the law of the day. */
  readonly hasDuty?: readonly ObligationId[];
  /** Public producers only from this day on (741/2023 52 § 1 mom. by 964/2024). */
  readonly publicProducersFrom?: Day;
}

/** How long evidence holds where its own end is not stated; only where a source says so (requirement-texts.ts). */
export type Validity =
  | { readonly kind: 'months'; readonly months: number; readonly basis: readonly Citation[] }
  /** A yearly check: it holds until this day of the year after the one in which it was made. */
  | {
      readonly kind: 'until-next';
      readonly month: number;
      readonly dayOfMonth: number;
      readonly basis: readonly Citation[];
    };

/** One readiness item: to whom it applies, what it rests on, what it holds up, how long its evidence holds. */
export interface Requirement {
  readonly id: RequirementId;
  readonly appliesTo: Applicability;
  readonly basis: readonly [Citation, ...Citation[]];
  /** Instructions beside the acts, by the names of law.md section 12. */
  readonly sources: readonly string[];
  readonly holdsUp: readonly ObligationId[];
  readonly validity: Validity | null;
}

const client = (section: string, subsection?: number): Citation => ({
  act: '703/2023',
  section,
  ...(subsection === undefined ? {} : { subsection }),
});
const supervision = (section: string, subsection?: number): Citation => ({
  act: '741/2023',
  section,
  ...(subsection === undefined ? {} : { subsection }),
});

export const requirements: Readonly<Record<RequirementId, Requirement>> = {
  'certified-system': {
    id: 'certified-system',
    appliesTo: { joinsItself: true },
    basis: [client('81', 2), client('84'), client('87', 3)],
    sources: ['THL 5/2024', 'Kela 28.2.2025'],
    holdsUp: ['join'],
    validity: {
      kind: 'months',
      months: 36,
      basis: [client('87', 3)],
    },
  },
  'licence-or-registration': {
    id: 'licence-or-registration',
    appliesTo: {},
    basis: [supervision('5', 1), supervision('16')],
    sources: ['Kela 20.4.2020'],
    holdsUp: ['join', 'soteri-registration'],
    validity: null,
  },
  'soteri-check': {
    id: 'soteri-check',
    appliesTo: { hasDuty: ['soteri-annual-check'], publicProducersFrom: day('2028-01-01') },
    basis: [supervision('17', 1)],
    sources: [],
    holdsUp: ['soteri-annual-check'],
    validity: {
      kind: 'until-next',
      month: 3,
      dayOfMonth: 31,
      basis: [supervision('17', 1)],
    },
  },
  cards: {
    id: 'cards',
    appliesTo: { usesNationalServices: true },
    basis: [client('8')],
    sources: ['DVV', 'Etelä-Pohjanmaa 9.2.2026', 'Kela 20.4.2020'],
    holdsUp: ['join'],
    validity: {
      kind: 'months',
      months: 60,
      basis: [client('8')],
    },
  },
  'service-certificates': {
    id: 'service-certificates',
    appliesTo: { joinsItself: true },
    basis: [client('65', 3)],
    sources: ['DVV'],
    holdsUp: ['join'],
    validity: {
      kind: 'months',
      months: 12,
      basis: [client('65', 3)],
    },
  },
  'security-plan': {
    id: 'security-plan',
    appliesTo: {},
    basis: [client('77', 1), client('77', 2)],
    sources: ['THL 3/2024'],
    holdsUp: ['join', 'security-plan'],
    validity: null,
  },
  'self-monitoring-plan': {
    id: 'self-monitoring-plan',
    appliesTo: {},
    basis: [supervision('27', 1), supervision('27', 3)],
    sources: [],
    holdsUp: [],
    validity: {
      kind: 'months',
      months: 4,
      basis: [supervision('27', 3)],
    },
  },
  'access-rights': {
    id: 'access-rights',
    appliesTo: {},
    basis: [client('9', 3), { act: '457/2024', section: '10' }],
    sources: [],
    holdsUp: ['join'],
    validity: null,
  },
  'disclosure-permit': {
    id: 'disclosure-permit',
    appliesTo: { hasDuty: ['disclosure-permit'] },
    basis: [
      client('55', 1),
      { act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' },
    ],
    sources: [],
    holdsUp: ['disclosure-permit'],
    validity: null,
  },
  'disclosure-logs': {
    id: 'disclosure-logs',
    appliesTo: { hasDuty: ['disclosure-logs'] },
    basis: [
      client('70'),
      { act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' },
    ],
    sources: [],
    holdsUp: ['disclosure-logs'],
    validity: null,
  },
};

/** The requirement whose statement meets an obligation; the others are met by days of the profile. */
export const metByRequirement = {
  'disclosure-permit': 'disclosure-permit',
  'disclosure-logs': 'disclosure-logs',
  'security-plan': 'security-plan',
  'soteri-annual-check': 'soteri-check',
  'soteri-registration': 'licence-or-registration',
} as const satisfies Partial<Record<ObligationId, RequirementId>>;
