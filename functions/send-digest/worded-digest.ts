import type {
  DeadlineMatter,
  DigestOrganisation,
  DigestView,
  DueTogether,
  ExpiryMatter,
  Matter,
  MovedTogether,
  MovingAct,
  NextStep,
  SettledMatter,
  StatusTotal,
} from '../../domain/digest.ts';
import type { OverallStatus } from '../../domain/evaluation.ts';
import { acts, isKnownAct } from '../../domain/statute/acts.ts';
import type { Citation } from '../../domain/statute/citation.ts';
import type { ObligationId } from '../../domain/statute/obligation-ids.ts';
import { obligationTexts } from '../../domain/statute/obligation-texts.ts';
import { requirementTexts } from '../../domain/statute/requirements/texts/requirement-texts.ts';
import {
  serviceTasks as allTasks,
  type ServiceTask,
  serviceTaskNames,
} from '../../domain/statute/service-tasks.ts';
import { formatCitations } from '../../domain/texts/citations.ts';
import { formatDay } from '../../domain/texts/days.ts';
import { displayName } from './display-name.ts';
import type { Speaker } from './speaker.ts';
import type { AlarmingStatus } from './texts/catalogue.ts';

/** How many organisations are told in full, and how many more in one line each. */
export interface Room {
  readonly full: number;
  readonly brief: number;
}

/** A text under a label, as in `Law: 703/2023 67 §`. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

export interface WordedMatter {
  readonly title: string;
  readonly when: string;
  /** The day has come, or has passed. */
  readonly pressing: boolean;
  readonly details: readonly string[];
  /** What to do next, then what else is open. */
  readonly next: readonly Labelled[];
  readonly basis: Labelled;
}

export interface WordedOrganisation {
  readonly name: string;
  readonly businessId: string;
  readonly link: string;
  readonly status: OverallStatus;
  readonly statusLabel: string;
  readonly matters: readonly WordedMatter[];
  readonly stillOverdue: readonly string[];
}

export interface BriefLine {
  readonly name: string;
  readonly businessId: string;
  readonly link: string;
  readonly line: string;
}

export interface WordedMove {
  readonly title: string;
  readonly change: string;
  readonly details: readonly string[];
}

/** What one act has moved. */
export interface WordedAct {
  /** Its name, number, the day it was given and the day from which it is in force. */
  readonly act: string;
  readonly basis: Labelled;
  readonly organisations: readonly {
    readonly name: string;
    readonly businessId: string;
    readonly link: string;
    readonly moves: readonly WordedMove[];
  }[];
  readonly more: string | null;
}

export interface BarEntry {
  readonly status: OverallStatus;
  readonly organisations: number;
  readonly label: string;
}

/** A digest in one language, with every word chosen and none laid out. */
export interface WordedDigest {
  readonly language: Speaker['language'];
  readonly subject: string;
  readonly product: string;
  readonly night: string;
  readonly preheader: string;
  readonly headline: string;
  readonly introduction: readonly string[];
  readonly barTitle: string;
  readonly bar: readonly BarEntry[];
  readonly linkText: string;
  readonly organisations: readonly WordedOrganisation[];
  readonly brief: { readonly title: string; readonly lines: readonly BriefLine[] } | null;
  readonly uncounted: string | null;
  readonly moved: {
    readonly title: string;
    readonly linkText: string;
    readonly acts: readonly WordedAct[];
  } | null;
  readonly settled: {
    readonly title: string;
    readonly organisations: readonly {
      readonly name: string;
      readonly businessId: string;
      readonly lines: readonly string[];
    }[];
    readonly more: string | null;
  } | null;
  readonly footer: readonly string[];
  readonly contactLead: string;
  readonly contact: string;
}

const isAlarming = (status: OverallStatus): status is AlarmingStatus => {
  switch (status) {
    case 'overdue':
    case 'too-late':
    case 'unknown':
    case 'at-risk':
      return true;
    case 'on-track':
    case 'ready':
    case 'not-bound':
      return false;
  }
};

