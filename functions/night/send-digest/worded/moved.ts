import type { DigestView } from '../../../../domain/digest/digest.ts';
import type { MovedTogether, MovingAct } from '../../../../domain/digest/moved.ts';
import { acts, isKnownAct } from '../../../../domain/statute/acts.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import { displayName } from '../display-name.ts';
import type { Speaker } from '../speaker.ts';
import { dutyDetails, nameOf } from './duties.ts';
import { basisOf, type Labelled } from './labelled.ts';
import { movedReport } from './report.ts';
import type { Room } from './room.ts';

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
    readonly trace: string;
    readonly report: string;
    readonly reportAdvice: string;
  }[];
  readonly more: string | null;
}

export const changeOf = ({ from, to }: MovedTogether, { say, language }: Speaker): string => {
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

export const wordedAct = (
  { organisations, citations, ...act }: MovingAct,
  view: DigestView,
  { speaker, room }: { readonly speaker: Speaker; readonly room: Room },
): WordedAct => ({
  act: actText(act, speaker),
  basis: basisOf(citations, speaker),
  organisations: organisations.slice(0, room.brief).map((one) => ({
    name: displayName(one.name),
    businessId: one.businessId,
    link: one.link,
    trace: one.trace,
    report: movedReport(one, view, speaker),
    reportAdvice: speaker.say('report.advice', { businessId: one.businessId }),
    moves: one.moves.map((move) => ({
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
