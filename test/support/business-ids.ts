import { BusinessId, checkDigit } from '../../domain/identifiers.ts';

/** As many valid business IDs as asked for, always the same: `2000000`, `2000001`, … with their check digits. */
export const businessIds = (count: number): readonly BusinessId[] => {
  const ids: BusinessId[] = [];
  for (let number = 2_000_000; ids.length < count; number += 1) {
    const check = checkDigit(String(number));
    if (check !== undefined) ids.push(BusinessId.parse(`${number}-${check}`));
  }
  return ids;
};
