import { BusinessId, checkDigit, oidArcOf } from '../../domain/identifiers.ts';

/**
 * A valid Y-tunnus of our own making, or undefined where its number is never issued. The samples use
 * numbers that begin with 90 and 91 (one with 0000), far from those of real organisations.
 */
export const businessIdOf = (sevenDigits: string): BusinessId | undefined => {
  const check = checkDigit(sevenDigits);
  return check === undefined ? undefined : BusinessId.parse(`${sevenDigits}-${check}`);
};

/** The OID of an organisation's unit; number 0 is the operating unit itself (toimintayksikkö). */
export const unitOid = (businessId: BusinessId, number: number): string =>
  `1.2.246.10.${oidArcOf(businessId)}.10.${number}`;
