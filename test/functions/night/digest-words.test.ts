import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { DigestSource } from '../../../domain/digest/source.ts';
import { type Language, languages } from '../../../domain/language.ts';
import type { WarningKind } from '../../../domain/warnings.ts';
import { renderDigest } from '../../../functions/night/send-digest/render-digest.ts';
import { unitOid } from '../../../local/samples/invented-identifiers.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';
import { aDigestSource, aDigestView, allStated, type DigestFacts } from '../../support/digests.ts';

const done = { state: 'done' };
const notBegun = { state: 'not-started' };
const { businessId } = anOrganisation();

/** What the mail of one organisation says of one kind of warning, in both parts, in one line each. */
const saidOf = (
  kind: WarningKind,
  night: string,
  { language, ...told }: DigestFacts & { readonly language: Language },
) => {
  const source = aDigestSource(night, told);
  return said(night, language, {
    ...source,
    warnings: source.warnings.filter((warning) => warning.kind === kind),
    fixed: [],
  });
};
const said = (night: string, language: Language, source: DigestSource) => {
  const { subject, text, html } = renderDigest(aDigestView(night, [source]), language);
  const words = html
    .slice(html.indexOf('<h1'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>');
  return { subject, parts: [text, words].map((part) => part.replaceAll(/\s+/g, ' ')) };
};
const expectSaid = (
  { parts }: ReturnType<typeof saidOf>,
  { sentences, not = [] }: { sentences: readonly string[]; not?: readonly string[] },
) => {
  for (const part of parts) {
    for (const sentence of sentences) expect(part).toContain(sentence);
    for (const sentence of not) expect(part).not.toContain(sentence);
  }
};

describe('a plan that has become too late says', () => {
  it.each<[Language, string, string[]]>([
    [
      'fi',
      'Kanta-valmius: 1 palvelunantaja ei ehdi määräajassa',
      [
        '1 palvelunantaja ei ehdi valmiiksi määräajassa',
        'Määräpäivään ei enää ehditä: Liittyminen valtakunnalliseen asiakastietovarantoon',
        'Määräpäivä on 1.9.2026. Vaikka jäljellä oleva työ aloitettaisiin tänään, valmista olisi aikaisintaan 3.6.2027, 275 päivää myöhässä.',
        'Ratkaisevat vaiheet: Käyttöönottopäätös, projekti ja ilmoittautuminen → Tuotantokäytön aloitus.',
        'Ei ole ilmoitettu, onko järjestelmällä liitytty Kantaan, joten oletetaan, että järjestelmällä ei ole vielä liitytty Kantaan; koko käyttöönoton kesto on silloin vähintään vuosi.',
        '23 vaiheesta ei ole tietoa, ja ne on laskettu aloittamattomiksi.',
        'Palvelunantajan seuraava askel: Päättäkää käyttöönotosta',
        'Lainkohta: 703/2023 67 § 1 mom.; 703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024',
        'Kestojen lähteet: Kanta.fi: Sosiaalihuollon asiakastiedon arkiston käyttöönotto; Kanta.fi: Käyttöönottovaihe',
      ],
    ],
    [
      'sv',
      'Kanta-beredskap: 1 tjänstetillhandahållare hinner inte i tid',
      [
        '1 tjänstetillhandahållare hinner inte bli klar i tid',
        'Tidsfristen kan inte längre hållas: Anslutning till den riksomfattande informationsresursen för kunduppgifter',
        'Tidsfristen går ut den 1 september 2026. Även om det återstående arbetet inleds i dag är allt klart tidigast den 3 juni 2027, 275 dagar för sent.',
        'Avgörande steg (2): Beslut om ibruktagande, projekt och anmälan → Start av produktionsanvändningen.',
        'Det har inte uppgetts om systemet har använts vid en anslutning till Kanta, och därför antas att systemet ännu inte har använts vid en anslutning till Kanta; hela ibruktagandet tar då minst ett år.',
        'Uppgift saknas om 23 steg, som har räknats som inte påbörjade.',
        'Lagrum: 67 § 1 mom. i lag 703/2023; 102 § 5 mom. i lag 703/2023, sådant momentet lyder i lag 307/2024',
        'Källor till tiderna: Kanta.fi: ibruktagande av Klientdataarkivet för socialvården; Kanta.fi: ibruktagningsfasen',
      ],
    ],
    [
      'en',
      'Kanta readiness: 1 organisation cannot make it in time',
      [
        '1 organisation cannot be ready in time',
        'The deadline can no longer be met: Joining the national client data repository',
        'Due on 1 September 2026. Even if the remaining work begins today, everything will be ready on 3 June 2027 at the earliest, 275 days late.',
        'Critical steps: Decision to deploy, project and sign-up → Start of production use.',
        'It has not been stated whether the system has been used to join, so it is assumed that the system has not been used to join Kanta yet; the whole deployment then takes at least a year.',
        '23 steps are unknown and counted as not begun.',
        'Law: Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024',
        'Sources of the lead times: Kanta.fi: deployment of the client data archive; Kanta.fi: the deployment phase',
      ],
    ],
  ])(
    'in %s the deadline, the earliest day, the steps, the law and the sources',
    (language, subject, sentences) => {
      const mail = saidOf('plan', '2026-06-03', { language });
      expect(mail.subject).toBe(subject);
      expectSaid(mail, { sentences });
    },
  );

  const late = ['cards', 'card-readers', 'kanta-application', 'connection-test'];
  const following = ['deployment-test', 'deployment-report', 'production-use'];
  const steps = (ids: readonly string[]) => ({
    facts: { systemUsedToJoin: true },
    assessments: [
      anAssessment('2026-05-20', {
        ...allStated(done),
        ...Object.fromEntries(ids.map((id) => [id, notBegun])),
        'decision-and-project': { ...done, since: '2025-09-01' },
      }),
    ],
  });

  it.each<[Language, string]>([
    ['fi', 'ja vielä 2 vaihetta.'],
    ['sv', 'och ytterligare 2 steg.'],
    ['en', 'and 2 more steps.'],
  ])(
    'in %s at most six steps by name and how many more, and no estimate that does not decide',
    (language, more) => {
      expectSaid(saidOf('plan', '2026-08-10', { language, ...steps([...late, ...following]) }), {
        sentences: [more],
        not: [
          { fi: 'koko käyttöönoton', sv: 'hela ibruktagandet', en: 'whole deployment' }[language],
        ],
      });
    },
  );

  it.each<[Language, string]>([
    ['fi', '1 päivä myöhässä.'],
    ['sv', '1 dag för sent.'],
    ['en', '1 day late.'],
  ])('in %s one day by itself', (language, day) => {
    const night = '2026-07-19';
    expectSaid(saidOf('plan', night, { language, ...steps([...late, ...following]) }), {
      sentences: [day],
    });
  });

  it.each<[Language, string]>([
    ['fi', 'Liittyminen valtakunnalliseen asiakastietovarantoon: suunnitelma on taas aikataulussa'],
    [
      'sv',
      'Anslutning till den riksomfattande informationsresursen för kunduppgifter: planen håller åter tidsfristen',
    ],
    ['en', 'Joining the national client data repository: the plan is in time again'],
  ])('in %s that it is in time again', (language, line) => {
    const source = aDigestSource('2026-06-03', {
      assessments: [anAssessment('2026-06-02', allStated(done))],
    });
    const mail = said('2026-06-03', language, { ...source, warnings: [], fixed: ['plan:join'] });
    expectSaid(mail, { sentences: [line] });
  });
});

describe('statements that are about to lapse say', () => {
  const joined = { joinedOn: '2026-05-01', storingSince: { 'older-people': '2026-05-01' } };
  const many = { facts: joined, assessments: [anAssessment('2026-05-20', allStated(done))] };
  const few = {
    facts: joined,
    assessments: [
      anAssessment('2026-05-20', { 'card-readers': done }),
      anAssessment('2026-05-21', {
        ...allStated({ ...done, validUntil: '2030-12-31' }),
        'card-readers': done,
      }),
    ],
  };

  it.each<[Language, string[]]>([
    [
      'fi',
      [
        'Yksi ilmoitus vanhenee',
        'Ilmoitus on voimassa 21.5.2027 asti, vielä 1 päivän. Sen jälkeen tilannetta ei tiedetä.',
        'Ilmoitus koskee tätä: Kortinlukijat ja kortinlukijaohjelmisto.',
        'Seuraavaksi: Pyytäkää palvelunantajalta uusi itsearviointi, jossa tämä ilmoitetaan uudelleen.',
        'Peruste: Tämän palvelun oma sääntö, ei säädös',
      ],
    ],
    [
      'sv',
      [
        'En uppgift blir föråldrad',
        'Uppgiften gäller till och med den 21 maj 2027, i 1 dag till. Därefter är läget okänt.',
        'Det är fråga om ett krav: Kortläsare och kortläsarprogram.',
        'Nästa steg: Begär en ny självbedömning av tjänstetillhandahållaren där uppgiften lämnas på nytt.',
        'Grund: En regel i den här tjänsten, inte i någon författning',
      ],
    ],
    [
      'en',
      [
        'One statement is about to lapse',
        'The statement counts until 21 May 2027, for 1 more day. After that the situation is unknown.',
        'It is about: Card readers and card reader software.',
        'Next: Ask the organisation for a new self-assessment that states this again.',
        "Basis: This service's own rule, not a statute",
      ],
    ],
  ])('in %s which one, until when, what to do, and that no law says so', (language, sentences) => {
    const label = { fi: 'Lainkohta', sv: 'Lagrum', en: 'Law:' }[language];
    const mail = saidOf('statement', '2027-05-20', { language, ...few });
    expectSaid(mail, { sentences, not: [label] });
  });

  it.each<[Language, string[]]>([
    [
      'fi',
      [
        '13 ilmoitusta vanhenee',
        'Ilmoitukset ovat voimassa 20.5.2027 asti, vielä 10 päivää.',
        'Ilmoitukset koskevat näitä: Rekisteröinti palveluntuottajien rekisteriin (Soteri) ·',
        '· Henkilöstön käyttöoikeudet asiakastietoihin · 5 muuta.',
        'jossa nämä ilmoitetaan uudelleen.',
      ],
    ],
    [
      'sv',
      [
        '13 uppgifter blir föråldrade',
        'Uppgifterna gäller till och med den 20 maj 2027, i 10 dagar till.',
        'Det är fråga om 13 krav: Registrering i registret över tjänsteproducenter (Soteri) ·',
        '· Personalens åtkomsträttigheter till klientuppgifter · 5 andra.',
        'där uppgifterna lämnas på nytt.',
      ],
    ],
    [
      'en',
      [
        '13 statements are about to lapse',
        'The statements count until 20 May 2027, for 10 more days.',
        'They are about: Registration in the register of service producers (Soteri) ·',
        "· The staff's access rights to client data · 5 others.",
        'that states these again.',
      ],
    ],
  ])('in %s the first eight of many, and how many more', (language, sentences) => {
    expectSaid(saidOf('statement', '2027-05-10', { language, ...many }), { sentences });
  });

  it.each<[Language, string, string]>([
    [
      'fi',
      'Ilmoitukset ovat voimassa enää tänään 20.5.2027.',
      'Ilmoitus on voimassa enää tänään 21.5.2027.',
    ],
    [
      'sv',
      'Uppgifterna gäller till och med i dag, den 20 maj 2027.',
      'Uppgiften gäller till och med i dag, den 21 maj 2027.',
    ],
    [
      'en',
      'The statements count until today, 20 May 2027.',
      'The statement counts until today, 21 May 2027.',
    ],
  ])('in %s that today is the last day', (language, ofMany, ofOne) => {
    expectSaid(saidOf('statement', '2027-05-20', { language, ...many }), { sentences: [ofMany] });
    expectSaid(saidOf('statement', '2027-05-21', { language, ...few }), { sentences: [ofOne] });
  });
});

describe('a waiver that ends says', () => {
  const waived = (until: string, cards: Record<string, unknown> = notBegun): DigestFacts => ({
    facts: { systemUsedToJoin: true },
    assessments: [anAssessment('2026-05-20', { ...allStated(done), cards })],
    waivers: [
      { requirement: 'cards', reason: 'Kortit', from: day('2026-05-20'), until: day(until) },
    ],
  });

  it.each<[Language, string, string[]]>([
    [
      'fi',
      'Kanta-valmius: 1 palvelunantajalla poikkeus päättymässä',
      [
        'Poikkeus päättyy: Henkilöstön varmennekortit',
        'Poikkeus on voimassa 10.6.2026 asti, vielä 7 päivää.',
        'Ilman poikkeusta vaatimus on täyttämättä.',
        'Palvelunantajan seuraava askel: Hankkikaa varmennekortti',
        'Lainkohta: 703/2023 8 §',
      ],
    ],
    [
      'sv',
      'Kanta-beredskap: undantag upphör snart för 1 tjänstetillhandahållare',
      [
        'Undantaget upphör: Personalens certifikatkort',
        'Undantaget gäller till och med den 10 juni 2026, i 7 dagar till.',
        'Utan undantaget är kravet inte uppfyllt.',
        'Lagrum: 8 § i lag 703/2023',
      ],
    ],
    [
      'en',
      'Kanta readiness: a waiver ends soon for 1 organisation',
      [
        "Waiver ends: The staff's certificate cards",
        'The waiver lasts until 10 June 2026, for 7 more days.',
        'Without the waiver the requirement is not met.',
        'Law: Act 703/2023, section 8',
      ],
    ],
  ])(
    'in %s of what, until when, what is so without it, and by which section',
    (language, subject, sentences) => {
      const mail = saidOf('waiver', '2026-06-03', { language, ...waived('2026-06-10') });
      expect(mail.subject).toBe(subject);
      expectSaid(mail, { sentences });
    },
  );

  it.each<[Language, string, string]>([
    ['fi', '2026-06-10', 'Poikkeus on voimassa enää tänään 10.6.2026.'],
    ['fi', '2026-06-09', 'Poikkeus on voimassa huomiseen 10.6.2026 asti.'],
    ['sv', '2026-06-10', 'Undantaget gäller till och med i dag, den 10 juni 2026.'],
    ['sv', '2026-06-09', 'Undantaget gäller till och med i morgon, den 10 juni 2026.'],
    ['en', '2026-06-10', 'The waiver lasts until today, 10 June 2026.'],
    ['en', '2026-06-09', 'The waiver lasts until tomorrow, 10 June 2026.'],
  ])('in %s on %s: %s', (language, night, sentence) => {
    const mail = saidOf('waiver', night, { language, ...waived('2026-06-10') });
    expectSaid(mail, { sentences: [sentence] });
  });

  it.each(languages)('that nothing is known, and asks for a self-assessment (%s)', (language) => {
    const { waivers = [] } = waived('2026-06-10');
    expectSaid(saidOf('waiver', '2026-06-03', { language, waivers }), {
      sentences: {
        fi: [
          'Siitä, täyttyykö vaatimus ilman poikkeusta, ei ole tietoa.',
          'Seuraavaksi: Pyytäkää palvelunantajalta itsearviointi',
        ],
        sv: [
          'Det finns ingen uppgift om huruvida kravet är uppfyllt utan undantaget.',
          'Nästa steg: Begär en självbedömning av tjänstetillhandahållaren',
        ],
        en: [
          'Whether the requirement is met without the waiver is not known.',
          'Next: Ask the organisation for a self-assessment',
        ],
      }[language],
    });
  });
});

describe('evidence that ends in single units says', () => {
  const names = ['Kanerva', 'Vuokko', 'Sinilintu', 'Rantakoti', 'www.example.org'];
  const units = names.map((name, i) => ({ oid: unitOid(businessId, i + 1), name }));
  const ending = (count: number): DigestFacts => ({
    facts: { units, systemUsedToJoin: true },
    assessments: [
      anAssessment('2026-05-20', allStated(done), {
        overrides: Object.fromEntries(
          units
            .slice(0, count)
            .map(({ oid }) => [oid, { cards: { ...done, points: { cardsUntil: '2026-08-25' } } }]),
        ),
      }),
    ],
  });

  it.each<[Language, string, string, string]>([
    [
      'fi',
      'Yksikkö: Kanerva.',
      '3 yksikköä: Kanerva, Vuokko ja Sinilintu.',
      '5 yksikköä: Kanerva, Vuokko, Sinilintu ja 2 muuta.',
    ],
    [
      'sv',
      'Enhet: Kanerva.',
      '3 enheter: Kanerva, Vuokko och Sinilintu.',
      '5 enheter: Kanerva, Vuokko, Sinilintu och 2 andra.',
    ],
    [
      'en',
      'Unit: Kanerva.',
      '3 units: Kanerva, Vuokko and Sinilintu.',
      '5 units: Kanerva, Vuokko, Sinilintu and 2 others.',
    ],
  ])('in %s which units, at most three by name', (language, one, three, five) => {
    for (const [count, sentence] of [
      [1, one],
      [3, three],
      [5, five],
    ] as const) {
      const mail = saidOf('requirement', '2026-08-01', { language, ...ending(count) });
      expectSaid(mail, { sentences: [sentence] });
    }
  });

  it.each<[Language, string]>([
    ['fi', 'Päättymisen ratkaisee ensimmäisenä vanhenevan kortin viimeinen voimassaolopäivä.'],
    ['sv', 'Avgörande för slutdagen: sista giltighetsdag för det kort som går ut först.'],
    ['en', 'What decides the end: last day of validity of the card that expires first.'],
  ])('in %s which day decides', (language, sentence) => {
    expectSaid(saidOf('requirement', '2026-08-01', { language, ...ending(1) }), {
      sentences: [sentence],
    });
  });

  it('nothing that the reader’s program would make a link of', () => {
    const last = units.slice(-1);
    const facts = { units: last, systemUsedToJoin: true };
    const assessments = [
      anAssessment('2026-05-20', allStated(done), {
        overrides: Object.fromEntries(
          last.map(({ oid }) => [oid, { cards: { ...done, validUntil: '2026-08-25' } }]),
        ),
      }),
    ];
    expectSaid(saidOf('requirement', '2026-08-01', { language: 'fi', facts, assessments }), {
      sentences: ['www.\u200cexample.\u200corg'],
      not: ['www.example.org'],
    });
  });
});

describe('a requirement that no act asks for', () => {
  it.each<[Language, string]>([
    ['fi', 'Lähde: Kela: Miten yksityisenä palveluntuottajana liityn'],
    ['sv', 'Källa: FPA: anvisning för privata tjänsteproducenters anslutning'],
    ['en', 'Source: Kela: how a private producer joins the client data archive'],
  ])('rests in %s on its instruction', (language, sentence) => {
    const assessments = [
      anAssessment('2026-05-20', { 'card-readers': { ...done, validUntil: '2026-08-25' } }),
    ];
    expectSaid(saidOf('requirement', '2026-08-01', { language, assessments }), {
      sentences: [sentence],
    });
  });
});

describe('what comes next', () => {
  const assessments = [anAssessment('2026-06-20', { cards: notBegun, 'card-readers': notBegun })];

  it.each<[Language, string, string]>([
    ['fi', 'Aloitettava viimeistään 17.7.2026.', '(puuttuu), aloitettava viimeistään 28.8.2026'],
    [
      'sv',
      'Ska påbörjas senast den 17 juli 2026.',
      '(saknas), ska påbörjas senast den 28 augusti 2026',
    ],
    ['en', 'Must begin by 17 July 2026.', '(missing), must begin by 28 August 2026'],
  ])('says in %s by when to begin', (language, first, other) => {
    const mail = saidOf('deadline', '2026-07-03', { language, assessments });
    expectSaid(mail, { sentences: [first, other] });
  });

  it.each<[Language, string, string]>([
    [
      'fi',
      'Olisi pitänyt aloittaa viimeistään 17.7.2026.',
      '(puuttuu), olisi pitänyt aloittaa viimeistään 28.8.2026',
    ],
    [
      'sv',
      'Borde ha påbörjats senast den 17 juli 2026.',
      '(saknas), borde ha påbörjats senast den 28 augusti 2026',
    ],
    ['en', 'Should have begun by 17 July 2026.', '(missing), should have begun by 28 August 2026'],
  ])('says in %s by when it should have begun', (language, first, other) => {
    const mail = saidOf('deadline', '2026-08-31', { language, assessments });
    expectSaid(mail, { sentences: [first, other] });
  });
});
