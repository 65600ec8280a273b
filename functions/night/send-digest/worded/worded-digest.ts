import type { DigestView } from '../../../../domain/digest/digest.ts';
import type { OverallStatus } from '../../../../domain/evaluation.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import { displayName } from '../display-name.ts';
import type { Speaker } from '../speaker.ts';
import { type WordedAct, wordedAct } from './moved.ts';
import { headlineOf, introductionOf, isOwn, preheaderOf, subjectOf } from './opening.ts';
import {
  type BriefLine,
  briefLine,
  countsOf,
  type WordedOrganisation,
  wordedOrganisation,
} from './organisations.ts';
import { mailReport } from './report.ts';
import type { Room } from './room.ts';
import { settledLine } from './settled.ts';
import { producersNamed, type WordedCounty, wordedCounty } from './unregistered.ts';

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
  /** That a table is attached, where not all is told in full. */
  readonly table: string | null;
  readonly barTitle: string;
  readonly bar: readonly BarEntry[];
  readonly linkText: string;
  readonly traceText: string;
  readonly reportText: string;
  readonly organisations: readonly WordedOrganisation[];
  readonly brief: { readonly title: string; readonly lines: readonly BriefLine[] } | null;
  readonly uncounted: string | null;
  readonly moved: {
    readonly title: string;
    readonly linkText: string;
    readonly acts: readonly WordedAct[];
  } | null;
  readonly unregistered: {
    readonly title: string;
    readonly linkText: string;
    readonly counties: readonly WordedCounty[];
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
  readonly contactReport: string;
  readonly reference: string;
}

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

/** Whether something is not told in full: in one line, or counted. */
const hasMore = ({ organisations, moved, unregistered, settled }: DigestView, room: Room) =>
  organisations.length > room.full ||
  settled.length > room.brief ||
  moved.some((act) => act.organisations.length > room.brief) ||
  unregistered.some(({ producers }) => producers.length > producersNamed);

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
    table: hasMore(view, room) ? say('table') : null,
    barTitle: say('bar.title'),
    bar: view.totals.map(({ status, organisations }) => ({
      status,
      organisations,
      label: say('bar.entry', { status: say(`status.${status}`), count: organisations }),
    })),
    linkText: say('link'),
    traceText: say('trace'),
    reportText: say('report'),
    organisations: told.map((one) => wordedOrganisation(one, view, speaker)),
    brief:
      brief.length === 0
        ? null
        : {
            title: say('brief.title', { count: brief.length }),
            lines: brief.map((one) => briefLine(one, view, speaker)),
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
            acts: view.moved.map((act) => wordedAct(act, view, { speaker, room })),
          },
    unregistered:
      view.unregistered.length === 0
        ? null
        : {
            title: say('unregistered.title'),
            linkText: say('unregistered.link'),
            counties: view.unregistered.map((matter) =>
              wordedCounty(matter, speaker, view.recipient.audience),
            ),
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
    contactReport: mailReport(view, speaker),
    reference: say('reference', { reference: view.reference }),
  };
};
