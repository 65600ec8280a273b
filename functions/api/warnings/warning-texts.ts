import type { Text } from '../../../domain/language.ts';

/** What an organisation does itself about requirements of which nothing is known. */
export const ownAssessment = (requirements: number): Text => ({
  fi: `Tehkää itsearviointi: ${requirements} vaatimuksesta ei ole tietoa.`,
  sv: `Gör en självbedömning: uppgift saknas om ${requirements} krav.`,
  en: `Make a self-assessment: ${requirements} ${requirements === 1 ? 'requirement is' : 'requirements are'} unknown.`,
});

/** What it does about statements of its own that lapse. */
export const ownStatements = (statements: number): Text => ({
  fi: `Tehkää uusi itsearviointi, jossa ${statements === 1 ? 'tämä ilmoitetaan' : 'nämä ilmoitetaan'} uudelleen.`,
  sv: `Gör en ny självbedömning där ${statements === 1 ? 'uppgiften' : 'uppgifterna'} lämnas på nytt.`,
  en: `Make a new self-assessment that states ${statements === 1 ? 'this' : 'these'} again.`,
});
