import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../domain/day.ts';
import { evaluate } from '../domain/evaluation.ts';
import { BusinessId } from '../domain/identifiers.ts';
import { organisationProfile } from '../domain/organisation.ts';
import type { RequirementVerdict } from '../domain/readiness.ts';
import { requirementIds } from '../domain/statute/requirements/requirement-ids.ts';
import { requirementTexts } from '../domain/statute/requirements/texts/requirement-texts.ts';
import { describeBecause } from '../domain/texts/because-texts.ts';

/*
 * `npm run tables`: writes docs/applicability.md, which requirement concerns whom, from the data.
 */

const on = day('2026-05-01');

const provider = {
  name: 'Esimerkkihoiva Oy',
  sector: 'private',
  counties: ['kainuu'],
  serviceTasks: ['older-people'],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
};
const unit = (number: number) => ({ oid: `1.2.246.10.2048198.10.${number}`, name: `${number}` });

/** Situations that the law and the joining models distinguish, each by what differs from the first. */
export const situations: readonly {
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
}[] = [
  { name: 'private, direct joining, own clients and an organiser’s', facts: {} },
  { name: 'only own clients', facts: { actsForOrganiser: false } },
  { name: 'joint joining, main joiner', facts: { joiningModel: 'joint', mainJoiner: true } },
  { name: 'joint joining, tenant', facts: { joiningModel: 'joint', mainJoiner: false } },
  {
    name: 'parallel joining, only the organiser’s register',
    facts: { joiningModel: 'parallel', ownRegister: false },
  },
  { name: 'parallel joining, a register of its own too', facts: { joiningModel: 'parallel' } },
  { name: 'no client data system', facts: { usesClientDataSystem: false } },
  { name: 'staff neither reads nor signs in Kanta', facts: { readsOrSignsInKanta: false } },
  { name: 'two service units', facts: { units: [unit(1), unit(2)] } },
  {
    name: 'public organiser',
    facts: { sector: 'public', actsForOrganiser: false, recordsPatientData: true },
  },
  { name: 'private, only on Åland', facts: { counties: ['ahvenanmaa'] } },
  {
    name: 'Åland, joined all the same',
    facts: { counties: ['ahvenanmaa'], joinedOn: '2026-02-01' },
  },
  { name: 'operation ended', facts: { endedOn: '2026-04-30' } },
];

const verdictsIn = (facts: Readonly<Record<string, unknown>>): readonly RequirementVerdict[] =>
  evaluate({
    organisation: {
      ...organisationProfile(on).parse({ ...provider, ...facts }),
      businessId: BusinessId.parse('0204819-8'),
    },
    assessments: [],
    waivers: [],
    on,
  }).requirements;

/** Whether a requirement concerns whoever is in a situation, in the order of `situations`. */
export const concerns = (): ReadonlyMap<string, readonly boolean[]> => {
  const columns = situations.map(({ facts }) => verdictsIn(facts));
  return new Map(
    requirementIds.map((id, row) => [
      id,
      columns.map((verdicts) => verdicts[row]?.status !== 'not-applicable'),
    ]),
  );
};

/** Each reason for which something does not concern someone, once. */
const reasons = (): readonly string[] => [
  ...new Set(
    situations.flatMap(({ facts }) =>
      verdictsIn(facts)
        .filter(({ because }) => because.kind === 'does-not-concern')
        .map((verdict) => describeBecause(verdict, 'en')),
    ),
  ),
];

export const applicabilityDocument = (): string =>
  [
    '# Which requirement concerns whom',
    '',
    'Generated from the data by `npm run tables`; a test compares it, and every row with a table of its own.',
    `As of ${on}, for an organisation that has stated nothing: ● is asked of it, · does not concern it.`,
    '',
    ...situations.map(({ name }, i) => `${i + 1}. ${name}`),
    '',
    `| requirement | ${situations.map((_, i) => i + 1).join(' | ')} |`,
    `|---|${situations.map(() => '---|').join('')}`,
    ...[...concerns()].map(
      ([id, row]) => `| \`${id}\` | ${row.map((asked) => (asked ? '●' : '·')).join(' | ')} |`,
    ),
    '',
    'Why something does not concern someone, as the API says it:',
    '',
    ...reasons().map((reason) => `- ${reason}`),
    '',
    'In Finnish:',
    '',
    ...requirementIds.map((id) => `- \`${id}\`: ${requirementTexts[id].name.fi}`),
    '',
  ].join('\n');

export const documentPath = join(import.meta.dirname, '..', 'docs', 'applicability.md');

if (import.meta.main) writeFileSync(documentPath, applicabilityDocument());
