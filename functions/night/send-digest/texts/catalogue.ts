import type { Matter } from '../../../../domain/digest/matters.ts';
import type { UnfinishedStatus } from '../../../../domain/digest/next-steps.ts';
import type { OverallStatus } from '../../../../domain/evaluation.ts';
import type { ObligationId } from '../../../../domain/statute/obligation-ids.ts';

type Nothing = Readonly<Record<never, never>>;
interface Counted {
  readonly count: number;
}
/** Statuses in which something is wrong; in the others a day only comes nearer. */
export type AlarmingStatus = Extract<OverallStatus, 'overdue' | 'too-late' | 'unknown' | 'at-risk'>;
/** What comes nearer, where nothing is wrong yet. */
export type Approaching = Exclude<Matter['kind'], 'plan'>;

interface SingleMessages {
  product: Nothing;

  'subject.alarming': { readonly counts: string };
  'subject.settled': Counted;
  'headline.settled': Counted;
  /** Under the headline: how many have warnings, and in which order. */
  introduction: Counted;
  'introduction.settled': Counted;
  'introduction.operator': Counted;
  preheader: { readonly name: string; readonly title: string; readonly when: string };
  'bar.title': Nothing;
  'bar.entry': { readonly status: string; readonly count: number };
  /** A matter of several duties: the first by name, the others counted. */
  'title.several': { readonly first: string; readonly others: number };
  'deadline.passed': { readonly day: string; readonly days: number };
  'deadline.today': { readonly day: string };
  'deadline.ahead': { readonly day: string; readonly days: number };
  'expiry.passed': { readonly day: string; readonly days: number };
  'expiry.today': { readonly day: string };
  'expiry.ahead': { readonly day: string; readonly days: number };
  'expiry.before-deadline': { readonly day: string };
  'expiry.waived': { readonly day: string };
  /** The points of the evidence whose day decides the end. */
  'expiry.points': { readonly points: string };
  units: Counted & { readonly units: string };
  'units.more': Counted;
  /** A requirement's name with its units, as in a list of several. */
  'name.in-units': { readonly name: string; readonly units: string };
  'statement.title': Counted;
  'statement.title.passed': Counted;
  'statement.passed': Counted & { readonly day: string };
  'statement.today': Counted & { readonly day: string };
  'statement.ahead': Counted & { readonly day: string; readonly days: number };
  'statement.names': Counted & { readonly names: string };
  'statement.more': Counted;
  'statement.next': Counted;
  'statement.basis.label': Nothing;
  'statement.basis': Nothing;
  'waiver.title': { readonly name: string };
  'waiver.title.passed': { readonly name: string };
  'waiver.passed': { readonly day: string };
  'waiver.today': { readonly day: string };
  'waiver.ahead': { readonly day: string; readonly days: number };
  'plan.title': { readonly title: string };
  /** The deadline, the earliest possible day, and by how many days that is too late. */
  'plan.when': { readonly day: string; readonly finish: string; readonly days: number };
  'plan.critical': Counted & { readonly steps: string; readonly more: number };
  'plan.whole': { readonly situation: string; readonly time: string };
  'plan.whole.assumed': { readonly situation: string; readonly time: string };
  'plan.unknown': Counted;
  'plan.sources.label': Nothing;
  together: { readonly duties: string };
  'duty.with-tasks': { readonly duty: string; readonly tasks: string };
  tasks: Counted & { readonly tasks: string };
  'through.organiser': Nothing;
  'tasks.all': Nothing;
  'next.label': Nothing;
  'next.own-label': Nothing;
  'next.assess': Counted;
  'next.start-by': { readonly day: string };
  'next.start-passed': { readonly day: string };
  'open.label': Nothing;
  'open.more': Counted;
  'open.start-by': { readonly step: string; readonly day: string };
  'open.start-passed': { readonly step: string; readonly day: string };
  'basis.label': Nothing;
  /** What a requirement rests on that no act asks for. */
  'basis.sources.label': Counted;
  'still-overdue': { readonly title: string; readonly day: string; readonly days: number };
  link: Nothing;
  /** Heading over the organisations that are told in one line each. */
  'brief.title': Counted;
  'brief.line': {
    readonly status: string;
    readonly title: string;
    readonly when: string;
    readonly more: number;
  };
  uncounted: Counted & { readonly counts: string };
  /** Days that the law has moved: to those who look after several organisations, and to one's own people. */
  'subject.moved': Counted;
  'subject.moved.own': Nothing;
  'headline.moved': Counted;
  'headline.moved.own': Nothing;
  'introduction.moved': Counted;
  'moved.title': Nothing;
  'moved.title.own': Nothing;
  'moved.act': {
    readonly name: string;
    readonly act: string;
    readonly given: string;
    readonly inForceFrom: string;
  };
  /** An act that we know by its number alone. */
  'moved.act.unnamed': {
    readonly act: string;
    readonly given: string;
    readonly inForceFrom: string;
  };
  'moved.day': { readonly from: string; readonly to: string };
  'moved.new': { readonly to: string };
  'moved.gone': { readonly from: string };
  'moved.together': { readonly duties: string };
  'moved.more': Counted;
  'link.own': Nothing;
  /** Leads to how it stood that night, each day with its trace. */
  trace: Nothing;
  /** Begins a letter to the operator about what may be wrong. */
  report: Nothing;
  /** The same where there is no link. */
  'report.advice': { readonly businessId: string };
  /** The letter's subject: about an organisation, and about the mail as a whole. */
  'report.subject': { readonly businessId: string; readonly reference: string };
  'report.mail': { readonly reference: string };
  'report.body': {
    readonly businessId: string;
    readonly night: string;
    readonly reference: string;
    readonly lines: string;
    readonly trace: string;
  };
  /** By what the operator finds the mail. */
  reference: { readonly reference: string };
  /** Expected producers that have not registered: over all counties, and then by county. */
  'subject.unregistered': Counted;
  'headline.unregistered': Counted;
  'introduction.unregistered': Counted;
  'unregistered.title': Nothing;
  'unregistered.county': Counted & { readonly county: string };
  'unregistered.meaning': Counted;
  'unregistered.operator': Nothing;
  'unregistered.next': Counted;
  'unregistered.since': { readonly day: string };
  'unregistered.more': Counted;
  'unregistered.link': Nothing;
  /** That all is in the table attached. */
  table: Nothing;
  'table.file': Nothing;
  'table.left-out': Counted;
  'table.column.business-id': Nothing;
  'table.column.name': Nothing;
  'table.column.counties': Nothing;
  'table.column.topic': Nothing;
  'table.column.what': Nothing;
  'table.column.when': Nothing;
  'table.column.due': Nothing;
  'table.column.days-left': Nothing;
  'table.column.days-late': Nothing;
  'table.column.status': Nothing;
  'table.column.basis': Nothing;
  'table.column.next': Nothing;
  'table.topic.warning': Nothing;
  'table.topic.still-overdue': Nothing;
  'table.topic.moved': Nothing;
  'table.topic.unregistered': Nothing;
  'table.topic.settled': Nothing;
  'settled.title': Nothing;
  'settled.met': { readonly title: string; readonly day: string };
  'settled.undated': { readonly title: string };
  'settled.evidence': { readonly name: string };
  'settled.plan': { readonly title: string };
  'settled.more': Counted;
  'footer.supervisor': { readonly name: string };
  'footer.operator': Nothing;
  'footer.contact-person': { readonly name: string };
  'footer.advice': Nothing;
  'footer.advice.own': Nothing;
  'footer.contact': Nothing;
}

/** Every message of the mail and what it is told. */
export type MessageArguments = SingleMessages & {
  readonly [S in OverallStatus as `status.${S}`]: Nothing;
} & {
  /** Counted with the noun, and without it where the noun has just been said. */
  readonly [S in AlarmingStatus as `subject.count.${S}`]: Counted;
} & { readonly [S in OverallStatus as `count.${S}`]: Counted } & {
  readonly [S in AlarmingStatus as `headline.${S}`]: Counted;
} & { readonly [A in Approaching as `subject.approaching.${A}`]: Counted } & {
  readonly [A in Approaching as `headline.approaching.${A}`]: Counted;
} & { readonly [S in UnfinishedStatus as `open.${S}`]: { readonly name: string } } & {
  readonly [S in UnfinishedStatus as `waiver.without.${S}`]: Nothing;
} & {
  readonly [O in ObligationId as `duty.${O}`]: Nothing;
};

export type MessageId = keyof MessageArguments;

/**
 * The mail in one language: a text in ICU MessageFormat for every message. Each is a whole label or
 * sentence, so that a language can order its words as it likes; one that is missing does not compile.
 */
export type Catalogue = Readonly<Record<MessageId, string>>;
