import { type Day, earliest } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { endIsAssumed, evidenceEnd } from './evidence.ts';
import type { Organisation } from './organisation.ts';
import type { Standings } from './statements.ts';
import type { Citation } from './statute/citation.ts';
import type { ObligationId } from './statute/obligation-ids.ts';
import {
  type Requirement,
  type RequirementId,
  requirementIds,
  requirements,
} from './statute/requirements.ts';
import { activeWaiver, type Waiver } from './waiver.ts';

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
  | {
      readonly kind: 'holds';
      readonly statedOn: Day;
      readonly until?: Day;
      readonly assumed: boolean;
      readonly neededOn?: Day;
    }
  | {
      readonly kind: 'ends-before';
      readonly until: Day;
      readonly assumed: boolean;
      readonly neededOn: Day;
    }
  | { readonly kind: 'ended'; readonly until: Day; readonly assumed: boolean }
  | { readonly kind: 'stated-not-applicable'; readonly reason: string; readonly statedOn: Day }
  | {
      readonly kind: 'does-not-concern';
      readonly condition:
        | 'operation-ended'
        | 'joins-itself'
        | 'uses-national-services'
        | 'no-such-duty'
        | 'public-producers-later';
      readonly from?: Day;
    }
  | { readonly kind: 'waived'; readonly reason: string; readonly until: Day };

/** How one requirement stands on a day, and why. */
export interface RequirementVerdict {
  readonly requirement: RequirementId;
  readonly status: RequirementStatus;
  /** What the status would be without the waiver; a waiver hides nothing. */
  readonly underlying?: RequirementStatus;
  readonly because: Because;
  /** The last day on which the evidence holds, where it ends. */
  readonly validUntil?: Day;
  /** The duties of this organisation that wait for it. */
  readonly holdsUp: readonly ObligationId[];
  /** The first coming day on which one of them is due; today where one is overdue. */
  readonly neededOn?: Day;
  readonly basis: readonly Citation[];
}

const doesNotConcern = (
  requirement: Requirement,
  { organisation, deadlines, on }: Facts,
): Extract<Because, { kind: 'does-not-concern' }> | undefined => {
  const { joinsItself, usesNationalServices, hasDuty, publicProducersFrom } = requirement.appliesTo;
  const has = (obligation: ObligationId) =>
    deadlines.some((deadline) => deadline.obligation === obligation);
  const joins = has('join') || organisation.joinedOn !== null;
  const storesThroughOrganiser = deadlines.some(({ through }) => through === 'organiser');
  if (organisation.endedOn !== null && on > organisation.endedOn) {
    return { kind: 'does-not-concern', condition: 'operation-ended', from: organisation.endedOn };
  }
  if (joinsItself === true && !joins) {
    return { kind: 'does-not-concern', condition: 'joins-itself' };
  }
  if (usesNationalServices === true && !joins && !storesThroughOrganiser) {
    return { kind: 'does-not-concern', condition: 'uses-national-services' };
  }
  if (hasDuty !== undefined && !hasDuty.some(has)) {
    return { kind: 'does-not-concern', condition: 'no-such-duty' };
  }
  if (
    publicProducersFrom !== undefined &&
    organisation.sector === 'public' &&
    on < publicProducersFrom
  ) {
    return {
      kind: 'does-not-concern',
      condition: 'public-producers-later',
      from: publicProducersFrom,
    };
  }
  return undefined;
};

interface Facts {
  readonly organisation: Organisation;
  readonly deadlines: readonly Deadline[];
  readonly standings: Standings;
  readonly waivers: readonly Waiver[];
  readonly on: Day;
}

/** The day on which the duties that wait for a requirement need it: today where one is overdue. */
const neededOn = (waiting: readonly Deadline[], on: Day): Day | undefined => {
  const [first, ...others] = waiting.filter(({ status }) => status !== 'met').map(({ due }) => due);
  if (first === undefined) return undefined;
  const due = earliest(first, ...others);
  return due < on ? on : due;
};

type Stated = Pick<RequirementVerdict, 'status' | 'because'> & { readonly validUntil?: Day };

const asStated = (id: RequirementId, { standings, on }: Facts, needed: Day | undefined): Stated => {
  const latest = standings[id]?.latest;
  if (latest === undefined) return { status: 'unknown', because: { kind: 'never-stated' } };
  const { statedOn } = latest;
  switch (latest.state) {
    case 'not-started':
      return { status: 'missing', because: { kind: 'stated', state: latest.state, statedOn } };
    case 'in-progress':
      return { status: 'in-progress', because: { kind: 'stated', state: latest.state, statedOn } };
    case 'not-applicable':
      return {
        status: 'not-applicable',
        because: { kind: 'stated-not-applicable', reason: latest.reason, statedOn },
      };
    case 'done': {
      const until = evidenceEnd(id, latest);
      const assumed = endIsAssumed(id, latest);
      const need = needed === undefined ? {} : { neededOn: needed };
      if (until === undefined) {
        return { status: 'ready', because: { kind: 'holds', statedOn, assumed, ...need } };
      }
      if (until < on) {
        return { status: 'expired', validUntil: until, because: { kind: 'ended', until, assumed } };
      }
      if (needed !== undefined && until < needed) {
        return {
          status: 'expires-before-deadline',
          validUntil: until,
          because: { kind: 'ends-before', until, assumed, neededOn: needed },
        };
      }
      return {
        status: 'ready',
        validUntil: until,
        because: { kind: 'holds', statedOn, until, assumed, ...need },
      };
    }
  }
};

const settled = (status: RequirementStatus): boolean =>
  status === 'ready' || status === 'not-applicable';

const verdictOn = (id: RequirementId, facts: Facts): RequirementVerdict => {
  const requirement = requirements[id];
  const waiting = facts.deadlines.filter(({ obligation }) =>
    requirement.holdsUp.includes(obligation),
  );
  const needed = neededOn(waiting, facts.on);
  const verdict = {
    requirement: id,
    holdsUp: requirement.holdsUp.filter((obligation) =>
      waiting.some((deadline) => deadline.obligation === obligation),
    ),
    basis: requirement.basis,
  };
  const unconcerned = doesNotConcern(requirement, facts);
  if (unconcerned !== undefined) {
    return { ...verdict, holdsUp: [], status: 'not-applicable', because: unconcerned };
  }
  const stated = {
    ...verdict,
    ...(needed === undefined ? {} : { neededOn: needed }),
    ...asStated(id, facts, needed),
  };
  const waiver = activeWaiver(facts.waivers, { requirement: id, on: facts.on });
  return waiver === undefined || settled(stated.status)
    ? stated
    : {
        ...stated,
        status: 'waived',
        underlying: stated.status,
        because: { kind: 'waived', reason: waiver.reason, until: waiver.until },
      };
};

/** How every requirement stands on a day, in the catalogue's order. What nobody has stated is unknown, never ready. */
export const requirementsOn = (facts: Facts): readonly RequirementVerdict[] =>
  requirementIds.map((id) => verdictOn(id, facts));
