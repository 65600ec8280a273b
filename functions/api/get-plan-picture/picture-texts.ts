import type { Day } from '../../../domain/day.ts';
import type { Language, Text } from '../../../domain/language.ts';
import { formatDay, monthNames } from '../../../domain/texts/days.ts';

/** The words of the picture that no other text of the plan has. */

/** The months where there is little room. */
export const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  fi: monthNames.fi.map((name) => name.slice(0, -'kuu'.length)),
  sv: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** A day where there is little room: `1.9.2026`, also in Swedish; `1 Sep 2026`. */
export const shortDay = (value: Day, language: Language): string => {
  const [year, month, dayOfMonth] = value.split('-').map(Number);
  return language === 'en'
    ? `${dayOfMonth} ${shortMonths.en[Number(month) - 1]} ${year}`
    : `${dayOfMonth}.${month}.${year}`;
};

/** From a day to a day; a moment where they are the same. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

const stretch = ({ from, to }: DaySpan, language: Language): string => {
  const [first, last] = [shortDay(from, language), shortDay(to, language)];
  if (from === to) return first;
  return language === 'en' ? `${first} – ${last}` : `${first}–${last}`;
};

export const heading: Text = {
  fi: 'Kanta-palvelujen käyttöönottosuunnitelma',
  sv: 'Plan för ibruktagandet av Kanta-tjänsterna',
  en: 'Plan for deploying the Kanta services',
};

export const asOf = (on: Day, language: Language): string => {
  const when = formatDay(on, language);
  return { fi: `tilanne ${when}`, sv: `läget ${when}`, en: `as of ${when}` }[language];
};

export const goal = (
  { name, due }: { readonly name: Text; readonly due: Day },
  language: Language,
): string => {
  const when = formatDay(due, language);
  return {
    fi: `Tavoite: ${name.fi}, määräpäivä ${when}`,
    sv: `Mål: ${name.sv}, tidsfrist ${when}`,
    en: `Goal: ${name.en}, deadline ${when}`,
  }[language];
};

const daysOf = (count: number): Text => ({
  fi: count === 1 ? '1 päivä' : `${count} päivää`,
  sv: count === 1 ? '1 dag' : `${count} dagar`,
  en: count === 1 ? '1 day' : `${count} days`,
});

/** When all can be ready, and how that stands to the deadline: the verdict in words. */
export const readyAt = (
  { finish, slack }: { readonly finish: Day; readonly slack: number | undefined },
  language: Language,
): string => {
  const when = formatDay(finish, language);
  const count = daysOf(Math.abs(slack ?? 0));
  const margin: Text =
    slack === undefined
      ? { fi: '', sv: '', en: '' }
      : slack < 0
        ? {
            fi: `, ${count.fi} määräpäivän jälkeen`,
            sv: `, ${count.sv} efter tidsfristen`,
            en: `, ${count.en} after the deadline`,
          }
        : slack === 0
          ? { fi: ', liikkumavaraa ei ole', sv: ', ingen marginal', en: ', with no days to spare' }
          : {
              fi: `, liikkumavaraa ${count.fi}`,
              sv: `, marginalen är ${count.sv}`,
              en: `, ${count.en} to spare`,
            };
  return {
    fi: `Valmista aikaisintaan ${when}${margin.fi}.`,
    sv: `Klart tidigast ${when}${margin.sv}.`,
    en: `Ready on ${when} at the earliest${margin.en}.`,
  }[language];
};

export const columns = {
  step: { fi: 'Vaihe', sv: 'Steg', en: 'Step' },
  startBy: { fi: 'Aloitettava viimeistään', sv: 'Ska påbörjas senast', en: 'Start by' },
} as const satisfies Readonly<Record<string, Text>>;

/** The words on the two lines across the picture; a plan for another day is not one of today. */
export const marks = {
  today: (on: Day, language: Language): string => {
    const when = formatDay(on, language);
    return { fi: `Tänään ${when}`, sv: `I dag ${when}`, en: `Today, ${when}` }[language];
  },
  otherDay: (on: Day, language: Language): string => {
    const when = formatDay(on, language);
    return { fi: `Tilanne ${when}`, sv: `Läget ${when}`, en: `As of ${when}` }[language];
  },
  deadline: (due: Day, language: Language): string => {
    const when = formatDay(due, language);
    return { fi: `Määräpäivä ${when}`, sv: `Tidsfrist ${when}`, en: `Deadline, ${when}` }[language];
  },
} as const;

