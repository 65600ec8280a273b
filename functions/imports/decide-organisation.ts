import { BusinessId } from '../../domain/identifiers.ts';
import { organisationProfile } from '../../domain/organisation.ts';
import type { County } from '../../domain/statute/counties.ts';
import { type Caller, countiesInReach, reaches } from '../api/access.ts';
import { parsedInput } from '../api/input.ts';
import { Problem } from '../api/problem.ts';
import { type ProfileStores, putInPlace } from '../api/put-in-place.ts';
import { stands } from '../api/replaced.ts';
import { dayInHelsinki } from '../clock.ts';
import { saidIn } from './import-row.ts';
import type { DecideRow } from './kind.ts';
import { mergedProfile } from './merged-profile.ts';
import { rowTexts } from './row-texts.ts';

/** Whether every county that is added or taken away is one of the caller's. */
const mayMove = (caller: Caller, from: readonly County[], to: readonly County[]): boolean => {
  const own = countiesInReach('start-import', caller);
  const moved = [
    ...from.filter((county) => !to.includes(county)),
    ...to.filter((county) => !from.includes(county)),
  ];
  return moved.every((county) => own.includes(county));
};

/**
 * A row about an organisation: creates it, or puts its facts right.
 *
 * To a caller outside whose scope it lies the organisation is as one that does not exist, so its row is
 * read as that of a new one. Only where everything is in order with it is it refused, in words that do
 * not say why.
 */
export const decideOrganisation =
  (stores: ProfileStores): DecideRow =>
  async (row, { caller, now, language }) => {
    const said = { value: saidIn(row, 'businessId'), language, within: ['businessId'] };
    const id = parsedInput(BusinessId, said);
    if ('problem' in id) return { errors: id.problem.errors };
    const businessId = id.value;
    const { profile: stored } = await stores.organisations.read(businessId);
    const isHers =
      stored !== undefined &&
      reaches('start-import', caller, { businessId, counties: stored.content.counties });
    const found = isHers ? stored : undefined;
    const merged = mergedProfile(found?.content, row.assignments);
    if (found !== undefined && stands({ content: merged, ifMatch: undefined }, found)) {
      return { outcome: 'unchanged' };
    }
    const parsed = parsedInput(organisationProfile(dayInHelsinki(now)), {
      value: merged,
      language,
    });
    if ('problem' in parsed) return { errors: parsed.problem.errors };
    const content = parsed.value;
    const refuse = (path: string, text: 'county-of-others' | 'not-yours') => ({
      errors: [{ path, message: rowTexts[text][language] }],
    });
    if (!mayMove(caller, found?.content.counties ?? [], content.counties)) {
      return refuse('counties', 'county-of-others');
    }
    if (stored !== found) return refuse('businessId', 'not-yours');
    if (stands({ content, ifMatch: undefined }, found)) return { outcome: 'unchanged' };
    return {
      outcome: found === undefined ? 'created' : 'changed',
      about: businessId,
      make: async () => {
        try {
          await putInPlace(stores, { businessId, content, now, onlyFound: true }, found);
          return 'made';
        } catch (error) {
          if (error instanceof Problem && error.kind === 'changed-meanwhile') return error.kind;
          throw error;
        }
      },
    };
  };
