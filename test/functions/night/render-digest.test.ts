import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { type DigestView, digestView } from '../../../domain/digest/digest.ts';
import type { DigestRecipient, DigestSource } from '../../../domain/digest/source.ts';
import type { UnregisteredSource } from '../../../domain/digest/unregistered.ts';
import { evaluate, type OverallStatus, overallStatuses } from '../../../domain/evaluation.ts';
import type { ExpectedProducer } from '../../../domain/expected-producers.ts';
import { BusinessId, checkDigit } from '../../../domain/identifiers.ts';
import { type Language, languages, type Text } from '../../../domain/language.ts';
import { type County, countyNames } from '../../../domain/statute/counties.ts';
import { projectTimes } from '../../../domain/statute/lead-times.ts';
import { obligationTexts } from '../../../domain/statute/obligation-texts.ts';
import { stepIds } from '../../../domain/statute/onboarding-steps.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import { requirementTexts } from '../../../domain/statute/requirements/texts/requirement-texts.ts';
import { serviceTaskNames } from '../../../domain/statute/service-tasks.ts';
import { sources } from '../../../domain/statute/sources.ts';
import { situationTexts, stepName } from '../../../domain/texts/step-texts.ts';
import type { Waiver } from '../../../domain/waiver.ts';
import { warningsToRaise } from '../../../domain/warnings.ts';
import { barWidths } from '../../../functions/night/send-digest/bar-widths.ts';
import { tableText } from '../../../functions/night/send-digest/digest-table.ts';
import { digestTemplate } from '../../../functions/night/send-digest/digest-template.ts';
import { displayName } from '../../../functions/night/send-digest/display-name.ts';
import {
  renderDigest,
  renderDigestBy,
} from '../../../functions/night/send-digest/render-digest.ts';
import { catalogues, speaker } from '../../../functions/night/send-digest/speaker.ts';
import type { Catalogue, MessageId } from '../../../functions/night/send-digest/texts/catalogue.ts';
import { tones } from '../../../functions/night/send-digest/tones.ts';
import { compiledTemplate, templateModule } from '../../../local/mail-template.ts';
import { unitOid } from '../../../local/samples/invented-identifiers.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';

const publicUrl = 'https://kanta.example.fi';

/** The n-th business id of those that can be issued, far from real ones. */
const businessId = (n: number): BusinessId => {
  const digits = String(9_300_000 + n);
  const check = checkDigit(digits);
  return check === undefined ? businessId(n + 5_000) : BusinessId.parse(`${digits}-${check}`);
};

interface Told {
  readonly facts?: Record<string, unknown>;
  readonly items?: Record<string, unknown>;
  readonly statedOn?: string;
  readonly overrides?: Record<string, unknown>;
  readonly waivers?: readonly Waiver[];
  readonly status?: OverallStatus;
  readonly fixed?: readonly string[];
  readonly warned?: boolean;
}

const aSource = (
  name: string,
  night: string,
  {
    facts = {},
    items,
    statedOn = '2026-05-01',
    overrides,
    waivers = [],
    status,
    fixed = [],
    warned = true,
  }: Told = {},
): DigestSource => {
  const organisation = anOrganisation(facts);
  const evaluation = evaluate({
    organisation,
    assessments:
      items === undefined
        ? []
        : [anAssessment(statedOn, items, overrides === undefined ? {} : { overrides })],
    waivers,
    on: day(night),
  });
  return {
    organisation: {
      businessId: organisation.businessId,
      name,
      counties: organisation.counties,
    },
    evaluation: { ...evaluation, status: status ?? evaluation.status },
    warnings: warned ? warningsToRaise(evaluation, {}) : [],
    fixed,
    moved: [],
  };
};

const numbered = (sources: readonly DigestSource[]): readonly DigestSource[] =>
  sources.map((source, i) => ({
    ...source,
    organisation: { ...source.organisation, businessId: businessId(i) },
  }));

const aView = (
  sources: readonly DigestSource[],
  {
    night = '2026-09-02',
    recipient = {},
    unregistered = [],
  }: {
    night?: string;
    recipient?: Partial<DigestRecipient>;
    unregistered?: readonly UnregisteredSource[];
  } = {},
): DigestView =>
  digestView({
    night: day(night),
    organisations: numbered(sources),
    unregistered,
    recipient: { audience: 'supervisor', name: 'Maija Esimerkki', language: 'fi', ...recipient },
    publicUrl,
    contact: 'yllapito@example.fi',
    reference: `maija|${night}`,
  });

