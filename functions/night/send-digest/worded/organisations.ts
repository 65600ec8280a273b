import type { DigestOrganisation } from '../../../../domain/digest/digest.ts';
import type { OverallStatus } from '../../../../domain/evaluation.ts';
import { displayName } from '../display-name.ts';
import type { Speaker } from '../speaker.ts';
import { stillOverdueLine } from './duties.ts';
import { matterLine, wordedMatter } from './matters.ts';
import type { WordedMatter } from './worded-matter.ts';

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

export const wordedOrganisation = (
  one: DigestOrganisation,
  speaker: Speaker,
): WordedOrganisation => ({
  name: displayName(one.name),
  businessId: one.businessId,
  link: one.link,
  status: one.status,
  statusLabel: speaker.say(`status.${one.status}`),
  matters: one.matters.map((matter) => wordedMatter(matter, speaker)),
  stillOverdue: one.stillOverdue.map((due) => stillOverdueLine(due, speaker)),
});

export const briefLine = (one: DigestOrganisation, speaker: Speaker): BriefLine => {
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
