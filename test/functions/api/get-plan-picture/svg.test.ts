import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { evaluateDay } from '../../../../domain/evaluation.ts';
import { languages } from '../../../../domain/language.ts';
import { describePlan } from '../../../../domain/texts/plan-texts.ts';
import { extentOf } from '../../../../functions/api/get-plan-picture/lines.ts';
import { palette } from '../../../../functions/api/get-plan-picture/palette.ts';
import { svgOf } from '../../../../functions/api/get-plan-picture/svg.ts';
import { widthOf } from '../../../../functions/api/get-plan-picture/text-width.ts';
import { documented } from '../../../../local/plan-examples.ts';
import { anyAssessments, anyDay, anyOrganisation } from '../../../support/arbitraries.ts';
import {
  drawn,
  exampleOf,
  examples,
  pictureOf,
  svgFor,
  textsIn,
} from '../../../support/plan-pictures.ts';
import { everyElement, readXml, type XmlElement } from '../../../support/xml-document.ts';

/** Plans of any organisation on any day, whatever it has stated, for any reader. */
const anyPicture = fc
  .tuple(anyOrganisation, anyAssessments, anyDay, fc.constantFrom(...languages))
  .map(([organisation, assessments, on, language]) =>
    pictureOf(evaluateDay({ organisation, assessments, waivers: [], on }).plan, language),
  );

