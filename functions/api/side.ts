import type { Side } from '../../domain/acknowledgement.ts';
import { isContactId } from '../contact-id.ts';
import type { Caller } from './access.ts';

/** On whose side a caller asks for quiet, and sees it. */
export const sideOf = ({ role }: Pick<Caller, 'role'>): Side =>
  role === 'provider' ? 'provider' : 'overseers';

/** On whose side a recipient of mails is: an organisation's own contact, or who oversees it. */
export const sideOfRecipient = (recipient: string): Side =>
  isContactId(recipient) ? 'provider' : 'overseers';
