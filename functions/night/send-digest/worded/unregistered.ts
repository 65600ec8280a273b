import type { Audience } from '../../../../domain/digest/source.ts';
import type { UnregisteredMatter } from '../../../../domain/digest/unregistered.ts';
import { countyNames } from '../../../../domain/statute/counties.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import { displayName } from '../display-name.ts';
import type { Speaker } from '../speaker.ts';
import { basisOf, type Labelled } from './labelled.ts';

/** So many of one county are named; the others are counted, and stand behind the link. */
export const producersNamed = 25;

export interface WordedCounty {
  /** `Kainuu: 12 palveluntuottajaa` */
  readonly title: string;
  readonly details: readonly string[];
  readonly next: Labelled;
  readonly basis: Labelled;
  readonly producers: readonly {
    readonly name: string;
    readonly businessId: string;
    readonly since: string;
  }[];
  readonly more: string | null;
  readonly link: string;
}

export const wordedCounty = (
  { county, producers, citations, link }: UnregisteredMatter,
  speaker: Speaker,
  audience: Audience,
): WordedCounty => {
  const { say, language } = speaker;
  const count = producers.length;
  return {
    title: say('unregistered.county', { county: countyNames[county][language], count }),
    details: [
      say('unregistered.meaning', { count }),
      ...(audience === 'operator' ? [say('unregistered.operator')] : []),
    ],
    next: { label: say('next.own-label'), text: say('unregistered.next', { count }) },
    basis: basisOf(citations, speaker),
    producers: producers.slice(0, producersNamed).map(({ name, businessId, expectedSince }) => ({
      name: displayName(name),
      businessId,
      since: say('unregistered.since', { day: formatDay(expectedSince, language) }),
    })),
    more:
      count > producersNamed ? say('unregistered.more', { count: count - producersNamed }) : null,
    link,
  };
};
