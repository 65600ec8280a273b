import { day } from '../../day.ts';
import { citing } from '../entries.ts';
import { mayChange, type Requirement } from './requirement.ts';

const supervision = citing('741/2023');
const client = citing('703/2023');

/** From then on chapter 3 of the act binds public producers too (741/2023 52 § 1 mom. by 964/2024). */
export const chapter3BindsPublicFrom = day('2028-01-01');

/** That the organisation and its units stand in the registers: Soteri, the SOTE register, the county's. */
export const registration = {
  'licence-or-registration': {
    id: 'licence-or-registration',
    appliesTo: { supervisionAct: true },
    perUnit: true,
    basis: [supervision('5', 1), supervision('16')],
    sources: ['kela-2020'],
    evidence: [
      { id: 'producerRegistered', kind: 'required' },
      { id: 'unitsRegistered', kind: 'required' },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: ['join'],
    // Until chapter 3 binds them they may produce without it (56 § 1 mom.: "5 §:n estämättä").
    ofPublic: {
      basis: [citing('741/2023', '964/2024')('56', 1)],
      holdsUp: ['soteri-registration'],
    },
    shownBy: null,
    ask: ['lvv'],
  },
  'soteri-check': {
    id: 'soteri-check',
    appliesTo: { hasDuty: ['soteri-annual-check'], publicProducersFrom: chapter3BindsPublicFrom },
    perUnit: false,
    basis: [supervision('17', 1)],
    sources: [],
    evidence: [],
    validity: {
      kind: 'until-next',
      month: 3,
      dayOfMonth: 31,
      basis: [supervision('17', 1)],
    },
    ageing: mayChange,
    holdsUp: ['soteri-annual-check'],
    shownBy: null,
    ask: ['lvv'],
  },
  'sote-register-entry': {
    id: 'sote-register-entry',
    appliesTo: { usesNationalServices: true },
    perUnit: true,
    basis: [client('8', 1)],
    sources: ['thl-sote-register', 'etela-pohjanmaa-2026', 'kela-2020'],
    evidence: [
      { id: 'operationalUnit', kind: 'required' },
      { id: 'serviceUnits', kind: 'required' },
      { id: 'markedSocialWelfare', kind: 'required' },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: ['join', 'store-documents'],
    shownBy: null,
    ask: ['thl'],
  },
  'unit-oid-delivered': {
    id: 'unit-oid-delivered',
    appliesTo: { usesNationalServices: true, actsForOrganiser: true },
    perUnit: true,
    basis: [],
    sources: ['etela-pohjanmaa-2026'],
    evidence: [{ id: 'deliveredTo', kind: 'counties' }],
    validity: null,
    ageing: mayChange,
    holdsUp: ['store-documents'],
    shownBy: null,
    ask: ['county'],
  },
} as const satisfies Readonly<Record<string, Requirement>>;
