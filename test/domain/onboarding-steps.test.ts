import { describe, expect, test } from 'vitest';
import { languages } from '../../domain/language.ts';
import { countyWindows } from '../../domain/statute/county-windows.ts';
import { projectTimes } from '../../domain/statute/lead-times.ts';
import {
  onboardingSteps,
  projectEnd,
  projectProof,
  projectStart,
  stepIds,
} from '../../domain/statute/onboarding-steps.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import { requirementTexts } from '../../domain/statute/requirements/texts/requirement-texts.ts';
import { sources } from '../../domain/statute/sources.ts';
import { stepName } from '../../domain/texts/step-texts.ts';

describe('the onboarding steps as data', () => {
  test('stand in an order in which they can be taken, each once', () => {
    expect(onboardingSteps.map(({ id }) => id)).toEqual(stepIds);
    for (const { id, after } of onboardingSteps) {
      for (const before of after) {
        expect([id, stepIds.indexOf(before)]).toEqual([id, expect.any(Number)]);
        expect(stepIds.indexOf(before)).toBeLessThan(stepIds.indexOf(id));
        expect(stepIds.indexOf(before)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('all lead to production use, and all but the first follow the decision', () => {
    const follows = (id: string): Set<string> =>
      new Set(
        onboardingSteps
          .filter((step) => step.after.some((before) => before === id))
          .flatMap((step) => [step.id, ...follows(step.id)]),
      );
    for (const { id } of onboardingSteps) {
      if (id !== projectEnd) expect([id, follows(id).has(projectEnd)]).toEqual([id, true]);
      if (id !== projectStart) expect([id, follows(projectStart).has(id)]).toEqual([id, true]);
    }
    expect(follows(projectProof)).toEqual(new Set(['deployment-report', projectEnd]));
  });

  test('have only lead times that a source gives', () => {
    expect(
      onboardingSteps
        .filter(({ leadTime }) => leadTime !== null)
        .map(({ id, leadTime }) => [id, leadTime?.shortest, leadTime?.longest, leadTime?.sources]),
    ).toEqual([
      ['card-agreement', { count: 3, unit: 'weeks' }, { count: 4, unit: 'weeks' }, ['kela-2020']],
      ['cards', { count: 11, unit: 'days' }, { count: 2, unit: 'weeks' }, ['kela-2020']],
      [
        'service-certificates',
        { count: 1, unit: 'weeks' },
        { count: 1, unit: 'weeks' },
        ['dvv-certificate-order'],
      ],
      [
        'deployment-report',
        { count: 0, unit: 'working-days' },
        { count: 2, unit: 'working-days' },
        ['kela-2020'],
      ],
    ]);
    expect(projectTimes['system-used-to-join'].longest).toEqual({ count: 6, unit: 'months' });
    expect(projectTimes['system-not-used-to-join'].longest).toEqual({ count: 12, unit: 'months' });
  });

  test('a county window is of a step there is, and begins before it ends', () => {
    expect(countyWindows).toEqual([
      {
        county: 'etela-pohjanmaa',
        step: 'unit-oid-delivered',
        from: '2026-05-01',
        until: '2026-06-15',
        source: 'etela-pohjanmaa-2026',
      },
    ]);
  });

  test.each(languages)('have a name in %s, each another', (language) => {
    const names = stepIds.map((id) => stepName(id)[language]);
    expect(names.every((name) => name.trim() !== '')).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the requirements as data', () => {
  test('each stands under its own id, rests on a citation or a source, and is asked of someone', () => {
    for (const id of requirementIds) {
      const { basis, sources: documents, ask } = requirements[id];
      expect(requirements[id].id).toBe(id);
      expect([id, basis.length + documents.length > 0]).toEqual([id, true]);
      expect([id, ask.length > 0]).toEqual([id, true]);
    }
  });

  test.each(languages)('each has its texts in %s, and one for every point', (language) => {
    for (const id of requirementIds) {
      const { name, why, nextStep, points } = requirementTexts[id];
      for (const text of [name, why, nextStep]) expect(text[language].trim()).not.toBe('');
      expect([id, Object.keys(points).sort()]).toEqual([
        id,
        requirements[id].evidence.map((point) => point.id).sort(),
      ]);
      for (const text of Object.values(points)) expect(text[language].trim()).not.toBe('');
    }
  });

  test('one whose evidence may end by its source says so in words', () => {
    for (const id of requirementIds) {
      const { validity, evidence } = requirements[id];
      const ends =
        validity !== null ||
        evidence.some(({ kind }) => kind === 'valid-until' || kind === 'last-done-on');
      expect([id, requirementTexts[id].validity !== undefined]).toEqual([id, ends]);
    }
  });

  test('every document has a name in every language', () => {
    for (const { name } of Object.values(sources)) {
      for (const language of languages) expect(name[language].trim()).not.toBe('');
    }
  });
});
