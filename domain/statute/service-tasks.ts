import type { Text } from '../language.ts';

/** The service tasks (palvelutehtävä) of social welfare, in the order of the statute's annex. */
export const serviceTasks = [
  'families-with-children',
  'working-age',
  'older-people',
  'child-protection',
  'disability-services',
  'substance-abuse',
  'family-law',
] as const;
export type ServiceTask = (typeof serviceTasks)[number];

/** Names as the acts have them (703/2023 annex; 457/2024 13 § for substance abuse). */
export const serviceTaskNames: Readonly<Record<ServiceTask, Text>> = {
  'families-with-children': {
    fi: 'lapsiperheiden palvelut',
    sv: 'service för barnfamiljer',
    en: 'services for families with children',
  },
  'working-age': {
    fi: 'työikäisten palvelut',
    sv: 'service för personer i arbetsför ålder',
    en: 'services for people of working age',
  },
  'older-people': {
    fi: 'iäkkäiden palvelut',
    sv: 'service för äldre',
    en: 'services for older people',
  },
  'child-protection': { fi: 'lastensuojelu', sv: 'barnskydd', en: 'child protection' },
  'disability-services': {
    fi: 'vammaispalvelut',
    sv: 'funktionshinderservice',
    en: 'disability services',
  },
  'substance-abuse': {
    fi: 'päihde- ja riippuvuustyön erityiset palvelut',
    sv: 'särskild service inom alkohol- och drogarbete och beroendearbete',
    en: 'special services of substance abuse and addiction work',
  },
  'family-law': {
    fi: 'perheoikeudelliset palvelut',
    sv: 'familjerättsliga tjänster',
    en: 'family-law services',
  },
};

/**
 * Codes of the national code set "Sosiaalihuolto - Palvelutehtävä" (1.2.246.537.6.1221). Only two are
 * found in a source (Sosmeta 1.2.246.537.6.1506.19008.2024.12.19); the other five are left out, not guessed.
 */
export const serviceTaskCodeSet = '1.2.246.537.6.1221';
export const serviceTaskCodes: Readonly<Partial<Record<ServiceTask, string>>> = {
  'child-protection': '10',
  'disability-services': '20',
};
