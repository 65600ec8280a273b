import { earliestOf } from '../day.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Language } from '../language.ts';
import { requirementTexts } from '../statute/requirements/texts/requirement-texts.ts';
import { formatDay } from './days.ts';
import { describeEarliestInShort } from './plan-texts.ts';

const series = (names: readonly string[]): string => names.join('; ');

/** Why an organisation stands as it does as a whole, in a sentence or two. */
export const describeOverall = (
  { status, because, deadlines, requirements, plan }: Evaluation,
  language: Language,
): string => {
  const concerned = deadlines.filter(({ id }) => because.deadlines.includes(id));
  const names = series(
    requirements
      .filter(({ requirement }) => because.requirements.includes(requirement))
      .map(({ requirement }) => requirementTexts[requirement].name[language]),
  );
  const first = earliestOf(concerned.map(({ due }) => due));
  const count = concerned.length;
  const day = first === undefined ? '' : formatDay(first, language);
  const earliestReady = plan.state === 'too-late' ? describeEarliestInShort(plan, language) : '';
  switch (status) {
    case 'overdue': {
      const passed = {
        fi:
          count === 1
            ? `Yhden velvoitteen määräpäivä ${day} on ohitettu.`
            : `${count} velvoitteen määräpäivä on ohitettu; ensimmäinen niistä oli ${day}.`,
        sv:
          count === 1
            ? `Tidsfristen för en skyldighet, ${day}, har löpt ut.`
            : `Tidsfristen har löpt ut för ${count} skyldigheter; den första av dem var ${day}.`,
        en:
          count === 1
            ? `The day of one obligation, ${day}, has passed.`
            : `The day of ${count} obligations has passed; the first of them was ${day}.`,
      }[language];
      return [passed, earliestReady].filter((text) => text !== '').join(' ');
    }
    case 'too-late': {
      const late = {
        fi: `Määräpäivään ${day} ei enää ehditä.`,
        sv: `Tidsfristen ${day} kan inte längre hållas.`,
        en: `The deadline of ${day} cannot be made any more.`,
      }[language];
      return `${late} ${earliestReady}`;
    }
    case 'unknown':
      return {
        fi: `Näistä ei ole voimassa olevaa ilmoitusta: ${names}. Tuntematonta ei pidetä valmiina.`,
        sv: `Det finns ingen gällande uppgift om följande: ${names}. Det okända betraktas inte som klart.`,
        en: `There is no current statement about: ${names}. What is unknown is not taken as ready.`,
      }[language];
    case 'at-risk': {
      const near = {
        fi: `Määräpäivään ${day} on alle 30 päivää.`,
        sv: `Det är mindre än 30 dagar kvar till tidsfristen ${day}.`,
        en: `Less than 30 days are left until ${day}.`,
      }[language];
      const lacking = {
        fi: `Ei kunnossa sinä päivänä, jona tarvitaan: ${names}.`,
        sv: `Inte i ordning den dag det behövs: ${names}.`,
        en: `Not in order on the day it is needed: ${names}.`,
      }[language];
      return [...(count > 0 ? [near] : []), ...(names === '' ? [] : [lacking])].join(' ');
    }
    case 'on-track': {
      const margin = {
        fi: 'Määräpäiviin on vähintään 30 päivää.',
        sv: 'Det är minst 30 dagar kvar till tidsfristerna.',
        en: 'At least 30 days are left until the deadlines.',
      }[language];
      const waived = requirements.filter((verdict) => verdict.status === 'waived');
      if (waived.length === 0) {
        const known = {
          fi: 'Kaikki tarvittava on tiedossa.',
          sv: 'Allt som behövs är känt.',
          en: 'All that is needed is known.',
        }[language];
        return `${known} ${margin}`;
      }
      const listed = series(
        waived.map(({ requirement }) => requirementTexts[requirement].name[language]),
      );
      const without = {
        fi: `Poikkeuksen nojalla ei vaadita: ${listed}.`,
        sv: `Med stöd av ett undantag krävs inte: ${listed}.`,
        en: `By a waiver these are not demanded: ${listed}.`,
      }[language];
      return `${margin} ${without}`;
    }
    case 'ready':
      return {
        fi: 'Kaikki velvoitteet on täytetty ja kaikki vaatimukset ovat kunnossa.',
        sv: 'Alla skyldigheter har uppfyllts och alla krav är i ordning.',
        en: 'Every obligation has been met and every requirement is in order.',
      }[language];
    case 'not-bound':
      return {
        fi: 'Mikään velvoite ei tällä hetkellä sido organisaatiota.',
        sv: 'Ingen skyldighet binder organisationen för närvarande.',
        en: 'No obligation binds the organisation at present.',
      }[language];
  }
};
