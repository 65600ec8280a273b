import type { Side } from '../../../domain/acknowledgement.ts';
import type { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { inOrder } from '../../../domain/in-order.ts';
import type { County } from '../../../domain/statute/counties.ts';
import { byUrgency, type Warning, type WarningKind } from '../../../domain/warnings.ts';
import type { Directory } from '../../adapters/directory.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { inGroups } from '../../in-groups.ts';
import { inWalkingOrder, walk } from '../../walk-directory.ts';
import type { ExistingOrganisation } from '../organisation-in-scope.ts';
import { type OpenWarning, openWarningsOf } from '../warnings/open-warnings.ts';

export interface Stores {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly directory: Pick<Directory, 'page'>;
}

/** Whose warnings are asked for: of organisations by name, or of all that counties' lists hold. */
export interface Asked {
  readonly businessIds: readonly string[] | undefined;
  readonly counties: readonly County[];
  readonly county: County | undefined;
  readonly kind: WarningKind | undefined;
  readonly quiet: boolean | undefined;
}

/** The place of an organisation in the order of the walk; without a county where they are asked for by name. */
export interface OrganisationPlace {
  readonly county?: County | undefined;
  readonly after: string;
}

/** Where a walk has come to: the last organisation that was told whole, and the last warning told of the next. */
export interface WarningPlace {
  readonly organisation: OrganisationPlace | null;
  readonly told: (Pick<Warning, 'kind' | 'id' | 'due'> & { readonly of: string }) | null;
}

export interface FoundWarning {
  readonly organisation: ExistingOrganisation;
  readonly open: OpenWarning;
}

/** No more organisations are read for one page, however few warnings they have. */
const mostRead = 100;
const readAtOnce = 25;

interface Stops {
  readonly stops: readonly { readonly businessId: BusinessId; readonly place: OrganisationPlace }[];
  readonly next: OrganisationPlace | undefined;
}

/** Organisations by name, in the order of their business IDs. */
const namedStops = (names: readonly string[], from: OrganisationPlace | null): Stops => {
  const all = [...new Set(names)]
    .flatMap((name) => BusinessId.safeParse(name).data ?? [])
    .sort(inOrder)
    .filter((businessId) => from === null || businessId > from.after);
  const stops = all
    .slice(0, readAtOnce)
    .map((businessId) => ({ businessId, place: { after: businessId } }));
  return { stops, next: all.length > readAtOnce ? stops.at(-1)?.place : undefined };
};

/** Those of the counties' lists that have warnings of the kind asked for. */
const listedStops = async (
  directory: Stores['directory'],
  { counties, kind }: Asked,
  from: OrganisationPlace | null,
): Promise<Stops> => {
  const order = inWalkingOrder(counties);
  const county = order.find((one) => one === from?.county);
  const { entries, next } = await walk(
    directory,
    { counties, filters: { warnedOf: kind ?? 'anything' } },
    {
      from: from === null || county === undefined ? undefined : { county, after: from.after },
      limit: readAtOnce,
    },
  );
  const stops = entries.map((entry) => ({
    businessId: entry.businessId,
    place: {
      county: inWalkingOrder(entry.counties).find((one) => order.includes(one)),
      after: entry.businessId,
    },
  }));
  return { stops, next };
};

const isAfter = (warning: Warning, told: WarningPlace['told']): boolean =>
  told === null || byUrgency(warning, { ...told, rung: 0 }) > 0;

/**
 * The open warnings that are asked for, from a place on, at most `limit`; and where to go on, undefined
 * at the end. Organisations come in the order of the lists, and of each the worst warning first. Neither
 * place moves when facts change, so pages stay stable. Facts are read anew: what a list still has and
 * has been put in order meanwhile is not told.
 */
export const walkWarnings = async (
  { organisations, directory }: Stores,
  asked: Asked,
  {
    from,
    limit,
    side,
    on,
    isInScope,
  }: {
    readonly from: WarningPlace | undefined;
    readonly limit: number;
    readonly side: Side;
    readonly on: Day;
    /** By what is read of it: a list may lag behind. */
    readonly isInScope: (organisation: ExistingOrganisation) => boolean;
  },
): Promise<{
  readonly found: readonly FoundWarning[];
  readonly next: WarningPlace | undefined;
}> => {
  const warningsOf = async (businessId: BusinessId): Promise<readonly FoundWarning[]> => {
    const { profile, ...stored } = await organisations.read(businessId);
    if (profile === undefined) return [];
    const organisation = { ...stored, profile };
    const { counties } = profile.content;
    if (!isInScope(organisation)) return [];
    if (asked.county !== undefined && !counties.includes(asked.county)) return [];
    return openWarningsOf(organisation, { side, on })
      .filter(({ warning }) => asked.kind === undefined || warning.kind === asked.kind)
      .filter(
        ({ acknowledgement }) =>
          asked.quiet === undefined || (acknowledgement !== undefined) === asked.quiet,
      )
      .map((open) => ({ organisation, open }));
  };

  const found: FoundWarning[] = [];
  let organisation = from?.organisation ?? null;
  let told = from?.told ?? null;
  for (let read = 0; read < mostRead; ) {
    const { stops, next } =
      asked.businessIds === undefined
        ? await listedStops(directory, asked, organisation)
        : namedStops(asked.businessIds, organisation);
    const all = await inGroups(stops, ({ businessId }) => warningsOf(businessId));
    for (const [nth, { businessId, place }] of stops.entries()) {
      const left = (all[nth] ?? []).filter(
        ({ open }) => told?.of !== businessId || isAfter(open.warning, told),
      );
      for (const one of left) {
        if (found.length === limit) return { found, next: { organisation, told } };
        found.push(one);
        const { kind, id, due } = one.open.warning;
        told = { of: businessId, kind, id, due };
      }
      organisation = place;
    }
    if (next === undefined) return { found, next: undefined };
    organisation = next;
    read += Math.max(1, stops.length);
  }
  return { found, next: { organisation, told: null } };
};
