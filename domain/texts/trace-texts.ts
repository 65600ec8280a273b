import { Day } from '../day.ts';
import type { Language } from '../language.ts';
import { type County, countyNames } from '../statute/counties.ts';
import type {
  Alternative,
  CandidateRule,
  Decided,
  Fact,
  Floor,
  Reading,
  TraceStep,
} from '../trace.ts';
import { formatCitations } from './citations.ts';
import { formatDay } from './days.ts';

type Say = Readonly<Record<Language, (value: string) => string>>;

const yesOrNo: Readonly<Record<Language, readonly [yes: string, no: string, unknown: string]>> = {
  fi: ['kyllä', 'ei', 'ei tiedossa'],
  sv: ['ja', 'nej', 'inte känt'],
  en: ['yes', 'no', 'not known'],
};

const plain = (fi: string, sv: string, en: string): Say => ({
  fi: (value) => `${fi}: ${value}.`,
  sv: (value) => `${sv}: ${value}.`,
  en: (value) => `${en}: ${value}.`,
});

const facts: Readonly<Record<Fact, Say>> = {
  sector: plain('Sektori', 'Sektor', 'Sector'),
  counties: plain('Toiminta-alue', 'Verksamhetsområde', 'Area of operation'),
  usesClientDataSystem: plain(
    'Käytössä on asiakastietojen käsittelyyn tarkoitettu tietojärjestelmä',
    'Ett informationssystem för behandling av klientuppgifter används',
    'An information system for client data is in use',
  ),
  joiningModel: plain('Liittymismalli', 'Anslutningsmodell', 'Joining model'),
  ownRegister: plain('Oma asiakasrekisteri', 'Eget klientregister', 'Client register of its own'),
  recordingsOnly: plain(
    'Tallentaa ainoastaan video- ja äänitallenteita',
    'Sparar endast video- och ljudupptagningar',
    'Stores nothing but video and audio recordings',
  ),
  makesRecordings: plain(
    'Tekee video- tai äänitallenteita',
    'Gör video- eller ljudupptagningar',
    'Makes video or audio recordings',
  ),
  recordsPatientData: plain(
    'Kirjaa potilastietoja sosiaalihuollossa',
    'Antecknar patientuppgifter inom socialvården',
    'Records patient data in social welfare',
  ),
  registeredInSoteri: plain(
    'Rekisteröity Soteriin',
    'Registrerad i Soteri',
    'Registered in Soteri',
  ),
  joinedOn: plain('Liittynyt Kanta-palveluihin', 'Ansluten till Kanta-tjänsterna', 'Joined Kanta'),
  organiserJoinedOn: plain(
    'Palvelunjärjestäjä on liittynyt',
    'Tjänsteanordnaren har anslutit sig',
    'The organiser joined',
  ),
  operatingSince: plain('Toiminta alkanut', 'Verksamheten inledd', 'Operating since'),
  systemSince: plain('Järjestelmä otettu käyttöön', 'Systemet taget i bruk', 'System in use since'),
  taskSince: plain('Palvelutehtävä alkanut', 'Serviceuppgiften inledd', 'Service task begun'),
  endedOn: plain('Toiminta päättynyt', 'Verksamheten avslutad', 'Operation ended'),
};

