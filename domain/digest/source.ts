import type { Day } from '../day.ts';
import type { Evaluation } from '../evaluation.ts';
import type { BusinessId } from '../identifiers.ts';
import type { Language } from '../language.ts';
import type { MovedDay } from '../moved-days.ts';
import type { Catalogue } from '../statute/catalogue.ts';
import type { County } from '../statute/counties.ts';
import type { Warning } from '../warnings.ts';
import type { UnregisteredSource } from './unregistered.ts';

/** A supervisor, the operator for what would otherwise reach nobody, or an organisation's own contact. */
export type Audience = 'supervisor' | 'operator' | 'contact';

/** Who gets the mail. */
export interface DigestRecipient {
  readonly audience: Audience;
  readonly name: string;
  readonly language: Language;
}

/** One organisation's part of a night, as it is known when the mail is written. */
export interface DigestSource {
  readonly organisation: {
    readonly businessId: BusinessId;
    readonly name: string;
    readonly counties: readonly County[];
  };
  readonly evaluation: Evaluation;
  readonly warnings: readonly Warning[];
  /** Subjects (`kind:id`) that were told before and are now in order. */
  readonly fixed: readonly string[];
  /** Days that the law has moved since the recipient was last told of them. */
  readonly moved: readonly MovedDay[];
}

export interface DigestInput {
  readonly night: Day;
  readonly organisations: readonly DigestSource[];
  /** By county, the expected producers that the recipient is to be told of. */
  readonly unregistered: readonly UnregisteredSource[];
  readonly recipient: DigestRecipient;
  /** Where links lead, without a slash at its end. */
  readonly publicUrl: string;
  /** The address that answers questions about the mail. */
  readonly contact: string;
  /** By what the operator finds the digest: its key, as the mail's header carries it. */
  readonly reference: string;
  /** The catalogue that says which act an entry comes from; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}