const alarmingOf = (totals: readonly StatusTotal[]) =>
  totals.flatMap(({ status, organisations }) =>
    isAlarming(status) ? [{ status, count: organisations }] : [],
  );

/** Where nothing is wrong yet: whether a deadline comes nearer, or only the end of some evidence. */
const approaching = ({ organisations }: DigestView) =>
  organisations.some(({ matters }) => matters.some(({ kind }) => kind === 'deadline'))
    ? 'deadline'
    : 'expiry';

const isOwn = ({ recipient }: DigestView): boolean => recipient.audience === 'contact';

/** How many organisations the law has moved days of. */
const movedCount = ({ moved }: DigestView): number =>
  new Set(moved.flatMap(({ organisations }) => organisations.map(({ businessId }) => businessId)))
    .size;

/** The worst first and how many; counts only, so that no name of an organisation is in a header. */
const subjectOf = (view: DigestView, { say }: Speaker): string => {
  const [worst, ...others] = alarmingOf(view.totals);
  if (worst !== undefined) {
    const counts = [
      say(`subject.count.${worst.status}`, { count: worst.count }),
      ...others.map(({ status, count }) => say(`count.${status}`, { count })),
    ];
    return say('subject.alarming', { counts: counts.join(', ') });
  }
  if (view.organisations.length > 0) {
    return say(`subject.approaching.${approaching(view)}`, { count: view.organisations.length });
  }
  if (view.moved.length > 0) {
    return isOwn(view)
      ? say('subject.moved.own')
      : say('subject.moved', { count: movedCount(view) });
  }
  return say('subject.settled', { count: view.settled.length });
};

const headlineOf = (view: DigestView, { say }: Speaker): string => {
  const [worst] = alarmingOf(view.totals);
  if (worst !== undefined) return say(`headline.${worst.status}`, { count: worst.count });
  if (view.organisations.length > 0) {
    return say(`headline.approaching.${approaching(view)}`, { count: view.organisations.length });
  }
  if (view.moved.length > 0) {
    return isOwn(view)
      ? say('headline.moved.own')
      : say('headline.moved', { count: movedCount(view) });
  }
  return say('headline.settled', { count: view.settled.length });
};

const whenDue = (
  { due, daysLeft }: Pick<DueTogether, 'due' | 'daysLeft'>,
  { say, language }: Speaker,
): string => {
  const day = formatDay(due, language);
  if (daysLeft < 0) return say('deadline.passed', { day, days: -daysLeft });
  return daysLeft === 0
    ? say('deadline.today', { day })
    : say('deadline.ahead', { day, days: daysLeft });
};

const whenExpires = ({ due, daysLeft }: ExpiryMatter, { say, language }: Speaker): string => {
  const day = formatDay(due, language);
  if (daysLeft < 0) return say('expiry.passed', { day, days: -daysLeft });
  return daysLeft === 0
    ? say('expiry.today', { day })
    : say('expiry.ahead', { day, days: daysLeft });
};

const nameOf = (obligations: readonly ObligationId[], { language }: Speaker): string =>
  obligations
    .slice(0, 1)
    .map((id) => obligationTexts[id].name[language])
    .join('');

/** The first duty by its name, the others counted: for where they are not listed beside it. */
const briefTitle = (
  { obligations, duties }: Pick<DueTogether, 'obligations' | 'duties'>,
  speaker: Speaker,
): string => {
  const first = nameOf(obligations, speaker);
  return obligations.length === 1
    ? first
    : speaker.say('title.several', { first, others: duties - 1 });
};

const storing: readonly ObligationId[] = ['store-documents', 'store-recordings'];

const taskList = (tasks: readonly ServiceTask[], { say, list, language }: Speaker): string =>
  tasks.length === allTasks.length
    ? say('tasks.all')
    : list(tasks.map((task) => serviceTaskNames[task][language]));

