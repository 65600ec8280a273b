import { isTenant, type Situation, type Unconcerned, unconcerned } from './applicability.ts';
import { type Day, earliestOf, latest, latestOf } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { countsUntil, type EvidenceEnd, evidenceEnds } from './evidence.ts';
import { askedPoints, type Done, type Lacking, lackingIn, uncoveredBy } from './lacking.ts';
import type { Organisation } from './organisation.ts';
import { planTarget } from './plan-target.ts';
import { type Standing, type Standings, type Statement, speaksOfUnits } from './statements.ts';
import type { Citation } from './statute/citation.ts';
import type { ObligationId } from './statute/obligation-ids.ts';
import { onboardingSteps } from './statute/onboarding-steps.ts';
import type { Adviser, EvidencePoint, Requirement } from './statute/requirements/requirement.ts';
import { type RequirementId, requirementIds } from './statute/requirements/requirement-ids.ts';
import { requirements } from './statute/requirements/requirements.ts';
import { activeWaiver, lapsedWaiver, type Waiver } from './waiver.ts';

export const requirementStatuses = [
  'ready',
  'expires-before-deadline',
  'expired',
  'in-progress',
  'missing',
  'unknown',
  'waived',
  'not-applicable',
] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

/** Why a requirement has its status; what the text for people is made of. */
export type Because =
  | { readonly kind: 'never-stated' }
  | {
      readonly kind: 'stated';
      readonly state: 'not-started' | 'in-progress';
      readonly statedOn: Day;
    }
  /** Stated done, but something of it is stated otherwise or not covered. */
  | ({ readonly kind: 'lacks'; readonly statedOn: Day } & Lacking)
  /** Stated too long ago to count: `until` was the last day. */
  | { readonly kind: 'aged'; readonly statedOn: Day; readonly until: Day }
  /** Nothing more is asked, since the organisation has joined, or stores, from that day. */
  | { readonly kind: 'shown'; readonly fact: 'joining' | 'storing'; readonly since: Day }
  | {
      readonly kind: 'holds';
      readonly statedOn: Day;
      readonly until?: Day;
      readonly assumed: boolean;
      readonly point?: string;
      /** A duty that recurs: `until` is the last day on which it must be done again. */
      readonly recurring?: true;
      readonly neededOn?: Day;
    }
  | {
      readonly kind: 'ends-before';
      readonly until: Day;
      readonly assumed: boolean;
      readonly point?: string;
      readonly neededOn: Day;
    }
  | {
      readonly kind: 'ended';
      readonly until: Day;
      readonly assumed: boolean;
      readonly point?: string;
      readonly recurring?: true;
    }
  | { readonly kind: 'stated-not-applicable'; readonly reason: string; readonly statedOn: Day }
  | ({ readonly kind: 'does-not-concern' } & Unconcerned)
  | {
      readonly kind: 'waived';
      readonly reason: string;
      readonly from: Day;
      readonly until: Day;
    };

/** What a statement comes to on a day. */
interface Judged {
  readonly status: RequirementStatus;
  readonly because: Because;
  /** The last day on which the evidence holds, where it ends. */
  readonly validUntil?: Day;
  /** Every end of the evidence, the first first. */
  readonly ends?: readonly EvidenceEnd[];
  /** The last day on which the statement counts; then it is unknown again. */
  readonly restateBy?: Day;
}

/** How one service unit stands, where units were spoken of singly. */
export interface UnitVerdict extends Judged {
  readonly oid: string;
  readonly name: string;
}

/** How one requirement stands on a day, and why. */
export interface RequirementVerdict extends Judged {
  readonly requirement: RequirementId;
  /** What the status would be without the waiver, and why; a waiver hides nothing. */
  readonly underlying?: RequirementStatus;
  readonly underlyingBecause?: Because;
  /** A waiver that has ended lately, while this is not in order. */
  readonly lapsed?: Pick<Waiver, 'from' | 'until'>;
  /** Every unit, where they were spoken of singly; the requirement is as ready as the worst of them. */
  readonly units?: readonly UnitVerdict[];
  /** The unit whose status this is. */
  readonly worstUnit?: { readonly oid: string; readonly name: string };
  /** The duties of this organisation that wait for it. */
  readonly holdsUp: readonly ObligationId[];
  /** The first coming day on which one of them is due; today where one is overdue. */
  readonly neededOn?: Day;
  readonly basis: readonly Citation[];
  /** The points of its evidence that are asked of this organisation, and whom it can ask. */
  readonly asked: readonly EvidencePoint[];
  readonly ask: readonly Adviser[];
}

interface Facts extends Situation {
  readonly deadlines: readonly Deadline[];
  /** The duty that the onboarding leads to. */
  readonly target: Deadline | undefined;
  /** Of each obligation that it has: the first day on which one that is not met is due. */
  readonly dues: ReadonlyMap<ObligationId, Day | undefined>;
  readonly standings: Standings;
  readonly waivers: readonly Waiver[];
}

