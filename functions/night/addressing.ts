import { createHash } from 'node:crypto';
import { inOrder } from '../../domain/in-order.ts';
import { isReachable, type StoredSupervisor } from '../adapters/supervisors.ts';
import { canonicalJson } from '../entity-tag.ts';

/** Who is warned of which counties and can be reached, in one hash: where it changes, someone may have to hear what stands already. */
export const addressingHashOf = (supervisors: readonly StoredSupervisor[]): string => {
  const counties = supervisors
    .filter(isReachable)
    .map(({ id, content }) => [id, [...content.counties].sort()] as const)
    .sort(([a], [b]) => inOrder(a, b));
  return createHash('sha256').update(canonicalJson({ counties })).digest('hex').slice(0, 16);
};
