import type { DigestView, StatusTotal } from '../../../../domain/digest/digest.ts';
import type { OverallStatus } from '../../../../domain/evaluation.ts';
import { displayName } from '../display-name.ts';
import type { Speaker } from '../speaker.ts';
import type { AlarmingStatus, Approaching } from '../texts/catalogue.ts';
import { briefTitle } from './duties.ts';
import { matterLine } from './matters.ts';
import { changeOf } from './moved.ts';

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

/** What comes nearer where nothing is wrong yet, the weightiest first. */
const approachings = [
  'deadline',
  'expiry',
  'waiver',
  'statement',
] as const satisfies readonly Approaching[];

/** The weightiest that comes nearer, and for how many; undefined where nothing does. */
const approachingOf = ({ organisations }: DigestView) =>
  approachings
    .map((kind) => ({
      kind,
      count: organisations.filter(({ matters }) => matters.some((one) => one.kind === kind)).length,
    }))
    .find(({ count }) => count > 0);

export const isOwn = ({ recipient }: DigestView): boolean => recipient.audience === 'contact';

/** How many organisations the law has moved days of. */
const movedCount = ({ moved }: DigestView): number =>
  new Set(moved.flatMap(({ organisations }) => organisations.map(({ businessId }) => businessId)))
    .size;

/** How many expected producers have not registered, over all counties. */
const unregisteredCount = ({ unregistered }: DigestView): number =>
  unregistered.reduce((sum, { producers }) => sum + producers.length, 0);

/** The worst first and how many; counts only, so that no name of an organisation is in a header. */
export const subjectOf = (view: DigestView, { say }: Speaker): string => {
  const [worst, ...others] = alarmingOf(view.totals);
  if (worst !== undefined) {
    const counts = [
      say(`subject.count.${worst.status}`, { count: worst.count }),
      ...others.map(({ status, count }) => say(`count.${status}`, { count })),
    ];
    return say('subject.alarming', { counts: counts.join(', ') });
  }
  const approaching = approachingOf(view);
  if (approaching !== undefined) {
    return say(`subject.approaching.${approaching.kind}`, { count: approaching.count });
  }
  if (view.moved.length > 0) {
    return isOwn(view)
      ? say('subject.moved.own')
      : say('subject.moved', { count: movedCount(view) });
  }
  if (view.unregistered.length > 0) {
    return say('subject.unregistered', { count: unregisteredCount(view) });
  }
  return say('subject.settled', { count: view.settled.length });
};

export const headlineOf = (view: DigestView, { say }: Speaker): string => {
  const [worst] = alarmingOf(view.totals);
  if (worst !== undefined) return say(`headline.${worst.status}`, { count: worst.count });
  const approaching = approachingOf(view);
  if (approaching !== undefined) {
    return say(`headline.approaching.${approaching.kind}`, { count: approaching.count });
  }
  if (view.moved.length > 0) {
    return isOwn(view)
      ? say('headline.moved.own')
      : say('headline.moved', { count: movedCount(view) });
  }
  if (view.unregistered.length > 0) {
    return say('headline.unregistered', { count: unregisteredCount(view) });
  }
  return say('headline.settled', { count: view.settled.length });
};

export const introductionOf = (view: DigestView, { say }: Speaker): string[] => {
  const count = view.organisations.length;
  return [
    ...(count === 0 ? [] : [say('introduction', { count })]),
    ...(count > 0 && view.recipient.audience === 'operator'
      ? [say('introduction.operator', { count })]
      : []),
    ...(count > 0 && view.moved.length > 0
      ? [say('introduction.moved', { count: movedCount(view) })]
      : []),
    ...((count > 0 || view.moved.length > 0) && view.unregistered.length > 0
      ? [say('introduction.unregistered', { count: unregisteredCount(view) })]
      : []),
    ...((count > 0 || view.moved.length > 0 || view.unregistered.length > 0) &&
    view.settled.length > 0
      ? [say('introduction.settled', { count: view.settled.length })]
      : []),
  ];
};

export const preheaderOf = (view: DigestView, speaker: Speaker): string => {
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
