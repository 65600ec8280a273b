import type { OverallStatus } from '../../../domain/evaluation.ts';

/**
 * The colours of a status: `fill` under white text on a light page, `dark` under near-black text on a
 * dark one; each pair has a contrast of at least 4.5 to 1. A colour never says what no word says.
 */
export interface Tone {
  readonly fill: string;
  readonly dark: string;
}

export const tones: Readonly<Record<OverallStatus, Tone>> = {
  overdue: { fill: '#b3261e', dark: '#f28b82' },
  'too-late': { fill: '#9a4a00', dark: '#f0a35e' },
  unknown: { fill: '#5b4b8a', dark: '#bba9f0' },
  'at-risk': { fill: '#7a5c00', dark: '#e3c04a' },
  'on-track': { fill: '#1f5fa8', dark: '#86b6f2' },
  ready: { fill: '#1e6b3c', dark: '#71c793' },
  'not-bound': { fill: '#5a6472', dark: '#a9b4c0' },
};
