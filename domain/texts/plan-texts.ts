import type { Day } from '../day.ts';
import type { Language, Text } from '../language.ts';
import { lateSteps, type Plan, type WholeProject } from '../plan.ts';
import { obligationTexts } from '../statute/obligation-texts.ts';
import type { StepId } from '../statute/onboarding-steps.ts';
import { formatDay } from './days.ts';
import { situationTexts, stepName } from './step-texts.ts';

const daysIn = (count: number): Text =>
  count === 1
    ? { fi: '1 päivä', sv: '1 dag', en: '1 day' }
    : { fi: `${count} päivää`, sv: `${count} dagar`, en: `${count} days` };

const chain = (ids: readonly StepId[], language: Language): string =>
  ids.map((id) => stepName(id)[language]).join(' → ');

/** What the plan leads to and how that stands. */
const describeTarget = (
  { target, earliestFinish }: Plan,
  language: Language,
): readonly string[] => {
  if (target === undefined) {
    const notBound = {
      fi: 'Mikään määräpäivä ei velvoita liittymään.',
      sv: 'Ingen tidsfrist förpliktar till anslutning.',
      en: 'No deadline obliges the organisation to join.',
    }[language];
    if (earliestFinish === undefined) return [notBound];
    const what = {
      fi: 'Suunnitelma kertoo, milloin liittyminen olisi aikaisintaan mahdollinen.',
      sv: 'Planen visar när en anslutning tidigast vore möjlig.',
      en: 'The plan tells when joining would be possible at the earliest.',
    }[language];
    return [`${notBound} ${what}`];
  }
  const name = obligationTexts[target.obligation].name[language];
  const due = formatDay(target.due, language);
  switch (target.status) {
    case 'met':
      return [];
    case 'open':
      return [
        {
          fi: `Suunnitelman tavoitteena on määräpäivä ${due}: ${name}.`,
          sv: `Planens mål är tidsfristen ${due}: ${name}.`,
          en: `The plan leads to ${due}: ${name}.`,
        }[language],
      ];
    case 'overdue':
      return [
        {
          fi: `Määräpäivä ${due} on ohitettu: ${name}.`,
          sv: `Tidsfristen ${due} har löpt ut: ${name}.`,
          en: `The deadline of ${due} has passed: ${name}.`,
        }[language],
      ];
  }
};

const describeEarliest = (
  { earliestFinish, earliestFinishAtBest, slack, on }: Plan,
  language: Language,
): readonly string[] => {
  if (earliestFinish === undefined) return [];
  const at = (day: Day) => formatDay(day, language);
  const best =
    earliestFinishAtBest === undefined || earliestFinishAtBest === earliestFinish
      ? ''
      : {
          fi: `, lyhimmillä kestoilla ${at(earliestFinishAtBest)}`,
          sv: `, med de kortaste tiderna ${at(earliestFinishAtBest)}`,
          en: `, with the shortest lead times ${at(earliestFinishAtBest)}`,
        }[language];
  const earliest = {
    fi: `Jos keskeneräiset vaiheet aloitetaan ${at(on)}, valmista on aikaisintaan ${at(earliestFinish)}${best}.`,
    sv: `Om de oavslutade stegen påbörjas ${at(on)} är allt klart tidigast ${at(earliestFinish)}${best}.`,
    en: `If the unfinished steps are begun on ${at(on)}, all is ready on ${at(earliestFinish)} at the earliest${best}.`,
  }[language];
  if (slack === undefined) return [earliest];
  const margin =
    slack < 0
      ? {
          fi: `Se on ${daysIn(-slack).fi} määräpäivän jälkeen.`,
          sv: `Det är ${daysIn(-slack).sv} efter tidsfristen.`,
          en: `That is ${daysIn(-slack).en} after the deadline.`,
        }[language]
      : {
          fi: `Liikkumavaraa on ${daysIn(slack).fi}.`,
          sv: `Marginalen är ${daysIn(slack).sv}.`,
          en: `The time to spare is ${daysIn(slack).en}.`,
        }[language];
  return [earliest, margin];
};