/** The duties beside the first, each in a few words, with its service tasks. */
const otherDuties = (
  { obligations, serviceTasks }: Pick<DueTogether, 'obligations' | 'serviceTasks'>,
  speaker: Speaker,
): string =>
  speaker.list(
    obligations.slice(1).map((id) => {
      const duty = speaker.say(`duty.${id}`);
      return storing.includes(id) && serviceTasks.length > 0
        ? speaker.say('duty.with-tasks', { duty, tasks: taskList(serviceTasks, speaker) })
        : duty;
    }),
  );

const dutyDetails = (
  matter: Pick<DueTogether, 'obligations' | 'serviceTasks' | 'through'>,
  speaker: Speaker,
  together: 'together' | 'moved.together' = 'together',
): string[] => {
  const { say } = speaker;
  const { obligations, serviceTasks, through } = matter;
  const tasksAreSaid = obligations.slice(1).some((id) => storing.includes(id));
  return [
    ...(serviceTasks.length > 0 && !tasksAreSaid
      ? [say('tasks', { count: serviceTasks.length, tasks: taskList(serviceTasks, speaker) })]
      : []),
    ...(obligations.length > 1 ? [say(together, { duties: otherDuties(matter, speaker) })] : []),
    ...(through === 'organiser' ? [say('through.organiser')] : []),
  ];
};

const openItem = (step: NextStep, { say, language }: Speaker): string[] =>
  step.kind === 'requirement'
    ? [say(`open.${step.status}`, { name: requirementTexts[step.requirement].name[language] })]
    : [];

const stepOf = (step: NextStep, { say, language }: Speaker): Labelled => {
  switch (step.kind) {
    case 'assess':
      return {
        label: say('next.own-label'),
        text: say('next.assess', { count: step.requirements }),
      };
    case 'requirement':
      return {
        label: say('next.label'),
        text: requirementTexts[step.requirement].nextStep[language],
      };
    case 'obligation':
      return {
        label: say('next.label'),
        text: obligationTexts[step.obligation].nextStep[language],
      };
  }
};

/** The first step in full; the others by name, since a supervisor follows up rather than does them. */
const nextSteps = ({ next, moreSteps }: DeadlineMatter, speaker: Speaker): Labelled[] => {
  const [first, ...others] = next;
  const open = [
    ...others.flatMap((step) => openItem(step, speaker)),
    ...(moreSteps === 0 ? [] : [speaker.say('open.more', { count: moreSteps })]),
  ];
  return [
    ...(first === undefined ? [] : [stepOf(first, speaker)]),
    ...(open.length === 0 ? [] : [{ label: speaker.say('open.label'), text: open.join(' · ') }]),
  ];
};

const basisOf = (citations: readonly Citation[], { say, language }: Speaker): Labelled => ({
  label: say('basis.label'),
  text: formatCitations(citations, language),
});

const wordedDeadline = (matter: DeadlineMatter, speaker: Speaker): WordedMatter => ({
  title: nameOf(matter.obligations, speaker),
  when: whenDue(matter, speaker),
  pressing: matter.daysLeft <= 0,
  details: dutyDetails(matter, speaker),
  next: nextSteps(matter, speaker),
  basis: basisOf(matter.citations, speaker),
});

const wordedExpiry = (matter: ExpiryMatter, speaker: Speaker): WordedMatter => {
  const { say, language } = speaker;
  const { name, nextStep, validity } = requirementTexts[matter.requirement];
  return {
    title: name[language],
    when: whenExpires(matter, speaker),
    pressing: matter.daysLeft <= 0,
    details: [
      ...(matter.endsBefore === null
        ? []
        : [say('expiry.before-deadline', { day: formatDay(matter.endsBefore, language) })]),
      ...(matter.endIsAssumed && validity !== undefined ? [validity[language]] : []),
      ...(matter.waivedUntil === null
        ? []
        : [say('expiry.waived', { day: formatDay(matter.waivedUntil, language) })]),
    ],
    next: [{ label: say('next.label'), text: nextStep[language] }],
    basis: basisOf(matter.citations, speaker),
  };
};

const wordedMatter = (matter: Matter, speaker: Speaker): WordedMatter => {
  switch (matter.kind) {
    case 'deadline':
      return wordedDeadline(matter, speaker);
    case 'expiry':
      return wordedExpiry(matter, speaker);
  }
};

