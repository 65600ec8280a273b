import { type Day, daysBetween, earliest, latest } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { type Evaluation, type OverallStatus, overallStatuses } from './evaluation.ts';
import { gathered } from './gathered.ts';
import type { BusinessId } from './identifiers.ts';
import type { Language } from './language.ts';
import type { MovedDay } from './moved-days.ts';
import type { RequirementStatus, RequirementVerdict } from './readiness.ts';
import { type Catalogue, catalogue as ours } from './statute/catalogue.ts';
import type { ActId, Citation } from './statute/citation.ts';
import type { ObligationEntry } from './statute/entries.ts';
import { type ObligationId, obligationIds } from './statute/obligation-ids.ts';
import { type RequirementId, requirementIds } from './statute/requirements/requirement-ids.ts';
import { type ServiceTask, serviceTasks } from './statute/service-tasks.ts';
import type { Warning } from './warnings.ts';

type Through = Deadline['through'];

/** A supervisor, the operator for what would otherwise reach nobody, or an organisation's own contact. */
export type Audience = 'supervisor' | 'operator' | 'contact';

/** Who gets the mail. */
export interface DigestRecipient {
  readonly audience: Audience;
  readonly name: string;
  readonly language: Language;
}

/** One organisation's part of a night, as it is known when the mail is written. */
export interface DigestSource {
  readonly organisation: { readonly businessId: BusinessId; readonly name: string };
  readonly evaluation: Evaluation;
  readonly warnings: readonly Warning[];
  /** Subjects (`kind:id`) that were told before and are now in order. */
  readonly fixed: readonly string[];
  /** Days that the law has moved since the recipient was last told of them. */
  readonly moved: readonly MovedDay[];
}