const candidates: Readonly<Record<CandidateRule, Say>> = {
  'named-day': {
    fi: (day) => `Laissa säädetty määräpäivä on ${day}.`,
    sv: (day) => `Den tidsfrist som anges i lagen är ${day}.`,
    en: (day) => `The day named in the act is ${day}.`,
  },
  'join-day': {
    fi: (day) => `Asiakastietovarantoon on liityttävä viimeistään ${day}.`,
    sv: (day) => `Anslutning till informationsresursen för kunduppgifter ska ske senast ${day}.`,
    en: (day) => `The client data repository must be joined by ${day}.`,
  },
  'late-joiner-day': {
    fi: (day) =>
      `Kaikilla organisaation tallentamilla asiakirjoilla on myöhempi oma määräpäivä, joten sen on liityttävä viimeistään silloin, kun tallentamisvelvoite alkaa: ${day}.`,
    sv: (day) =>
      `Alla handlingar som organisationen sparar har en egen, senare tidsfrist, och därför ska den ansluta sig senast när skyldigheten att spara börjar: ${day}.`,
    en: (day) =>
      `Everything the organisation stores has a later day of its own, so it must join at the latest when the duty to store begins: ${day}.`,
  },
  joined: {
    fi: (day) => `Organisaatio on liittynyt ${day}, ja velvoite alkaa liittymisestä.`,
    sv: (day) => `Organisationen anslöt sig ${day}, och skyldigheten börjar vid anslutningen.`,
    en: (day) => `The organisation joined on ${day}, and the duty begins with joining.`,
  },
  'before-joining': {
    fi: (day) =>
      `Organisaatio on liittynyt ${day}, ja selvityksen on oltava valmis ennen liittymistä.`,
    sv: (day) => `Organisationen anslöt sig ${day}, och redogörelsen ska finnas före anslutningen.`,
    en: (day) => `The organisation joined on ${day}, and the plan must be complete before joining.`,
  },
  'join-deadline': {
    fi: (day) => `Organisaation on liityttävä viimeistään ${day}.`,
    sv: (day) => `Organisationen ska ansluta sig senast ${day}.`,
    en: (day) => `The organisation must join by ${day}.`,
  },
  'organiser-joined': {
    fi: (day) =>
      `Palvelunjärjestäjä on liittynyt ${day}, ja sen rekisteriin tallennetaan siitä alkaen.`,
    sv: (day) =>
      `Tjänsteanordnaren anslöt sig ${day}, och i dess register sparas handlingar från och med då.`,
    en: (day) =>
      `The organiser joined on ${day}, and documents are stored in its register from then on.`,
  },
  'organiser-join-deadline': {
    fi: (day) => `Palvelunjärjestäjän on liityttävä viimeistään ${day}.`,
    sv: (day) => `Tjänsteanordnaren ska ansluta sig senast ${day}.`,
    en: (day) => `The organiser must join by ${day}.`,
  },
  'yearly-day': {
    fi: (day) => `Tiedot on tarkistettava vuosittain; seuraava määräpäivä on ${day}.`,
    sv: (day) => `Uppgifterna ska kontrolleras årligen; följande tidsfrist är ${day}.`,
    en: (day) => `The data must be checked every year; the next day is ${day}.`,
  },
};

const floors: Readonly<Record<Floor, Say>> = {
  operatingSince: {
    fi: (day) => `Velvoite ei voi alkaa ennen kuin toiminta on alkanut: ${day}.`,
    sv: (day) => `Skyldigheten kan inte börja innan verksamheten har inletts: ${day}.`,
    en: (day) => `The duty cannot begin before the operation did: ${day}.`,
  },
  firstTaskSince: {
    fi: (day) => `Organisaatio on antanut sosiaalipalveluja vasta ${day} alkaen.`,
    sv: (day) => `Organisationen har tillhandahållit socialservice först från och med ${day}.`,
    en: (day) => `The organisation has provided social services only since ${day}.`,
  },
  systemSince: {
    fi: (day) =>
      `Yksityistä palvelunantajaa velvoite koskee vasta, kun järjestelmä on käytössä: ${day}.`,
    sv: (day) => `En privat tjänstetillhandahållare omfattas först när systemet används: ${day}.`,
    en: (day) => `A private provider is bound only once a system is in use: ${day}.`,
  },
  taskSince: {
    fi: (day) => `Palvelutehtävän asiakirjoja on syntynyt vasta ${day} alkaen.`,
    sv: (day) => `Handlingar inom serviceuppgiften har uppkommit först från och med ${day}.`,
    en: (day) => `Documents of the service task have come about only since ${day}.`,
  },
  joined: {
    fi: (day) =>
      `Organisaatiolla ei ole velvollisuutta liittyä; se on liittynyt ${day} ja tallentaa siitä alkaen.`,
    sv: (day) =>
      `Organisationen är inte skyldig att ansluta sig; den anslöt sig ${day} och sparar från och med då.`,
    en: (day) =>
      `The organisation does not have to join; it joined on ${day} and stores from then on.`,
  },
  law: {
    fi: (day) => `Säännös on velvoittanut vasta ${day} alkaen.`,
    sv: (day) => `Bestämmelsen har varit förpliktande först från och med ${day}.`,
    en: (day) => `The provision has bound only since ${day}.`,
  },
};