const stillOverdueLine = (due: DueTogether, speaker: Speaker): string =>
  speaker.say('still-overdue', {
    title: briefTitle(due, speaker),
    day: formatDay(due.due, speaker.language),
    days: -due.daysLeft,
  });

const wordedOrganisation = (one: DigestOrganisation, speaker: Speaker): WordedOrganisation => ({
  name: displayName(one.name),
  businessId: one.businessId,
  link: one.link,
  status: one.status,
  statusLabel: speaker.say(`status.${one.status}`),
  matters: one.matters.map((matter) => wordedMatter(matter, speaker)),
  stillOverdue: one.stillOverdue.map((due) => stillOverdueLine(due, speaker)),
});

const matterLine = (matter: Matter, speaker: Speaker): { title: string; when: string } => {
  switch (matter.kind) {
    case 'deadline':
      return { title: briefTitle(matter, speaker), when: whenDue(matter, speaker) };
    case 'expiry':
      return {
        title: requirementTexts[matter.requirement].name[speaker.language],
        when: whenExpires(matter, speaker),
      };
  }
};

const briefLine = (one: DigestOrganisation, speaker: Speaker): BriefLine => {
  const [first, ...others] = one.matters;
  return {
    name: displayName(one.name),
    businessId: one.businessId,
    link: one.link,
    line:
      first === undefined
        ? ''
        : speaker.say('brief.line', {
            status: speaker.say(`status.${one.status}`),
            ...matterLine(first, speaker),
            more: others.length,
          }),
  };
};

const settledLine = (matter: SettledMatter, speaker: Speaker): string => {
  const { say, language } = speaker;
  switch (matter.kind) {
    case 'duties': {
      const title = briefTitle(matter, speaker);
      return matter.metOn === null
        ? say('settled.undated', { title })
        : say('settled.met', { title, day: formatDay(matter.metOn, language) });
    }
    case 'evidence':
      return say('settled.evidence', { name: requirementTexts[matter.requirement].name[language] });
  }
};

const changeOf = ({ from, to }: MovedTogether, { say, language }: Speaker): string => {
  const [before, now] = [from, to].map((one) => (one === null ? '' : formatDay(one, language)));
  if (from === null) return say('moved.new', { to: now ?? '' });
  return to === null
    ? say('moved.gone', { from: before ?? '' })
    : say('moved.day', { from: before ?? '', to: now ?? '' });
};

