import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { Outbox } from '../adapters/outbox.ts';
import { operatorId, type Supervisors } from '../adapters/supervisors.ts';
import { inGroups } from '../in-groups.ts';

export interface Dependencies {
  readonly supervisors: Pick<Supervisors, 'list'>;
  readonly outbox: Pick<Outbox, 'hasWork'>;
}

const Input = z.object({ date: Day });

/** Whom something waits for, or whose digest was left under way: those a night has to turn to. Only reads. */
export const createHandler =
  ({ supervisors, outbox }: Dependencies) =>
  async (event: unknown) => {
    Input.parse(event);
    const everyone = [...(await supervisors.list()).map(({ id }) => id), operatorId];
    const haveWork = await inGroups(everyone, (recipient) => outbox.hasWork(recipient));
    return { recipients: everyone.filter((_, i) => haveWork[i]) };
  };
