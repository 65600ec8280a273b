import type { Unconcerned } from '../applicability.ts';
import type { Lacking } from '../lacking.ts';
import type { Language, Text } from '../language.ts';
import type { Because, RequirementVerdict } from '../readiness.ts';
import { countyNames } from '../statute/counties.ts';
import type { EvidencePoint } from '../statute/requirements/requirement.ts';
import type { RequirementId } from '../statute/requirements/requirement-ids.ts';
import { requirements } from '../statute/requirements/requirements.ts';
import { jobRoleNames } from '../statute/requirements/texts/names.ts';
import { requirementTexts } from '../statute/requirements/texts/requirement-texts.ts';
import { serviceTaskNames } from '../statute/service-tasks.ts';
import { formatDay } from './days.ts';

/** Why something does not concern an organisation, by the condition that it does not fulfil. */
const unconcernedTexts: Readonly<Record<Unconcerned['condition'], Text>> = {
  'operation-ended': {
    fi: 'Toiminta on päättynyt.',
    sv: 'Verksamheten har upphört.',
    en: 'The operation has ended.',
  },
  joinsItself: {
    fi: 'Koskee vain organisaatiota, joka itse liittyy Kanta-palvelujen käyttäjäksi.',
    sv: 'Gäller endast en organisation som själv ansluter sig som användare av Kanta-tjänsterna.',
    en: 'Concerns only an organisation that itself joins the Kanta services.',
  },
  usesNationalServices: {
    fi: 'Koskee vain organisaatiota, joka käyttää Kanta-palveluja.',
    sv: 'Gäller endast en organisation som använder Kanta-tjänsterna.',
    en: 'Concerns only an organisation that uses the Kanta services.',
  },
  appliesItself: {
    fi: 'Yhteisliittymisessä tämän hoitaa pääliittyjä.',
    sv: 'Vid gemensam anslutning sköts detta av huvudanslutaren.',
    en: 'In joint joining the main joiner sees to this.',
  },
  readsOrSigns: {
    fi: 'Organisaatio on ilmoittanut, ettei sen henkilöstö katso Kannan tietoja eikä allekirjoita asiakirjoja. Pelkkä kirjaaminen ei edellytä varmennekorttia.',
    sv: 'Organisationen har uppgett att dess personal varken läser uppgifter i Kanta eller undertecknar handlingar. Enbart anteckning kräver inget certifikatkort.',
    en: 'The organisation has stated that its staff neither reads data in Kanta nor signs documents. Recording alone needs no card.',
  },
  actsForOrganiser: {
    fi: 'Koskee vain palveluntuottajaa, joka toimii palvelunjärjestäjän lukuun.',
    sv: 'Gäller endast en tjänsteproducent som handlar för en tjänsteanordnares räkning.',
    en: 'Concerns only a producer that acts on behalf of an organiser.',
  },
  recordsPatientData: {
    fi: 'Koskee vain organisaatiota, jonka sosiaalihuollossa kirjataan potilastietoja.',
    sv: 'Gäller endast en organisation i vars socialvård patientuppgifter antecknas.',
    en: 'Concerns only an organisation that records patient data in its social welfare.',
  },
  sector: {
    fi: 'Koskee vain julkista sosiaalihuoltoa.',
    sv: 'Gäller endast den offentliga socialvården.',
    en: 'Concerns only public social welfare.',
  },
  supervisionAct: {
    fi: 'Käytettävissä olevista lähteistä ei ilmene, että valvontalakia 741/2023 sovellettaisiin Ahvenanmaalla.',
    sv: 'Av de tillgängliga källorna framgår inte att tillsynslagen 741/2023 skulle tillämpas på Åland.',
    en: 'No available source says that the Supervision Act 741/2023 applies on Åland.',
  },
  needsProgramme: {
    fi: 'Koskee palvelunjärjestäjiä ja tuottajia, joilla on useampi kuin yksi palveluyksikkö.',
    sv: 'Gäller tjänsteanordnare och sådana tjänsteproducenter som har fler än en tjänsteenhet.',
    en: 'Concerns organisers, and producers with more than one service unit.',
  },
  hasDuty: {
    fi: 'Organisaatiolla ei ole velvoitetta, jota tämä koskee.',
    sv: 'Organisationen har ingen sådan skyldighet som detta gäller.',
    en: 'The organisation has no duty that this concerns.',
  },
  publicProducersFrom: {
    fi: 'Koskee julkisia palveluntuottajia vasta myöhemmin.',
    sv: 'Gäller offentliga tjänsteproducenter först senare.',
    en: 'Concerns public producers only later.',
  },
};

