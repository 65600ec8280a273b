import { citing } from '../entries.ts';
import { mayChange, type Requirement } from './requirement.ts';

const client = citing('703/2023');

/** That the system may be connected: it is certified, has its certificates, and reaches others' registers. */
export const system = {
  'certified-system': {
    id: 'certified-system',
    appliesTo: { joinsItself: true },
    perUnit: false,
    basis: [client('81', 2), client('84', 2), client('87', 3)],
    sources: ['thl-5-2024', 'kela-2025', 'astori'],
    evidence: [
      { id: 'inRegister', kind: 'required' },
      {
        id: 'certificateUntil',
        kind: 'valid-until',
        longest: { kind: 'months', months: 36, basis: [client('87', 3)] },
      },
      { id: 'interoperabilityTested', kind: 'required' },
      { id: 'meetsJoiningProfile', kind: 'required' },
      { id: 'patientSystem', kind: 'excluded' },
      { id: 'profileChosen', kind: 'required' },
      { id: 'registerAccessRight', kind: 'required', appliesTo: { actsForOrganiser: true } },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: ['join'],
    shownBy: null,
    ask: ['vendor', 'lvv'],
  },
  'service-certificates': {
    id: 'service-certificates',
    appliesTo: { joinsItself: true },
    perUnit: false,
    basis: [client('65', 3)],
    sources: ['dvv-service-certificates', 'kela-2020'],
    evidence: [
      { id: 'holder', kind: 'choice', of: ['own', 'vendor', 'intermediary'] },
      { id: 'authorised', kind: 'required' },
      {
        id: 'serverCertificateUntil',
        kind: 'valid-until',
        longest: { kind: 'months', months: 12, source: 'dvv-service-certificates' },
      },
      {
        id: 'signatureCertificateUntil',
        kind: 'valid-until',
        longest: { kind: 'months', months: 24, source: 'dvv-service-certificates' },
      },
      { id: 'testCertificates', kind: 'fact' },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: ['join'],
    shownBy: null,
    ask: ['dvv', 'vendor'],
  },
  'register-access-right': {
    id: 'register-access-right',
    appliesTo: { usesNationalServices: true, actsForOrganiser: true },
    perUnit: false,
    basis: [client('14', 1, 1)],
    sources: ['kanta-register-access-right', 'kela-2025', 'etela-pohjanmaa-2026'],
    evidence: [
      { id: 'bothUseIt', kind: 'required' },
      { id: 'grantedBy', kind: 'counties' },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: ['store-documents'],
    shownBy: null,
    ask: ['county', 'vendor'],
  },
} as const satisfies Readonly<Record<string, Requirement>>;
