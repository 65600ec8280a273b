import * as z from 'zod';
import { Day, latest } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import type { Language } from '../../../domain/language.ts';
import { asAdopted, proposedEntry } from '../../../domain/proposed-entries.ts';
import { effectOf, overlaid } from '../../../domain/simulation.ts';
import type { Catalogue } from '../../../domain/statute/catalogue.ts';
import { type Fault, faultsOf } from '../../../domain/statute/catalogue-check.ts';
import type { ObligationEntry } from '../../../domain/statute/entries.ts';
import { describeFault } from '../../../domain/texts/fault-texts.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { catalogueHashOf } from '../../catalogue-hash.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { everyOrganisation } from '../../every-organisation.ts';
import { inGroups } from '../../in-groups.ts';
import { reaches } from '../access.ts';
import { httpFunction } from '../http.ts';
import { firstOfEach, nothing } from '../input.ts';
import { type FieldError, Problem } from '../problem.ts';
import { simulationAnswer, type TriedOrganisation } from './simulation-answer.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'inShard' | 'read'>;
  readonly clock: Clock;
}

export const simulation = z.strictObject({
  on: Day.optional(),
  entries: z.array(proposedEntry).max(50),
});

/** The field by which a fault can be mended. */
const fieldOf = ({ kind }: Fault): string => {
  switch (kind) {
    case 'no-citation':
    case 'no-section':
      return 'basis';
    case 'no-text':
      return 'text';
    case 'in-force-before-given':
      return 'inForceFrom';
    case 'twice':
      return 'id';
    case 'supersedes-nothing':
    case 'supersedes-later':
    case 'overlap':
    case 'gap':
      return 'supersedes';
  }
};

/** What is wrong with the catalogue once the entries lie over it, at the entries that make it so. */
const errorsOf = (
  entries: readonly ObligationEntry[],
  catalogue: Catalogue,
  language: Language,
): readonly FieldError[] =>
  faultsOf(catalogue).flatMap((fault) => {
    const atFault = 'entry' in fault ? [fault.entry] : fault.entries;
    const nth = entries.findLastIndex(({ id }) => atFault.includes(id));
    const path = nth === -1 ? 'entries' : `entries.${nth}.${fieldOf(fault)}`;
    return [{ path, message: describeFault(fault, language) }];
  });

/** The first day on which all entries are known and in force, or today if that is later. */
const firstDayOf = (entries: readonly ObligationEntry[], today: Day): Day =>
  latest(today, ...entries.flatMap(({ knownFrom, inForceFrom }) => [knownFrom, inForceFrom]));

/**
 * POST /simulations: what a change of law would do, on a day, to the organisations in the caller's
 * scope. It only reads: nothing is stored or sent, and a second run answers the same.
 */
export const createHandler = ({ organisations, clock }: Dependencies) =>
  httpFunction('run-simulation', async (request) => {
    request.query(nothing);
    const today = dayInHelsinki(clock.now());
    const { on: chosen, entries: proposed } = request.body(simulation);
    const entries = asAdopted(proposed);
    const catalogue = overlaid(entries);
    const errors = firstOfEach(errorsOf(entries, catalogue, request.language));
    if (errors.length > 0) throw new Problem('invalid-input', errors);
    const on = chosen ?? firstDayOf(entries, today);

    const tried = async (businessId: BusinessId): Promise<readonly TriedOrganisation[]> => {
      const { profile, assessments, waivers, state } = await organisations.read(businessId);
      if (profile === undefined) return [];
      const organisation = { businessId, ...profile.content };
      if (!reaches('run-simulation', request.caller, organisation)) return [];
      const raised = state?.raised ?? {};
      const effect = effectOf(catalogue, {
        organisation,
        assessments,
        waivers,
        raised,
        today,
        on,
      });
      return [{ businessId, name: organisation.name, ...effect }];
    };
    const everyone = await inGroups(await everyOrganisation(organisations), tried);
    const catalogueHash = catalogueHashOf(catalogue);
    return { status: 200, body: simulationAnswer({ on, catalogueHash }, everyone.flat()) };
  });
