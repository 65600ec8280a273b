import * as z from 'zod';
import { BusinessId } from '../../domain/identifiers.ts';
import { countyKey, line } from '../../domain/organisation.ts';
import type { ExpectedProducers } from '../adapters/expected-producers.ts';
import { countiesInReach } from '../api/access.ts';
import { parsedInput } from '../api/input.ts';
import { dayInHelsinki } from '../clock.ts';
import type { DecideRow } from './kind.ts';
import { rowTexts } from './row-texts.ts';

const listed = z.strictObject({ county: countyKey, businessId: BusinessId, name: line(300) });

/** A row of a list of those whom a county expects: puts it on the list, or gives it another name. */
export const decideExpectedProducer =
  (expectedProducers: Pick<ExpectedProducers, 'expect' | 'page'>): DecideRow =>
  async ({ assignments }, { caller, now, language }) => {
    const value = Object.fromEntries(
      assignments.flatMap(({ path: [field = ''], value: said }) =>
        said === null ? [] : [[field, said]],
      ),
    );
    const parsed = parsedInput(listed, { value, language });
    if ('problem' in parsed) return { errors: parsed.problem.errors };
    const { county, businessId, name } = parsed.value;
    if (!countiesInReach('start-import', caller).includes(county)) {
      return { errors: [{ path: 'county', message: rowTexts['county-of-others'][language] }] };
    }
    // A beginning of a text comes before the text.
    const page = await expectedProducers.page({ county, after: businessId.slice(0, -1), limit: 1 });
    const found = page.producers.find((producer) => producer.businessId === businessId);
    if (found?.name === name) return { outcome: 'unchanged' };
    return {
      outcome: found === undefined ? 'created' : 'changed',
      about: `${county}/${businessId}`,
      make: async () => {
        await expectedProducers.expect(county, {
          businessId,
          name,
          expectedSince: dayInHelsinki(now),
        });
        return 'made';
      },
    };
  };
