import type { Language } from '../language.ts';
import type { RequirementVerdict } from '../readiness.ts';
import { requirementTexts } from '../statute/requirement-texts.ts';
import { formatDay } from './days.ts';

const operationEnded = {
  fi: 'Toiminta on päättynyt.',
  sv: 'Verksamheten har upphört.',
  en: 'The operation has ended.',
};

/** Why a requirement has its status, in a sentence or two. */
export const describeBecause = (verdict: RequirementVerdict, language: Language): string => {
  const { because } = verdict;
  const at = (value: Parameters<typeof formatDay>[0]) => formatDay(value, language);
  const assumed = (holds: boolean): string => {
    const validity = requirementTexts[verdict.requirement].validity;
    if (!holds || validity === undefined) return '';
    const notStated = {
      fi: 'Päättymispäivää ei ole ilmoitettu.',
      sv: 'Ingen slutdag har angetts.',
      en: 'No end was stated.',
    };
    return ` ${notStated[language]} ${validity[language]}`;
  };
  switch (because.kind) {
    case 'never-stated':
      return {
        fi: 'Tästä ei ole ilmoitettu mitään. Tuntematonta ei pidetä valmiina.',
        sv: 'Inget har uppgetts om detta. Det okända betraktas inte som klart.',
        en: 'Nothing has been stated about this. What is unknown is not taken as ready.',
      }[language];
    case 'stated':
      return because.state === 'not-started'
        ? {
            fi: `Ilmoitettu ${at(because.statedOn)}, että tätä ei ole aloitettu.`,
            sv: `Uppgetts ${at(because.statedOn)} att detta inte har påbörjats.`,
            en: `Stated on ${at(because.statedOn)} as not started.`,
          }[language]
        : {
            fi: `Ilmoitettu ${at(because.statedOn)}, että tämä on kesken.`,
            sv: `Uppgetts ${at(because.statedOn)} att detta pågår.`,
            en: `Stated on ${at(because.statedOn)} as in progress.`,
          }[language];
    case 'holds': {
      const done = {
        fi: `Ilmoitettu valmiiksi ${at(because.statedOn)}.`,
        sv: `Uppgetts vara klart ${at(because.statedOn)}.`,
        en: `Stated as done on ${at(because.statedOn)}.`,
      }[language];
      if (because.until === undefined) return done;
      const until = {
        fi: `Voimassa ${at(because.until)} saakka.`,
        sv: `Gäller till och med ${at(because.until)}.`,
        en: `Valid until ${at(because.until)}.`,
      }[language];
      return `${done} ${until}${assumed(because.assumed)}`;
    }
    case 'ends-before':
      return (
        {
          fi: `Voimassa nyt, mutta vain ${at(because.until)} saakka; tarvitaan vielä ${at(because.neededOn)}.`,
          sv: `Gäller nu men endast till och med ${at(because.until)}; behövs fortfarande ${at(because.neededOn)}.`,
          en: `Valid now, but only until ${at(because.until)}; still needed on ${at(because.neededOn)}.`,
        }[language] + assumed(because.assumed)
      );
    case 'ended':
      return (
        {
          fi: `Voimassaolo päättyi ${at(because.until)}.`,
          sv: `Giltigheten gick ut ${at(because.until)}.`,
          en: `Validity ended on ${at(because.until)}.`,
        }[language] + assumed(because.assumed)
      );
    case 'stated-not-applicable':
      return {
        fi: `Ilmoitettu ${at(because.statedOn)}, ettei tämä koske organisaatiota: ${because.reason}`,
        sv: `Uppgetts ${at(because.statedOn)} att detta inte gäller organisationen: ${because.reason}`,
        en: `Stated on ${at(because.statedOn)} as not applicable: ${because.reason}`,
      }[language];
    case 'waived':
      return {
        fi: `Tästä on myönnetty poikkeus ${at(because.until)} saakka: ${because.reason}`,
        sv: `Undantag har beviljats till och med ${at(because.until)}: ${because.reason}`,
        en: `Waived until ${at(because.until)}: ${because.reason}`,
      }[language];
    case 'does-not-concern':
      switch (because.condition) {
        case 'operation-ended':
          return operationEnded[language];
        case 'joins-itself':
          return {
            fi: 'Koskee vain organisaatiota, joka itse liittyy Kanta-palvelujen käyttäjäksi.',
            sv: 'Gäller endast en organisation som själv ansluter sig som användare av Kanta-tjänsterna.',
            en: 'Concerns only an organisation that itself joins the Kanta services.',
          }[language];
        case 'uses-national-services':
          return {
            fi: 'Koskee vain organisaatiota, joka käyttää Kanta-palveluja.',
            sv: 'Gäller endast en organisation som använder Kanta-tjänsterna.',
            en: 'Concerns only an organisation that uses the Kanta services.',
          }[language];
        case 'no-such-duty':
          return {
            fi: 'Organisaatiolla ei ole velvoitetta, jota tämä koskee.',
            sv: 'Organisationen har ingen sådan skyldighet som detta gäller.',
            en: 'The organisation has no duty that this concerns.',
          }[language];
        case 'public-producers-later': {
          const from = because.from === undefined ? '' : at(because.from);
          return {
            fi: `Koskee julkisia palveluntuottajia ${from} alkaen.`,
            sv: `Gäller offentliga tjänsteproducenter från och med ${from}.`,
            en: `Concerns public producers from ${from}.`,
          }[language];
        }
      }
  }
};
