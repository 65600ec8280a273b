import * as z from 'zod';

const weights = [7, 9, 10, 5, 8, 4, 2] as const;

/**
 * The check digit of a Y-tunnus for its first seven digits, or undefined where the number is never
 * issued (remainder 1). `checkDigit('0204819') === 8`.
 * Source: JHS 159; Algorithm::CheckDigits::M11_007.
 */
export const checkDigit = (sevenDigits: string): number | undefined => {
  const remainder =
    weights.reduce((sum, weight, i) => sum + weight * Number(sevenDigits[i]), 0) % 11;
  if (remainder === 1) return undefined;
  return remainder === 0 ? 0 : 11 - remainder;
};

const isBusinessId = (text: string): boolean => {
  const [digits, check] = text.split('-');
  return digits !== undefined && checkDigit(digits) === Number(check);
};

/** A Finnish business ID (Y-tunnus) such as `0204819-8`, with a check digit that holds. */
export const BusinessId = z
  .string()
  .regex(/^[0-9]{7}-[0-9]$/)
  .refine(isBusinessId, { params: { rule: 'business-id-check-digit' } })
  .brand<'BusinessId'>()
  .meta({
    id: 'BusinessId',
    description: 'A Finnish business ID (Y-tunnus).',
    override: { maxLength: 9 },
  });
export type BusinessId = z.infer<typeof BusinessId>;

/**
 * An object identifier under the Finnish organisations' node, as the SOTE organisation register gives
 * them: arcs without leading zeros (`1.2.246.10.2048198.10.1`). It has no check digit of its own.
 */
export const UnitOid = z
  .string()
  .max(128)
  .regex(/^1\.2\.246\.10\.[1-9][0-9]*(\.(0|[1-9][0-9]*))+$/)
  .brand<'UnitOid'>();
export type UnitOid = z.infer<typeof UnitOid>;

/** The Y-tunnus arc as an organisation's OIDs carry it: `0204819-8` gives `2048198`. */
export const oidArcOf = (businessId: BusinessId): string =>
  businessId.replace('-', '').replace(/^0+/, '');

/**
 * Whether the OID was made from another Y-tunnus. Units keep their OIDs when they move to a new
 * organisation, so this is a reason to ask, never to refuse.
 */
export const belongsToAnother = (oid: UnitOid, businessId: BusinessId): boolean =>
  oid.split('.')[4] !== oidArcOf(businessId);
