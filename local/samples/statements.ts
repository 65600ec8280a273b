import { addDays, type Day, day, yearOf } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../domain/statute/requirements/requirement-ids.ts';
import { type AssessmentBody, around } from './story.ts';

type Items = AssessmentBody['items'];
type Assessments = (today: Day) => readonly AssessmentBody[];

const evidenceTexts: Readonly<Record<Language, Readonly<Partial<Record<RequirementId, string>>>>> =
  {
    fi: {
      'certified-system': 'Astori-merkintä 0000 (keksitty), A-luokan todistus tarkistettu',
      'licence-or-registration': 'Soteri-päätös saatu, yksiköiden tiedot tarkistettu',
      cards: 'Kortit ja lukijat koko henkilöstöllä, varakortit johtajan kaapissa',
      'service-certificates':
        'Palvelin- ja järjestelmäallekirjoitusvarmenne järjestelmätoimittajalta',
      'security-plan': 'Tietoturvasuunnitelma THL 3/2024, versio 1.2, hyväksytty johtoryhmässä',
      'self-monitoring-plan': 'Seurantaselvitys julkaistu verkkosivuilla',
      'access-rights': 'Käyttöoikeudet palvelutehtävittäin, rekisteri ylläpidossa',
    },
    sv: {
      'certified-system': 'Astori-post 0000 (påhittad), intyg för klass A kontrollerat',
      'licence-or-registration': 'Beslut från Soteri, enheternas uppgifter kontrollerade',
      cards: 'Hela personalen har kort och läsare',
      'service-certificates': 'Server- och systemsignaturcertifikat från systemleverantören',
      'security-plan': 'Informationssäkerhetsplan enligt THL 3/2024, version 1.1',
      'self-monitoring-plan': 'Uppföljningen publicerad på webbplatsen',
      'access-rights': 'Åtkomsträttigheter enligt serviceuppgift, förteckningen uppdaterad',
    },
    en: {
      'certified-system': 'Astori entry 0000 (invented), class A certificate checked',
      cards: 'Every member of staff has a card and a reader',
      'service-certificates': 'Server and system signature certificates from the vendor',
      'security-plan': 'Information security plan by THL 3/2024, version 1.0',
      'access-rights': 'Rights by service task and role; register kept up to date',
    },
  };

type Done = Extract<Items[RequirementId], { state: 'done' }>;

const done = (requirement: RequirementId, language: Language): Done => {
  const evidence = evidenceTexts[language][requirement];
  return evidence === undefined ? { state: 'done' } : { state: 'done', evidence };
};

const allDone = (language: Language): Items =>
  Object.fromEntries(requirementIds.map((id) => [id, done(id, language)]));

/** What is stated done before joining; the rest comes with the use of the services. */
const afterJoining: readonly RequirementId[] = [
  'disclosure-permit',
  'disclosure-logs',
  'soteri-check',
];
const beforeJoining = (language: Language): Items =>
  Object.fromEntries(
    requirementIds.filter((id) => !afterJoining.includes(id)).map((id) => [id, done(id, language)]),
  );

/** Certificates with their ends: the system's for two years yet, the services' for most of one. */
const certificates = (on: Day, language: Language): Items => ({
  'certified-system': {
    ...done('certified-system', language),
    validUntil: around(on, 730),
  },
  'service-certificates': {
    ...done('service-certificates', language),
    validUntil: around(on, 350),
  },
});

/** What had been stated by a day, oldest first. */
const stated = (
  today: Day,
  assessments: readonly { readonly on: Day; readonly items: Items }[],
): readonly AssessmentBody[] =>
  assessments
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on, items }) => ({ statedOn: on, items }));

/** Has told us nothing of itself. */
export const nothingStated: Assessments = () => [];

/**
 * One that prepares, joins on a day, and from then on states everything anew twice a year: in March,
 * with the check of Soteri, and in the last weeks.
 */
