import type { Text } from '../language.ts';
import type { LeadPeriod } from '../lead-time.ts';
import type { SourceId } from './sources.ts';

/** How long a step takes by its source. Plans count with the longest; the shortest is shown beside it. */
export interface LeadTime {
  readonly shortest: LeadPeriod;
  readonly longest: LeadPeriod;
  /** As the source puts it. */
  readonly text: Text;
  readonly sources: readonly [SourceId, ...SourceId[]];
}

/** The agreement on cards with the Digital and Population Data Services Agency. */
export const cardAgreementTime: LeadTime = {
  shortest: { count: 3, unit: 'weeks' },
  longest: { count: 4, unit: 'weeks' },
  text: { fi: 'noin 3–4 viikkoa', sv: 'cirka 3–4 veckor', en: 'about 3–4 weeks' },
  sources: ['kela-2020'],
};

/** Cards and their activation codes, from the order. A week and a half is counted as eleven days. */
export const cardsTime: LeadTime = {
  shortest: { count: 11, unit: 'days' },
  longest: { count: 2, unit: 'weeks' },
  text: { fi: 'noin 1,5–2 viikkoa', sv: 'cirka 1,5–2 veckor', en: 'about 1.5–2 weeks' },
  sources: ['kela-2020'],
};

/** A service certificate from its order: the agency's own target. */
export const serviceCertificatesTime: LeadTime = {
  shortest: { count: 1, unit: 'weeks' },
  longest: { count: 1, unit: 'weeks' },
  text: {
    fi: 'noin viikko (tavoite)',
    sv: 'cirka en vecka (målet)',
    en: 'about one week (target)',
  },
  sources: ['dvv-certificate-order'],
};

/** The report of a successful deployment test to Kela. */
export const deploymentReportTime: LeadTime = {
  shortest: { count: 0, unit: 'working-days' },
  longest: { count: 2, unit: 'working-days' },
  text: {
    fi: 'kahden arkipäivän kuluessa',
    sv: 'inom två vardagar',
    en: 'within two working days',
  },
  sources: ['kela-2020'],
};

/** How long the whole project takes, from the decision to production use, by what is known of the system. */
export const projectSituations = ['system-used-to-join', 'system-not-used-to-join'] as const;
export type ProjectSituation = (typeof projectSituations)[number];

export const projectTimes: Readonly<Record<ProjectSituation, LeadTime>> = {
  'system-used-to-join': {
    shortest: { count: 3, unit: 'months' },
    longest: { count: 6, unit: 'months' },
    text: {
      fi: 'noin puoli vuotta (3–6 kuukautta)',
      sv: 'cirka ett halvt år (3–6 månader)',
      en: 'about half a year (3–6 months)',
    },
    sources: ['kela-2020', 'kanta-deployment', 'kanta-deployment-phase'],
  },
  'system-not-used-to-join': {
    shortest: { count: 12, unit: 'months' },
    longest: { count: 12, unit: 'months' },
    text: { fi: 'vähintään vuosi', sv: 'minst ett år', en: 'at least a year' },
    sources: ['kanta-deployment', 'kanta-deployment-phase'],
  },
};