const alternatives: Readonly<Record<Alternative, Say>> = {
  'late-joiner-clause': {
    fi: () =>
      'Tallenteiden myöhempi määräpäivä ei siirrä liittymistä, koska organisaatio tallentaa muitakin asiakirjoja.',
    sv: () =>
      'Den senare tidsfristen för upptagningar skjuter inte upp anslutningen, eftersom organisationen också sparar andra handlingar.',
    en: () =>
      "The recordings' later day does not put off joining, because the organisation stores other documents too.",
  },
  'joined-late': {
    fi: (day) => `Liittyminen vasta ${day} ei siirrä päivää, josta alkaen oli tallennettava.`,
    sv: (day) =>
      `Att anslutningen skedde först ${day} flyttar inte den dag då sparandet skulle börja.`,
    en: (day) => `Joining only on ${day} does not move the day from which storing was due.`,
  },
  'joined-early': {
    fi: (day) =>
      `Liittyminen jo ${day} ei aikaista tätä velvoitetta, koska sillä on laissa oma määräpäivänsä.`,
    sv: (day) =>
      `Att anslutningen skedde redan ${day} tidigarelägger inte denna skyldighet, eftersom den har en egen tidsfrist i lagen.`,
    en: (day) =>
      `Joining already on ${day} does not bring this duty forward, because the act gives it a day of its own.`,
  },
  'joined-on': {
    fi: (day) =>
      `Liittymispäivä ${day} ei vaikuta: määräpäivä on se, jolloin on viimeistään liityttävä.`,
    sv: (day) =>
      `Anslutningsdagen ${day} inverkar inte: tidsfristen är den dag då anslutningen senast ska ske.`,
    en: (day) =>
      `The day of joining, ${day}, does not matter: the day is the one by which joining is due.`,
  },
};

const readings: Readonly<Record<Reading, Say>> = {
  'days-off-not-moved': {
    fi: () =>
      'Määräpäivä on vapaapäivä. Sitä ei siirretä seuraavaan arkipäivään, koska 150/1930 1 § koskee viranomaisen luona noudatettavia määräaikoja.',
    sv: () =>
      'Tidsfristen infaller på en ledig dag. Den flyttas inte till följande vardag, eftersom 1 § i lag 150/1930 gäller frister som ska iakttas hos en myndighet.',
    en: () =>
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
  },
  'six-tasks-from-joining': {
    fi: () =>
      'Laissa ei ole tälle palvelutehtävälle omaa tallentamisen määräpäivää: tallennetaan liittymisestä alkaen, ja myöhästynyt liittyminen ei siirrä päivää.',
    sv: () =>
      'Lagen anger ingen egen tidsfrist för sparandet inom den här serviceuppgiften: handlingarna sparas från och med anslutningen, och en försenad anslutning flyttar inte dagen.',
    en: () =>
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
  },
  'recordings-only': {
    fi: () =>
      'Organisaatio, joka tallentaa ainoastaan video- ja äänitallenteita, liittyy viimeistään silloin, kun niiden tallentamisvelvoite alkaa.',
    sv: () =>
      'En organisation som sparar endast video- och ljudupptagningar ansluter sig senast när skyldigheten att spara dem börjar.',
    en: () =>
      'An organisation that stores nothing but recordings joins at the latest when the duty to store them begins.',
  },
  'parallel-joining': {
    fi: () =>
      'Rinnakkaisliittymisessä tallennetaan palvelunjärjestäjän rekisteriin siitä alkaen, kun järjestäjä on liittynyt.',
    sv: () =>
      'Vid parallell anslutning sparas handlingarna i tjänsteanordnarens register från och med att anordnaren har anslutit sig.',
    en: () =>
      "In parallel joining, documents are stored in the organiser's register from the organiser's joining on.",
  },
  'duty-not-before-its-ground': {
    fi: () =>
      'Mikään päivä ei ole aikaisempi kuin se, jolloin velvoite on voinut alkaa sitoa organisaatiota.',
    sv: () => 'Ingen dag är tidigare än den då skyldigheten har kunnat börja binda organisationen.',
    en: () => 'No day lies before the duty could bind the organisation.',
  },
  'annual-check-not-presumed-missed': {
    fi: () =>
      'Seuraava vuosittainen määräpäivä näytetään; aiempien vuosien tarkistuksia ei oleteta laiminlyödyiksi.',
    sv: () =>
      'Följande årliga tidsfrist visas; kontroller för tidigare år antas inte ha försummats.',
    en: () => 'The next yearly day is shown; checks of earlier years are not presumed missed.',
  },
};