const unit = { oid: unitOid(anOrganisation().businessId, 1), name: 'Kanerva' };

const anExpected = (name: string, i: number): ExpectedProducer => ({
  businessId: businessId(500 + i),
  name,
  expectedSince: day('2026-08-20'),
});

/** So many producers on a county's list, none of them registered. */
const expectedIn = (county: County, count: number): UnregisteredSource => ({
  county,
  producers: Array.from({ length: count }, (_, i) => anExpected(`Odotettu ${i} Oy`, i)),
});

/** Organisations in every situation that the mail tells of. */
const everything = (): DigestView =>
  aView(
    [
      aSource('Myöhässä Oy', '2026-09-02', {
        facts: { serviceTasks: ['older-people', 'family-law'] },
      }),
      aSource('Rinnakkain Oy', '2026-09-02', {
        facts: { joiningModel: 'parallel', ownRegister: false },
      }),
      aSource('Päättyvä Oy', '2026-09-02', {
        facts: { operatingSince: '2026-10-01', recordsPatientData: true },
        items: {
          cards: { state: 'done', validUntil: '2026-09-20' },
          'service-certificates': { state: 'done' },
          'security-plan': { state: 'in-progress' },
        },
        status: 'at-risk',
      }),
      aSource('Korjattu Oy', '2026-09-02', {
        facts: { joinedOn: '2026-08-30' },
        fixed: ['deadline:join', 'requirement:cards'],
        warned: false,
      }),
      aSource('Ei ehdi Oy', '2026-09-02', { facts: { operatingSince: '2026-10-01' } }),
      aSource('Vanhentuva Oy', '2026-09-02', {
        facts: { operatingSince: '2026-10-01', systemUsedToJoin: true, units: [unit] },
        statedOn: '2025-09-10',
        items: Object.fromEntries(requirementIds.map((id) => [id, { state: 'done' }])),
        overrides: {
          [unit.oid]: { cards: { state: 'done', points: { cardsUntil: '2026-09-20' } } },
        },
      }),
      aSource('Poikkeus Oy', '2026-09-02', {
        waivers: [
          {
            requirement: 'cards',
            reason: 'Kortit on tilattu',
            from: day('2026-08-01'),
            until: day('2026-09-05'),
          },
        ],
      }),
      aSource('Taas ajoissa Oy', '2026-09-02', {
        facts: { operatingSince: '2026-10-01' },
        fixed: ['plan:join'],
        warned: false,
      }),
    ],
    { unregistered: [expectedIn('pohjanmaa', 27), expectedIn('kainuu', 1)] },
  );

const oneOf = (status: OverallStatus, count: number): DigestView =>
  aView(Array.from({ length: count }, (_, i) => aSource(`Hoiva ${i}`, '2026-09-02', { status })));

/** What the HTML part says, without markup. */
const wordsOf = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');

