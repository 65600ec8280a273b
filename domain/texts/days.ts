import type { Day } from '../day.ts';
import type { Language } from '../language.ts';

/** The months' names, from January on. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  fi: [
    'tammikuu',
    'helmikuu',
    'maaliskuu',
    'huhtikuu',
    'toukokuu',
    'kesäkuu',
    'heinäkuu',
    'elokuu',
    'syyskuu',
    'lokakuu',
    'marraskuu',
    'joulukuu',
  ],
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/**
 * A day as its readers write it in running text: `1.9.2026`, `den 1 september 2026`,
 * `1 September 2026`. Written out here so that it cannot change with a runtime's locale data.
 */
export const formatDay = (value: Day, language: Language): string => {
  const [year, month, dayOfMonth] = value.split('-').map(Number);
  const monthIndex = Number(month) - 1;
  switch (language) {
    case 'fi':
      return `${dayOfMonth}.${month}.${year}`;
    case 'sv':
      return `den ${dayOfMonth} ${monthNames.sv[monthIndex]} ${year}`;
    case 'en':
      return `${dayOfMonth} ${monthNames.en[monthIndex]} ${year}`;
  }
};