const describeUnconcerned = ({ condition, from }: Unconcerned, language: Language): string => {
  if (condition !== 'publicProducersFrom' || from === undefined) {
    return unconcernedTexts[condition][language];
  }
  const day = formatDay(from, language);
  return {
    fi: `Koskee julkisia palveluntuottajia ${day} alkaen.`,
    sv: `Gäller offentliga tjänsteproducenter från och med ${day}.`,
    en: `Concerns public producers from ${day}.`,
  }[language];
};

const quoted = (text: string, language: Language): string =>
  language === 'en' ? `“${text}”` : `”${text}”`;

/** What a statement of done leaves uncovered, each in a sentence. */
const describeLacking = (
  requirement: RequirementId,
  { points, serviceTasks, jobRoles, counties }: Lacking,
  language: Language,
): readonly string[] => {
  const one = (named: readonly string[], text: Text): readonly string[] =>
    named.length === 0 ? [] : [`${text[language]} ${named.join('; ')}.`];
  const named = (kind: EvidencePoint['kind']) =>
    requirements[requirement].evidence.flatMap((point) => {
      const text = requirementTexts[requirement].points[point.id];
      return point.kind === kind && points.includes(point.id) && text !== undefined
        ? [quoted(text[language], language)]
        : [];
    });
  return [
    ...one(named('required'), {
      fi: 'Tämä kohta ei kuitenkaan pidä ilmoituksen mukaan paikkaansa:',
      sv: 'Enligt anmälan stämmer dock inte följande:',
      en: 'By the statement itself this does not hold:',
    }),
    ...one(named('excluded'), {
      fi: 'Ilmoituksen mukaan este on:',
      sv: 'Enligt anmälan finns ett hinder:',
      en: 'By the statement itself this stands in the way:',
    }),
    ...one(
      serviceTasks.map((task) => serviceTaskNames[task][language]),
      {
        fi: 'Nämä palvelutehtävät puuttuvat:',
        sv: 'Följande serviceuppgifter saknas:',
        en: 'These service tasks are missing:',
      },
    ),
    ...one(
      jobRoles.map((role) => jobRoleNames[role][language]),
      {
        fi: 'Nämä työtehtävät puuttuvat:',
        sv: 'Följande arbetsuppgifter saknas:',
        en: 'These job roles are missing:',
      },
    ),
    ...one(
      counties.map((county) => countyNames[county][language]),
      {
        fi: 'Nämä alueet puuttuvat:',
        sv: 'Följande områden saknas:',
        en: 'These counties are missing:',
      },
    ),
  ];
};

/** A unit's name before what is said of it. */
const ofUnit = (unit: RequirementVerdict['worstUnit'], language: Language): string => {
  if (unit === undefined) return '';
  return `${{ fi: 'Yksikkö', sv: 'Enheten', en: 'Unit' }[language]} ${unit.name} (${unit.oid}): `;
};

/** A Swedish day at the beginning of a sentence: `Den 1 juni 2026`. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A reason in the giver's own words, as a sentence of its own. */
const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** The point of the evidence that ends, where it is not the whole of it. */
const ofPoint = (requirement: RequirementId, because: Because, language: Language): string => {
  const id = 'point' in because ? because.point : undefined;
  const text = id === undefined ? undefined : requirementTexts[requirement].points[id];
  return text === undefined ? '' : ` (${text[language]})`;
};

/** Why a requirement has its status, in a sentence or two. */
export const describeBecause = (
  {
    requirement,
    because,
    underlyingBecause,
    worstUnit,
  }: Pick<RequirementVerdict, 'requirement' | 'because' | 'underlyingBecause' | 'worstUnit'>,
  language: Language,
): string => {
  const said = `${ofUnit(worstUnit, language)}${sentences({ requirement, because }, language)}`;
  if (underlyingBecause === undefined) return said;
  const without = { fi: 'Ilman poikkeusta:', sv: 'Utan undantaget:', en: 'Without the waiver:' };
  const underlying = sentences({ requirement, because: underlyingBecause }, language);
  return `${said} ${without[language]} ${underlying}`;
};

