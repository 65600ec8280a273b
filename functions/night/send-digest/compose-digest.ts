import { quietAmong, type Side } from '../../../domain/acknowledgement.ts';
import type { Day } from '../../../domain/day.ts';
import { digestView, isEmpty as saysNothing } from '../../../domain/digest/digest.ts';
import type { Audience } from '../../../domain/digest/source.ts';
import type { UnregisteredSource } from '../../../domain/digest/unregistered.ts';
import { type Evaluation, evaluate } from '../../../domain/evaluation.ts';
import type { Language } from '../../../domain/language.ts';
import { isStillMoved } from '../../../domain/moved-days.ts';
import type { Catalogue } from '../../../domain/statute/catalogue.ts';
import type { County } from '../../../domain/statute/counties.ts';
import { settledSince, subjectOf, warningsToRaise } from '../../../domain/warnings.ts';
import type { Organisations, StoredOrganisation } from '../../adapters/organisations.ts';
import {
  isEmpty,
  type Matters,
  type Subjects,
  type Unregistered,
  type WaitingMatters,
} from '../../adapters/outbox.ts';
import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import { canonicalJson } from '../../entity-tag.ts';
import { inGroups } from '../../in-groups.ts';
import { log } from '../../log.ts';
import { movesOf, warningsOf } from '../matters.ts';
import { type RenderedDigest, renderDigest } from './render-digest.ts';

/** Who a digest is for. */
export interface Addressee {
  readonly audience: Audience;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  /** Whether the address is still used. */
  readonly isReachable: boolean;
}

/** What waited about one organisation, as it stands now. */
export interface Checked {
  readonly name: string;
  readonly counties: readonly County[];
  readonly evaluation: Evaluation;
  /** What is still so, and goes on waiting until it is told. */
  readonly waiting: WaitingMatters;
  /** What of it is to be told now: not what somebody asked to be quiet about. */
  readonly matters: Matters;
  /** Something that waited is not so any more. */
  readonly isChanged: boolean;
}

const still = (subjects: Subjects, holds: (subject: string) => boolean): Subjects =>
  Object.fromEntries(Object.entries(subjects).filter(([subject]) => holds(subject)));

/** What still holds of what waited: the duty unmet and due on that day, the fixed still in order, the day where it was moved to. */
const stillSo = (waiting: WaitingMatters, evaluation: Evaluation): WaitingMatters => {
  const reached = new Map(
    warningsToRaise(evaluation, {}).map((warning) => [subjectOf(warning), warning.due]),
  );
  const settled = new Set(settledSince(evaluation, waiting.fixed));
  return {
    ...waiting,
    warnings: still(waiting.warnings, (one) => reached.get(one) === waiting.warnings[one]?.due),
    fixed: still(waiting.fixed, (one) => settled.has(one)),
    moved: Object.fromEntries(
      Object.entries(waiting.moved).filter(([id, { to }]) => isStillMoved({ id, to }, evaluation)),
    ),
  };
};

interface How {
  readonly on: Day;
  /** On whose side the recipient is. */
  readonly side: Side;
  readonly catalogue: Catalogue;
}

const checked = (
  { businessId, profile, assessments, waivers, acknowledgements }: StoredOrganisation,
  before: WaitingMatters,
  { on, side, catalogue }: How,
): Checked => {
  if (profile === undefined) throw new Error(`${businessId} has warnings and no profile`);
  const organisation = { businessId, ...profile.content };
  const evaluation = evaluate({ organisation, assessments, waivers, on, catalogue });
  const waiting = stillSo(before, evaluation);
  const quiet = new Set(
    quietAmong(warningsOf(waiting.warnings), acknowledgements, { side, on }).map(subjectOf),
  );
  return {
    name: organisation.name,
    counties: organisation.counties,
    evaluation,
    waiting,
    matters: { ...waiting, warnings: still(waiting.warnings, (one) => !quiet.has(one)) },
    isChanged: canonicalJson(waiting) !== canonicalJson(before),
  };
};

/**
 * The facts behind what waits, read again, so that nobody is warned of what was fixed meanwhile. An
 * organisation that cannot be evaluated keeps waiting, and holds up nobody else's news.
 */
export const checkAgain = async (
  waiting: readonly WaitingMatters[],
  { organisations, ...by }: How & { readonly organisations: Pick<Organisations, 'read'> },
): Promise<readonly Checked[]> => {
  const check = async (one: WaitingMatters): Promise<readonly Checked[]> => {
    try {
      return [checked(await organisations.read(one.businessId), one, by)];
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error;
      const { name, stack } = error instanceof Error ? error : new Error(String(error));
      log.error({ message: 'left waiting', businessId: one.businessId, error: name, stack });
      return [];
    }
  };
  return (await inGroups(waiting, check)).flat();
};

export interface Composition {
  readonly rendered: RenderedDigest;
  readonly included: readonly Matters[];
  readonly unregistered: readonly Unregistered[];
}

/** The digest of what is still so; undefined where nothing is left to tell. */
export const composeDigest = (
  all: readonly Checked[],
  about: {
    readonly night: Day;
    readonly to: Addressee;
    readonly unregistered: readonly UnregisteredSource[];
    readonly publicUrl: string;
    readonly contact: string;
    readonly reference: string;
    readonly catalogue: Catalogue;
  },
): Composition | undefined => {
  const { night, to, unregistered, publicUrl, contact, reference, catalogue } = about;
  const news = all.filter(({ matters }) => !isEmpty(matters));
  const view = digestView({
    night,
    recipient: { audience: to.audience, name: to.name, language: to.language },
    publicUrl,
    contact,
    reference,
    catalogue,
    unregistered,
    organisations: news.map(({ name, counties, evaluation, matters }) => ({
      organisation: { businessId: matters.businessId, name, counties },
      evaluation,
      warnings: warningsOf(matters.warnings),
      fixed: Object.keys(matters.fixed),
      moved: movesOf(matters.moved),
    })),
  });
  if (saysNothing(view)) return undefined;
  return {
    rendered: renderDigest(view, to.language),
    included: news.map(({ matters: { businessId, warnings, fixed, moved } }) => ({
      businessId,
      warnings,
      fixed,
      moved,
    })),
    unregistered: unregistered.map(({ county, producers }) => ({
      county,
      businessIds: producers.map(({ businessId }) => businessId),
    })),
  };
};
