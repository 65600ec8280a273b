import type { DeadlineStatus } from '../deadlines.ts';
import type { OverallStatus } from '../evaluation.ts';
import type { Text } from '../language.ts';
import type { RequirementStatus } from '../readiness.ts';

/** An organisation's overall status in a word or two. */
export const overallTexts: Readonly<Record<OverallStatus, Text>> = {
  overdue: { fi: 'myöhässä', sv: 'försenad', en: 'overdue' },
  'too-late': { fi: 'ei enää ehdi ajoissa', sv: 'hinner inte i tid', en: 'too late to make it' },
  unknown: { fi: 'tila ei tiedossa', sv: 'läget okänt', en: 'not known' },
  'at-risk': { fi: 'vaarassa myöhästyä', sv: 'riskerar försenas', en: 'at risk' },
  'on-track': { fi: 'aikataulussa', sv: 'enligt tidsplanen', en: 'on track' },
  ready: { fi: 'valmis', sv: 'klar', en: 'ready' },
  'not-bound': { fi: 'ei velvoitteita', sv: 'inga skyldigheter', en: 'not bound' },
};

export const deadlineTexts: Readonly<Record<DeadlineStatus, Text>> = {
  met: { fi: 'täytetty', sv: 'uppfylld', en: 'met' },
  open: { fi: 'avoinna', sv: 'öppen', en: 'open' },
  overdue: { fi: 'myöhässä', sv: 'försenad', en: 'overdue' },
};

export const requirementStatusTexts: Readonly<Record<RequirementStatus, Text>> = {
  ready: { fi: 'valmis', sv: 'klar', en: 'ready' },
  'expires-before-deadline': {
    fi: 'päättyy ennen määräpäivää',
    sv: 'upphör före tidsfristen',
    en: 'ends before the deadline',
  },
  expired: { fi: 'vanhentunut', sv: 'har gått ut', en: 'expired' },
  'in-progress': { fi: 'kesken', sv: 'pågår', en: 'in progress' },
  missing: { fi: 'puuttuu', sv: 'saknas', en: 'missing' },
  unknown: { fi: 'ei tiedossa', sv: 'okänt', en: 'not known' },
  waived: { fi: 'poikkeus myönnetty', sv: 'undantag beviljat', en: 'waived' },
  'not-applicable': { fi: 'ei koske organisaatiota', sv: 'gäller inte', en: 'not applicable' },
};
