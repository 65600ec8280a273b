import * as z from 'zod';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { counties } from '../../../domain/statute/counties.ts';
import type { Directory, DirectoryEntry } from '../../adapters/directory.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { type ExportedOrganisation, exportedColumns } from '../../imports/organisations-file.ts';
import { inGroups } from '../../in-groups.ts';
import { recordText, utf8Mark } from '../../tables/records.ts';
import { type Place, walk } from '../../walk-directory.ts';
import { countiesInReach, reaches } from '../access.ts';
import { cursorOf, limitUpTo, pageQuery, positionIn } from '../cursor.ts';
import { type HttpRequest, httpFunction } from '../http.ts';
import { organisationFilters } from '../list-organisations/handler.ts';

export interface Dependencies {
  readonly directory: Pick<Directory, 'page'>;
  readonly organisations: Pick<Organisations, 'read'>;
}

export const mostInFile = 1000;
/** Lambda answers with 6 MB at most, in which quotation marks and line ends count twice. */
const fileBytes = 2 * 1024 * 1024;
const readAtOnce = 100;

export const exportQuery = z.strictObject({
  ...organisationFilters,
  cursor: pageQuery.cursor,
  limit: limitUpTo(mostInFile, mostInFile),
});

const place = z.strictObject({ county: z.enum(counties), after: z.string().max(20) });

/** The organisation with its entry; undefined where it has left the caller's scope since it was listed. */
const exported = async (
  organisations: Pick<Organisations, 'read'>,
  { caller }: HttpRequest,
  entry: DirectoryEntry,
): Promise<ExportedOrganisation | undefined> => {
  const businessId: BusinessId = entry.businessId;
  const { profile } = await organisations.read(businessId);
  if (profile === undefined) return undefined;
  const { content } = profile;
  const isInScope = reaches('export-organisations', caller, {
    businessId,
    counties: content.counties,
  });
  return isInScope ? { businessId, ...content, entry } : undefined;
};

/**
 * GET /organisations.csv: the organisations that GET /organisations lists, as a table with all their
 * facts that POST /imports takes back. A long table comes in several files: a link leads to the next.
 */
export const createHandler = ({ directory, organisations }: Dependencies) =>
  httpFunction('export-organisations', async (request) => {
    const { cursor, limit, county, ...filters } = request.query(exportQuery);
    const { language } = request;
    const reach = countiesInReach('export-organisations', request.caller);
    const asked = {
      counties: reach.filter((one) => county === undefined || one === county),
      filters,
    };
    const lines = [recordText(exportedColumns.map(({ header }) => header[language]))];
    let size = 0;
    let from: Place | undefined = positionIn(cursor, place, { question: asked, language });
    let isWhole = false;
    while (!isWhole && lines.length <= limit && size < fileBytes) {
      const most = Math.min(readAtOnce, limit + 1 - lines.length);
      const page = await walk(directory, asked, { from, limit: most });
      const found = await inGroups(page.entries, (entry) =>
        exported(organisations, request, entry),
      );
      for (const organisation of found) {
        if (organisation === undefined) continue;
        const line = recordText(exportedColumns.map((each) => each.write(organisation, language)));
        size += Buffer.byteLength(line);
        lines.push(line);
      }
      from = page.next;
      isWhole = page.next === undefined;
    }
    const query = new URLSearchParams({ limit: String(limit) });
    for (const [name, value] of Object.entries({ county, ...filters })) {
      if (value !== undefined) query.set(name, value);
    }
    if (from !== undefined) query.set('cursor', cursorOf(from, asked));
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="organisations.csv"',
        ...(from !== undefined && { link: `</organisations.csv?${query}>; rel="next"` }),
      },
      body: utf8Mark + lines.join(''),
    };
  });