export const preparedAndJoined =
  (joinedOn: string, language: Language = 'fi'): Assessments =>
  (today) => {
    const joined = day(joinedOn);
    const lastYears = [2, 1, 0]
      .map((ago) => Math.max(1900, yearOf(today) - ago))
      .map((year) => day(`${year}-03-10`));
    const restated = [...lastYears, around(today, -12)].filter(
      (on, i, all) => on > addDays(joined, 5) && all.indexOf(on) === i,
    );
    return stated(today, [
      {
        on: addDays(joined, -100),
        items: {
          'certified-system': { state: 'in-progress' },
          'security-plan': { state: 'in-progress' },
          'access-rights': { state: 'in-progress' },
          cards: { state: 'not-started' },
          'service-certificates': { state: 'not-started' },
        },
      },
      {
        on: addDays(joined, -10),
        items: { ...beforeJoining(language), ...certificates(addDays(joined, -10), language) },
      },
      {
        on: addDays(joined, 5),
        items: { 'disclosure-permit': { state: 'done' }, 'disclosure-logs': { state: 'done' } },
      },
      ...restated.map((on) => ({
        on,
        items: { ...allDone(language), ...certificates(on, language) },
      })),
    ]);
  };

/** Everything done, lately. */
export const everythingDone =
  (language: Language = 'fi'): Assessments =>
  (today) => {
    const on = around(today, -12);
    return stated(today, [{ on, items: { ...allDone(language), ...certificates(on, language) } }]);
  };

/** The work is going on: some done, some in progress, some not started. */
export const underWay =
  (language: Language = 'fi'): Assessments =>
  (today) =>
    stated(today, [
      {
        on: around(today, -20),
        items: {
          ...beforeJoining(language),
          'certified-system': { state: 'in-progress' },
          cards: { state: 'in-progress' },
          'access-rights': { state: 'not-started' },
          'disclosure-permit': { state: 'not-started' },
          'disclosure-logs': { state: 'in-progress' },
          'soteri-check': { state: 'done' },
        },
      },
    ]);

/** Has just begun, and says so. */
export const barelyBegun: Assessments = (today) =>
  stated(today, [
    {
      on: around(today, -33),
      items: {
        ...Object.fromEntries(requirementIds.map((id) => [id, { state: 'not-started' }])),
        'licence-or-registration': { state: 'done' },
        'security-plan': { state: 'in-progress' },
      },
    },
  ]);

/** Has improved from one statement to the next. */
export const improving: Assessments = (today) =>
  stated(today, [
    {
      on: around(today, -110),
      items: { 'security-plan': { state: 'not-started' }, cards: { state: 'not-started' } },
    },
    {
      on: around(today, -60),
      items: {
        'security-plan': { state: 'in-progress' },
        'licence-or-registration': { state: 'done' },
      },
    },
    {
      on: around(today, -6),
      items: {
        'security-plan': { state: 'done', evidence: 'Hyväksytty hallituksessa' },
        'access-rights': { state: 'done' },
        cards: { state: 'in-progress', evidence: 'Tilattu, toimitus noin kaksi viikkoa' },
      },
    },
  ]);

/** Everything done, but the certificates end in a few weeks. */
export const certificatesEndSoon: Assessments = (today) =>
  stated(today, [
    {
      on: around(today, -25),
      items: {
        ...allDone('fi'),
        'service-certificates': {
          ...done('service-certificates', 'fi'),
          validUntil: around(today, 24),
        },
        'certified-system': {
          ...done('certified-system', 'fi'),
          validUntil: around(today, 80),
        },
      },
    },
  ]);

/** Everything done, but a certificate ended and nothing was said since. */
export const certificateExpired: Assessments = (today) =>
  stated(today, [
    {
      on: around(today, -95),
      items: {
        ...allDone('fi'),
        'service-certificates': {
          ...done('service-certificates', 'fi'),
          validUntil: around(today, -9),
        },
      },
    },
  ]);

/** Some requirements are said not to apply, with the reason. */
export const partlyNotApplicable =
  (reasons: Readonly<Partial<Record<RequirementId, string>>>): Assessments =>
  (today) =>
    stated(today, [
      {
        on: around(today, -40),
        items: {
          ...beforeJoining('fi'),
          'soteri-check': { state: 'done' },
          ...Object.fromEntries(
            Object.entries(reasons).map(([id, reason]) => [
              id,
              { state: 'not-applicable', reason },
            ]),
          ),
        },
      },
    ]);

/** Said something once, before the day of joining, and nothing since. */
export const statedOnceOn =
  (on: string, items: Items): Assessments =>
  (today) =>
    stated(today, [{ on: day(on), items }]);