/** The day of the fact that shows a requirement done, once it has come. */
const shownSince = (
  { shownBy }: Requirement,
  { organisation: { joinedOn, storingSince }, on }: Pick<Facts, 'organisation' | 'on'>,
): Day | undefined => {
  const days: readonly (Day | null | undefined)[] =
    shownBy === 'storing' ? Object.values(storingSince) : shownBy === 'joining' ? [joinedOn] : [];
  return earliestOf(days.filter((day): day is Day => day != null && day <= on));
};

/** How a statement is judged: of one unit, or of the whole. */
interface How {
  readonly facts: Facts;
  readonly asked: readonly EvidencePoint[];
  readonly needed: Day | undefined;
  readonly ofUnit: boolean;
}

const judgedDone = (
  statement: Done,
  ends: readonly EvidenceEnd[],
  { facts, asked, needed, ofUnit }: How,
): Judged => {
  const { statedOn } = statement;
  const lacking = lackingIn(asked, statement, { situation: facts, ofUnit });
  if (lacking !== undefined) {
    return { status: 'missing', because: { kind: 'lacks', statedOn, ...lacking } };
  }
  const need = needed === undefined ? {} : { neededOn: needed };
  const [end] = ends;
  if (end === undefined) {
    return { status: 'ready', because: { kind: 'holds', statedOn, assumed: false, ...need } };
  }
  const { until, assumed } = end;
  const point = {
    ...(end.point === undefined ? {} : { point: end.point }),
    ...(end.recurring === undefined ? {} : { recurring: end.recurring }),
  };
  if (until < facts.on) {
    return {
      status: 'expired',
      validUntil: until,
      ends,
      because: { kind: 'ended', until, assumed, ...point },
    };
  }
  if (needed !== undefined && until < needed) {
    return {
      status: 'expires-before-deadline',
      validUntil: until,
      ends,
      because: { kind: 'ends-before', until, assumed, ...point, neededOn: needed },
    };
  }
  return {
    status: 'ready',
    validUntil: until,
    ends,
    because: { kind: 'holds', statedOn, until, assumed, ...point, ...need },
  };
};

const judgedBy = (statement: Statement, ends: readonly EvidenceEnd[], how: How): Judged => {
  const { statedOn } = statement;
  switch (statement.state) {
    case 'not-started':
      return { status: 'missing', because: { kind: 'stated', state: statement.state, statedOn } };
    case 'in-progress':
      return {
        status: 'in-progress',
        because: { kind: 'stated', state: statement.state, statedOn },
      };
    case 'not-applicable':
      return {
        status: 'not-applicable',
        because: { kind: 'stated-not-applicable', reason: statement.reason, statedOn },
      };
    case 'done':
      return judgedDone(statement, ends, how);
  }
};

const judged = (requirement: Requirement, all: readonly Statement[], how: How): Judged => {
  const statement = all.at(-1);
  const since = shownSince(requirement, how.facts);
  if (
    since !== undefined &&
    requirement.shownBy !== null &&
    (statement === undefined ||
      statement.statedOn <= since ||
      (statement.state === 'done' &&
        lackingIn(how.asked, statement, { situation: how.facts, ofUnit: how.ofUnit }) ===
          undefined))
  ) {
    return { status: 'ready', because: { kind: 'shown', fact: requirement.shownBy, since } };
  }
  if (statement === undefined) return { status: 'unknown', because: { kind: 'never-stated' } };
  const ends = evidenceEnds(requirement.id, statement);
  const until = countsUntil(requirement.id, statement, ends);
  if (until !== undefined && until < how.facts.on) {
    const { statedOn } = statement;
    return { status: 'unknown', because: { kind: 'aged', statedOn, until } };
  }
  const verdict = judgedBy(statement, ends, how);
  return until === undefined ? verdict : { ...verdict, restateBy: until };
};

/** Worst first: what is not known may be anything. */
const worstFirst = [
  'unknown',
  'expired',
  'missing',
  'in-progress',
  'expires-before-deadline',
  'ready',
  'not-applicable',
  'waived',
] as const satisfies readonly RequirementStatus[];

const rankOf = ({ status, validUntil, restateBy }: Judged): string =>
  `${worstFirst.indexOf(status)} ${validUntil ?? restateBy ?? '9999'}`;

/** What all units together leave uncovered: each need cover only its own tasks and roles. */
const uncoveredByUnits = (
  statements: readonly (readonly Statement[])[],
  { asked, facts }: How,
): Judged | undefined => {
  const done = statements.flatMap((all) => {
    const last = all.at(-1);
    return last?.state === 'done' ? [last] : [];
  });
  const lacking = done.length === 0 ? undefined : uncoveredBy(asked, done, facts);
  const statedOn = latestOf(done.map((statement) => statement.statedOn));
  return lacking === undefined || statedOn === undefined
    ? undefined
    : { status: 'missing', because: { kind: 'lacks', statedOn, ...lacking } };
};

