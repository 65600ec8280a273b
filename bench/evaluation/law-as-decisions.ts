import { type Day, dayIn } from '../../domain/day.ts';
import type { Law } from '../../domain/law-in-force.ts';
import type { ObligationEntry } from '../../domain/statute/entries.ts';
import type { ObligationId } from '../../domain/statute/obligation-ids.ts';
import { onboardingSteps } from '../../domain/statute/onboarding-steps.ts';
import type { Applicability, Requirement } from '../../domain/statute/requirements/requirement.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import type { ServiceTask } from '../../domain/statute/service-tasks.ts';
import {
  all,
  any,
  before,
  type Condition,
  type Decision,
  equals,
  is,
  not,
  type Operand,
  upTo,
} from './decisions.ts';
import { always, endingParts, endOf, never, numberOf, wrongPoint } from './facts.ts';

/** A duty that can bind, and the names of what is decided of it. */
export interface DutyNames {
  /** The deadline's id; with `@organiser` where storing is through the organiser. */
  readonly id: string;
  readonly obligation: ObligationId;
  readonly binds: string;
  readonly due: string;
  readonly status: string;
  /** The day where it is not met, else never. */
  readonly unmet: string;
}

export interface LawAsDecisions {
  readonly decisions: readonly Decision[];
  readonly duties: readonly DutyNames[];
  /** The name of a requirement's status. */
  readonly requirementStatus: (id: string) => string;
}

/** Whether all storing is through the organiser. */
export const throughOrganiser = 'stores through the organiser';

const whether = (name: string, when: Condition): Decision => ({ kind: 'whether', name, when });
const earliest = (name: string, ...of: readonly Operand[]): Decision => ({
  kind: 'earliest',
  name,
  of,
});
const latest = (name: string, ...of: readonly Operand[]): Decision => ({
  kind: 'latest',
  name,
  of,
});
type DayDecision = Extract<Decision, { kind: 'day' }>;
const dayBy = (
  name: string,
  cases: readonly (readonly [Condition, Operand])[],
  otherwise: Operand,
): DayDecision => ({
  kind: 'day',
  name,
  cases: cases.map(([when, gives]) => ({ when, gives })),
  otherwise,
});

const isOnly = is('only on Aland');
const isPrivate = is('private');
const hasJoined = before('joined on', never);

/** The organisation's own position towards joining. */
const ofJoining = (join: Day, recordings: Day): readonly Decision[] => [
  whether(
    throughOrganiser,
    all(
      isPrivate,
      is('joins in parallel'),
      not(is('own register')),
      is('uses a system'),
      not(isOnly),
    ),
  ),
  whether(
    'must join',
    all(
      not(isOnly),
      any(not(isPrivate), is('uses a system')),
      not(all(isPrivate, is('joins in parallel'), not(is('own register')))),
    ),
  ),
  whether('may store', any(is('must join'), is(throughOrganiser), hasJoined)),
  dayBy('system floor', [[isPrivate, 'system since']], always),
  latest('provider floor', 'operating since', 'first task since'),
  latest('joiner floor', 'provider floor', 'system floor'),
  dayBy('named join day', [[is('recordings only'), numberOf(recordings)]], numberOf(join)),
  latest('join day', 'named join day', 'joiner floor'),
  earliest('own storing day', 'join day', 'joined on'),
  earliest('storing day of the organiser', numberOf(join), 'organisers joined on'),
  dayBy(
    'storing day',
    [
      [is(throughOrganiser), 'storing day of the organiser'],
      [is('must join'), 'own storing day'],
    ],
    'joined on',
  ),
  dayBy(
    'voluntary floor',
    [[all(not(is('must join')), not(is(throughOrganiser)), hasJoined), 'joined on']],
    always,
  ),
];

interface DutyDraft {
  readonly id: string;
  /** Where two entries bind different sectors to one duty. */
  readonly name?: string;
  readonly obligation: ObligationId;
  readonly when: Condition;
  readonly due: readonly Operand[];
  readonly metOn: string;
}

