import { Temporal } from 'temporal-polyfill';
import {
  type CalendarEntry,
  calendarOn,
  changesBy,
  type DeadlineEntry,
  type EndingEntry,
  type StartEntry,
} from '../../../domain/calendar-entries.ts';
import { addDays, type Day, daysBetween } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { obligationTexts } from '../../../domain/statute/obligation-texts.ts';
import type { StepId } from '../../../domain/statute/onboarding-steps.ts';
import { requirementTexts } from '../../../domain/statute/requirements/texts/requirement-texts.ts';
import { formatDay } from '../../../domain/texts/days.ts';
import { stepName } from '../../../domain/texts/step-texts.ts';
import { lastFact } from '../../adapters/organisation-log.ts';
import { momentInHelsinki } from '../../clock.ts';
import { plainName } from '../../night/send-digest/display-name.ts';
import { catalogues, type Speaker, speaker } from '../../night/send-digest/speaker.ts';
import { briefTitle, dutyDetails } from '../../night/send-digest/worded/duties.ts';
import { pointDetails } from '../../night/send-digest/worded/endings.ts';
import {
  basisOf,
  type Labelled,
  listed,
  requirementBasis,
} from '../../night/send-digest/worded/labelled.ts';
import type { ExistingOrganisation } from '../organisation-in-scope.ts';
import { type CalendarEvent, type CalendarFile, uidOf } from './calendar-file.ts';
import { type Words, wordsIn } from './words.ts';

/** An organisation's calendar in words, in its own language. */

interface Voice extends Speaker {
  readonly words: Words;
}

type Worded = Pick<CalendarEvent, 'summary' | 'description'> & { readonly reminder: string };

const labelled = ({ label, text }: Labelled): string => `${label}: ${text}`;
const sentences = (...parts: readonly (string | readonly string[])[]): string =>
  parts.flat().join('\n');

const nextStep = (
  { next }: Pick<DeadlineEntry, 'next'>,
  { language, words, say }: Voice,
): readonly string[] => {
  if (next === null) return [];
  const label = say('next.own-label');
  switch (next.kind) {
    case 'assess':
      return [labelled({ label, text: words.assess(next.requirements) })];
    case 'requirement':
      return [labelled({ label, text: requirementTexts[next.requirement].nextStep[language] })];
    case 'obligation':
      return [labelled({ label, text: obligationTexts[next.obligation].nextStep[language] })];
  }
};

const named = (steps: readonly StepId[], { language }: Voice): string =>
  listed(steps.map((id) => stepName(id)[language]));

const wordedDeadline = (entry: DeadlineEntry, voice: Voice): Worded => {
  const { language, words } = voice;
  const { day, isOverdue, citations, alarm } = entry;
  const title = briefTitle(entry, voice);
  const begin = alarm?.begin ?? [];
  const reminder =
    begin.length === 0
      ? words.dueIn(title, alarm === null ? 0 : daysBetween(alarm.on, day))
      : sentences(words.startToday(named(begin, voice)), words.deadline(title));
  return {
    summary: isOverdue ? words.overdue(title) : words.deadline(title),
    description: sentences(
      isOverdue ? words.overdueSince(formatDay(day, language)) : [],
      dutyDetails(entry, voice),
      nextStep(entry, voice),
      labelled(basisOf(citations, voice)),
    ),
    reminder,
  };
};

const wordedEnding = (entry: EndingEntry, voice: Voice): Worded => {
  const { language, words, say } = voice;
  const { requirement, day, units, isOverdue, alarm } = entry;
  const { name, nextStep: step } = requirementTexts[requirement];
  const title = name[language];
  const when = formatDay(day, language);
  return {
    summary: isOverdue ? words.ended(title) : words.ending(title),
    description: sentences(
      isOverdue ? words.endedOn(when) : words.lastDay(when),
      units === 0 ? [] : words.inUnits(units),
      pointDetails(entry, voice),
      labelled({ label: say('next.own-label'), text: step[language] }),
      labelled(requirementBasis(entry, voice)),
    ),
    reminder: words.endsIn(title, alarm === null ? 0 : daysBetween(alarm.on, day)),
  };
};

const wordedStart = (entry: StartEntry, voice: Voice): Worded => {
  const { language, words } = voice;
  const { steps, target, citations } = entry;
  const names = steps.map((id) => stepName(id)[language]);
  const title = obligationTexts[target.obligation].name[language];
  return {
    summary: words.start(names[0] ?? '', names.length - 1),
    description: sentences(
      words.startFor(title, formatDay(target.due, language)),
      names.map((name) => `– ${name}`),
      labelled(basisOf(citations, voice)),
    ),
    reminder: words.startToday(named(steps, voice)),
  };
};

const worded = (entry: CalendarEntry, voice: Voice): Worded => {
  switch (entry.kind) {
    case 'deadline':
      return wordedDeadline(entry, voice);
    case 'ending':
      return wordedEnding(entry, voice);
    case 'start':
      return wordedStart(entry, voice);
  }
};

/** Reminders ring when the working day has begun. */
export const remindAt = (on: Day): Temporal.Instant => momentInHelsinki(on, 9);

export const voiceIn = (language: Language): Voice => ({
  ...speaker(language, catalogues[language]),
  words: wordsIn[language],
});

/** Half of a sequence: what became overdue since is one more than its day was. */
export const sequenceOf = (changes: number, isOverdue: boolean): number =>
  2 * changes + (isOverdue ? 1 : 0);

/** When an event last changed: by its facts, or on the day after its own. */
export const changedAt = (
  by: Temporal.Instant,
  { day, isOverdue }: Pick<CalendarEntry, 'day' | 'isOverdue'>,
): Temporal.Instant => {
  if (!isOverdue) return by;
  const passed = momentInHelsinki(addDays(day, 1), 0);
  return Temporal.Instant.compare(passed, by) > 0 ? passed : by;
};

/** The calendar of an organisation as it stands today: the same facts and day give the same. */
export const organisationCalendar = (
  stored: ExistingOrganisation,
  { today, publicUrl }: { readonly today: Day; readonly publicUrl: string },
): CalendarFile => {
  const { businessId, profile, profiles, assessments, waivers } = stored;
  const { language } = profile.content;
  const voice = voiceIn(language);
  const facts = { assessments, waivers, on: today };
  const entries = calendarOn({ ...facts, organisation: { businessId, ...profile.content } });
  const changes = lastFact(stored) + changesBy(facts);
  const last = [...profiles, ...assessments, ...waivers]
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined) throw new Error(`${businessId} has a profile that never came in`);
  const url = `${publicUrl}/organisations/${businessId}`;
  return {
    name: voice.words.calendarOf(plainName(profile.content.name)),
    description: voice.words.about,
    language,
    events: entries.map((entry): CalendarEvent => {
      const { summary, description, reminder } = worded(entry, voice);
      return {
        uid: uidOf(businessId, entry.kind, entry.id),
        day: entry.day,
        summary,
        description: sentences(description, `${voice.say('link.own')}: ${url}`),
        url,
        sequence: sequenceOf(changes, entry.isOverdue),
        changedAt: changedAt(Temporal.Instant.from(last), entry),
        alarm: entry.alarm === null ? null : { at: remindAt(entry.alarm.on), text: reminder },
      };
    }),
  };
};
