import { addDays, type Day, day, daysBetween } from '../../../domain/day.ts';
import { namedBy } from '../../../domain/digest/due-together.ts';
import { gathered } from '../../../domain/gathered.ts';
import { inOrder } from '../../../domain/in-order.ts';
import { obligationTexts } from '../../../domain/statute/obligation-texts.ts';
import type { Directory, DirectoryEntry } from '../../adapters/directory.ts';
import type { Supervisor } from '../../adapters/supervisors.ts';
import { momentInHelsinki } from '../../clock.ts';
import { plainName } from '../../night/send-digest/display-name.ts';
import { walk } from '../../walk-directory.ts';
import { type CalendarEvent, type CalendarFile, uidOf } from './calendar-file.ts';
import { changedAt, remindAt, sequenceOf, voiceIn } from './organisation-calendar.ts';

/** More than this no calendar program shows with pleasure. */
export const mostEvents = 1000;
const readAtOnce = 200;

/** An organisation's duties that are due on one day. */
interface DueDay {
  readonly entry: DirectoryEntry;
  readonly day: Day;
  readonly ids: readonly string[];
}

const dueDays = (entry: DirectoryEntry): readonly DueDay[] =>
  gathered(entry.deadlines, ({ due }) => due).map((group) => ({
    entry,
    day: group[0].due,
    ids: group.map(({ id }) => id),
  }));

/** The days nearest to today first; of days as near the coming one. */
const byNearness =
  (today: Day) =>
  (a: DueDay, b: DueDay): number =>
    Math.abs(daysBetween(today, a.day)) - Math.abs(daysBetween(today, b.day)) ||
    inOrder(b.day, a.day) ||
    inOrder(a.entry.businessId, b.entry.businessId);

const everyDueDay = async (
  directory: Pick<Directory, 'page'>,
  counties: Supervisor['counties'],
): Promise<readonly DueDay[]> => {
  const found: DueDay[] = [];
  const asked = { counties, filters: {} };
  for (let from: Parameters<typeof walk>[2]['from']; ; ) {
    const { entries, next } = await walk(directory, asked, { from, limit: readAtOnce });
    found.push(...entries.flatMap(dueDays));
    if (next === undefined) return found;
    from = next;
  }
};

/** A day from which the days of evaluations are counted. */
const beginning = day('2020-01-01');
const remindBefore = 30;

interface Told {
  readonly today: Day;
  readonly publicUrl: string;
  readonly voice: ReturnType<typeof voiceIn>;
}

/** The duties of a day, each once, with how many service tasks it has where it has several. */
const duties = (ids: readonly string[], { voice: { language, words } }: Told): readonly string[] =>
  gathered(
    ids.flatMap((id) => namedBy(id) ?? []),
    ({ obligation }) => obligation,
  ).map((group) => {
    const name = obligationTexts[group[0].obligation].name[language];
    return group.length === 1 ? name : words.withTasks(name, group.length);
  });

const eventOf = ({ entry, day: due, ids }: DueDay, told: Told): CalendarEvent => {
  const { today, publicUrl, voice } = told;
  const { words } = voice;
  const { businessId, evaluatedOn, basedOn } = entry;
  const isOverdue = due < today;
  const names = duties(ids, told);
  const [only] = names;
  const name = plainName(entry.name);
  const what =
    ids.length === 1 && only !== undefined ? `${name}: ${only}` : words.duties(name, ids.length);
  const url = `${publicUrl}/organisations/${businessId}`;
  const reminder = addDays(due, -remindBefore);
  // What is listed is found anew with every fact, and on a day on which time alone changes it.
  const changes = basedOn + Math.max(0, daysBetween(beginning, evaluatedOn));
  return {
    uid: uidOf(businessId, 'supervised', due),
    day: due,
    summary: isOverdue ? words.overdue(what) : words.deadline(what),
    description: [...names.map((one) => `– ${one}`), `${voice.say('link')}: ${url}`].join('\n'),
    url,
    sequence: sequenceOf(changes, isOverdue),
    changedAt: changedAt(momentInHelsinki(evaluatedOn, 0), { day: due, isOverdue }),
    alarm:
      reminder < today ? null : { at: remindAt(reminder), text: words.dueIn(what, remindBefore) },
  };
};

/** Says on the first day that is left out how many are. */
const leftOutEvent = (
  id: string,
  leftOut: readonly DueDay[],
  { today, publicUrl, voice }: Told,
): readonly CalendarEvent[] => {
  const [first] = leftOut;
  if (first === undefined) return [];
  const text = voice.words.leftOut(leftOut.length);
  return [
    {
      uid: uidOf(id, 'left-out'),
      day: first.day,
      summary: text,
      description: text,
      url: `${publicUrl}/organisations`,
      // What is nearest changes every day.
      sequence: daysBetween(beginning, today),
      changedAt: momentInHelsinki(today, 0),
      alarm: null,
    },
  ];
};

/** The calendar of all organisations in a supervisor's counties: one event for each and its due day. */
export const supervisorCalendar = async (
  { id, content: { language, counties } }: { readonly id: string; readonly content: Supervisor },
  {
    directory,
    today,
    publicUrl,
  }: {
    readonly directory: Pick<Directory, 'page'>;
    readonly today: Day;
    readonly publicUrl: string;
  },
): Promise<CalendarFile> => {
  const voice = voiceIn(language);
  const told = { today, publicUrl, voice };
  const all = (await everyDueDay(directory, counties)).toSorted(byNearness(today));
  const leftOut = all.slice(mostEvents);
  return {
    name: voice.words.supervised,
    description: voice.words.about,
    language,
    events: [
      ...all.slice(0, mostEvents).map((one) => eventOf(one, told)),
      ...leftOutEvent(id, leftOut, told),
    ],
  };
};