const results: Readonly<Record<Decided, Say>> = {
  only: {
    fi: (day) => `Määräpäivä on siten ${day}.`,
    sv: (day) => `Tidsfristen är alltså ${day}.`,
    en: (day) => `The day is therefore ${day}.`,
  },
  earliest: {
    fi: (day) => `Näistä aikaisin ratkaisee: määräpäivä on ${day}.`,
    sv: (day) => `Den tidigaste av dessa är avgörande: tidsfristen är ${day}.`,
    en: (day) => `The earliest of these decides: the day is ${day}.`,
  },
  'not-before': {
    fi: (day) => `Velvoite ei ole voinut alkaa aikaisemmin: määräpäivä on ${day}.`,
    sv: (day) => `Skyldigheten har inte kunnat börja tidigare: tidsfristen är ${day}.`,
    en: (day) => `The duty could not begin earlier: the day is ${day}.`,
  },
};

/** Every word that a step of a trace can carry, by what it says. */
export const tracedBy = { facts, candidates, floors, alternatives, readings, results };

const sectors: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  public: { fi: 'julkinen', sv: 'offentlig', en: 'public' },
  private: { fi: 'yksityinen', sv: 'privat', en: 'private' },
};

const isCounty = (key: string): key is County => Object.hasOwn(countyNames, key);

const factValue = (step: Extract<TraceStep, { step: 'fact' }>, language: Language): string => {
  const { value } = step;
  const [yes, no, unknown] = yesOrNo[language];
  if (value === null) return step.fact === 'joinedOn' ? no : unknown;
  if (typeof value === 'boolean') return value ? yes : no;
  if (isCounty(value)) return countyNames[value][language];
  const sector = sectors[value];
  if (sector !== undefined) return sector[language];
  const parsed = Day.safeParse(value);
  return parsed.success ? formatDay(parsed.data, language) : value;
};

const cited = (sentence: string, step: TraceStep, language: Language): string =>
  'basis' in step && step.basis.length > 0
    ? `${sentence} (${formatCitations(step.basis, language)})`
    : sentence;

/** A step of a trace as a sentence with its citation, as a lawyer would accept it. */
export const describeStep = (step: TraceStep, language: Language): string => {
  switch (step.step) {
    case 'fact':
      return facts[step.fact][language](factValue(step, language));
    case 'candidate':
      return cited(candidates[step.rule][language](formatDay(step.day, language)), step, language);
    case 'not-before':
      return cited(floors[step.floor][language](formatDay(step.day, language)), step, language);
    case 'not-applied':
      return cited(
        alternatives[step.alternative][language](
          step.day === undefined ? '' : formatDay(step.day, language),
        ),
        step,
        language,
      );
    case 'reading':
      return readings[step.reading][language]('');
    case 'result':
      return results[step.by][language](formatDay(step.day, language));
  }
};