/** The corners of what an element draws, as far as they are told by numbers. */
const cornersOf = ({
  name,
  attributes,
  text,
}: XmlElement): readonly (readonly [number, number])[] => {
  const number = (key: string) => Number(attributes[key] ?? 0);
  switch (name) {
    case 'rect': {
      const [x, y] = [number('x'), number('y')];
      return [
        [x, y],
        [x + number('width'), y + number('height')],
      ];
    }
    case 'line':
      return [
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ];
    case 'circle': {
      const [x, y, r] = [number('cx'), number('cy'), number('r')];
      return [
        [x - r, y - r],
        [x + r, y + r],
      ];
    }
    case 'path':
      return [...(attributes['d'] ?? '').matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
    case 'text': {
      const size = number('font-size');
      const width = widthOf(text, { size, bold: attributes['font-weight'] === 'bold' });
      const before = { middle: width / 2, end: width };
      const anchor = attributes['text-anchor'];
      const x = number('x') - (anchor === 'middle' || anchor === 'end' ? before[anchor] : 0);
      return [
        [x, number('y') - size],
        [x + width, number('y') + size / 3],
      ];
    }
    default:
      return [];
  }
};

describe('every picture, of any plan', () => {
  it('is well-formed, and keeps all of itself inside its frame', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const root = readXml(svgOf(picture));
        const outside = everyElement(root).filter((element) =>
          cornersOf(element).some(
            ([x, y]) => !(x >= 0 && x <= picture.width && y >= 0 && y <= picture.height),
          ),
        );
        expect(outside.map(({ name, attributes, text }) => ({ name, attributes, text }))).toEqual(
          [],
        );
        expect(root.attributes['viewBox']).toBe(`0 0 ${picture.width} ${picture.height}`);
      }),
      { numRuns: 40 },
    );
  });

  it('has labels and names that do not lie on each other', () => {
    fc.assert(
      fc.property(anyPicture, ({ chart, heading, foot }) => {
        const boxes = [
          ...(chart.timeline?.markers ?? []).map(({ box }) => ({ ...box, text: 'marker' })),
          ...[
            ...heading.lines,
            ...(chart.timeline?.labels ?? []),
            ...chart.lines,
            ...chart.rows.flatMap(({ lines }) => lines),
            ...foot.notes,
            ...foot.legend.flatMap(({ lines }) => lines),
          ].map((one) => {
            const { from, to } = extentOf(one);
            return {
              x: from,
              y: one.y - one.size * 0.8,
              width: to - from,
              height: one.size,
              text: one.text,
            };
          }),
        ];
        const collisions = boxes.flatMap((a, i) =>
          boxes
            .slice(i + 1)
            .filter(
              (b) =>
                a.x < b.x + b.width &&
                b.x < a.x + a.width &&
                a.y < b.y + b.height &&
                b.y < a.y + a.height,
            )
            .map((b) => [a.text, b.text]),
        );
        expect(collisions).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('says in its description what the plan says in sentences', () => {
    for (const { name, plan } of examples.values()) {
      for (const language of languages) {
        const [description] = textsIn(svgFor(name, language), 'desc');
        expect(description).toBe(describePlan(plan, language).join(' '));
      }
    }
  });

  it('needs nothing but itself: no script, no style or picture from elsewhere', () => {
    for (const name of examples.keys()) {
      const root = svgFor(name);
      const names = new Set(everyElement(root).map((one) => one.name));
      for (const foreign of ['script', 'image', 'use', 'a', 'foreignObject', 'link']) {
        expect(names).not.toContain(foreign);
      }
      const values = everyElement(root).flatMap(({ attributes }) => Object.entries(attributes));
      for (const [key, value] of values) {
        expect(key).not.toMatch(/^on|href/);
        if (key !== 'xmlns') expect(value).not.toMatch(/https?:|url\((?!#plan-)/);
      }
    }
  });
});

describe('names that others wrote', () => {
  const { plan } = exampleOf(documented);
  const hostile = '</text><script>alert("1")</script> & \'Hoiva\' <b>]]>';

  it('are shown as they are written, and are never markup', () => {
    const root = readXml(svgOf(pictureOf(plan, 'fi', hostile)));
    expect(textsIn(root)).toContain(hostile);
    expect(textsIn(root, 'script')).toEqual([]);
    expect(textsIn(root, 'title')[0]).toContain(hostile);
  });

  it('that are too long for two lines are shortened, with the whole behind them', () => {
    const name = 'Hyvin pitkäniminen hoivapalvelujen tuottaja '.repeat(7).trim();
    const shown = everyElement(readXml(svgOf(pictureOf(plan, 'fi', name)))).filter(
      ({ attributes }) => attributes['font-size'] === '23',
    );
    expect(shown).toHaveLength(2);
    expect(shown[1]?.text).toMatch(/…$/);
    expect(shown[1]?.children).toMatchObject([{ name: 'title', text: name }]);
  });

  it.each([
    ['turn the direction of writing', '\u202eHoiva\u202c Oy', 'Hoiva Oy'],
    ['hold what XML cannot', 'Hoiva\uffff Oy', 'Hoiva\ufffd Oy'],
    ['hold half a character', 'Hoiva\ud800 Oy', 'Hoiva\ufffd Oy'],
  ])('that %s do no harm', (_, name, shown) => {
    expect(textsIn(readXml(svgOf(pictureOf(plan, 'fi', name))))).toContain(shown);
  });

  it('of any letters give a document that can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(readXml(svgOf(pictureOf(plan, 'en', name))).name).toBe('svg');
      }),
      { numRuns: 40 },
    );
  });
});

describe('in every language', () => {
  it('all words are there, and none of another language', () => {
    for (const { name } of examples.values()) {
      const [fi, sv, en] = languages.map((language) => textsIn(svgFor(name, language)));
      const same = fi?.filter(
        (text) => /\p{L}{4}/u.test(text) && (sv?.includes(text) || en?.includes(text)),
      );
      // Names are the same: of an organisation, and of a register.
      expect(
        same?.filter((text) => !/^(Esimerkkihoiva|Exempel|tjänster|\(Soteri\))/.test(text)),
        name,
      ).toEqual([]);
      for (const text of [...(fi ?? []), ...(sv ?? []), ...(en ?? [])]) {
        expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      }
    }
  });
});

/** The contrast of two colours by WCAG 2. */
const contrast = (a: string, b: string): number => {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

describe('colours', () => {
  const { ground, band, grid: _, ...signs } = palette;

  it.each(['light', 'dark'] as const)(
    'can be told from their ground by everyone when it is %s',
    (scheme) => {
      for (const [name, colour] of Object.entries(signs)) {
        for (const under of [ground, band]) {
          expect(contrast(colour[scheme], under[scheme]), name).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  it('are dark on a screen that asks for it, and light in print', () => {
    const [style = ''] = textsIn(svgFor(documented), 'style');
    expect(style).toContain('@media screen and (prefers-color-scheme:dark)');
    expect(style).toContain(`.plan .f-ground{fill:${palette.ground.dark}}`);
    const [page] = everyElement(svgFor(documented)).filter(
      ({ attributes }) => attributes['class'] === 'f-ground' && attributes['width'] === '1060',
    );
    expect(page?.attributes['fill']).toBe(palette.ground.light);
  });
});

test('docs/pictures/plan.svg is what is drawn today; `npm run plans` draws it anew', () => {
  const file = new URL('../../../../docs/pictures/plan.svg', import.meta.url);
  expect(readFileSync(file, 'utf8') === svgOf(drawn(documented)), 'as drawn').toBe(true);
});
