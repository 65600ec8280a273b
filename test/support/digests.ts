import { day } from '../../domain/day.ts';
import { type DigestView, digestView } from '../../domain/digest/digest.ts';
import type { Matter } from '../../domain/digest/matters.ts';
import type { DigestInput, DigestSource } from '../../domain/digest/source.ts';
import { evaluate } from '../../domain/evaluation.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { raisedAfter, settledSince, warningsToRaise } from '../../domain/warnings.ts';
import { type anAssessment, anOrganisation } from './builders.ts';

export interface DigestFacts {
  readonly facts?: Record<string, unknown>;
  readonly assessments?: readonly ReturnType<typeof anAssessment>[];
  readonly waivers?: readonly Waiver[];
  /** The facts as they were on an earlier night, on which everything was told. */
  readonly toldOn?: { readonly night: string; readonly facts: Record<string, unknown> };
}

/** What one organisation gives to the digest of a night. */
export const aDigestSource = (
  night: string,
  { facts = {}, assessments = [], waivers = [], toldOn }: DigestFacts = {},
): DigestSource => {
  const organisation = anOrganisation(facts);
  const on = day(night);
  const evaluation = evaluate({ organisation, assessments, waivers, on });
  const raised =
    toldOn === undefined
      ? {}
      : raisedAfter(
          evaluate({
            organisation: anOrganisation(toldOn.facts),
            assessments: assessments.filter(({ statedOn }) => statedOn <= toldOn.night),
            waivers,
            on: day(toldOn.night),
          }),
          {},
        );
  return {
    organisation,
    evaluation,
    warnings: warningsToRaise(evaluation, raised),
    fixed: settledSince(evaluation, raised),
    moved: [],
  };
};

export const aDigestView = (
  night: string,
  organisations: DigestInput['organisations'],
): DigestView =>
  digestView({
    night: day(night),
    organisations,
    unregistered: [],
    recipient: { audience: 'supervisor', name: 'Maija Esimerkki', language: 'fi' },
    publicUrl: 'https://kanta.example.fi',
    contact: 'yllapito@example.fi',
    reference: `maija|${night}`,
  });

export const mattersOn = (night: string, told: DigestFacts = {}): readonly Matter[] =>
  aDigestView(night, [aDigestSource(night, told)]).organisations.flatMap(({ matters }) => matters);

/** The same said of every requirement. */
export const allStated = (state: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(requirementIds.map((id) => [id, state]));