describe('the subject', () => {
  it.each<[Language, OverallStatus, string, string]>([
    ['fi', 'overdue', '1 palvelunantaja myöhässä', '2 palvelunantajaa myöhässä'],
    ['sv', 'overdue', '1 tjänstetillhandahållare försenad', '2 tjänstetillhandahållare försenade'],
    ['en', 'overdue', '1 organisation overdue', '2 organisations overdue'],
    ['fi', 'unknown', '1 palvelunantajan tilanne epäselvä', '2 palvelunantajan tilanne epäselvä'],
    ['sv', 'unknown', 'läget oklart för 1 tjänst', 'läget oklart för 2 tjänst'],
    ['en', 'at-risk', '1 organisation at risk', '2 organisations at risk'],
    ['sv', 'at-risk', 'riskerar att bli försenad', 'riskerar att bli försenade'],
  ])('in %s counts those that are %s by the plural rules', (language, status, one, two) => {
    expect(renderDigest(oneOf(status, 1), language).subject).toContain(one);
    expect(renderDigest(oneOf(status, 2), language).subject).toContain(two);
  });

  it('says the worst first, then how many are less badly off, and leaves out who is on track', () => {
    const view = aView([
      ...Array.from({ length: 12 }, (_, i) =>
        aSource(`A ${i}`, '2026-09-02', { status: 'overdue' }),
      ),
      ...Array.from({ length: 3 }, (_, i) =>
        aSource(`B ${i}`, '2026-09-02', { status: 'at-risk' }),
      ),
      aSource('C', '2026-09-02', { status: 'on-track' }),
    ]);
    expect(renderDigest(view, 'fi').subject).toBe(
      'Kanta-valmius: 12 palvelunantajaa myöhässä, 3 vaarassa',
    );
    expect(renderDigest(view, 'sv').subject).toBe(
      'Kanta-beredskap: 12 tjänstetillhandahållare försenade, 3 i riskzonen',
    );
    expect(renderDigest(view, 'en').subject).toBe(
      'Kanta readiness: 12 organisations overdue, 3 at risk',
    );
  });

  it('says that a deadline comes nearer where nothing is wrong yet', () => {
    expect(renderDigest(oneOf('on-track', 2), 'fi').subject).toBe(
      'Kanta-valmius: 2 palvelunantajalla määräpäivä lähestyy',
    );
  });

  it('counts only those for whom the weightiest comes nearer', () => {
    const expiring = (name: string) =>
      aSource(name, '2026-08-02', {
        facts: { operatingSince: '2028-01-01' },
        items: { cards: { state: 'done', validUntil: '2026-08-20' } },
        status: 'on-track',
      });
    const deadline = aSource('A', '2026-08-02', { status: 'on-track' });
    const subjectOf = (sources: readonly DigestSource[]) =>
      renderDigest(aView(sources, { night: '2026-08-02' }), 'fi').subject;
    expect(subjectOf([deadline, expiring('B'), expiring('C')])).toBe(
      'Kanta-valmius: 1 palvelunantajalla määräpäivä lähestyy',
    );
    expect(subjectOf([expiring('B'), expiring('C')])).toBe(
      'Kanta-valmius: 2 palvelunantajalla voimassaolo päättymässä',
    );
  });

  it('says that things were put right where there is nothing else to tell', () => {
    const view = aView([
      aSource('Korjattu Oy', '2026-09-02', { fixed: ['deadline:join'], warned: false }),
    ]);
    expect(renderDigest(view, 'en').subject).toBe(
      'Kanta readiness: 1 organisation has put things right',
    );
  });
});

