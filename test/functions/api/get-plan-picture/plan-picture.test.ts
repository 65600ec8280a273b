import { describe, expect, it } from 'vitest';
import { day } from '../../../../domain/day.ts';
import type { Language } from '../../../../domain/language.ts';
import { documented } from '../../../../local/plan-examples.ts';
import {
  drawn,
  exampleOf,
  pictureOf,
  rowOf,
  svgFor,
  textsIn,
  wordsOf,
} from '../../../support/plan-pictures.ts';
import { everyElement, type XmlElement } from '../../../support/xml-document.ts';

describe('where things stand', () => {
  // By months from 1.1. to 1.10.2026, in 522 units: 273 days.
  const at = (dayOfYear: number) => expect.closeTo(514 + (dayOfYear * 522) / 273, 5);

  it.each([
    ['the whole project', 'whole', 'from its decision on 2.2. to 2.8.', at(32), at(213)],
    ['a step of two weeks', 'cards', 'from 8.6. to 22.6.', at(158), at(172)],
    [
      'a step in progress',
      'card-agreement',
      'from its beginning on 11.5. to 8.6.',
      at(130),
      at(158),
    ],
    ['a step without a lead time', 'kanta-application', 'as a moment, on 22.6.', at(172), at(172)],
  ])('%s (%s) is drawn %s', (_, id, _when, from, to) => {
    expect(rowOf(drawn(documented), id).earliest).toEqual({ from, to });
  });

  it('a step at its latest stands between its latest days, and time to spare leads up to them', () => {
    const { latest, slack } = rowOf(drawn(documented), 'cards');
    expect(latest).toEqual({ from: at(225), to: at(239) });
    expect(slack).toEqual({ from: at(172), to: at(239) });
  });

  it("the county's own time is drawn from its first day to its last", () => {
    const { window } = rowOf(drawn(documented), 'unit-oid-delivered');
    expect(window).toEqual({ from: at(120), to: at(165) });
  });

  it('today and the deadline are lines over all steps', () => {
    const { timeline } = drawn(documented).chart;
    expect(timeline?.markers).toMatchObject([
      { kind: 'today', x: at(151), label: { text: 'Tänään 1.6.2026' } },
      { kind: 'deadline', x: at(243), label: { text: 'Määräpäivä 1.9.2026' } },
    ]);
  });

  it('what is done has neither a bar nor days', () => {
    for (const { facts, earliest, latest, slack } of drawn(documented).chart.rows) {
      if (facts.state === 'done')
        expect([earliest, latest, slack]).toEqual([undefined, undefined, undefined]);
    }
    expect(wordsOf(rowOf(drawn(documented), 'vendor-contract'))).toContain('tehty');
  });

  it('what has not begun says by when it must, what has begun says so', () => {
    const picture = drawn(documented);
    expect(wordsOf(rowOf(picture, 'service-certificates'))).toContain('21.8.2026');
    expect(wordsOf(rowOf(picture, 'cards'))).toContain('14.8.2026');
    expect(wordsOf(rowOf(picture, 'card-agreement'))).toContain('kesken');
    expect(wordsOf(rowOf(picture, 'whole'))).toContain('kesken');
    expect(wordsOf(rowOf(drawn('never-joined'), 'whole'))).toContain('1.9.2025');
  });

  it('steps stand in their order under each other, each below the one before', () => {
    const { plan } = exampleOf(documented);
    const { rows, rowsTop, bottom } = drawn(documented).chart;
    expect(rows.map(({ facts }) => facts.id)).toEqual(['whole', ...plan.steps.map(({ id }) => id)]);
    const tops = rows.map(({ top }) => top);
    expect(tops).toEqual([rowsTop, ...rows.map(({ top, height }) => top + height)].slice(0, -1));
    expect(rows.at(-1)?.top).toBeLessThan(bottom);
  });
});

describe('the verdict', () => {
  it.each<[string, Language, string, string]>([
    [
      'never-joined',
      'fi',
      'Ei enää ehdi ajoissa',
      'Valmista aikaisintaan 22.11.2027, 447 päivää määräpäivän jälkeen.',
    ],
    [
      'never-joined',
      'sv',
      'Hinner inte i tid',
      'Klart tidigast den 22 november 2027, 447 dagar efter tidsfristen.',
    ],
    [
      'never-joined',
      'en',
      'Too late to make it',
      'Ready on 22 November 2027 at the earliest, 447 days after the deadline.',
    ],
    [
      'tight',
      'en',
      'Less than 30 days to spare',
      'Ready on 12 August 2026 at the earliest, 20 days to spare.',
    ],
    [documented, 'fi', 'Aikataulussa', 'Valmista aikaisintaan 2.8.2026, liikkumavaraa 30 päivää.'],
    ['joined', 'fi', 'Valmis', 'Suunnitelman tavoite on saavutettu.'],
    ['aland', 'sv', 'Ingen tidsfrist', 'Ingen tidsfrist förpliktar till anslutning.'],
  ])('of %s (%s) is in words: %s', (name, language, word, sentence) => {
    const texts = textsIn(svgFor(name, language));
    expect(texts).toContain(word);
    expect(texts.join(' ')).toContain(sentence);
  });

  it.each([
    [-1, '1 päivä määräpäivän jälkeen', '1 dag efter tidsfristen', '1 day after the deadline'],
    [0, 'liikkumavaraa ei ole', 'ingen marginal', 'with no days to spare'],
    [1, 'liikkumavaraa 1 päivä.', 'marginalen är 1 dag.', '1 day to spare'],
  ])('with %i days to spare speaks of one day or none as people do', (slack, fi, sv, en) => {
    const plan = { ...exampleOf('tight').plan, slack };
    for (const [language, words] of Object.entries({ fi, sv, en })) {
      const lines = pictureOf(plan, language as Language).heading.lines;
      expect(lines.map(({ text }) => text).join(' ')).toContain(words);
    }
  });
});

