import type { BusinessId } from '../identifiers.ts';
import { inOrder } from '../in-order.ts';
import type { County } from '../statute/counties.ts';

/** An organisation as the mail names it. */
export interface Named {
  readonly businessId: BusinessId;
  readonly name: string;
  readonly counties: readonly County[];
  readonly link: string;
  /** Leads to how it stood that night, with the trace of each day. */
  readonly trace: string;
}

export const byName = (
  a: Pick<Named, 'businessId' | 'name'>,
  b: Pick<Named, 'businessId' | 'name'>,
): number => inOrder(a.name, b.name) || inOrder(a.businessId, b.businessId);