export const wholeName: Text = {
  fi: 'Koko käyttöönotto',
  sv: 'Hela ibruktagandet',
  en: 'The whole deployment',
};

export const wholeSources = (names: readonly string[], language: Language): string => {
  const all = names.join('; ');
  return {
    fi: `Koko käyttöönoton keston lähteet: ${all}`,
    sv: `Källor till tiden för hela ibruktagandet: ${all}`,
    en: `Sources for the time of the whole deployment: ${all}`,
  }[language];
};

export const notKnown: Text = { fi: 'ei tiedossa', sv: 'okänt', en: 'not known' };

export const legendTexts = {
  step: {
    fi: 'vaihe aikaisimmillaan (alku–loppu)',
    sv: 'steget tidigast (början–slut)',
    en: 'the step at its earliest (start to finish)',
  },
  latest: {
    fi: 'vaihe viimeistään (alku–loppu)',
    sv: 'steget senast (början–slut)',
    en: 'the step at its latest (start to finish)',
  },
  slack: { fi: 'liikkumavara', sv: 'marginal', en: 'time to spare' },
  whole: {
    fi: 'koko käyttöönoton arvioitu kesto',
    sv: 'beräknad tid för hela ibruktagandet',
    en: 'estimated time of the whole deployment',
  },
  critical: {
    fi: 'kriittinen (paksu reunus, nimi lihavoitu): viivästys siirtää koko suunnitelman valmistumista',
    sv: 'kritiskt (tjock ram, namnet i fetstil): en försening skjuter upp hela planen',
    en: 'critical (thick outline, name in bold): a delay puts off the end of the whole plan',
  },
  late: {
    fi: 'myöhässä (kolmio, palkissa raidat): vaihe ei enää ehdi valmistua ajoissa',
    sv: 'försenat (triangel, randig stapel): steget kan inte längre bli klart i tid',
    en: 'late (triangle, striped bar): the step can no longer be finished in time',
  },
  window: {
    fi: 'aika, jolloin hyvinvointialue ottaa tiedot vastaan',
    sv: 'tiden då välfärdsområdet tar emot uppgifterna',
    en: 'the time in which the county takes the data in',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const longestTimes: Text = {
  fi: 'Vaiheiden kestot ovat lähteiden pisimpiä.',
  sv: 'För stegen används de längsta tider som källorna anger.',
  en: 'Steps take the longest time that their sources give.',
};

/** What the picture shows of a row. */
interface Shown {
  readonly name: string;
  readonly stateWord: string;
  readonly leadTime: string | undefined;
  readonly earliest: DaySpan | undefined;
  readonly latest: DaySpan | undefined;
  readonly isLate: boolean;
  readonly isCritical: boolean;
}

const shownWords = {
  earliest: { fi: 'aikaisintaan', sv: 'tidigast', en: 'at the earliest' },
  latest: { fi: 'viimeistään', sv: 'senast', en: 'at the latest' },
  late: { fi: 'myöhässä', sv: 'försenat', en: 'late' },
  critical: { fi: 'kriittinen', sv: 'kritiskt', en: 'critical' },
} as const satisfies Readonly<Record<string, Text>>;

/** All that the picture shows of a row, in words: for who points at it. */
export const stepInWords = (shown: Shown, language: Language): string => {
  const when = (word: Text, days: DaySpan | undefined): readonly string[] =>
    days === undefined ? [] : [`${word[language]} ${stretch(days, language)}`];
  const parts = [
    ...(shown.stateWord === '' ? [] : [shown.stateWord]),
    ...(shown.leadTime === undefined ? [] : [shown.leadTime]),
    ...when(shownWords.earliest, shown.earliest),
    ...when(shownWords.latest, shown.latest),
    ...(shown.isLate ? [shownWords.late[language]] : []),
    ...(shown.isCritical ? [shownWords.critical[language]] : []),
  ];
  return `${shown.name}: ${parts.join('; ')}`;
};