describe('what is not planned any more', () => {
  it('has no time axis: each step says in words how far it is', () => {
    const { chart } = drawn('joined');
    expect(chart.timeline).toBeUndefined();
    expect(wordsOf(rowOf(drawn('joined'), 'registers-separated'))).toEqual([
      'Rekisterien erottelu',
      'kesken',
    ]);
    expect(wordsOf(rowOf(drawn('joined'), 'card-readers'))).toContain('ei tiedossa');
  });

  it('has no deadline where none binds', () => {
    expect(textsIn(svgFor('aland', 'en')).join(' ')).not.toMatch(/deadline \d|Goal/);
  });
});

describe('what must not be missed', () => {
  const warnings = (svg: XmlElement) =>
    everyElement(svg).filter(
      ({ name, attributes }) =>
        name === 'path' &&
        attributes['class'] === 'f-late s-late' &&
        attributes['d']?.includes('h-15z'),
    ).length;

  it('late steps bear a triangle, and only they do', () => {
    const late = drawn('half-a-year-before').chart.rows.filter(({ facts }) => facts.isLate);
    expect(late.map(({ facts }) => facts.id)).toEqual([
      'whole',
      'decision-and-project',
      'production-use',
    ]);
    // One more stands in the legend.
    expect(warnings(svgFor('half-a-year-before'))).toBe(late.length + 1);
    expect(warnings(svgFor(documented))).toBe(0);
  });

  it('critical steps are in bold, and only they are', () => {
    for (const { facts, lines } of drawn('parallel').chart.rows) {
      expect([facts.id, lines[0]?.bold]).toEqual([facts.id, facts.isCritical]);
    }
    expect(drawn('parallel').chart.rows.filter(({ facts }) => facts.isCritical)).toHaveLength(5);
  });

  it('the whole is critical where its estimate decides the end, and not where the steps do', () => {
    expect(rowOf(drawn(documented), 'whole').facts.isCritical).toBe(true);
    const { plan } = exampleOf(documented);
    const later = { ...plan, earliestFinish: day('2026-08-20') };
    expect(rowOf(pictureOf(later), 'whole').facts.isCritical).toBe(false);
  });

  it('the legend explains the signs that are there, and no others', () => {
    const signs = (name: string) => drawn(name).foot.legend.map(({ sign }) => sign);
    expect(signs(documented)).toEqual([
      'done',
      'in-progress',
      'not-begun',
      'unknown',
      'step',
      'moment',
      'latest',
      'slack',
      'whole',
      'window',
      'critical',
    ]);
    expect(signs('never-joined')).toContain('late');
    expect(signs('never-joined')).not.toContain('done');
    expect(signs('joined')).toEqual([]);
    const { plan } = exampleOf(documented);
    const steps = plan.steps.filter(({ id }) => id === 'card-agreement');
    const { legend } = pictureOf({ ...plan, steps }).foot;
    expect(legend.map(({ sign }) => sign)).not.toContain('moment');
  });

  it('notes name the sources of the estimate, and the county time that has passed', () => {
    const notes = drawn('never-joined')
      .foot.notes.map(({ text }) => text)
      .join(' ');
    expect(notes).toContain('Kanta.fi: Käyttöönottovaihe');
    expect(notes).toContain('toimitusaika 1.5.2026–15.6.2026 on päättynyt');
  });

  it('pointing at a step tells all of it in words', () => {
    const titles = textsIn(svgFor(documented, 'en'), 'title');
    expect(titles).toContain(
      "The staff's certificate cards: not begun; about 1.5–2 weeks; at the earliest 8 Jun 2026 – 22 Jun 2026; at the latest 14 Aug 2026 – 28 Aug 2026",
    );
    expect(titles).toContain(
      'Start of production use: not begun; at the earliest 2 Aug 2026; at the latest 1 Sep 2026; critical',
    );
  });
});
