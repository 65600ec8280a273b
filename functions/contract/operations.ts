import type { RouteName } from '../routes.ts';
import { listChanges } from './audit.ts';
import { listExpectedProducers, removeExpectedProducer } from './expected-producers.ts';
import { getHealth } from './law.ts';
import type { Operation } from './operation.ts';

/** What the contract says of every route. */
export const operations: Readonly<Partial<Record<RouteName, Operation>>> = {
  'list-expected-producers': listExpectedProducers,
  'remove-expected-producer': removeExpectedProducer,
  'get-health': getHealth,
  'list-changes': listChanges,
};
