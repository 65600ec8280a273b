import { citing } from '../entries.ts';
import { mayChange, type Requirement } from './requirement.ts';

const client = citing('703/2023');
const supervision = citing('741/2023');

/** The three plans, each apart: information security, a unit's self-monitoring, the programme over units. */
export const plans = {
  'security-plan': {
    id: 'security-plan',
    appliesTo: {},
    perUnit: false,
    basis: [client('77', 1), client('77', 2)],
    sources: ['thl-3-2024'],
    evidence: [
      { id: 'followsRegulation', kind: 'required' },
      { id: 'coversKanta', kind: 'required', appliesTo: { joinsItself: true } },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: ['join', 'security-plan'],
    shownBy: null,
    ask: ['thl', 'vendor'],
  },
  'self-monitoring-plan': {
    id: 'self-monitoring-plan',
    appliesTo: { supervisionAct: true },
    perUnit: true,
    basis: [supervision('27', 1), supervision('27', 3)],
    sources: [],
    evidence: [
      { id: 'published', kind: 'required' },
      {
        id: 'followUpPublishedOn',
        kind: 'last-done-on',
        holds: { kind: 'months', months: 4, basis: [supervision('27', 3)] },
      },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: [],
    shownBy: null,
    ask: ['lvv', 'county'],
  },
  'self-monitoring-programme': {
    id: 'self-monitoring-programme',
    appliesTo: { supervisionAct: true, needsProgramme: true },
    perUnit: false,
    basis: [supervision('26', 1), supervision('26', 4)],
    sources: [],
    evidence: [
      { id: 'published', kind: 'required' },
      {
        id: 'followUpPublishedOn',
        kind: 'last-done-on',
        holds: { kind: 'months', months: 4, basis: [supervision('26', 4)] },
      },
    ],
    validity: null,
    ageing: mayChange,
    holdsUp: [],
    shownBy: null,
    ask: ['lvv', 'county'],
  },
} as const satisfies Readonly<Record<string, Requirement>>;