const namesOf = ({
  id,
  obligation,
  name = id,
}: Pick<DutyDraft, 'id' | 'obligation' | 'name'>): DutyNames => ({
  id,
  obligation,
  binds: `${name} binds`,
  due: `${name} due`,
  status: `${name} status`,
  unmet: `${name} unmet`,
});

const ofDuty = ({ when, due, metOn, ...draft }: DutyDraft): readonly Decision[] => {
  const names = namesOf(draft);
  return [
    latest(names.due, ...due),
    whether(names.binds, all(when, not(before('ended on', names.due)))),
    {
      kind: 'status',
      name: names.status,
      cases: [
        { when: not(is(names.binds)), gives: 'not-bound' },
        { when: upTo(metOn, 'today'), gives: 'met' },
        { when: before(names.due, 'today'), gives: 'overdue' },
      ],
      otherwise: 'open',
    },
    dayBy(
      names.unmet,
      [[any(equals(names.status, 'open'), equals(names.status, 'overdue')), names.due]],
      never,
    ),
  ];
};

/** Where the day of storing a task's documents or recordings comes from. */
const storingDays = ({ rule }: ObligationEntry): readonly Operand[] => {
  if (rule.kind === 'fixed') return [numberOf(rule.day), 'voluntary floor'];
  if (rule.kind === 'from-joining') return ['storing day', numberOf(rule.bindsFrom)];
  throw new Error(`storing has no rule of kind ${rule.kind}`);
};

const storing = (entry: ObligationEntry, task: ServiceTask): DutyDraft => {
  const documents = entry.obligation === 'store-documents';
  return {
    id: `${entry.obligation}/${task}`,
    obligation: entry.obligation,
    when: all(
      is(`gives ${task}`),
      is('may store'),
      documents ? not(is('recordings only')) : any(is('makes recordings'), is('recordings only')),
    ),
    due: [...storingDays(entry), 'joiner floor', `${task} since`],
    metOn: documents ? `storing ${task} since` : `recording ${task} since`,
  };
};

const offAlandOrInSoteri = any(not(isOnly), is('in soteri'));

const draftsOf = (entry: ObligationEntry): readonly DutyDraft[] => {
  const { obligation, rule } = entry;
  const whole = { id: obligation, obligation };
  const ofSector: Condition[] =
    entry.binds.sector === 'any'
      ? []
      : [entry.binds.sector === 'private' ? isPrivate : not(isPrivate)];
  switch (obligation) {
    case 'join':
      return [{ ...whole, when: is('must join'), due: ['join day'], metOn: 'joined on' }];
    case 'store-documents':
    case 'store-recordings':
      return (entry.serviceTasks ?? []).map((task) => storing(entry, task));
    case 'disclosure-permit':
    case 'disclosure-logs':
      return [
        { ...whole, when: is('must join'), due: ['join day'], metOn: `${obligation} met on` },
      ];
    case 'security-plan': {
      if (rule.kind !== 'from-joining') throw new Error(`${entry.id}: it follows joining`);
      const due = ['own storing day', 'joiner floor', numberOf(rule.bindsFrom)];
      return [{ ...whole, when: is('must join'), due, metOn: `${obligation} met on` }];
    }
    case 'patient-data': {
      if (rule.kind !== 'fixed') throw new Error(`${entry.id}: a named day is expected`);
      const due = [numberOf(rule.day), 'provider floor'];
      return [{ ...whole, when: is('records patient data'), due, metOn: 'patient data since' }];
    }
    case 'soteri-annual-check': {
      if (rule.kind !== 'yearly') throw new Error(`${entry.id}: a yearly day is expected`);
      const firstDay = numberOf(dayIn(rule.firstYear, rule.month, rule.dayOfMonth));
      return [
        {
          ...whole,
          name: `${obligation} ${entry.binds.sector}`,
          when: all(...ofSector, offAlandOrInSoteri, any(not(isPrivate), not(is('not in soteri')))),
          due: ['next check', firstDay],
          metOn: `${obligation} met on`,
        },
      ];
    }
    case 'soteri-registration': {
      if (rule.kind !== 'fixed') throw new Error(`${entry.id}: a named day is expected`);
      return [
        {
          ...whole,
          when: all(...ofSector, not(isOnly)),
          due: [numberOf(rule.day), 'provider floor'],
          metOn: `${obligation} met on`,
        },
      ];
    }
  }
};