/** How the whole stands: each unit by what was said of it, and the whole as the worst of them. */
const overUnits = (
  requirement: Requirement,
  standing: Standing,
  how: How,
): (Judged & Pick<RequirementVerdict, 'units' | 'worstUnit'>) | undefined => {
  const own = how.facts.organisation.units;
  if (!requirement.perUnit || !speaksOfUnits(standing, own)) return undefined;
  const saidOf = (oid: string) => standing.units[oid] ?? standing.all;
  const units = own.map(
    ({ oid, name }): UnitVerdict => ({
      oid,
      name,
      ...judged(requirement, saidOf(oid), { ...how, ofUnit: true }),
    }),
  );
  const [first, ...others] = units;
  if (first === undefined) return undefined;
  const { oid, name, ...worst } = others.reduce(
    (so, next) => (rankOf(next) < rankOf(so) ? next : so),
    first,
  );
  const uncovered = uncoveredByUnits(
    own.map((unit) => saidOf(unit.oid)),
    how,
  );
  return uncovered !== undefined && rankOf(uncovered) < rankOf(worst)
    ? { ...uncovered, units }
    : { ...worst, units, worstUnit: { oid, name } };
};

const settled = (status: RequirementStatus): boolean =>
  status === 'ready' || status === 'not-applicable';

const noStatements: Standing = { all: [], units: {} };

/** Of each obligation, the first day on which one that is not met is due; undefined where all are met. */
const duesOf = (deadlines: readonly Deadline[]): Facts['dues'] => {
  const dues = new Map<ObligationId, Day | undefined>();
  for (const { obligation, status, due } of deadlines) {
    const first = dues.get(obligation);
    dues.set(obligation, status === 'met' || (first !== undefined && first <= due) ? first : due);
  }
  return dues;
};

/**
 * The day on which the duties that wait for a requirement need it: today where one is overdue. A step of
 * the onboarding of which no duty says so is needed for what that leads to.
 */
const neededOn = (
  id: RequirementId,
  waiting: readonly ObligationId[],
  { dues, target, on }: Facts,
): Day | undefined => {
  const forTarget =
    waiting.length === 0 && stepRequirements.has(id) && target?.status !== 'met'
      ? target?.due
      : undefined;
  let due = forTarget;
  for (const obligation of waiting) {
    const first = dues.get(obligation);
    if (first !== undefined && (due === undefined || first < due)) due = first;
  }
  return due && latest(due, on);
};
const stepRequirements = new Set(onboardingSteps.map(({ requirement }) => requirement));

/** Whom to ask: a tenant of a joint joining its main joiner first. */
const askOf = ({ ask, appliesTo }: Requirement, organisation: Organisation): readonly Adviser[] =>
  isTenant(organisation) && appliesTo.joinsItself === true ? ['main-joiner', ...ask] : ask;

const verdictOn = (id: RequirementId, facts: Facts): RequirementVerdict => {
  const requirement = requirements[id];
  const { organisation, dues } = facts;
  const { basis, holdsUp } =
    (organisation.sector === 'public' ? requirement.ofPublic : undefined) ?? requirement;
  const asked = askedPoints(requirement, facts);
  const ask = askOf(requirement, organisation);
  const why = unconcerned(requirement.appliesTo, facts);
  if (why !== undefined) {
    const because = { kind: 'does-not-concern', ...why } as const;
    return { requirement: id, holdsUp: [], basis, asked, ask, status: 'not-applicable', because };
  }
  const waiting = holdsUp.filter((obligation) => dues.has(obligation));
  const needed = neededOn(id, waiting, facts);
  const standing = facts.standings[id] ?? noStatements;
  const how = { facts, asked, needed, ofUnit: false };
  const stated = {
    requirement: id,
    holdsUp: waiting,
    basis,
    asked,
    ask,
    ...(needed === undefined ? {} : { neededOn: needed }),
    ...(overUnits(requirement, standing, how) ?? judged(requirement, standing.all, how)),
  };
  if (settled(stated.status) || facts.waivers.length === 0) return stated;
  const waiver = activeWaiver(facts.waivers, { requirement: id, on: facts.on });
  const lapsed = lapsedWaiver(facts.waivers, { requirement: id, on: facts.on });
  return waiver === undefined
    ? {
        ...stated,
        ...(lapsed === undefined ? {} : { lapsed: { from: lapsed.from, until: lapsed.until } }),
      }
    : {
        ...stated,
        status: 'waived',
        underlying: stated.status,
        underlyingBecause: stated.because,
        because: {
          kind: 'waived',
          reason: waiver.reason,
          from: waiver.from,
          until: waiver.until,
        },
      };
};

/** How every requirement stands on a day, in the catalogue's order. What nobody has stated is unknown, never ready. */
export const requirementsOn = (
  given: Omit<Facts, 'target' | 'dues'>,
): readonly RequirementVerdict[] => {
  const { deadlines } = given;
  const facts = { ...given, target: planTarget(deadlines), dues: duesOf(deadlines) };
  return requirementIds.map((id) => verdictOn(id, facts));
};
