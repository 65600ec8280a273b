import type { Side } from '../../../domain/acknowledgement.ts';
import type { Matter } from '../../../domain/digest/matters.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import type { Language } from '../../../domain/language.ts';
import { catalogues, type Speaker, speaker } from '../../night/send-digest/speaker.ts';
import { wordedMatter } from '../../night/send-digest/worded/matters.ts';
import type { OpenWarning } from './open-warnings.ts';
import { warningIdOf } from './warning-id.ts';
import { ownAssessment, ownStatements } from './warning-texts.ts';

/** Who speaks for an answer: what the mail says and what a list says are the same words. */
export const speakerOf = (language: Language): Speaker => speaker(language, catalogues[language]);

const citationsOf = (matter: Matter) => (matter.kind === 'statement' ? [] : matter.citations);

/** The mail tells supervisors what to ask of an organisation; itself it is told what to do. */
const ownStep = (matter: Matter, language: Language): string | undefined => {
  switch (matter.kind) {
    case 'deadline': {
      const [next] = matter.next;
      return next?.kind === 'assess' ? ownAssessment(next.requirements)[language] : undefined;
    }
    case 'waiver':
      return matter.underlying === 'unknown' ? ownAssessment(1)[language] : undefined;
    case 'statement':
      return ownStatements(matter.statements.length)[language];
    case 'plan':
    case 'expiry':
      return undefined;
  }
};

/** Whose a warning is, and for whose eyes and in whose language it is worded. */
export interface About {
  readonly businessId: BusinessId;
  readonly name: string;
  readonly side: Side;
  readonly speaker: Speaker;
}

/** An open warning as the API answers it: the data, and the mail's words. */
export const warningAnswer = (
  { warning, matter, acknowledgement }: OpenWarning,
  { businessId, name, side, speaker: who }: About,
) => {
  const { kind, id: subject, due, rung } = warning;
  const { title, when, details, next, basis } = wordedMatter(matter, who);
  const nextStep =
    (side === 'provider' ? ownStep(matter, who.language) : undefined) ?? next.at(0)?.text;
  return {
    id: warningIdOf({ businessId, kind, id: subject, due }),
    businessId,
    name,
    kind,
    subject,
    due,
    rung,
    daysLeft: matter.daysLeft,
    title,
    because: [when, ...details],
    ...(nextStep === undefined ? {} : { nextStep }),
    basis: citationsOf(matter),
    citation: basis.at(0)?.text ?? '',
    ...(acknowledgement === undefined
      ? {}
      : { quietUntil: acknowledgement.until, quietBy: acknowledgement.by }),
  };
};
export type WarningAnswer = ReturnType<typeof warningAnswer>;
