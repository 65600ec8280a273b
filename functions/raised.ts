import { asRaised, type Raised } from '../domain/warnings.ts';
import type { StoredOrganisation } from './adapters/organisations.ts';

/** All that nights have raised of an organisation; the ledger of one that is not over yet belongs to it. */
export const raisedOf = ({
  state,
  raisedOn,
}: Pick<StoredOrganisation, 'state' | 'raisedOn'>): Raised => {
  const last = state?.lastNight?.date ?? '';
  const since = Object.entries(raisedOn).filter(([date]) => date > last);
  return Object.assign({}, state?.raised, ...since.map(([, warnings]) => asRaised(warnings)));
};
