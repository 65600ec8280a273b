import type { Text } from '../../../language.ts';
import type { JobRole } from '../../job-roles.ts';
import type { Adviser } from '../requirement.ts';

/** Whom to ask, as named in a list: "Lisätietoja: …", "Mer information: …", "Ask: …". */
export const adviserNames: Readonly<Record<Adviser, Text>> = {
  kela: { fi: 'Kela', sv: 'FPA', en: 'Kela' },
  thl: { fi: 'THL', sv: 'THL', en: 'THL' },
  dvv: {
    fi: 'Digi- ja väestötietovirasto',
    sv: 'Myndigheten för digitalisering och befolkningsdata',
    en: 'the Digital and Population Data Services Agency',
  },
  lvv: {
    fi: 'Lupa- ja valvontavirasto',
    sv: 'Tillstånds- och tillsynsverket',
    en: 'the Finnish Supervisory Authority',
  },
  county: {
    fi: 'hyvinvointialue (Helsingissä kaupunki)',
    sv: 'välfärdsområdet (i Helsingfors staden)',
    en: 'the wellbeing services county (in Helsinki, the city)',
  },
  vendor: { fi: 'järjestelmätoimittaja', sv: 'systemleverantören', en: 'your system vendor' },
  /** No official Swedish or English word found (pääliittyjä, Kela 2025). */
  'main-joiner': { fi: 'pääliittyjä', sv: 'huvudanslutaren', en: 'the main joiner' },
  ministry: {
    fi: 'sosiaali- ja terveysministeriö',
    sv: 'social- och hälsovårdsministeriet',
    en: 'the Ministry of Social Affairs and Health',
  },
};

/** Job roles of social welfare as decree 457/2024, section 10 has them; Swedish in its own words. */
export const jobRoleNames: Readonly<Record<JobRole, Text>> = {
  'broad-client-responsibility': {
    fi: 'laajan asiakasvastuun työtehtävät',
    sv: 'arbetsuppgifter med omfattande klientansvar',
    en: 'tasks of broad client responsibility',
  },
  arranging: {
    fi: 'sosiaalipalvelun järjestämisen työtehtävät',
    sv: 'arbetsuppgifter för ordnande av socialservice',
    en: 'tasks of arranging social services',
  },
  'child-welfare-officer': {
    fi: 'lastenvalvojan työtehtävät',
    sv: 'arbetsuppgifter som barnatillsyningsman',
    en: 'tasks of the child welfare officer',
  },
  implementing: {
    fi: 'sosiaalipalvelun toteutuksen työtehtävät',
    sv: 'arbetsuppgifter för genomförande av socialservice',
    en: 'tasks of implementing social services',
  },
  administration: {
    fi: 'sosiaalihuollon hallinnolliset tehtävät',
    sv: 'administrativa uppgifter inom socialvården',
    en: 'administrative tasks of social welfare',
  },
};

/** In whose name the certificates are: answers the point `holder` of `service-certificates`. */
export const choiceNames: Readonly<Record<string, Text>> = {
  own: { fi: 'organisaation', sv: 'organisationens', en: "the organisation's own" },
  vendor: { fi: 'järjestelmätoimittajan', sv: 'systemleverantörens', en: "the system vendor's" },
  intermediary: { fi: 'välittäjän', sv: 'förmedlarens', en: "the intermediary's" },
};