describe('what each matter says', () => {
  it.each<[Language, string[]]>([
    [
      'fi',
      [
        'Liittyminen valtakunnalliseen asiakastietovarantoon',
        'Määräpäivä oli 1.9.2026, 1 päivä sitten.',
        'Samaan päivään mennessä myös asiakasasiakirjojen tallentaminen (iäkkäiden palvelut), luovutusluvan käyttöönotto, luovutuslokien tallentaminen ja tietoturvasuunnitelma.',
        'Pyytäkää palvelunantajalta itsearviointi: 25 vaatimuksesta ei ole tietoa.',
        'Lainkohta: 703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024; 703/2023 55 § 1 mom., 67 § 1 mom., 69 § 1 mom., 70 § sekä 77 § 1 ja 2 mom.',
      ],
    ],
    [
      'sv',
      [
        'Anslutning till den riksomfattande informationsresursen för kunduppgifter',
        'Tidsfristen gick ut den 1 september 2026, för 1 dag sedan.',
        'Senast samma dag även sparande av klienthandlingar (service för äldre), ibruktagande av tillstånd för utlämnande, sparande av logguppgifter om utlämnande och informationssäkerhetsplan.',
        'Begär en självbedömning av tjänstetillhandahållaren: uppgift saknas om 25 krav.',
        'Lagrum: 102 § 5 mom. i lag 703/2023, sådant momentet lyder i lag 307/2024; 55 § 1 mom., 67 § 1 mom., 69 § 1 mom., 70 § samt 77 § 1 och 2 mom. i lag 703/2023',
      ],
    ],
    [
      'en',
      [
        'Joining the national client data repository',
        'Was due on 1 September 2026, 1 day ago.',
        'By the same day also storing client documents (services for older people), taking the disclosure permit into use, storing disclosure logs and the information security plan.',
        'Ask the organisation for a self-assessment: 25 requirements are unknown.',
        'Law: Act 703/2023, section 102(5), as amended by 307/2024; Act 703/2023, sections 55(1), 67(1), 69(1), 70 and 77(1) and (2)',
      ],
    ],
  ])(
    'in %s is what, since when, what with it, what next and by which section',
    (language, said) => {
      const { text, html } = renderDigest(aView([aSource('Hoiva Oy', '2026-09-02')]), language);
      const oneLine = text.replaceAll(/\s+/g, ' ');
      for (const sentence of said) {
        expect(oneLine).toContain(sentence);
        expect(wordsOf(html)).toContain(sentence);
      }
      expect(text).toContain(`${publicUrl}/organisations/9300000-`);
      expect(html).toContain(`href="${publicUrl}/organisations/9300000-`);
    },
  );

  it.each<[Language, string, string]>([
    ['fi', '2026-08-31', 'Määräpäivä on huomenna 1.9.2026.'],
    ['fi', '2026-09-01', 'Määräpäivä on tänään 1.9.2026.'],
    ['fi', '2026-08-02', 'Määräpäivä on 1.9.2026, 30 päivän kuluttua.'],
    ['fi', '2026-11-22', 'Määräpäivä oli 1.9.2026, 82 päivää sitten.'],
    ['sv', '2026-08-31', 'Tidsfristen går ut i morgon, den 1 september 2026.'],
    ['sv', '2026-09-01', 'Tidsfristen går ut i dag, den 1 september 2026.'],
    ['sv', '2026-08-02', 'Tidsfristen går ut den 1 september 2026, om 30 dagar.'],
    ['en', '2026-08-31', 'Due tomorrow, 1 September 2026.'],
    ['en', '2026-09-01', 'Due today, 1 September 2026.'],
    ['en', '2026-08-02', 'Due on 1 September 2026, in 30 days.'],
  ])('in %s on %s: %s', (language, night, said) => {
    const view = aView([aSource('Hoiva Oy', night)], { night });
    expect(renderDigest(view, language).text.replaceAll(/\s+/g, ' ')).toContain(said);
  });

  it('is not without a section of law, where a section says it, in either part', () => {
    const kinds = everything().organisations.flatMap(({ matters }) =>
      matters.map(({ kind }) => kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['plan', 'deadline', 'expiry', 'waiver', 'statement']));
    for (const language of languages) {
      const { text, html } = renderDigest(everything(), language);
      // That a statement ages is our own rule, and what no act asks for rests on an instruction.
      const { organisations, unregistered } = everything();
      const matters = [...organisations.flatMap((one) => one.matters), ...unregistered].filter(
        (matter) => 'citations' in matter && matter.citations.length > 0,
      );
      const label = `${catalogues[language]['basis.label']}: `;
      expect(matters.length).toBeGreaterThan(4);
      expect(text.split(label)).toHaveLength(matters.length + 1);
      expect(wordsOf(html).split(label)).toHaveLength(matters.length + 1);
      expect(text).not.toMatch(new RegExp(`${label}\\s*\\n`));
    }
  });
});

