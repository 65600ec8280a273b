import { type Day, daysBetween } from '../day.ts';
import type { EvidenceEnd } from '../evidence.ts';
import { gathered } from '../gathered.ts';
import type { RequirementVerdict } from '../readiness.ts';
import type { Citation } from '../statute/citation.ts';
import { type RequirementId, requirementIds } from '../statute/requirements/requirement-ids.ts';
import { agesOn, type WarningKind } from '../warnings.ts';
import { citationsOf } from './cited.ts';
import { isUnfinished, type UnfinishedStatus } from './next-steps.ts';
import { type Part, partsEnding, requirementOf, type Unit, unitsOf } from './part.ts';
import type { DigestSource } from './source.ts';

interface Ending {
  /** The last day on which it holds. */
  readonly due: Day;
  readonly daysLeft: number;
  readonly rung: number;
}

/** Evidence of one requirement that ends on one day, in however many units. */
export interface ExpiryMatter extends Ending {
  readonly kind: 'expiry';
  readonly requirement: RequirementId;
  /** The units in which it ends, where they were spoken of singly; else empty. */
  readonly units: readonly Unit[];
  /** The points of the evidence that end; empty where the whole does. */
  readonly points: readonly string[];
  /** The deadline for which it would be needed and before which it ends. */
  readonly endsBefore: Day | null;
  /** The end was not stated but taken from the source that limits it. */
  readonly endIsAssumed: boolean;
  /** A waiver is in force until that day; it hides nothing. */
  readonly waivedUntil: Day | null;
  readonly citations: readonly Citation[];
}

/**
 * Statements that count until one day and are unknown after it. No section is cited: that statements
 * age is our own rule.
 */
export interface StatementMatter extends Ending {
  readonly kind: 'statement';
  readonly statements: readonly {
    readonly requirement: RequirementId;
    readonly units: readonly Unit[];
  }[];
}

export interface WaiverMatter extends Ending {
  readonly kind: 'waiver';
  readonly requirement: RequirementId;
  /** What the status is without it. */
  readonly underlying: UnfinishedStatus;
  readonly citations: readonly Citation[];
}

interface EndingPart extends Part, Ending {}

/** The parts that tonight's warnings of a kind name, where that end still stands. */
const endingParts = (
  { evaluation, warnings }: DigestSource,
  night: Day,
  { kind, endOf }: { readonly kind: WarningKind; readonly endOf: (part: Part) => Day | undefined },
): readonly EndingPart[] =>
  warnings
    .filter((warning) => warning.kind === kind && !evaluation.ended)
    .flatMap(({ id, due, rung }): readonly EndingPart[] => {
      const verdict = requirementOf(evaluation, id);
      const parts = verdict === undefined ? [] : partsEnding(verdict, due, endOf);
      return parts.map((part) => ({ ...part, due, daysLeft: daysBetween(night, due), rung }));
    });

const endingOf = (group: readonly [EndingPart, ...EndingPart[]]): Ending => ({
  due: group[0].due,
  daysLeft: group[0].daysLeft,
  rung: Math.max(...group.map(({ rung }) => rung)),
});

/** What exactly ends: nothing is said of a point where the whole ends with it. */
const pointsOf = (ends: readonly EvidenceEnd[]): readonly string[] => {
  const points = ends.flatMap(({ point }) => point ?? []);
  return points.length < ends.length ? [] : [...new Set(points)];
};

/** Evidence warned of tonight that has not been renewed meanwhile. */
export const expiryMatters = (source: DigestSource, night: Day): readonly ExpiryMatter[] =>
  gathered(
    endingParts(source, night, {
      kind: 'requirement',
      endOf: ({ judged }) => judged.validUntil,
    }),
    ({ verdict, due }) => [verdict.requirement, due].join(' '),
  ).map((group): ExpiryMatter => {
    const { verdict, due } = group[0];
    const ends = group
      .flatMap(({ judged }) => judged.ends ?? [])
      .filter((one) => one.until === due);
    const [endsBefore = null] = group.flatMap(({ judged: { because } }) =>
      because.kind === 'ends-before' ? [because.neededOn] : [],
    );
    return {
      kind: 'expiry',
      requirement: verdict.requirement,
      ...endingOf(group),
      units: unitsOf(group),
      points: pointsOf(ends),
      endsBefore,
      endIsAssumed: ends.some(({ assumed }) => assumed),
      waivedUntil: verdict.because.kind === 'waived' ? verdict.because.until : null,
      citations: citationsOf([verdict]),
    };
  });

/** The last day of what was stated of a part, whatever waiver lies over it. */
const agedEnd = ({ judged }: Part): Day | undefined => {
  const under = 'underlyingBecause' in judged ? judged.underlyingBecause : undefined;
  return agesOn({ ...judged, because: under ?? judged.because });
};

/** Statements warned of tonight that have not been made again meanwhile; those of one day are one matter. */
export const statementMatters = (source: DigestSource, night: Day): readonly StatementMatter[] =>
  gathered(endingParts(source, night, { kind: 'statement', endOf: agedEnd }), ({ due }) => due).map(
    (group): StatementMatter => ({
      kind: 'statement',
      ...endingOf(group),
      statements: requirementIds.flatMap((requirement) => {
        const parts = group.filter(({ verdict }) => verdict.requirement === requirement);
        return parts.length === 0 ? [] : [{ requirement, units: unitsOf(parts) }];
      }),
    }),
  );

/** The last day of the waiver that holds, or that held until lately. */
const waiverEndOf = ({ because, lapsed }: RequirementVerdict): Day | undefined =>
  because.kind === 'waived' ? because.until : lapsed?.until;

/** Waivers warned of tonight that still end, or ended, on that day. */
export const waiverMatters = (
  { evaluation, warnings }: DigestSource,
  night: Day,
): readonly WaiverMatter[] =>
  warnings
    .filter(({ kind }) => kind === 'waiver' && !evaluation.ended)
    .flatMap(({ id, due, rung }): WaiverMatter[] => {
      const verdict = evaluation.requirements.find(({ requirement }) => requirement === id);
      if (verdict === undefined || waiverEndOf(verdict) !== due) return [];
      const { requirement } = verdict;
      const underlying = verdict.underlying ?? verdict.status;
      if (!isUnfinished(underlying)) return [];
      const citations = citationsOf([verdict]);
      const daysLeft = daysBetween(night, due);
      return [{ kind: 'waiver', requirement, due, daysLeft, rung, underlying, citations }];
    });
