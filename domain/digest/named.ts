import type { BusinessId } from '../identifiers.ts';
import { inOrder } from '../in-order.ts';

/** An organisation as the mail names it. */
export interface Named {
  readonly businessId: BusinessId;
  readonly name: string;
  readonly link: string;
  /** Leads to how it stood that night, with the trace of each day. */
  readonly trace: string;
}

export const byName = (a: Named, b: Named): number =>
  inOrder(a.name, b.name) || inOrder(a.businessId, b.businessId);
