import { createHash } from 'node:crypto';
import { type Catalogue, catalogue as ours } from '../domain/statute/catalogue.ts';
import { requirements } from '../domain/statute/requirements.ts';
import { canonicalJson } from './entity-tag.ts';

/** The law as data, in one hash: it tells by which catalogue something was evaluated. */
export const catalogueHashOf = (catalogue: Catalogue): string =>
  createHash('sha256').update(canonicalJson({ catalogue, requirements })).digest('hex');

export const catalogueHash: string = catalogueHashOf(ours);