describe('the texts', () => {
  /** The names of a message's arguments, wherever in it they stand. */
  const argumentsOf = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(argumentsOf);
    if (typeof value !== 'object' || value === null) return [];
    const named = 'type' in value && value.type !== 0 && 'value' in value ? value.value : undefined;
    return [
      ...(typeof named === 'string' ? [named] : []),
      ...Object.values(value).flatMap(argumentsOf),
    ];
  };
  const ids = Object.keys(catalogues.fi) as MessageId[];

  it.each(ids)('%s is there in three languages and uses the same facts in each', (id) => {
    const used = languages.map((language) => {
      const message = catalogues[language][id];
      expect(message.trim()).not.toBe('');
      return [...new Set(argumentsOf(new IntlMessageFormat(message, language).getAst()))].sort();
    });
    expect(used[1]).toEqual(used[0]);
    expect(used[2]).toEqual(used[0]);
  });

  it('hold every word of the mail: none is written in the code or the template', () => {
    const marked = Object.fromEntries(
      Object.entries(catalogues.en).map(([id, message]) => [id, `⟦${message}⟧`]),
    ) as Catalogue;
    const { subject, text, html } = renderDigestBy(everything(), speaker('en', marked));
    const known = [
      ...everything().organisations.map(({ name }) => name),
      ...everything().settled.map(({ name }) => name),
      ...everything().unregistered.flatMap(({ producers }) => producers.map(({ name }) => name)),
      ...Object.values(countyNames).map(({ en }) => en),
      'August',
      ...Object.values(obligationTexts).flatMap(({ name, nextStep }) => [name.en, nextStep.en]),
      ...Object.values(requirementTexts).flatMap(({ name, nextStep, validity }) =>
        [name, nextStep, validity].map((one) => one?.en ?? ''),
      ),
      ...Object.values(requirementTexts).flatMap(({ points }) =>
        Object.values<Text>(points).map(
          ({ en }) => `${en.slice(0, 1).toLowerCase()}${en.slice(1)}`,
        ),
      ),
      ...Object.values(serviceTaskNames).map(({ en }) => en),
      ...Object.values(sources).map(({ name }) => name.en),
      ...Object.values(situationTexts).map(({ en }) => en),
      ...Object.values(projectTimes).map(({ text }) => text.en),
      ...stepIds.map((id) => stepName(id).en),
      unit.name,
      'yllapito@example.fi',
      'September',
      'Act',
      'sections',
      'section',
      'as amended by',
      'and',
    ].sort((a, b) => b.length - a.length);
    const unmarked = (said: string): string => {
      let left = said.replaceAll(/\s+/g, ' ').replaceAll(/https:\S+/g, '');
      for (let before = ''; before !== left; ) {
        before = left;
        left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
      }
      return known.reduce((rest, one) => (one === '' ? rest : rest.replaceAll(one, '')), left);
    };
    for (const said of [subject, text, wordsOf(html)]) {
      expect(unmarked(said)).not.toMatch(/\p{L}/u);
    }
  });
});

