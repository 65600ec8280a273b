import type { DueTogether } from '../../../../domain/digest/due-together.ts';
import type { ObligationId } from '../../../../domain/statute/obligation-ids.ts';
import { obligationTexts } from '../../../../domain/statute/obligation-texts.ts';
import {
  serviceTasks as allTasks,
  type ServiceTask,
  serviceTaskNames,
} from '../../../../domain/statute/service-tasks.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import type { Speaker } from '../speaker.ts';

export const whenDue = (
  { due, daysLeft }: Pick<DueTogether, 'due' | 'daysLeft'>,
  { say, language }: Speaker,
): string => {
  const day = formatDay(due, language);
  if (daysLeft < 0) return say('deadline.passed', { day, days: -daysLeft });
  return daysLeft === 0
    ? say('deadline.today', { day })
    : say('deadline.ahead', { day, days: daysLeft });
};

export const nameOf = (obligations: readonly ObligationId[], { language }: Speaker): string =>
  obligations
    .slice(0, 1)
    .map((id) => obligationTexts[id].name[language])
    .join('');

/** The first duty by its name, the others counted: for where they are not listed beside it. */
export const briefTitle = (
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

export const dutyDetails = (
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

export const stillOverdueLine = (due: DueTogether, speaker: Speaker): string =>
  speaker.say('still-overdue', {
    title: briefTitle(due, speaker),
    day: formatDay(due.due, speaker.language),
    days: -due.daysLeft,
  });
