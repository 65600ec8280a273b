import { day } from '../day.ts';
import { citing, entriesOf, from, type ObligationEntry } from './entries.ts';

/** The supervision act 741/2023 and its amendment 964/2024: the register of producers, Soteri. */
const cite = citing('741/2023');
const amended = citing('741/2023', '964/2024');
const everyMarch = { kind: 'yearly', month: 3, dayOfMonth: 31 } as const;
const publicProducers = { sector: 'public', register: 'any' } as const;

const asEnacted = entriesOf(from('741/2023'))([
  {
    id: 'soteri-annual-check-private/741-2023',
    obligation: 'soteri-annual-check',
    basis: [cite('17', 1)],
    binds: { sector: 'private', register: 'any' },
    rule: { ...everyMarch, firstYear: 2024 },
  },
  {
    id: 'soteri-annual-check-public/741-2023',
    obligation: 'soteri-annual-check',
    basis: [cite('17', 1), cite('52', 1)],
    binds: publicProducers,
    rule: { ...everyMarch, firstYear: 2026 },
  },
  {
    id: 'soteri-registration/741-2023',
    obligation: 'soteri-registration',
    basis: [cite('56', 1), cite('52', 1)],
    binds: publicProducers,
    /** "Before chapter 3 comes into force on 1.1.2026": the last day before it. */
    rule: { kind: 'fixed', day: day('2025-12-31') },
  },
]);

const by964of2024 = entriesOf(from('964/2024'))([
  {
    id: 'soteri-annual-check-public/964-2024',
    obligation: 'soteri-annual-check',
    supersedes: ['soteri-annual-check-public/741-2023'],
    basis: [cite('17', 1), amended('52', 1)],
    binds: publicProducers,
    rule: { ...everyMarch, firstYear: 2028 },
  },
  {
    id: 'soteri-registration/964-2024',
    obligation: 'soteri-registration',
    supersedes: ['soteri-registration/741-2023'],
    basis: [amended('56', 1), amended('52', 1)],
    binds: publicProducers,
    /** "Before chapter 3 comes into force on 1.1.2028": the last day before it. */
    rule: { kind: 'fixed', day: day('2027-12-31') },
  },
]);

export const act741of2023: readonly ObligationEntry[] = [...asEnacted, ...by964of2024];