describe('names that others wrote', () => {
  const hostile = [
    '<script>alert(1)</script> & "Hoiva" <img src=x onerror=alert(1)>',
    'Hoiva\r\nBcc: kaikki@example.org\r\n\r\nOy\u0000\u0007\u009b',
    "{{{headline}}} {{#organisations}} {count, plural, other {#}} '{x}'",
    '\u202Eyo aviohhaP\u202C \u2067Hoiva\u2069 \u200Fمؤسسة',
    '=HYPERLINK("https://example.org";"Hoiva")',
    'www.example.org https://example.org admin@example.org',
    '👩‍👩‍👧‍👦 Perhehoiva 🏳️‍🌈',
    'ä'.repeat(300),
    '\uD800 puolikas',
  ];
  const named = (names: readonly string[], recipient: string) =>
    aView(
      names.map((name) =>
        aSource(name, '2026-09-02', {
          facts: { joinedOn: '2026-08-30' },
          fixed: ['deadline:join'],
        }),
      ),
      {
        recipient: { name: recipient },
        unregistered: [{ county: 'kainuu', producers: names.map(anExpected) }],
      },
    );
  const plain = named(
    hostile.map(() => 'Hoiva Oy'),
    'Maija',
  );
  const tagsOf = (html: string) =>
    html.match(/<[^>]*>/g)?.map((tag) => tag.replaceAll(/\d{7}-\d/g, ''));

  it.each(languages)(
    'change nothing in the subject, the structure or the links (%s)',
    (language) => {
      const expected = renderDigest(plain, language);
      for (const name of hostile) {
        const names = hostile.map(() => name);
        const actual = renderDigest(named(names, name), language);
        expect(actual.subject).toBe(expected.subject);
        expect(tagsOf(actual.html)).toEqual(tagsOf(expected.html));
        expect(actual.text.match(/https?:\/\/\S+/g)).toEqual(
          expected.text.match(/https?:\/\/\S+/g),
        );
      }
    },
  );

  it('bring no control signs, direction marks or broken letters into the mail', () => {
    const { subject, text, html } = renderDigest(named(hostile, hostile[3] ?? ''), 'fi');
    for (const part of [subject, text, html]) {
      expect(part.replaceAll('\n', '')).not.toMatch(
        /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
      );
      expect(part.isWellFormed()).toBe(true);
    }
  });

  it('are shown as they are where they do no harm', () => {
    expect(displayName('Hoiva & Hoito Oy, "Åkerö" 👩‍👩‍👧‍👦')).toBe(
      'Hoiva & Hoito Oy, "Åkerö" 👩‍👩‍👧‍👦',
    );
    expect(displayName('St. Olaf Oy')).toBe('St. Olaf Oy');
  });

  it.each(['www.example.org', 'hoiva@example.org', 'https://example.org'])(
    'are not made into a link by the reader’s program: %s',
    (name) => {
      const shown = displayName(name);
      expect(shown).not.toMatch(/\w\.\w|\w@\w|:\/\//);
      expect(shown.replaceAll('\u200c', '')).toBe(name);
    },
  );
});

describe('a reader who finds something wrong', () => {
  const view = aView([
    aSource('Hoiva Oy', '2026-09-02', { facts: { serviceTasks: ['older-people', 'family-law'] } }),
  ]);
  const [{ businessId: id } = { businessId: '' }] = view.organisations;
  const lettersIn = (html: string): readonly URL[] =>
    [...html.matchAll(/href="(mailto:[^"]*)"/g)].map(
      ([, address = '']) => new URL(address.replaceAll('&amp;', '&').replaceAll('&#39;', "'")),
    );

  it.each(languages)(
    'begins a letter to the operator with all by which its trace is found (%s)',
    (language) => {
      const { html, text } = renderDigest(view, language);
      const [letter, ofMail, ...others] = lettersIn(html);
      expect(others).toEqual([]);
      expect(letter?.pathname).toBe('yllapito@example.fi');
      expect(letter?.searchParams.get('subject')).toContain(`${id} (maija|2026-09-02)`);
      const body = letter?.searchParams.get('body') ?? '';
      const trace = `${publicUrl}/organisations/${id}/readiness?on=2026-09-02`;
      for (const said of [
        id,
        '2026-09-02',
        'maija|2026-09-02',
        'deadline 2026-09-01 0: join, store-documents/older-people',
        trace,
      ]) {
        expect(body).toContain(said);
      }
      expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(ofMail?.searchParams.get('subject')).toContain('maija|2026-09-02');
      expect(html).toContain(`href="${trace}"`);
      expect(text).toContain(trace);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(
        catalogues[language]['report.advice'].replace('{businessId}', id),
      );
    },
  );

  it('finds a letter at each organisation, also where one line is told of it', () => {
    const many = aView(Array.from({ length: 70 }, (_, i) => aSource(`Hoiva ${i}`, '2026-09-02')));
    const letters = lettersIn(renderDigest(many, 'fi').html);
    expect(letters.map(({ href }) => /\d{7}-\d/.exec(decodeURIComponent(href))?.[0])).toEqual([
      ...many.organisations.map(({ businessId: one }) => one),
      undefined,
    ]);
  });

  it('begins one that no mail program cuts, however much there is to tell', () => {
    const warnings = Array.from({ length: 200 }, (_, i) => ({
      kind: 'deadline' as const,
      id: `store-documents/older-people@organiser${i}`,
      due: day('2026-09-01'),
      rung: -365,
    }));
    const all = {
      ...view,
      organisations: view.organisations.map((one) => ({ ...one, warnings })),
    };
    for (const language of languages) {
      for (const { href } of lettersIn(renderDigest(all, language).html)) {
        expect(href.length).toBeLessThan(1_800);
      }
    }
  });
});

describe('the text part', () => {
  it.each(languages)('is at most 76 columns wide, addresses excepted (%s)', (language) => {
    const long = aView([
      aSource('ä'.repeat(300), '2026-09-02'),
      aSource('Hyvin pitkäniminen hoivapalvelujen tuottaja '.repeat(6), '2026-09-02'),
      aSource('👩‍👩‍👧‍👦'.repeat(20), '2026-09-02'),
    ]);
    for (const view of [long, everything(), oneOf('overdue', 60)]) {
      for (const line of renderDigest(view, language).text.split('\n')) {
        if (/^\s*https:\S+$/.test(line)) continue;
        expect([...line].length).toBeLessThanOrEqual(76);
        expect(line.trimEnd() === line || line === '-- ').toBe(true);
      }
    }
  });

  it('keeps a family of emoji together where it breaks a name', () => {
    const { text } = renderDigest(aView([aSource('👩‍👩‍👧‍👦'.repeat(20), '2026-09-02')]), 'fi');
    expect(text.match(/👩‍👩‍👧‍👦/gu)).toHaveLength(20);
  });
});