/** By when the whole must begin, or should have begun, or when it did. */
const mustBegin = (
  latestStart: Day,
  { on, whole: { begun, from } }: { readonly on: Day; readonly whole: WholeProject },
): Text => {
  const day = (language: Language) => formatDay(latestStart, language);
  if (begun) {
    const began = (language: Language) => formatDay(from, language);
    return {
      fi: `Työ alkoi ilmoituksen mukaan ${began('fi')}; viimeinen aloituspäivä oli ${day('fi')}.`,
      sv: `Arbetet började enligt anmälan ${began('sv')}; det skulle påbörjas senast ${day('sv')}.`,
      en: `By what was stated work began on ${began('en')}; it had to begin by ${day('en')}.`,
    };
  }
  return latestStart < on
    ? {
        fi: `Työ olisi pitänyt aloittaa viimeistään ${day('fi')}.`,
        sv: `Arbetet borde ha påbörjats senast ${day('sv')}.`,
        en: `Work should have begun by ${day('en')}.`,
      }
    : {
        fi: `Työ on aloitettava viimeistään ${day('fi')}.`,
        sv: `Arbetet ska påbörjas senast ${day('sv')}.`,
        en: `Work must begin by ${day('en')}.`,
      };
};

/** How long the whole takes, on what that rests, and what it would be otherwise. */
export const describeWhole = ({ whole, on }: Plan, language: Language): readonly string[] => {
  if (whole === null) return [];
  return whole.variants
    .toSorted((a) => (a.situation === whole.situation ? -1 : 1))
    .map(({ situation, leadTime, latestStart, earliestFinish }) => {
      const text = leadTime.text[language];
      const when = situationTexts[situation][language];
      const finish = formatDay(earliestFinish, language);
      const begin =
        latestStart === undefined ? '' : ` ${mustBegin(latestStart, { on, whole })[language]}`;
      if (situation !== whole.situation) {
        return {
          fi: `Jos ${when}, kesto on ${text} ja aikaisin valmistumispäivä ${finish}.${begin}`,
          sv: `Om ${when} är tiden ${text} och det är klart tidigast ${finish}.${begin}`,
          en: `If ${when}, it takes ${text} and can be ready on ${finish} at the earliest.${begin}`,
        }[language];
      }
      const why = whole.assumed
        ? {
            fi: 'Ei ole ilmoitettu, onko järjestelmällä liitytty Kantaan, joten oletetaan, että',
            sv: 'Det har inte uppgetts om systemet har använts vid en anslutning till Kanta, och därför antas att',
            en: 'It has not been stated whether the system has been used to join, so it is assumed that',
          }[language]
        : {
            fi: 'Lähtökohtana on, että',
            sv: 'Utgångspunkten är att',
            en: 'The plan counts on this:',
          }[language];
      return {
        fi: `${why} ${when}; koko käyttöönoton kesto on silloin ${text}.${begin}`,
        sv: `${why} ${when}; hela ibruktagandet tar då ${text}.${begin}`,
        en: `${why} ${when}; the whole deployment then takes ${text}.${begin}`,
      }[language];
    });
};

/** When all can be ready, and what decides that: for where the plan is told in two sentences. */
export const describeEarliestInShort = (
  { earliestFinish, critical }: Pick<Plan, 'earliestFinish' | 'critical'>,
  language: Language,
): string => {
  if (earliestFinish === undefined) return '';
  const finish = formatDay(earliestFinish, language);
  const steps = chain(critical, language);
  return {
    fi: `Jos keskeneräiset vaiheet aloitetaan nyt, valmista on aikaisintaan ${finish}. Ratkaisevat vaiheet: ${steps}.`,
    sv: `Om de oavslutade stegen påbörjas nu är allt klart tidigast ${finish}. Avgörande steg: ${steps}.`,
    en: `If the unfinished steps are begun now, all is ready on ${finish} at the earliest. Deciding steps: ${steps}.`,
  }[language];
};

