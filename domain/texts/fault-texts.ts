import type { Language, Text } from '../language.ts';
import type { Fault } from '../statute/catalogue-check.ts';

const textOf = (fault: Fault): Text => {
  switch (fault.kind) {
    case 'no-citation':
      return {
        fi: `${fault.entry}: ei viittausta lakiin`,
        sv: `${fault.entry}: ingen hänvisning till lag`,
        en: `${fault.entry}: no citation`,
      };
    case 'in-force-before-given':
      return {
        fi: `${fault.entry}: voimassa ennen kuin laki on annettu`,
        sv: `${fault.entry}: i kraft innan lagen har getts`,
        en: `${fault.entry}: in force before it was given`,
      };
    case 'twice':
      return {
        fi: `${fault.entry}: kaksi säännöstä samalla tunnisteella. Säännöstä ei muuteta: muutos on uusi säännös, jolla on oma tunniste (tai ei mitään, jolloin se saa sellaisen).`,
        sv: `${fault.entry}: två poster med samma identifierare. En post ändras inte: en ändring är en ny post med egen identifierare (eller ingen, då får den en).`,
        en: `${fault.entry}: two entries with one id. An entry is never edited: a change is a new one with an id of its own (or none, and it gets one).`,
      };
    case 'no-text':
      return {
        fi: `${fault.entry}: ei tekstiä kielellä ${fault.language}`,
        sv: `${fault.entry}: ingen text på språket ${fault.language}`,
        en: `${fault.entry}: no text in ${fault.language}`,
      };
    case 'no-section':
      return {
        fi: `${fault.entry}: ${fault.section} ei ole pykälä`,
        sv: `${fault.entry}: ${fault.section} är ingen paragraf`,
        en: `${fault.entry}: ${fault.section} is no section`,
      };
    case 'supersedes-nothing':
      return {
        fi: `${fault.entry}: syrjäyttää säännöksen ${fault.superseded}, jota ei ole`,
        sv: `${fault.entry}: ersätter ${fault.superseded}, som inte finns`,
        en: `${fault.entry}: supersedes ${fault.superseded}, which there is not`,
      };
    case 'supersedes-later':
      return {
        fi: `${fault.entry}: syrjäyttää säännöksen ${fault.superseded}, joka ei ole aiempi`,
        sv: `${fault.entry}: ersätter ${fault.superseded}, som inte är tidigare`,
        en: `${fault.entry}: supersedes ${fault.superseded}, which is not earlier`,
      };
    case 'overlap':
      return {
        fi: `${fault.place}: ${fault.on} voimassa sekä ${fault.entries.join(' että ')}`,
        sv: `${fault.place}: den ${fault.on} gäller både ${fault.entries.join(' och ')}`,
        en: `${fault.place}: on ${fault.on} both ${fault.entries.join(' and ')}`,
      };
    case 'gap':
      return {
        fi: `${fault.place}: aukko ${fault.on} alkaen`,
        sv: `${fault.place}: en lucka från ${fault.on}`,
        en: `${fault.place}: a gap from ${fault.on}`,
      };
  }
};

/** What is wrong with a catalogue, in words: `join (private, own): on 2026-12-01 both … and …`. */
export const describeFault = (fault: Fault, language: Language): string => textOf(fault)[language];