/** `Laki … muuttamisesta (307/2024), annettu 7.6.2024, voimassa 1.7.2024 alkaen.` */
const actText = (
  { act, given, inForceFrom }: Pick<MovingAct, 'act' | 'given' | 'inForceFrom'>,
  { say, language }: Speaker,
): string => {
  const days = {
    act,
    given: formatDay(given, language),
    inForceFrom: formatDay(inForceFrom, language),
  };
  if (!isKnownAct(act)) return say('moved.act.unnamed', days);
  const name = acts[act].name[language];
  return say('moved.act', { ...days, name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}` });
};

const wordedAct = (
  { organisations, citations, ...act }: MovingAct,
  speaker: Speaker,
  room: Room,
): WordedAct => ({
  act: actText(act, speaker),
  basis: basisOf(citations, speaker),
  organisations: organisations.slice(0, room.brief).map(({ name, businessId, link, moves }) => ({
    name: displayName(name),
    businessId,
    link,
    moves: moves.map((move) => ({
      title: nameOf(move.obligations, speaker),
      change: changeOf(move, speaker),
      details: dutyDetails(move, speaker, 'moved.together'),
    })),
  })),
  more:
    organisations.length > room.brief
      ? speaker.say('moved.more', { count: organisations.length - room.brief })
      : null,
});

const countsOf = (organisations: readonly DigestOrganisation[], { say }: Speaker): string => {
  const statuses = [...new Set(organisations.map(({ status }) => status))];
  return statuses
    .map((status) =>
      say(`count.${status}`, {
        count: organisations.filter((one) => one.status === status).length,
      }),
    )
    .join(', ');
};

const introductionOf = (view: DigestView, { say }: Speaker): string[] => {
  const count = view.organisations.length;
  return [
    ...(count === 0 ? [] : [say('introduction', { count })]),
    ...(count > 0 && view.recipient.audience === 'operator'
      ? [say('introduction.operator', { count })]
      : []),
    ...(count > 0 && view.moved.length > 0
      ? [say('introduction.moved', { count: movedCount(view) })]
      : []),
    ...((count > 0 || view.moved.length > 0) && view.settled.length > 0
      ? [say('introduction.settled', { count: view.settled.length })]
      : []),
  ];
};

const preheaderOf = (view: DigestView, speaker: Speaker): string => {
  const [first] = view.organisations;
  const [matter] = first?.matters ?? [];
  const [moved] = view.organisations.length === 0 ? view.moved : [];
  const [mover] = moved?.organisations ?? [];
  const [move] = mover?.moves ?? [];
  if (mover !== undefined && move !== undefined) {
    return speaker.say('preheader', {
      name: displayName(mover.name),
      title: briefTitle(move, speaker),
      when: changeOf(move, speaker),
    });
  }
  if (first === undefined || matter === undefined) return headlineOf(view, speaker);
  return speaker.say('preheader', {
    name: displayName(first.name),
    ...matterLine(matter, speaker),
  });
};

/** Why the reader gets the mail. */
const footerFor = ({ audience, name }: DigestView['recipient'], { say }: Speaker): string => {
  switch (audience) {
    case 'operator':
      return say('footer.operator');
    case 'supervisor':
      return say('footer.supervisor', { name: displayName(name) });
    case 'contact':
      return say('footer.contact-person', { name: displayName(name) });
  }
};

/** Chooses every word of the mail: the same view, language and room give the same words. */
export const wordedDigest = (view: DigestView, speaker: Speaker, room: Room): WordedDigest => {
  const { say, language } = speaker;
  const told = view.organisations.slice(0, room.full);
  const brief = view.organisations.slice(room.full, room.full + room.brief);
  const uncounted = view.organisations.slice(room.full + room.brief);
  return {
    language,
    subject: subjectOf(view, speaker),
    product: say('product'),
    night: formatDay(view.night, language),
    preheader: preheaderOf(view, speaker),
    headline: headlineOf(view, speaker),
    introduction: introductionOf(view, speaker),
    barTitle: say('bar.title'),
    bar: view.totals.map(({ status, organisations }) => ({
      status,
      organisations,
      label: say('bar.entry', { status: say(`status.${status}`), count: organisations }),
    })),
    linkText: say('link'),
    organisations: told.map((one) => wordedOrganisation(one, speaker)),
    brief:
      brief.length === 0
        ? null
        : {
            title: say('brief.title', { count: brief.length }),
            lines: brief.map((one) => briefLine(one, speaker)),
          },
    uncounted:
      uncounted.length === 0
        ? null
        : say('uncounted', { count: uncounted.length, counts: countsOf(uncounted, speaker) }),
    moved:
      view.moved.length === 0
        ? null
        : {
            title: say(isOwn(view) ? 'moved.title.own' : 'moved.title'),
            linkText: say(isOwn(view) ? 'link.own' : 'link'),
            acts: view.moved.map((act) => wordedAct(act, speaker, room)),
          },
    settled:
      view.settled.length === 0
        ? null
        : {
            title: say('settled.title'),
            organisations: view.settled
              .slice(0, room.brief)
              .map(({ name, businessId, matters }) => ({
                name: displayName(name),
                businessId,
                lines: matters.map((matter) => settledLine(matter, speaker)),
              })),
            more:
              view.settled.length > room.brief
                ? say('settled.more', { count: view.settled.length - room.brief })
                : null,
          },
    footer: [
      footerFor(view.recipient, speaker),
      say(isOwn(view) ? 'footer.advice.own' : 'footer.advice'),
    ],
    contactLead: say('footer.contact'),
    contact: view.contact,
  };
};