/** What decides the end, and the longest chain of single steps. */
const describeChains = (
  { critical, longestChain }: Plan,
  language: Language,
): readonly string[] => {
  const same = critical.join() === longestChain.join();
  return [
    ...(critical.length === 0
      ? []
      : [
          {
            fi: `Kriittiset vaiheet: ${chain(critical, language)}.`,
            sv: `Kritiska steg: ${chain(critical, language)}.`,
            en: `Critical steps: ${chain(critical, language)}.`,
          }[language],
        ]),
    ...(longestChain.length < 2 || same
      ? []
      : [
          {
            fi: `Yksittäisistä vaiheista pisin ketju: ${chain(longestChain, language)}.`,
            sv: `Längsta kedjan av enskilda steg: ${chain(longestChain, language)}.`,
            en: `Longest chain of single steps: ${chain(longestChain, language)}.`,
          }[language],
        ]),
  ];
};

const describeUnknown = (plan: Plan, language: Language): readonly string[] => {
  const unknown = plan.steps.filter(({ state }) => state === 'unknown').length;
  if (unknown === 1) {
    return [
      {
        fi: 'Yhdestä vaiheesta ei ole ilmoitettu mitään. Se on suunniteltu niin kuin sitä ei olisi aloitettu.',
        sv: 'Om ett steg har inget uppgetts. Det har planerats som om det inte hade påbörjats.',
        en: 'Nothing has been stated about one of the steps. It is planned as if it had not begun.',
      }[language],
    ];
  }
  if (unknown === 0) return [];
  return [
    {
      fi: `Vaiheita, joista ei ole ilmoitettu mitään, on ${unknown}. Ne on suunniteltu niin kuin niitä ei olisi aloitettu.`,
      sv: `Om ${unknown} steg har inget uppgetts. De har planerats som om de inte hade påbörjats.`,
      en: `Nothing has been stated about ${unknown} of the steps. They are planned as if they had not begun.`,
    }[language],
  ];
};

/** The county's own times that have passed. */
export const describeWindows = ({ steps }: Plan, language: Language): readonly string[] =>
  steps.flatMap(({ id, window }) => {
    if (window === undefined) return [];
    const name = stepName(id)[language];
    const [from, until] = [window.from, window.until].map((day) => formatDay(day, language));
    return [
      window.passed
        ? {
            fi: `${name}: hyvinvointialueen ilmoittama toimitusaika ${from}–${until} on päättynyt; sopikaa toimittamisesta hyvinvointialueen kanssa.`,
            sv: `${name}: den leveranstid som välfärdsområdet har angett, från ${from} till ${until}, har gått ut; kom överens om saken med välfärdsområdet.`,
            en: `${name}: the county's own time, ${from} to ${until}, has passed; agree with the county.`,
          }[language]
        : {
            fi: `${name}: hyvinvointialue ottaa tiedot vastaan ${from}–${until}.`,
            sv: `${name}: välfärdsområdet tar emot uppgifterna från ${from} till ${until}.`,
            en: `${name}: the county takes it in from ${from} to ${until}.`,
          }[language],
    ];
  });

/** The plan in plain sentences, the most important first. */
export const describePlan = (plan: Plan, language: Language): readonly string[] => {
  if (plan.state === 'finished') {
    return [
      {
        fi: 'Suunnitelman tavoite on saavutettu.',
        sv: 'Planens mål har uppnåtts.',
        en: 'What the plan led to has been reached.',
      }[language],
    ];
  }
  if (plan.state === 'ended') {
    return [
      {
        fi: 'Toiminta on päättynyt, joten käyttöönottoa ei enää suunnitella.',
        sv: 'Verksamheten har upphört, så ibruktagandet planeras inte längre.',
        en: 'The operation has ended, so the deployment is not planned any more.',
      }[language],
    ];
  }
  const late = plan.state === 'too-late' ? lateSteps(plan, 0).length : 0;
  return [
    ...describeTarget(plan, language),
    ...describeEarliest(plan, language),
    ...describeWhole(plan, language),
    ...describeChains(plan, language),
    ...(late === 0
      ? []
      : [
          {
            fi: `Myöhässä olevia vaiheita on ${late}.`,
            sv: `Antalet försenade steg är ${late}.`,
            en: `Steps that are late: ${late}.`,
          }[language],
        ]),
    ...describeUnknown(plan, language),
    ...describeWindows(plan, language),
  ];
};
