import type { AssessmentItem, Items } from '../../domain/assessment.ts';
import { type Day, earliest } from '../../domain/day.ts';
import type { Text } from '../../domain/language.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import { begunPoints, concerns, donePoints, type Stating } from './evidence-points.ts';
import { begunTexts, doneTexts } from './evidence-texts.ts';

/** The stages of an onboarding that our invented organisations tell of. */
export const stages = ['decided', 'under-way', 'nearly-there', 'about-to-join', 'in-use'] as const;
export type Stage = (typeof stages)[number];

/** The stage at which work on a requirement begins, and the one by which it is done. */
const course: Readonly<Record<RequirementId, readonly [begun: Stage, done: Stage]>> = {
  'decision-and-project': ['decided', 'under-way'],
  'certified-system': ['under-way', 'nearly-there'],
  'licence-or-registration': ['decided', 'decided'],
  'soteri-check': ['decided', 'decided'],
  'sote-register-entry': ['decided', 'under-way'],
  'unit-oid-delivered': ['under-way', 'nearly-there'],
  'registers-separated': ['under-way', 'nearly-there'],
  'organiser-contract': ['under-way', 'nearly-there'],
  cards: ['under-way', 'nearly-there'],
  'card-readers': ['nearly-there', 'about-to-join'],
  'service-certificates': ['nearly-there', 'about-to-join'],
  'security-plan': ['decided', 'nearly-there'],
  'self-monitoring-plan': ['decided', 'decided'],
  'self-monitoring-programme': ['decided', 'decided'],
  'access-rights': ['under-way', 'nearly-there'],
  'staff-training': ['under-way', 'about-to-join'],
  'structured-recording': ['under-way', 'about-to-join'],
  'suomifi-mandate': ['under-way', 'under-way'],
  'kanta-application': ['nearly-there', 'about-to-join'],
  'connection-test': ['about-to-join', 'about-to-join'],
  'deployment-test': ['about-to-join', 'in-use'],
  'deployment-report': ['in-use', 'in-use'],
  'register-access-right': ['about-to-join', 'in-use'],
  'client-information': ['nearly-there', 'about-to-join'],
  'disclosure-permit': ['about-to-join', 'in-use'],
  'disclosure-logs': ['about-to-join', 'in-use'],
  'production-use': ['in-use', 'in-use'],
  // Agreed with the project plan.
  'monitoring-and-support': ['decided', 'under-way'],
  'county-governance': ['decided', 'nearly-there'],
};

const evidence = (texts: Text | undefined, { life }: Stating): { readonly evidence?: string } =>
  texts === undefined ? {} : { evidence: texts[life.language ?? 'fi'] };

type Done = Extract<AssessmentItem, { state: 'done' }>;
type Begun = Extract<AssessmentItem, { state: 'in-progress' }>;

export const doneItem = (id: RequirementId, stating: Stating): Done => {
  const points = donePoints(id, stating);
  return {
    state: 'done',
    ...evidence(doneTexts[id], stating),
    ...(Object.keys(points).length === 0 ? {} : { points }),
  };
};

const begunItem = (id: RequirementId, { since, ...stating }: Stating & { since: Day }): Begun => {
  const points = begunPoints[id];
  return {
    state: 'in-progress',
    since,
    ...evidence(begunTexts[id], stating),
    ...(points === undefined ? {} : { points }),
  };
};

/** Public producers give their data to Soteri last of all: they have until the end of 2027 (964/2024). */
const publicSoteriFrom = '2027-10-04';
const isDone = (id: RequirementId, { stage, life, on }: At): boolean =>
  id === 'licence-or-registration' && life.sector === 'public' && life.registeredInSoteri !== true
    ? on >= publicSoteriFrom
    : reached(stage, course[id][1]);

const reached = (stage: Stage, other: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(other);

/** Where an organisation is in its project on the day it states something. */
export interface At extends Stating {
  readonly stage: Stage;
  /** When it came to each stage; those without a day it came to today. */
  readonly days?: Readonly<Partial<Record<Stage, Day>>>;
}

/** What an organisation states of every requirement that concerns it, at a stage of its project. */
export const itemsAt = (at: At): Items => {
  const { stage, days = {}, life, on } = at;
  const stating = { life, on };
  const item = (id: RequirementId): AssessmentItem => {
    const [begun] = course[id];
    if (isDone(id, at)) return doneItem(id, stating);
    if (!reached(stage, begun)) return { state: 'not-started' };
    return begunItem(id, { ...stating, since: earliest(on, days[begun] ?? on) });
  };
  return Object.fromEntries(
    requirementIds
      .filter((id) => concerns(requirements[id].appliesTo, stating))
      .map((id) => [id, item(id)]),
  );
};
