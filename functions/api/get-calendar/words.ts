import type { Language } from '../../../domain/language.ts';

/** What calendars say of their own; the rest is said as in mails and on the API. */
export interface Words {
  readonly calendarOf: (name: string) => string;
  readonly supervised: string;
  readonly about: string;
  readonly leftOut: (entries: number) => string;
  readonly deadline: (title: string) => string;
  readonly overdue: (title: string) => string;
  readonly overdueSince: (day: string) => string;
  readonly dueIn: (title: string, days: number) => string;
  readonly ending: (name: string) => string;
  readonly ended: (name: string) => string;
  readonly endsIn: (name: string, days: number) => string;
  readonly lastDay: (day: string) => string;
  readonly endedOn: (day: string) => string;
  readonly inUnits: (units: number) => string;
  readonly start: (first: string, others: number) => string;
  readonly startToday: (steps: string) => string;
  readonly startFor: (title: string, day: string) => string;
  readonly assess: (requirements: number) => string;
  readonly duties: (name: string, duties: number) => string;
  readonly withTasks: (duty: string, tasks: number) => string;
}

export const wordsIn: Readonly<Record<Language, Words>> = {
  fi: {
    calendarOf: (name) => `Kanta-määräpäivät: ${name}`,
    supervised: 'Kanta-määräpäivät: valvottavat palvelunantajat',
    about:
      'Määräpäivät on laskettu säädöksistä palvelunantajien itse ilmoittamien tietojen perusteella. Kalenteri ei ole oikeudellista neuvontaa eikä viranomaisen päätös. Täytetyt velvoitteet poistuvat kalenterista.',
    leftOut: (entries) =>
      `Kalenteriin mahtuvat lähimmät määräpäivät. Tästä pois jäi ${entries} merkintää; kaikki palvelunantajat ovat luettelossa.`,
    deadline: (title) => `Määräpäivä: ${title}`,
    overdue: (title) => `Myöhässä: ${title}`,
    overdueSince: (day) =>
      `Määräpäivä oli ${day}. Velvoitetta ei ole ilmoitettu täytetyksi, joten se on siitä lähtien myöhässä.`,
    dueIn: (title, days) => `${days} päivän kuluttua määräpäivä: ${title}`,
    ending: (name) => `Voimassaolo päättyy: ${name}`,
    ended: (name) => `Voimassaolo on päättynyt: ${name}`,
    endsIn: (name, days) => `${days} päivän kuluttua voimassaolo päättyy: ${name}`,
    lastDay: (day) => `Viimeinen voimassaolopäivä on ${day}.`,
    endedOn: (day) => `Viimeinen voimassaolopäivä oli ${day}.`,
    inUnits: (units) => (units === 1 ? 'Koskee yhtä yksikköä.' : `Koskee ${units} yksikköä.`),
    start: (first, others) =>
      others === 0
        ? `Aloitettava viimeistään: ${first}`
        : `Aloitettava viimeistään: ${first} ja ${others} ${others === 1 ? 'muu' : 'muuta'}`,
    startToday: (steps) => `Viimeistään tänään on aloitettava: ${steps}`,
    startFor: (title, day) =>
      `Jotta määräpäivään ${day} ehditään (${title}), viimeistään tänä päivänä on aloitettava:`,
    assess: (requirements) =>
      requirements === 1
        ? 'Tehkää itsearviointi: yhdestä vaatimuksesta ei ole tietoa.'
        : `Tehkää itsearviointi: ${requirements} vaatimuksesta ei ole tietoa.`,
    duties: (name, duties) => `${name}: ${duties} velvoitetta`,
    withTasks: (duty, tasks) => `${duty} (${tasks} palvelutehtävää)`,
  },
  sv: {
    calendarOf: (name) => `Kanta-tidsfrister: ${name}`,
    supervised: 'Kanta-tidsfrister: tjänstetillhandahållare under tillsyn',
    about:
      'Tidsfristerna har beräknats utifrån författningarna och de uppgifter som tjänstetillhandahållarna själva har lämnat. Kalendern är varken juridisk rådgivning eller ett myndighetsbeslut. Fullgjorda skyldigheter försvinner ur kalendern.',
    leftOut: (entries) =>
      `De närmaste tidsfristerna ryms i kalendern. Härifrån utelämnades ${entries} poster; alla tjänstetillhandahållare finns i listan.`,
    deadline: (title) => `Tidsfrist: ${title}`,
    overdue: (title) => `Försenat: ${title}`,
    overdueSince: (day) =>
      `Tidsfristen gick ut ${day}. Skyldigheten har inte anmälts som fullgjord och är sedan dess försenad.`,
    dueIn: (title, days) => `Om ${days} dagar går tidsfristen ut: ${title}`,
    ending: (name) => `Giltighetstiden går ut: ${name}`,
    ended: (name) => `Giltighetstiden har gått ut: ${name}`,
    endsIn: (name, days) => `Om ${days} dagar går giltighetstiden ut: ${name}`,
    lastDay: (day) => `Sista giltighetsdagen är ${day}.`,
    endedOn: (day) => `Sista giltighetsdagen var ${day}.`,
    inUnits: (units) => (units === 1 ? 'Gäller en enhet.' : `Gäller ${units} enheter.`),
    start: (first, others) =>
      others === 0
        ? `Ska påbörjas senast: ${first}`
        : `Ska påbörjas senast: ${first} och ${others} till`,
    startToday: (steps) => `Senast i dag ska detta påbörjas: ${steps}`,
    startFor: (title, day) =>
      `För att tidsfristen ${day} ska hållas (${title}) ska följande påbörjas senast denna dag:`,
    assess: (requirements) =>
      `Gör en självbedömning: det saknas uppgifter om ${requirements} krav.`,
    duties: (name, duties) => `${name}: ${duties} skyldigheter`,
    withTasks: (duty, tasks) => `${duty} (${tasks} serviceuppgifter)`,
  },
  en: {
    calendarOf: (name) => `Kanta deadlines: ${name}`,
    supervised: 'Kanta deadlines: supervised organisations',
    about:
      'The deadlines are computed from the statutes and from what the organisations have stated themselves. This calendar is neither legal advice nor a decision of an authority. Duties that are met leave the calendar.',
    leftOut: (entries) =>
      `The calendar holds the nearest deadlines. From here on ${entries} entries were left out; the list has all organisations.`,
    deadline: (title) => `Deadline: ${title}`,
    overdue: (title) => `Overdue: ${title}`,
    overdueSince: (day) =>
      `Was due on ${day}. It has not been stated as met, so it has been overdue since then.`,
    dueIn: (title, days) => `Due in ${days} days: ${title}`,
    ending: (name) => `Expires: ${name}`,
    ended: (name) => `Expired: ${name}`,
    endsIn: (name, days) => `Expires in ${days} days: ${name}`,
    lastDay: (day) => `The last day on which it holds is ${day}.`,
    endedOn: (day) => `The last day on which it held was ${day}.`,
    inUnits: (units) => (units === 1 ? 'In one unit.' : `In ${units} units.`),
    start: (first, others) =>
      others === 0
        ? `Must begin by today: ${first}`
        : `Must begin by today: ${first} and ${others} more`,
    startToday: (steps) => `Must begin today at the latest: ${steps}`,
    startFor: (title, day) =>
      `To make the deadline of ${day} (${title}), this must begin on this day at the latest:`,
    assess: (requirements) =>
      requirements === 1
        ? 'Make a self-assessment: one requirement is unknown.'
        : `Make a self-assessment: ${requirements} requirements are unknown.`,
    duties: (name, duties) => `${name}: ${duties} duties`,
    withTasks: (duty, tasks) => `${duty} (${tasks} service tasks)`,
  },
};
