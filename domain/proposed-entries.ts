import * as z from 'zod';
import { Day } from './day.ts';
import { inOrder } from './in-order.ts';
import { lawAt } from './law-in-force.ts';
import { each, line, serviceTask, withoutControls } from './organisation.ts';
import { overlaid } from './simulation.ts';
import { type ActId, sectionForm } from './statute/citation.ts';
import type { DayRule, ObligationEntry } from './statute/entries.ts';
import { type ObligationId, obligationIds } from './statute/obligation-ids.ts';
import { obligationTexts } from './statute/obligation-texts.ts';
import { serviceTasks } from './statute/service-tasks.ts';

/*
 * Entries of an act that is only proposed, or not in our catalogue yet, in the form in which
 * GET /catalogue shows those of ours: one is copied, changed and tried.
 */

/** The rules by which an obligation's day can be told; another would be passed over in silence. */
const rulesFor: Readonly<Record<ObligationId, readonly DayRule['kind'][]>> = {
  join: ['join'],
  'store-documents': ['fixed', 'from-joining'],
  'store-recordings': ['fixed', 'from-joining'],
  'disclosure-permit': ['join-deadline', 'from-joining'],
  'disclosure-logs': ['join-deadline', 'from-joining'],
  'security-plan': ['join-deadline', 'from-joining'],
  'patient-data': ['fixed'],
  'soteri-annual-check': ['yearly'],
  'soteri-registration': ['fixed'],
};

const isStoring = (obligation: ObligationId): boolean =>
  obligation === 'store-documents' || obligation === 'store-recordings';

const actForm = /^[1-9][0-9]{0,4}\/(19|20|21)[0-9]{2}$/;
const actId = z
  .custom<ActId>((value) => typeof value === 'string' && actForm.test(value), {
    params: { rule: 'act-number' },
  })
  .meta({ override: { type: 'string', pattern: actForm.source, maxLength: 10 } });

const place = z.int().min(1).max(999).exactOptional();
const citation = z.strictObject({
  act: actId,
  section: z.string().regex(sectionForm).max(6),
  subsection: place,
  item: place,
  amendedBy: actId.exactOptional(),
});