export interface DigestInput {
  readonly night: Day;
  readonly organisations: readonly DigestSource[];
  readonly recipient: DigestRecipient;
  /** Where links lead, without a slash at its end. */
  readonly publicUrl: string;
  /** The address that answers questions about the mail. */
  readonly contact: string;
  /** The catalogue that says which act an entry comes from; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

/** Duties that fall due together for one reason, told as one thing. */
export interface DueTogether {
  /** In the catalogue's order: joining before what follows from it. */
  readonly obligations: readonly ObligationId[];
  readonly serviceTasks: readonly ServiceTask[];
  readonly through: Through;
  readonly due: Day;
  /** Days from the night to the due day: 0 on the day itself, negative when it has passed. */
  readonly daysLeft: number;
  /** How many duties these are: each obligation once for each of its service tasks. */
  readonly duties: number;
  /** The most specific first, each once. */
  readonly citations: readonly Citation[];
}

/** What would help most now. */
export type NextStep =
  /** Nothing is known about any of the requirements: ask for a self-assessment. */
  | { readonly kind: 'assess'; readonly requirements: number }
  | {
      readonly kind: 'requirement';
      readonly requirement: RequirementId;
      readonly status: UnfinishedStatus;
    }
  | { readonly kind: 'obligation'; readonly obligation: ObligationId };

export interface DeadlineMatter extends DueTogether {
  readonly kind: 'deadline';
  readonly rung: number;
  readonly next: readonly NextStep[];
  /** How many further requirements hold these duties up. */
  readonly moreSteps: number;
}

/** Evidence that ends; `due` is the last day on which it holds. */
export interface ExpiryMatter {
  readonly kind: 'expiry';
  readonly requirement: RequirementId;
  readonly due: Day;
  readonly daysLeft: number;
  readonly rung: number;
  /** The deadline for which it would be needed and before which it ends. */
  readonly endsBefore: Day | null;
  /** The end was not stated but taken from the source that limits it. */
  readonly endIsAssumed: boolean;
  /** A waiver is in force until that day; it hides nothing. */
  readonly waivedUntil: Day | null;
  readonly citations: readonly Citation[];
}

export type Matter = DeadlineMatter | ExpiryMatter;

export type SettledMatter =
  | {
      readonly kind: 'duties';
      readonly obligations: readonly ObligationId[];
      readonly duties: number;
      /** The day on which the last of them was met, where all were. */
      readonly metOn: Day | null;
    }
  | { readonly kind: 'evidence'; readonly requirement: RequirementId };

interface Named {
  readonly businessId: BusinessId;
  readonly name: string;
  readonly link: string;
}

export interface DigestOrganisation extends Named {
  readonly status: OverallStatus;
  /** Tonight's matters, the most urgent first; at least one. */
  readonly matters: readonly Matter[];
  /** What is overdue and was told on an earlier night. */
  readonly stillOverdue: readonly DueTogether[];
}

export interface SettledOrganisation extends Named {
  readonly matters: readonly SettledMatter[];
}

/** Duties whose day moved together for one reason, told as one thing. */
export interface MovedTogether
  extends Pick<DueTogether, 'obligations' | 'serviceTasks' | 'through' | 'duties'> {
  /** null where they had no day before. */
  readonly from: Day | null;
  /** null where they have none any more. */
  readonly to: Day | null;
}

export interface MovedOrganisation extends Named {
  /** The day that comes first, first. */
  readonly moves: readonly MovedTogether[];
}

/** One act, and what it has moved. */
export interface MovingAct {
  readonly act: ActId;
  readonly given: Day;
  readonly inForceFrom: Day;
  /** The places that moved the days. */
  readonly citations: readonly Citation[];
  readonly organisations: readonly MovedOrganisation[];
}

/** One recipient's digest of one night, in no language yet. The same input gives the same view. */
export interface DigestView {
  readonly night: Day;
  readonly recipient: DigestRecipient;
  readonly contact: string;
  /** The worst first. */
  readonly organisations: readonly DigestOrganisation[];
  /** By the act that came into force last, last. */
  readonly moved: readonly MovingAct[];
  readonly settled: readonly SettledOrganisation[];
  /** How many of `organisations` stand how, the worst first; a status that none has is left out. */
  readonly totals: readonly StatusTotal[];
}

export interface StatusTotal {
  readonly status: OverallStatus;
  readonly organisations: number;
}

const unfinished = [
  'expired',
  'missing',
  'expires-before-deadline',
  'in-progress',
  'unknown',
] as const satisfies readonly RequirementStatus[];
export type UnfinishedStatus = (typeof unfinished)[number];

/** A reader acts on the first few steps; the rest is counted. */
const stepsShown = 4;

/**
 * What hangs on joining (703/2023 69 §, 77 § and 102 § 5 and 7 mom.): with the same day, these are one
 * matter. Each of the others is a matter of its own, also where the day happens to be the same.
 */
const joiningFamily: ReadonlySet<ObligationId> = new Set<ObligationId>([
  'join',
  'store-documents',
  'store-recordings',
  'disclosure-permit',
  'disclosure-logs',
  'security-plan',
]);
const reasonOf = (obligation: ObligationId): string =>
  joiningFamily.has(obligation) ? 'joining' : obligation;

const obligationsOf = (all: readonly { readonly obligation: ObligationId }[]): ObligationId[] =>
  obligationIds.filter((id) => all.some(({ obligation }) => obligation === id));

const tasksOf = (all: readonly { readonly serviceTask?: ServiceTask }[]): ServiceTask[] =>
  serviceTasks.filter((id) => all.some(({ serviceTask }) => serviceTask === id));

/** An item of a subsection says more than the subsection, and that more than the section. */
const depth = ({ subsection, item }: Citation): number =>
  (subsection === undefined ? 0 : 1) + (item === undefined ? 0 : 1);

/** Each citation once: the most specific first, then the most used. */
const citationsOf = (all: readonly { readonly basis: readonly Citation[] }[]): Citation[] =>
  gathered(
    all.flatMap(({ basis }) => basis),
    ({ act, section, subsection, item, amendedBy }) =>
      [act, section, subsection, item, amendedBy].join(' '),
  )
    .toSorted((a, b) => depth(b[0]) - depth(a[0]) || b.length - a.length)
    .map(([citation]) => citation);

/** Deadlines that share their reason, day, status and way; each group is one matter. */
const together = (deadlines: readonly Deadline[]) =>
  gathered(deadlines, ({ obligation, due, status, through }) =>
    [reasonOf(obligation), due, status, through].join(' '),
  );

const dueTogether = (group: readonly [Deadline, ...Deadline[]], night: Day): DueTogether => ({
  obligations: obligationsOf(group),
  serviceTasks: tasksOf(group),
  through: group[0].through,
  due: group[0].due,
  daysLeft: daysBetween(night, group[0].due),
  duties: group.length,
  citations: citationsOf(group),
});

const isUnfinished = (status: RequirementStatus): status is UnfinishedStatus =>
  unfinished.some((one) => one === status);

/**
 * The first steps that would bring these obligations forward: requirements known to be unfinished,
 * in the order of their catalogue, before those of which nothing is known.
 */
const nextStepsFor = (
  obligations: readonly ObligationId[],
  requirements: readonly RequirementVerdict[],
): Pick<DeadlineMatter, 'next' | 'moreSteps'> => {
  const open = requirements.flatMap(({ requirement, status, holdsUp }) =>
    isUnfinished(status) && holdsUp.some((id) => obligations.includes(id))
      ? [{ kind: 'requirement' as const, requirement, status }]
      : [],
  );
  const known = open.filter(({ status }) => status !== 'unknown');
  const [obligation] = obligations;
  if (open.length === 0 && obligation !== undefined) {
    return { next: [{ kind: 'obligation', obligation }], moreSteps: 0 };
  }
  if (known.length === 0) {
    return { next: [{ kind: 'assess', requirements: open.length }], moreSteps: 0 };
  }
  const steps = [...known, ...open.filter(({ status }) => status === 'unknown')];
  return {
    next: steps.slice(0, stepsShown),
    moreSteps: Math.max(0, steps.length - stepsShown),
  };
};

/** Tonight's warnings that still hold; what was met, moved, renewed or ended meanwhile is left out. */
const standing = ({ evaluation, warnings }: DigestSource) => ({
  deadlines: warnings.flatMap(({ kind, id, due, rung }) => {
    const deadline = evaluation.deadlines.find(
      (one) => kind === 'deadline' && one.id === id && one.due === due && one.status !== 'met',
    );
    return deadline === undefined || evaluation.ended ? [] : [{ deadline, rung }];
  }),
  expiries: warnings.flatMap(({ kind, id, due, rung }) => {
    const verdict = evaluation.requirements.find(
      (one) => kind === 'requirement' && one.requirement === id && one.validUntil === due,
    );
    return verdict === undefined || evaluation.ended ? [] : [{ verdict, due, rung }];
  }),
});

const mattersOf = (source: DigestSource, night: Day): Matter[] => {
  const { deadlines, expiries } = standing(source);
  const dueMatters = together(deadlines.map(({ deadline }) => deadline)).map(
    (group): DeadlineMatter => {
      const common = dueTogether(group, night);
      const rungs = deadlines.flatMap(({ deadline, rung }) =>
        group.includes(deadline) ? [rung] : [],
      );
      return {
        kind: 'deadline',
        ...common,
        rung: Math.max(...rungs),
        ...nextStepsFor(common.obligations, source.evaluation.requirements),
      };
    },
  );
  const expiryMatters = expiries.map(
    ({ verdict, due, rung }): ExpiryMatter => ({
      kind: 'expiry',
      requirement: verdict.requirement,
      due,
      daysLeft: daysBetween(night, due),
      rung,
      endsBefore: verdict.because.kind === 'ends-before' ? verdict.because.neededOn : null,
      endIsAssumed: 'assumed' in verdict.because && verdict.because.assumed,
      waivedUntil: verdict.because.kind === 'waived' ? verdict.because.until : null,
      citations: citationsOf([verdict]),
    }),
  );
  return [...dueMatters, ...expiryMatters].toSorted(byUrgency);
};

/** The day that comes first; on one day duties before evidence, in their catalogues' order. */
const byUrgency = (a: Matter, b: Matter): number =>
  inOrder(a.due, b.due) || inOrder(a.kind, b.kind) || placeOf(a) - placeOf(b);
const placeOf = (matter: Matter): number =>
  matter.kind === 'deadline'
    ? Math.min(...matter.obligations.map((id) => obligationIds.indexOf(id)))
    : requirementIds.indexOf(matter.requirement);

/** By code units, so that the order depends on no locale. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const stillOverdueOf = (source: DigestSource, night: Day): DueTogether[] => {
  const told = new Set(standing(source).deadlines.map(({ deadline }) => deadline.id));
  return together(
    source.evaluation.deadlines.filter(({ id, status }) => status === 'overdue' && !told.has(id)),
  )
    .map((group) => dueTogether(group, night))
    .toSorted((a, b) => inOrder(a.due, b.due));
};

/** What a subject names, read from its id: `store-documents/older-people@organiser`. */
export const namedBy = (
  id: string,
): { obligation: ObligationId; serviceTask?: ServiceTask } | undefined => {
  const [path = ''] = id.split('@');
  const [first, second] = path.split('/');
  const obligation = obligationIds.find((one) => one === first);
  const serviceTask = serviceTasks.find((one) => one === second);
  if (obligation === undefined) return undefined;
  return serviceTask === undefined ? { obligation } : { obligation, serviceTask };
};

const settledOf = ({ evaluation, fixed }: DigestSource): SettledMatter[] => {
  const duties = fixed.flatMap((subject) => {
    if (!subject.startsWith('deadline:')) return [];
    const id = subject.slice('deadline:'.length);
    const named = namedBy(id);
    const deadline = evaluation.deadlines.find((one) => one.id === id);
    return named === undefined ? [] : [{ ...named, due: deadline?.due, metOn: deadline?.metOn }];
  });
  const evidence = requirementIds.filter((id) => fixed.includes(`requirement:${id}`));
  return [
    ...gathered(duties, ({ obligation, due }) => [reasonOf(obligation), due].join(' ')).map(
      (group): SettledMatter => {
        const metOn = group.flatMap((one) => one.metOn ?? []);
        const [first, ...others] = metOn;
        return {
          kind: 'duties',
          obligations: obligationsOf(group),
          duties: group.length,
          metOn:
            first === undefined || metOn.length < group.length ? null : latest(first, ...others),
        };
      },
    ),
    ...evidence.map((requirement): SettledMatter => ({ kind: 'evidence', requirement })),
  ];
};

/** An entry's own places in the act that moved the day, where it has any: the rest did not change. */
const citationsBy = ({ givenBy, basis }: ObligationEntry): readonly Citation[] => {
  const own = basis.filter(({ act, amendedBy }) => (amendedBy ?? act) === givenBy);
  return own.length === 0 ? basis : own;
};

interface NamedMove extends MovedDay {
  readonly obligation: ObligationId;
  readonly serviceTask?: ServiceTask;
  readonly through: Through;
}

const movedTogether = (moves: readonly NamedMove[]): MovedTogether[] =>
  gathered(moves, ({ obligation, through, from, to }) =>
    [reasonOf(obligation), through, from, to].join(' '),
  )
    .map((group) => ({
      obligations: obligationsOf(group),
      serviceTasks: tasksOf(group),
      through: group[0].through,
      duties: group.length,
      from: group[0].from,
      to: group[0].to,
    }))
    .toSorted((a, b) => inOrder(a.to ?? last, b.to ?? last) || inOrder(a.from ?? '', b.from ?? ''));

/** After every day: what has no day any more presses least. */
const last = '9999';

const movingActs = (
  sources: readonly (Named & { readonly moved: readonly MovedDay[] })[],
  { obligations }: Catalogue,
): MovingAct[] => {
  const moves = sources.flatMap(({ moved, ...named }) =>
    moved.flatMap((move) => {
      const duty = namedBy(move.id);
      const entry = obligations.find(({ id }) => id === move.entry);
      const through: Through = move.id.endsWith('@organiser') ? 'organiser' : 'self';
      return duty === undefined || entry === undefined
        ? []
        : [{ named, entry, move: { ...move, ...duty, through } }];
    }),
  );
  return gathered(moves, ({ entry: { givenBy, inForceFrom } }) => `${givenBy} ${inForceFrom}`)
    .map((group): MovingAct => {
      const { givenBy: act, knownFrom: given, inForceFrom } = group[0].entry;
      return {
        act,
        given,
        inForceFrom,
        citations: citationsOf(group.map(({ entry }) => ({ basis: citationsBy(entry) }))),
        organisations: gathered(group, ({ named }) => named.businessId)
          .map((own) => ({ ...own[0].named, moves: movedTogether(own.map(({ move }) => move)) }))
          .toSorted(
            (a, b) => inOrder(a.moves[0]?.to ?? last, b.moves[0]?.to ?? last) || byName(a, b),
          ),
      };
    })
    .toSorted((a, b) => inOrder(a.inForceFrom, b.inForceFrom) || inOrder(a.act, b.act));
};

const firstDue = ({ matters, stillOverdue }: DigestOrganisation): string => {
  const [first, ...others] = [...matters, ...stillOverdue].map(({ due }) => due);
  return first === undefined ? '' : earliest(first, ...others);
};

const byName = (a: Named, b: Named): number =>
  inOrder(a.name, b.name) || inOrder(a.businessId, b.businessId);

const worstFirst = (a: DigestOrganisation, b: DigestOrganisation): number =>
  overallStatuses.indexOf(a.status) - overallStatuses.indexOf(b.status) ||
  inOrder(firstDue(a), firstDue(b)) ||
  byName(a, b);

/** What one recipient is told on one night. Says nothing where `isEmpty`; then no mail should go. */
export const digestView = ({
  night,
  organisations: sources,
  recipient,
  publicUrl,
  contact,
  catalogue = ours,
}: DigestInput): DigestView => {
  const named = ({ organisation: { businessId, name } }: DigestSource): Named => ({
    businessId,
    name,
    link: `${publicUrl}/organisations/${businessId}`,
  });
  const organisations = sources
    .map((source) => ({
      ...named(source),
      status: source.evaluation.status,
      matters: mattersOf(source, night),
      stillOverdue: stillOverdueOf(source, night),
    }))
    .filter(({ matters }) => matters.length > 0)
    .toSorted(worstFirst);
  const settled = sources
    .map((source) => ({ ...named(source), matters: settledOf(source) }))
    .filter(({ matters }) => matters.length > 0)
    .toSorted(byName);
  const moved = movingActs(
    sources.map((source) => ({ ...named(source), moved: source.moved })),
    catalogue,
  );
  const totals = overallStatuses
    .map((status) => ({
      status,
      organisations: organisations.filter((one) => one.status === status).length,
    }))
    .filter((total) => total.organisations > 0);
  return { night, recipient, contact, organisations, moved, settled, totals };
};

/** Nothing is left to tell: all was fixed, moved or waived before the mail was written. */
export const isEmpty = ({ organisations, moved, settled }: DigestView): boolean =>
  [organisations, moved, settled].every((part) => part.length === 0);
