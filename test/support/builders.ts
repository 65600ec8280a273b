import { type ReceivedAssessment, selfAssessment } from '../../domain/assessment.ts';
import { day } from '../../domain/day.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { type Organisation, organisationProfile } from '../../domain/organisation.ts';

/** A day after every day the tests speak of, so that no fact is refused for lying in the future. */
const farFuture = day('2199-01-01');

const anyProfile = {
  name: 'Esimerkkihoiva Oy',
  sector: 'private',
  counties: ['etela-pohjanmaa'],
  serviceTasks: ['older-people'],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
};

/** A profile as a client would send it: a private provider that must join, with what matters changed. */
export const aProfile = (facts: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...anyProfile,
  ...facts,
});

/** An organisation; by default a private provider of services for older people that has not joined. */
export const anOrganisation = (facts: Record<string, unknown> = {}): Organisation => ({
  ...organisationProfile(farFuture).parse(aProfile(facts)),
  businessId: BusinessId.parse('0204819-8'),
});

/** An assessment received on the day it states; about chosen units, or with overrides, where they are given. */
export const anAssessment = (
  statedOn: string,
  items: Record<string, unknown>,
  {
    receivedAt = `${statedOn}T10:00:00.000Z`,
    ...units
  }: {
    readonly receivedAt?: string;
    readonly units?: readonly string[];
    readonly overrides?: Readonly<Record<string, unknown>>;
  } = {},
): ReceivedAssessment => ({
  ...selfAssessment(farFuture).parse({ statedOn, items, ...units }),
  assessmentId: `assessment-${receivedAt}`,
  receivedAt,
  receivedOn: day(receivedAt.slice(0, 10)),
});