/** 29 February is none: 2023 did not have it. */
const isDayOfEveryYear = (month: number, dayOfMonth: number): boolean =>
  Day.safeParse(`2023-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
    .success;

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), day: Day }),
  z.strictObject({ kind: z.literal('join'), day: Day, lateJoinerClause: z.boolean() }),
  z.strictObject({ kind: z.literal('from-joining'), bindsFrom: Day }),
  z.strictObject({ kind: z.literal('join-deadline') }),
  z
    .strictObject({
      kind: z.literal('yearly'),
      month: z.int().min(1).max(12),
      dayOfMonth: z.int().min(1).max(31),
      firstYear: z.int().min(1900).max(2199),
    })
    .refine(({ month, dayOfMonth }) => isDayOfEveryYear(month, dayOfMonth), {
      path: ['dayOfMonth'],
      params: { rule: 'day-of-every-year' },
    }),
]);

const entryForm = /^[a-z0-9][a-z0-9/-]{0,99}$/;
const derived = z.unknown().optional();

export const proposedEntry = z
  .strictObject({
    id: z
      .string()
      .refine((id) => entryForm.test(id), { params: { rule: 'entry-id' } })
      .meta({ override: { maxLength: 100, pattern: entryForm.source } })
      .optional(),
    obligation: z.enum(obligationIds),
    serviceTasks: each(serviceTask, 1, serviceTasks.length).nullable().default(null),
    givenBy: actId,
    knownFrom: Day,
    inForceFrom: Day,
    /** Without it: all that is then in force and lies within the new entry. */
    supersedes: each(
      z
        .string()
        .min(1)
        .max(100)
        .meta({ pattern: `^${withoutControls}$` }),
      0,
      50,
    ).optional(),
    basis: z
      .array(citation)
      .min(1)
      .max(20)
      .pipe(z.tuple([citation], citation)),
    binds: z
      .strictObject({
        sector: z.enum(['public', 'private', 'any']).default('any'),
        register: z.enum(['own', 'organiser', 'any']).default('any'),
      })
      .prefault({}),
    rule,
    text: z.strictObject({ fi: line(300), sv: line(300), en: line(300) }).optional(),
    // What GET /catalogue works out or adds: read past, so that an entry can be sent as it came.
    inForceUntil: derived,
    citation: derived,
    sources: derived,
    lastVerified: derived,
  })
  .superRefine((entry, context) => {
    const { obligation, rule: how, serviceTasks: tasks, binds } = entry;
    const only = (path: string[], values: (string | null)[], input: unknown) =>
      context.addIssue({ code: 'invalid_value', path, values, input });
    if (!rulesFor[obligation].includes(how.kind)) {
      only(['rule', 'kind'], [...rulesFor[obligation]], how.kind);
    }
    if (obligation === 'join' && binds.register !== 'any') {
      only(['binds', 'register'], ['any'], binds.register);
    }
    if (isStoring(obligation) && tasks === null) {
      context.addIssue({
        code: 'invalid_type',
        expected: 'array',
        path: ['serviceTasks'],
        input: undefined,
      });
    }
    if (!isStoring(obligation) && tasks !== null) only(['serviceTasks'], [null], tasks);
  });
export type ProposedEntry = z.infer<typeof proposedEntry>;

/** Whether one entry is about nothing that the other is not about too. */
const liesWithin = (entry: ObligationEntry, other: ObligationEntry): boolean =>
  entry.obligation === other.obligation &&
  (other.binds.sector === 'any' || other.binds.sector === entry.binds.sector) &&
  (other.binds.register === 'any' || other.binds.register === entry.binds.register) &&
  (entry.serviceTasks ?? []).every((task) => other.serviceTasks?.includes(task) === true);

/** Names each entry that has no name: `join/999-2027`, and `join-2/999-2027` the second of one act. */
const named = (proposals: readonly ProposedEntry[]): readonly string[] => {
  const names: string[] = [];
  for (const { id, obligation, givenBy } of proposals) {
    const act = givenBy.replace('/', '-');
    let name = id ?? `${obligation}/${act}`;
    for (let nth = 2; id === undefined && names.includes(name); nth += 1) {
      name = `${obligation}-${nth}/${act}`;
    }
    names.push(name);
  }
  return names;
};

/** The first of two to come into force, or, on one day, to be given. */
const inTime = (a: ObligationEntry, b: ObligationEntry): number =>
  inOrder(a.inForceFrom, b.inForceFrom) || inOrder(a.knownFrom, b.knownFrom);

/**
 * The entries as they would stand in the catalogue, in the order in which they were proposed. One that
 * does not say what it supersedes takes the place of every entry then in force that lies within it,
 * those proposed with it and in force before it among them.
 */
export const asAdopted = (proposals: readonly ProposedEntry[]): readonly ObligationEntry[] => {
  const names = named(proposals);
  const drafts = proposals.map(
    (
      { supersedes, text, inForceUntil: _, citation: _c, sources: _s, lastVerified: _l, ...entry },
      nth,
    ) => ({
      nth,
      takesPlaces: supersedes === undefined,
      entry: {
        ...entry,
        id: names[nth] ?? '',
        supersedes: supersedes ?? [],
        text: text ?? obligationTexts[entry.obligation].name,
        // Nobody has verified it: it is taken at its word on the day it is said to be given.
        lastVerified: entry.knownFrom,
      },
    }),
  );
  const laid: { readonly nth: number; readonly entry: ObligationEntry }[] = [];
  for (const { nth, takesPlaces, entry } of drafts.toSorted((a, b) => inTime(a.entry, b.entry))) {
    const { knownFrom: knownAt, inForceFrom: validAt } = entry;
    const law = lawAt({ validAt, knownAt }, overlaid(laid.map((earlier) => earlier.entry)));
    const replaced = law.obligations
      .filter((earlier) => earlier.inForceFrom < validAt && liesWithin(earlier, entry))
      .map(({ id }) => id);
    laid.push({ nth, entry: takesPlaces ? { ...entry, supersedes: replaced } : entry });
  }
  return laid.toSorted((a, b) => a.nth - b.nth).map(({ entry }) => entry);
};
