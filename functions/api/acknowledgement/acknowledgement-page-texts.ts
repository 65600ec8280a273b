import type { Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { formatDay } from '../../../domain/texts/days.ts';

/** Every word of the page behind a mail's link. What is counted are warnings. */
export interface PageTexts {
  readonly product: string;
  readonly title: string;
  readonly lead: (count: number) => string;
  readonly overseers: (count: number) => string;
  readonly provider: (count: number) => string;
  readonly unchanged: (count: number) => string;
  readonly after: string;
  readonly legend: string;
  readonly choice: (until: Day, days: number) => string;
  readonly button: string;
  readonly problem: string;
  readonly quiet: (until: Day) => string;
  readonly doneTitle: string;
  readonly done: (count: number, until: Day) => string;
  readonly again: (until: Day) => string;
  readonly change: string;
  readonly closedTitle: string;
  readonly closed: readonly string[];
  readonly wrongTitle: string;
  readonly wrong: string;
  readonly endedTitle: string;
  readonly ended: (until: Day) => string;
}

const isOne = (count: number): boolean => count === 1;
/** Full weeks are said as such. */
const weeksOf = (days: number): number | undefined => (days % 7 === 0 ? days / 7 : undefined);
const counted = (
  days: number,
  words: { readonly week: string; readonly weeks: string; readonly days: string },
): string => {
  const weeks = weeksOf(days);
  if (weeks === undefined) return `${days} ${words.days}`;
  return `${weeks} ${weeks === 1 ? words.week : words.weeks}`;
};

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  fi: {
    product: 'Kanta-valmius',
    title: 'Varoitusviestien keskeyttäminen',
    lead: (count) =>
      `Voitte keskeyttää viestit ${isOne(count) ? 'seuraavasta varoituksesta' : 'seuraavista varoituksista'} valitsemaanne päivään asti.`,
    overseers: (count) =>
      `Keskeytyksen aikana ${isOne(count) ? 'tästä varoituksesta' : 'näistä varoituksista'} ei lähetetä viestejä kenellekään valvojalle.`,
    provider: (count) =>
      `Keskeytyksen aikana ${isOne(count) ? 'tästä varoituksesta' : 'näistä varoituksista'} ei lähetetä viestejä yhteyshenkilöillenne. Valvojille viestit lähetetään entiseen tapaan.`,
    unchanged: (count) =>
      `Keskeytys ei muuta määräpäiviä eikä velvoitteita, ja ${isOne(count) ? 'varoitus pysyy avoinna' : 'varoitukset pysyvät avoinna'}.`,
    after:
      'Jos seuraavan varoituksen aika tulee keskeytyksen aikana eikä asia ole kunnossa, varoitus lähetetään keskeytyksen päätyttyä.',
    legend: 'Mihin päivään asti?',
    choice: (until, days) =>
      `${formatDay(until, 'fi')} (${counted(days, { week: 'viikko', weeks: 'viikkoa', days: 'päivää' })})`,
    button: 'Keskeytä viestit',
    problem: 'Valitkaa jokin näistä päivistä.',
    quiet: (until) => `Viestit on jo keskeytetty ${formatDay(until, 'fi')} asti.`,
    doneTitle: 'Viestit on keskeytetty',
    done: (count, until) =>
      `Viestit ${isOne(count) ? 'seuraavasta varoituksesta' : 'seuraavista varoituksista'} on keskeytetty ${formatDay(until, 'fi')} asti.`,
    again: (until) =>
      `Voitte muuttaa päivää samasta linkistä, joka on voimassa ${formatDay(until, 'fi')} asti.`,
    change: 'Muuta päivää',
    closedTitle: 'Varoitus ei ole enää avoinna',
    closed: [
      'Asia on saatettu kuntoon tai sen määräpäivä on muuttunut, joten keskeytettäviä viestejä ei ole.',
      'Jos määräpäivä on muuttunut, uudesta päivästä varoitetaan erikseen.',
    ],
    wrongTitle: 'Linkki ei kelpaa',
    wrong: 'Linkki on vajaa tai virheellinen. Avatkaa se uudelleen viestistä.',
    endedTitle: 'Linkki on vanhentunut',
    ended: (until) =>
      `Linkki oli voimassa ${formatDay(until, 'fi')} asti. Käyttäkää uudemman viestin linkkiä.`,
  },
  sv: {
    product: 'Kanta-beredskap',
    title: 'Uppehåll i varningsmeddelandena',
    lead: (count) =>
      `Ni kan göra uppehåll i meddelandena om ${isOne(count) ? 'följande varning' : 'följande varningar'} till och med den dag ni väljer.`,
    overseers: (count) =>
      `Under uppehållet skickas inga meddelanden om ${isOne(count) ? 'den här varningen' : 'de här varningarna'} till någon som ansvarar för tillsynen.`,
    provider: (count) =>
      `Under uppehållet skickas inga meddelanden om ${isOne(count) ? 'den här varningen' : 'de här varningarna'} till era kontaktpersoner. De som ansvarar för tillsynen får sina meddelanden som förut.`,
    unchanged: (count) =>
      `Uppehållet ändrar varken tidsfrister eller skyldigheter, och ${isOne(count) ? 'varningen förblir öppen' : 'varningarna förblir öppna'}.`,
    after:
      'Om det blir dags för nästa varning under uppehållet och saken inte är i ordning, skickas varningen när uppehållet är slut.',
    legend: 'Till och med vilken dag?',
    choice: (until, days) =>
      `${formatDay(until, 'sv').replace('den', 'Den')} (${counted(days, { week: 'vecka', weeks: 'veckor', days: 'dagar' })})`,
    button: 'Gör uppehåll',
    problem: 'Välj någon av de här dagarna.',
    quiet: (until) => `Uppehåll gäller redan till och med ${formatDay(until, 'sv')}.`,
    doneTitle: 'Uppehållet gäller',
    done: (count, until) =>
      `Till och med ${formatDay(until, 'sv')} skickas inga meddelanden om ${isOne(count) ? 'följande varning' : 'följande varningar'}.`,
    again: (until) =>
      `Ni kan ändra dagen med samma länk, som gäller till och med ${formatDay(until, 'sv')}.`,
    change: 'Ändra dagen',
    closedTitle: 'Varningen är inte längre öppen',
    closed: [
      'Saken har ordnats eller dess tidsfrist har ändrats, så det finns inga meddelanden att göra uppehåll i.',
      'Om tidsfristen har ändrats kommer det en egen varning för den nya dagen.',
    ],
    wrongTitle: 'Länken är inte giltig',
    wrong: 'Länken är ofullständig eller felaktig. Öppna den på nytt från meddelandet.',
    endedTitle: 'Länken har gått ut',
    ended: (until) =>
      `Länken gällde till och med ${formatDay(until, 'sv')}. Använd länken i ett nyare meddelande.`,
  },
  en: {
    product: 'Kanta readiness',
    title: 'Pause warning messages',
    lead: (count) =>
      `You can pause the messages about ${isOne(count) ? 'this warning' : 'these warnings'} until a day that you choose.`,
    overseers: (count) =>
      `During the pause no supervisor is sent messages about ${isOne(count) ? 'this warning' : 'these warnings'}.`,
    provider: (count) =>
      `During the pause your contact persons are sent no messages about ${isOne(count) ? 'this warning' : 'these warnings'}. Supervisors get theirs as before.`,
    unchanged: (count) =>
      `The pause changes neither deadlines nor duties, and the ${isOne(count) ? 'warning stays' : 'warnings stay'} open.`,
    after:
      'If the next warning comes due during the pause and things are not in order, it is sent once the pause is over.',
    legend: 'Until which day?',
    choice: (until, days) =>
      `${formatDay(until, 'en')} (${counted(days, { week: 'week', weeks: 'weeks', days: 'days' })})`,
    button: 'Pause the messages',
    problem: 'Choose one of these days.',
    quiet: (until) => `The messages are paused already, until ${formatDay(until, 'en')}.`,
    doneTitle: 'The messages are paused',
    done: (count, until) =>
      `Until ${formatDay(until, 'en')} no messages are sent about ${isOne(count) ? 'this warning' : 'these warnings'}.`,
    again: (until) =>
      `You can change the day with the same link, which works until ${formatDay(until, 'en')}.`,
    change: 'Change the day',
    closedTitle: 'The warning is no longer open',
    closed: [
      'It has been put in order, or its deadline has changed, so there are no messages to pause.',
      'If the deadline has changed, you are warned of the new day separately.',
    ],
    wrongTitle: 'The link does not work',
    wrong: 'The link is incomplete or wrong. Open it from the message again.',
    endedTitle: 'The link has expired',
    ended: (until) =>
      `The link worked until ${formatDay(until, 'en')}. Use the link in a newer message.`,
  },
};
