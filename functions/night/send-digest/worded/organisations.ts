import type { DigestOrganisation, DigestView } from '../../../../domain/digest/digest.ts';
import type { OverallStatus } from '../../../../domain/evaluation.ts';
import { displayName } from '../display-name.ts';
import type { Speaker } from '../speaker.ts';
import { stillOverdueLine } from './duties.ts';
import { matterLine, wordedMatter } from './matters.ts';
import { briefReport, organisationReport } from './report.ts';
import type { WordedMatter } from './worded-matter.ts';

export interface WordedOrganisation {
  readonly name: string;
  readonly businessId: string;
  readonly link: string;
  readonly status: OverallStatus;
  readonly statusLabel: string;
  readonly matters: readonly WordedMatter[];
  readonly stillOverdue: readonly string[];
  readonly trace: string;
  /** The letter that says that something of this is wrong. */
  readonly report: string;
  /** How to say so where no letter can be begun. */
  readonly reportAdvice: string;
}

export interface BriefLine {
  readonly name: string;
  readonly businessId: string;
  readonly link: string;
  readonly line: string;
  readonly report: string;
}

export const wordedOrganisation = (
  one: DigestOrganisation,
  view: DigestView,
  speaker: Speaker,
): WordedOrganisation => ({
  name: displayName(one.name),
  businessId: one.businessId,
  link: one.link,
  status: one.status,
  statusLabel: speaker.say(`status.${one.status}`),
  matters: one.matters.map((matter) => wordedMatter(matter, speaker)),
  stillOverdue: one.stillOverdue.map((due) => stillOverdueLine(due, speaker)),
  trace: one.trace,
  report: organisationReport(one, view, speaker),
  reportAdvice: speaker.say('report.advice', { businessId: one.businessId }),
});

export const briefLine = (
  one: DigestOrganisation,
  view: DigestView,
  speaker: Speaker,
): BriefLine => {
  const [first, ...others] = one.matters;
  return {
    name: displayName(one.name),
    businessId: one.businessId,
    link: one.link,
    report: briefReport(one, view, speaker),
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

export const countsOf = (
  organisations: readonly DigestOrganisation[],
  { say }: Speaker,
): string => {
  const statuses = [...new Set(organisations.map(({ status }) => status))];
  return statuses
    .map((status) =>
      say(`count.${status}`, {
        count: organisations.filter((one) => one.status === status).length,
      }),
    )
    .join(', ');
};
