import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { overallStatuses } from '../../../domain/evaluation.ts';
import type { Language } from '../../../domain/language.ts';
import { countyKey, serviceTask } from '../../../domain/organisation.ts';
import { counties } from '../../../domain/statute/counties.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import { overallTexts } from '../../../domain/texts/status-texts.ts';
import type { Directory, DirectoryEntry } from '../../adapters/directory.ts';
import { missingIn, walk } from '../../walk-directory.ts';
import { countiesInReach } from '../access.ts';
import { cursorOf, pageQuery, positionIn } from '../cursor.ts';
import { httpFunction } from '../http.ts';

export interface Dependencies {
  readonly directory: Pick<Directory, 'page'>;
}

/** Which organisations are asked for. */
export const organisationFilters = {
  county: countyKey.optional().describe('Active in this county.'),
  status: z.enum(overallStatuses).optional().describe('With this overall status.'),
  serviceTask: serviceTask.optional().describe('With this service task.'),
  deadlineBefore: Day.optional().describe('With a duty not met that is due before this day.'),
  missing: z
    .enum(requirementIds)
    .optional()
    .describe('In which this requirement is missing, unknown or expired.'),
};

export const listQuery = z.strictObject({ ...organisationFilters, ...pageQuery });

const place = z.strictObject({ county: z.enum(counties), after: z.string().max(20) });

const answerOf = (entry: DirectoryEntry, language: Language) => {
  const { businessId, name, sector, counties: active, serviceTasks, status, evaluatedOn } = entry;
  const [next] = entry.deadlines;
  return {
    businessId,
    name,
    sector,
    counties: active,
    serviceTasks,
    status,
    statusText: overallTexts[status][language],
    evaluatedOn,
    ...(next === undefined ? {} : { nextDeadline: next }),
    deadlinesNotMet: entry.deadlines.length,
    missing: missingIn(entry),
  };
};

/**
 * GET /organisations: a page of the organisations in the caller's scope, each once, by county and
 * business ID, with how each stood when it was last evaluated.
 */
export const createHandler = ({ directory }: Dependencies) =>
  httpFunction('list-organisations', async (request) => {
    const { cursor, limit, county, ...filters } = request.query(listQuery);
    const reach = countiesInReach('list-organisations', request.caller);
    const asked = {
      counties: reach.filter((one) => county === undefined || one === county),
      filters,
    };
    const { language } = request;
    const from = positionIn(cursor, place, { question: asked, language });
    const { entries, next } = await walk(directory, asked, { from, limit });
    return {
      status: 200,
      body: {
        organisations: entries.map((entry) => answerOf(entry, language)),
        ...(next === undefined ? {} : { cursor: cursorOf(next, asked) }),
      },
    };
  });
