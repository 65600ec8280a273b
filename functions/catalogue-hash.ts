import { createHash } from 'node:crypto';
import { catalogue } from '../domain/statute/catalogue.ts';
import { requirements } from '../domain/statute/requirements.ts';
import { canonicalJson } from './entity-tag.ts';

/** The law as data, in one hash: it tells by which catalogue something was evaluated. */
export const catalogueHash: string = createHash('sha256')
  .update(canonicalJson({ catalogue, requirements }))
  .digest('hex');