/** What all duties together say of the organisation. */
const ofAll = (duties: readonly DutyNames[]): readonly Decision[] => {
  const stored = duties.filter(({ obligation }) => obligation.startsWith('store-'));
  return [
    whether('has ended', before('ended on', 'today')),
    whether(
      'stores for the organiser',
      all(is(throughOrganiser), any(...stored.map(({ binds }) => is(binds)))),
    ),
    whether('joins itself', any(hasJoined, is('join binds'))),
    whether('uses the services', any(is('joins itself'), is('stores for the organiser'))),
    whether('applies itself', not(all(is('joins jointly'), is('not the main joiner')))),
    earliest('first unmet storing', ...stored.map(({ unmet }) => unmet)),
    dayBy(
      'plan target',
      [
        [is('join binds'), 'join unmet'],
        [is('stores for the organiser'), 'first unmet storing'],
      ],
      never,
    ),
  ];
};

const applies = (appliesTo: Applicability, duties: readonly DutyNames[]): Condition => {
  const conditions: Condition[] = [];
  if (appliesTo.joinsItself) conditions.push(is('joins itself'));
  if (appliesTo.usesNationalServices) conditions.push(is('uses the services'));
  if (appliesTo.appliesItself) conditions.push(is('applies itself'));
  if (appliesTo.readsOrSigns) conditions.push(not(is('neither reads nor signs')));
  if (appliesTo.actsForOrganiser) conditions.push(is('acts for an organiser'));
  if (appliesTo.recordsPatientData) conditions.push(is('records patient data'));
  if (appliesTo.sector) conditions.push(not(isPrivate));
  if (appliesTo.supervisionAct) conditions.push(offAlandOrInSoteri);
  if (appliesTo.needsProgramme) {
    conditions.push(any(not(isPrivate), is('several service units')));
  }
  const { hasDuty, publicProducersFrom } = appliesTo;
  if (hasDuty !== undefined) {
    const own = duties.filter(({ obligation }) => hasDuty.includes(obligation));
    conditions.push(any(...own.map(({ binds }) => is(binds))));
  }
  if (publicProducersFrom !== undefined) {
    conditions.push(any(isPrivate, upTo(numberOf(publicProducersFrom), 'today')));
  }
  return all(...conditions);
};

const stepRequirements = new Set<string>(onboardingSteps.map(({ requirement }) => requirement));

/** When the duties that wait for a requirement need it; the same duties are asked once. */
const neededFor = (
  holdsUp: readonly ObligationId[],
  { isStep, duties }: { readonly isStep: boolean; readonly duties: readonly DutyNames[] },
): DayDecision & { readonly before: readonly Decision[] } => {
  const own = duties.filter(({ obligation }) => holdsUp.includes(obligation));
  const waiting = holdsUp.length === 0 ? 'no duty' : holdsUp.join(' or ');
  const name = `needed for ${waiting}${isStep ? ' or the plan' : ''}`;
  const otherwise = isStep ? 'plan target' : never;
  return own.length === 0
    ? { ...dayBy(name, [], otherwise), before: [] }
    : {
        ...dayBy(
          name,
          [[any(...own.map(({ binds }) => is(binds))), `${name}, the first`]],
          otherwise,
        ),
        before: [earliest(`${name}, the first`, ...own.map(({ unmet }) => unmet))],
      };
};

const statusOf = (id: string): string => `${id} requirement`;

