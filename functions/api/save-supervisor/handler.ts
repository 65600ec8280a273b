import * as z from 'zod';
import {
  isReachable,
  type StoredSupervisor,
  type Supervisor,
  SupervisorId,
  type Supervisors,
  supervisorFields,
} from '../../adapters/supervisors.ts';
import { entityTag } from '../../entity-tag.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { type Replaced, type Replacement, replaced, stands } from '../replaced.ts';
import { unusedAddress } from '../supervisor-answer.ts';

export interface Dependencies extends Recording {
  readonly supervisors: Pick<Supervisors, 'read' | 'save'>;
}

export const putSupervisor = (id: z.ZodType<string> = SupervisorId) =>
  supervisorFields
    // What an answer says besides may come back with it.
    .extend({ id: id.optional(), address: unusedAddress.optional() })
    .transform(({ id: _, address: __, ...supervisor }): Supervisor => supervisor);

/**
 * PUT /supervisors/{id}: creates or replaces who is warned of which counties. Asked a second time
 * with the same content it writes nothing and answers the same, unless her address was no longer used:
 * then it is tried again.
 */
export const createHandler = ({ supervisors, ...recording }: Dependencies) =>
  changingFunction('save-supervisor', recording, async (request) => {
    const id = request.pathParameter('id', SupervisorId);
    request.query(nothing);
    const content = request.body(putSupervisor(z.literal(id)));
    const replacement: Replacement<Supervisor> = {
      content,
      ifMatch: request.header('if-match'),
      read: () => supervisors.read(id),
      write: (replaces) => supervisors.save({ id, content, replaces }),
    };
    const answer = (outcome: Replaced): Answer => ({
      status: outcome === 'created' ? 201 : 200,
      headers: { etag: entityTag(content) },
      body: { id, ...content },
    });
    /** Whoever saved her meanwhile has done it too. */
    const usedAgain = async ({ version }: StoredSupervisor): Promise<Replaced> => {
      await supervisors.save({ id, content, replaces: version });
      return 'changed';
    };
    const found = await supervisors.read(id);
    const isSame = stands(replacement, found);
    if (!isSame) return { about: id, make: async () => answer(await replaced(replacement, found)) };
    if (found === undefined || isReachable(found)) return answer('unchanged');
    return { about: id, make: async () => answer(await usedAgain(found)) };
  });