describe('the HTML part', () => {
  it('is made from the template as it stands', async () => {
    expect(readFileSync(templateModule, 'utf8')).toBe(await compiledTemplate());
  });

  it('loads nothing from anywhere', () => {
    const { html } = renderDigest(everything(), 'fi');
    expect(html).not.toMatch(/<img|<link|@import|url\(|<script/i);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    for (const address of addresses) {
      expect(address).toMatch(
        /^(https:\/\/kanta\.example\.fi\/(organisations\/|expected-producers\?)|mailto:yllapito@example\.fi\?subject=[^<>"'\s]+$)/,
      );
    }
  });

  it.each(languages)('says its language and has one main heading (%s)', (language) => {
    const { html } = renderDigest(everything(), language);
    expect(html).toMatch(new RegExp(`<html lang="${language}"`));
    expect(html.match(/<h1/g)).toHaveLength(1);
    for (const table of html.match(/<table[^>]*>/g) ?? []) {
      expect(table).toContain('role="presentation"');
    }
  });

  it('leaves nothing of the template behind', () => {
    expect(digestTemplate).toContain('{{');
    expect(renderDigest(everything(), 'sv').html).not.toContain('{{');
  });

  it.each(overallStatuses)('has enough contrast where it colours %s', (status) => {
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: string, other: string): number => {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    expect(contrast(tones[status].fill, '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast(tones[status].dark, '#12161b')).toBeGreaterThan(4.5);
    expect(contrast(tones[status].dark, '#1d232b')).toBeGreaterThan(4.5);
  });
});

describe('the bar', () => {
  it('fills the whole width, with nothing too narrow to be seen', () => {
    expect(barWidths([399, 1])).toEqual([98, 2]);
    const counts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(counts, (all) => {
        const widths = barWidths(all);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('has a part for each status that occurs, and says each in words', () => {
    const view = aView([
      aSource('A', '2026-09-02', { status: 'overdue' }),
      aSource('B', '2026-09-02', { status: 'unknown' }),
      aSource('C', '2026-09-02', { status: 'unknown' }),
    ]);
    const { html } = renderDigest(view, 'en');
    const bar = /<table class="bar".*?<\/table>/s.exec(html)?.[0] ?? '';
    expect([...bar.matchAll(/width="(\d+)%"/g)].slice(1).map(([, width]) => width)).toEqual([
      '33',
      '67',
    ]);
    expect(wordsOf(html)).toContain('Overdue: 1');
    expect(wordsOf(html)).toContain('Unknown: 2');
  });
});

describe('a mail about very many', () => {
  const names = Array.from({ length: 700 }, (_, i) => `Hoiva ${String(i).padStart(3, '0')} Oy`);
  const view = aView(names.map((name) => aSource(name, '2026-09-02')));
  const { subject, text, html, table } = renderDigest(view, 'fi');

  it('counts all, tells the first in full, names some more, counts the rest, and has a table of all', () => {
    expect(subject).toBe('Kanta-valmius: 700 palvelunantajaa myöhässä');
    expect(text.match(/^\d+\. Hoiva/gm)).toHaveLength(12);
    const named = names.filter((name) => text.includes(name));
    expect(named).toEqual(names.slice(0, 112));
    expect(names.filter((name) => html.includes(name))).toEqual(named);
    expect(text).toContain('100 muuta palvelunantajaa lyhyesti');
    expect(text).toContain('Lisäksi 588 palvelunantajaa, joita ei luetella tässä: 588 myöhässä.');
    expect(text).toContain('Liitteenä olevassa taulukossa asiat luetellaan riveittäin.');
    const tabled = table === null ? '' : tableText(table);
    expect(names.filter((name) => tabled.includes(name))).toEqual(names);
  });

  it('tells fifty in full where the mail stays small enough not to be cut', () => {
    const fewer = renderDigest(
      aView(names.slice(0, 20).map((name) => aSource(name, '2026-09-02'))),
      'fi',
    );
    expect(fewer.text.match(/^\d+\. +Hoiva/gm)).toHaveLength(20);
    const more = renderDigest(
      aView(names.slice(0, 120).map((name) => aSource(name, '2026-09-02'))),
      'fi',
    );
    expect(Buffer.byteLength(more.html)).toBeLessThanOrEqual(100_000);
  });

  it('is never folded away by a mail program', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(100_000);
  });

  it('has no table where all is told in full', () => {
    const few = renderDigest(
      aView(names.slice(0, 3).map((name) => aSource(name, '2026-09-02'))),
      'fi',
    );
    expect(few.table).toBeNull();
    expect(few.text).not.toContain('Liitteenä');
  });
});

describe('a mail', () => {
  it('is the same, byte for byte, each time', () => {
    for (const language of languages) {
      expect(renderDigest(everything(), language)).toEqual(renderDigest(everything(), language));
    }
  });

  it('tells the operator that nobody supervises these, and a supervisor why she gets it', () => {
    const sources = [aSource('Hoiva Oy', '2026-09-02')];
    const toOperator = renderDigest(
      aView(sources, { recipient: { audience: 'operator', name: '' } }),
      'en',
    );
    const toSupervisor = renderDigest(aView(sources), 'en');
    expect(toOperator.text).toContain('has no supervisor to send the warning to');
    expect(toSupervisor.text).not.toContain('has no supervisor');
    expect(toSupervisor.text).toContain('Maija Esimerkki');
  });

  it('tells what was put right, and says nothing of warnings where there are none', () => {
    const view = aView([
      aSource('Korjattu Oy', '2026-09-20', {
        facts: { joinedOn: '2026-09-10' },
        fixed: ['deadline:join', 'requirement:cards'],
        warned: false,
      }),
    ]);
    const { text, html } = renderDigest(view, 'fi');
    expect(text).toContain(
      'Liittyminen valtakunnalliseen asiakastietovarantoon: täytetty 10.9.2026',
    );
    expect(text).toContain('Henkilöstön varmennekortit: kunnossa');
    expect(text).not.toContain('varoituksia');
    expect(html).not.toContain('class="bar"');
  });

  it('tells of expected producers as one matter of each county, and only what is known', () => {
    const view = aView([], {
      unregistered: [expectedIn('pohjanmaa', 112), expectedIn('kainuu', 1)],
    });
    for (const language of languages) {
      const { subject, text, html } = renderDigest(view, language);
      expect(subject).toContain('113');
      for (const part of [text, wordsOf(html)]) {
        const flat = part.replaceAll(/\s+/g, ' ');
        expect(flat).toContain(`${countyNames.pohjanmaa[language]}: 112 `);
        expect(flat).toContain(`${countyNames.kainuu[language]}: 1 `);
        expect(flat.match(/Odotettu \d+ Oy/g)).toHaveLength(25 + 1);
        expect(flat).toMatch(/\b87 /);
        expect(flat).toContain('102');
        expect(flat.indexOf(countyNames.kainuu[language])).toBeLessThan(
          flat.indexOf(countyNames.pohjanmaa[language]),
        );
      }
      expect(text).toContain(`${publicUrl}/expected-producers?county=pohjanmaa&registered=false`);
    }
    const { text } = renderDigest(view, 'en');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'Whether it must join Kanta, or has joined already, cannot be told from this',
    );
  });

  it('says of expected producers that nobody supervises their county only to the operator', () => {
    const unregistered = [expectedIn('kainuu', 2)];
    const said = (audience: 'operator' | 'supervisor') =>
      renderDigest(aView([], { unregistered, recipient: { audience } }), 'en').text;
    expect(said('operator')).toContain('The area has no supervisor');
    expect(said('supervisor')).not.toContain('has no supervisor');
  });

  it('names expected producers after what is wrong, and before what was put right', () => {
    const { subject, text } = renderDigest(everything(), 'en');
    expect(subject).not.toContain('registered');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '28 expected producers have not registered in this service; see below.',
    );
    const places = ['Myöhässä Oy', 'Odotettu 0 Oy', 'Put right since'].map((one) =>
      text.indexOf(one),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('ends with whom to ask and that it is no legal advice', () => {
    for (const language of languages) {
      const { text, html } = renderDigest(everything(), language);
      expect(text.trimEnd()).toMatch(/\nyllapito@example\.fi\n[^\n]+: maija\|2026-09-02$/);
      expect(html).toContain('mailto:yllapito@example.fi');
      const flat = text.replaceAll(/\s+/g, ' ');
      expect(flat).toContain(catalogues[language]['footer.advice']);
    }
  });
});