const ofRequirement = (
  requirement: Requirement,
  duties: readonly DutyNames[],
): readonly Decision[] => {
  const { id, appliesTo, evidence, holdsUp, ofPublic, ageing, shownBy } = requirement;
  const isStep = stepRequirements.has(id);
  const needed = neededFor(holdsUp, { isStep, duties });
  const ofPublicNeeded = ofPublic && neededFor(ofPublic.holdsUp, { isStep, duties });
  const need =
    ofPublicNeeded === undefined
      ? { name: needed.name, decisions: [] }
      : {
          name: `${id} needed`,
          decisions: [
            ...ofPublicNeeded.before,
            ofPublicNeeded,
            dayBy(`${id} needed`, [[not(isPrivate), ofPublicNeeded.name]], needed.name),
          ],
        };
  const wrong = evidence
    .filter(({ kind }) => !['fact', 'choice', 'valid-until', 'last-done-on'].includes(kind))
    .map((point) => {
      const isWrong = is(wrongPoint(requirement, point));
      return point.appliesTo === undefined
        ? isWrong
        : all(isWrong, applies(point.appliesTo, duties));
    });
  const [state, end, statedOn] = [`${id} state`, `${id} end`, `${id} stated on`];
  const isDone = equals(state, 'done');
  const lacks = wrong.length === 0 ? [] : [is(`${id} lacks`)];
  const isAgeless = ageing.alsoWhenDone ? all(isDone, before(end, never)) : isDone;
  const shown = shownBy === 'joining' ? 'joined on' : 'first storing since';
  const complete = all(isDone, ...lacks.map(not));
  return [
    ...needed.before,
    needed,
    ...need.decisions,
    ...(wrong.length === 0 ? [] : [whether(`${id} lacks`, any(...wrong))]),
    earliest(end, ...endingParts(requirement).map((part) => endOf(requirement, part))),
    {
      kind: 'status',
      name: statusOf(id),
      cases: [
        {
          when: any(is('has ended'), not(applies(appliesTo, duties))),
          gives: 'not-applicable',
        },
        ...(shownBy === null
          ? []
          : [
              {
                when: all(
                  upTo(shown, 'today'),
                  any(equals(state, 'never-stated'), upTo(statedOn, shown), complete),
                ),
                gives: 'ready',
              },
            ]),
        { when: equals(state, 'never-stated'), gives: 'unknown' },
        { when: all(before(`${id} counts until`, 'today'), not(isAgeless)), gives: 'unknown' },
        { when: equals(state, 'not-started'), gives: 'missing' },
        { when: equals(state, 'in-progress'), gives: 'in-progress' },
        { when: equals(state, 'not-applicable'), gives: 'not-applicable' },
        ...lacks.map((when) => ({ when, gives: 'missing' })),
        { when: before(end, 'today'), gives: 'expired' },
        {
          when: all(before(end, need.name), before(need.name, never)),
          gives: 'expires-before-deadline',
        },
      ],
      otherwise: 'ready',
    },
  ];
};

const once = (decisions: readonly Decision[]): readonly Decision[] => [
  ...new Map(decisions.map((decision) => [decision.name, decision])).values(),
];

const fixedDay = (law: Law, obligation: ObligationId): Day => {
  const rule = law.obligations.find((entry) => entry.obligation === obligation)?.rule;
  if (rule?.kind !== 'fixed' && rule?.kind !== 'join') {
    throw new Error(`the law in force names no day for ${obligation}`);
  }
  return rule.day;
};

/**
 * The law in force as decisions, in the order in which they rest on each other. For the law since
 * 1.7.2024: it binds both sectors to join by one day, and only recordings have a later one.
 */
export const lawAsDecisions = (law: Law): LawAsDecisions => {
  const drafts = law.obligations.flatMap(draftsOf);
  const duties = drafts.map(namesOf);
  return {
    duties,
    requirementStatus: statusOf,
    decisions: once([
      ...ofJoining(fixedDay(law, 'join'), fixedDay(law, 'store-recordings')),
      ...drafts.flatMap(ofDuty),
      ...ofAll(duties),
      ...requirementIds.flatMap((id) => ofRequirement(requirements[id], duties)),
    ]),
  };
};
