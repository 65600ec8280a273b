import type {
  ExpiryMatter,
  StatementMatter,
  WaiverMatter,
} from '../../../../domain/digest/ending-matters.ts';
import { requirementTexts } from '../../../../domain/statute/requirements/texts/requirement-texts.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import type { Speaker } from '../speaker.ts';
import { listed, requirementBasis } from './labelled.ts';
import { nameInUnits, unitDetails } from './units.ts';
import type { MatterLine, WordedMatter } from './worded-matter.ts';

/** So many statements are named; the others are counted. */
const statementsNamed = 8;

export const expiryLine = (
  { requirement, due, daysLeft }: ExpiryMatter,
  { say, language }: Speaker,
): MatterLine => {
  const title = requirementTexts[requirement].name[language];
  const day = formatDay(due, language);
  if (daysLeft < 0) return { title, when: say('expiry.passed', { day, days: -daysLeft }) };
  return {
    title,
    when:
      daysLeft === 0 ? say('expiry.today', { day }) : say('expiry.ahead', { day, days: daysLeft }),
  };
};

/** The day that decides, in the words in which it was asked for; set into a sentence. */
export const pointDetails = (
  { requirement, points }: Pick<ExpiryMatter, 'requirement' | 'points'>,
  speaker: Speaker,
): string[] => {
  const { say, list, language } = speaker;
  const texts = points.flatMap((id) => requirementTexts[requirement].points[id]?.[language] ?? []);
  return texts.length === 0
    ? []
    : [
        say('expiry.points', {
          points: list(texts.map((text) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`)),
        }),
      ];
};

export const wordedExpiry = (matter: ExpiryMatter, speaker: Speaker): WordedMatter => {
  const { say, language } = speaker;
  const { nextStep, validity } = requirementTexts[matter.requirement];
  return {
    ...expiryLine(matter, speaker),
    pressing: matter.daysLeft <= 0,
    details: [
      ...unitDetails(matter.units, speaker),
      ...pointDetails(matter, speaker),
      ...(matter.endsBefore === null
        ? []
        : [say('expiry.before-deadline', { day: formatDay(matter.endsBefore, language) })]),
      ...(matter.endIsAssumed && validity !== undefined ? [validity[language]] : []),
      ...(matter.waivedUntil === null
        ? []
        : [say('expiry.waived', { day: formatDay(matter.waivedUntil, language) })]),
    ],
    next: [{ label: say('next.label'), text: nextStep[language] }],
    basis: [requirementBasis(matter, speaker)],
  };
};

export const statementLine = (
  { statements, due, daysLeft }: StatementMatter,
  { say, language }: Speaker,
): MatterLine => {
  const count = statements.length;
  const day = formatDay(due, language);
  if (daysLeft < 0) {
    return {
      title: say('statement.title.passed', { count }),
      when: say('statement.passed', { count, day }),
    };
  }
  return {
    title: say('statement.title', { count }),
    when:
      daysLeft === 0
        ? say('statement.today', { count, day })
        : say('statement.ahead', { count, day, days: daysLeft }),
  };
};

export const wordedStatements = (matter: StatementMatter, speaker: Speaker): WordedMatter => {
  const { say } = speaker;
  const { statements, daysLeft } = matter;
  const count = statements.length;
  const names = [
    ...statements.slice(0, statementsNamed).map((one) => nameInUnits(one, speaker)),
    ...(count > statementsNamed ? [say('statement.more', { count: count - statementsNamed })] : []),
  ];
  return {
    ...statementLine(matter, speaker),
    pressing: daysLeft <= 0,
    details: [say('statement.names', { count, names: listed(names) })],
    next: [{ label: say('next.own-label'), text: say('statement.next', { count }) }],
    basis: [{ label: say('statement.basis.label'), text: say('statement.basis') }],
  };
};

export const waiverLine = (
  { requirement, due, daysLeft }: WaiverMatter,
  { say, language }: Speaker,
): MatterLine => {
  const day = formatDay(due, language);
  const name = requirementTexts[requirement].name[language];
  if (daysLeft < 0) {
    return { title: say('waiver.title.passed', { name }), when: say('waiver.passed', { day }) };
  }
  return {
    title: say('waiver.title', { name }),
    when:
      daysLeft === 0 ? say('waiver.today', { day }) : say('waiver.ahead', { day, days: daysLeft }),
  };
};

export const wordedWaiver = (matter: WaiverMatter, speaker: Speaker): WordedMatter => {
  const { say, language } = speaker;
  const { requirement, underlying, daysLeft } = matter;
  return {
    ...waiverLine(matter, speaker),
    pressing: daysLeft <= 0,
    details: [say(`waiver.without.${underlying}`)],
    next: [
      underlying === 'unknown'
        ? { label: say('next.own-label'), text: say('next.assess', { count: 1 }) }
        : {
            label: say('next.label'),
            text: requirementTexts[requirement].nextStep[language],
          },
    ],
    basis: [requirementBasis(matter, speaker)],
  };
};
