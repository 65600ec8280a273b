import { createHash } from 'node:crypto';
import { BusinessId } from '../domain/identifiers.ts';
import type { OrganisationProfile } from '../domain/organisation.ts';

type Contact = OrganisationProfile['contacts'][number];

/** A contact as a recipient: `contact.0204819-8.4f0c…`. The address itself stands only in the profile. */
const form = /^contact\.(\d{7}-\d)\.[0-9a-f]{16}$/;

const contactId = (businessId: BusinessId, { email }: Contact): string =>
  `contact.${businessId}.${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 16)}`;

/** Whether a recipient is a contact of an organisation; no supervisor can have such an id. */
export const isContactId = (recipient: string): boolean => form.test(recipient);

/** The organisation whose contact a recipient is; undefined for who is none. */
export const organisationOf = (recipient: string): BusinessId | undefined => {
  const [, businessId] = form.exec(recipient) ?? [];
  return businessId === undefined ? undefined : BusinessId.parse(businessId);
};

/** The recipients that an organisation's contacts are; an address that is named twice is one. */
export const contactIds = (
  businessId: BusinessId,
  contacts: readonly Contact[],
): readonly string[] => [...new Set(contacts.map((contact) => contactId(businessId, contact)))];

/** The contact that a recipient is, as the profile has it now; undefined where it is no longer there. */
export const contactOf = (
  recipient: string,
  { businessId, contacts }: { businessId: BusinessId; contacts: readonly Contact[] },
): Contact | undefined => contacts.find((contact) => contactId(businessId, contact) === recipient);