const sentences = (
  { requirement, because }: Pick<RequirementVerdict, 'requirement' | 'because'>,
  language: Language,
): string => {
  const at = (value: Parameters<typeof formatDay>[0]) => formatDay(value, language);
  const point = ofPoint(requirement, because, language);
  const assumed = (holds: boolean): string => {
    const validity = requirementTexts[requirement].validity;
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
            sv: `${capital(at(because.statedOn))} uppgavs att detta inte har påbörjats.`,
            en: `Stated on ${at(because.statedOn)} as not started.`,
          }[language]
        : {
            fi: `Ilmoitettu ${at(because.statedOn)}, että tämä on kesken.`,
            sv: `${capital(at(because.statedOn))} uppgavs att detta pågår.`,
            en: `Stated on ${at(because.statedOn)} as in progress.`,
          }[language];
    case 'holds': {
      const done = {
        fi: `Ilmoitettu valmiiksi ${at(because.statedOn)}.`,
        sv: `${capital(at(because.statedOn))} uppgavs att detta är klart.`,
        en: `Stated as done on ${at(because.statedOn)}.`,
      }[language];
      if (because.until === undefined) return done;
      if (because.recurring === true) {
        const again = {
          fi: `Seuraavan kerran viimeistään ${at(because.until)}.`,
          sv: `Nästa gång senast ${at(because.until)}.`,
          en: `To be done again by ${at(because.until)}.`,
        }[language];
        return `${done} ${again}`;
      }
      const until = {
        fi: `Voimassa ${at(because.until)} saakka${point}.`,
        sv: `Gäller till och med ${at(because.until)}${point}.`,
        en: `Valid until ${at(because.until)}${point}.`,
      }[language];
      return `${done} ${until}${assumed(because.assumed)}`;
    }
    case 'ends-before':
      return (
        {
          fi: `Voimassa nyt, mutta vain ${at(because.until)} saakka; tarvitaan vielä ${at(because.neededOn)}${point}.`,
          sv: `Gäller nu men endast till och med ${at(because.until)}; behövs fortfarande ${at(because.neededOn)}${point}.`,
          en: `Valid now, but only until ${at(because.until)}; still needed on ${at(because.neededOn)}${point}.`,
        }[language] + assumed(because.assumed)
      );
    case 'ended':
      if (because.recurring === true) {
        return {
          fi: `Tämä olisi pitänyt tehdä uudelleen viimeistään ${at(because.until)}.`,
          sv: `Detta skulle ha gjorts på nytt senast ${at(because.until)}.`,
          en: `This should have been done again by ${at(because.until)}.`,
        }[language];
      }
      return (
        {
          fi: `Voimassaolo päättyi ${at(because.until)}${point}.`,
          sv: `Giltigheten gick ut ${at(because.until)}${point}.`,
          en: `Validity ended on ${at(because.until)}${point}.`,
        }[language] + assumed(because.assumed)
      );
    case 'stated-not-applicable':
      return {
        fi: `Ilmoitettu ${at(because.statedOn)}, ettei tämä koske organisaatiota: ${ended(because.reason)}`,
        sv: `${capital(at(because.statedOn))} uppgavs att detta inte gäller organisationen: ${ended(because.reason)}`,
        en: `Stated on ${at(because.statedOn)} as not applicable: ${ended(because.reason)}`,
      }[language];
    case 'waived':
      return {
        fi: `Tästä on myönnetty poikkeus ${at(because.until)} saakka: ${ended(because.reason)}`,
        sv: `Undantag har beviljats till och med ${at(because.until)}: ${ended(because.reason)}`,
        en: `Waived until ${at(because.until)}: ${ended(because.reason)}`,
      }[language];
    case 'lacks':
      return [
        {
          fi: `Ilmoitettu valmiiksi ${at(because.statedOn)}.`,
          sv: `${capital(at(because.statedOn))} uppgavs att detta är klart.`,
          en: `Stated as done on ${at(because.statedOn)}.`,
        }[language],
        ...describeLacking(requirement, because, language),
      ].join(' ');
    case 'aged':
      return {
        fi: `Viimeksi ilmoitettu ${at(because.statedOn)}. Ilmoitus oli voimassa ${at(because.until)} saakka; sen jälkeen tilaa ei tiedetä, ja se on ilmoitettava uudelleen.`,
        sv: `Uppgavs senast ${at(because.statedOn)}. Uppgiften gällde till och med ${at(because.until)}; därefter är läget okänt och ska anmälas på nytt.`,
        en: `Last stated on ${at(because.statedOn)}. The statement counted until ${at(because.until)}; since then it is not known and must be stated again.`,
      }[language];
    case 'shown':
      return because.fact === 'joining'
        ? {
            fi: `Organisaatio on liittynyt ${at(because.since)}, joten tämä on tehty.`,
            sv: `Organisationen anslöt sig ${at(because.since)}, så detta har gjorts.`,
            en: `The organisation joined on ${at(because.since)}, so this has been done.`,
          }[language]
        : {
            fi: `Organisaatio on tallentanut asiakirjoja ${at(because.since)} alkaen, joten tämä on tehty.`,
            sv: `Organisationen har sparat handlingar sedan ${at(because.since)}, så detta har gjorts.`,
            en: `The organisation has stored documents since ${at(because.since)}, so this has been done.`,
          }[language];
    case 'does-not-concern':
      return describeUnconcerned(because, language);
  }
};
