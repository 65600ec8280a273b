import { describe, expect, test } from 'vitest';
import type { ReceivedAssessment } from '../../../domain/assessment.ts';
import { day } from '../../../domain/day.ts';
import { evaluate } from '../../../domain/evaluation.ts';
import { type Language, languages } from '../../../domain/language.ts';
import type { RequirementId } from '../../../domain/statute/requirements/requirement-ids.ts';
import { describeBecause } from '../../../domain/texts/because-texts.ts';
import { describeOverall } from '../../../domain/texts/overall-texts.ts';
import { describePlan } from '../../../domain/texts/plan-texts.ts';
import type { Waiver } from '../../../domain/waiver.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';

const evaluated = (
  facts: Record<string, unknown>,
  on: string,
  {
    assessments = [],
    waivers = [],
  }: { assessments?: readonly ReceivedAssessment[]; waivers?: readonly Waiver[] } = {},
) => evaluate({ organisation: anOrganisation(facts), assessments, waivers, on: day(on) });

describe('the plan in plain sentences', () => {
  const used = { systemUsedToJoin: true, counties: ['kainuu'] };
  const sentences = (facts: Record<string, unknown>, on: string, language: Language) =>
    describePlan(evaluated(facts, on).plan, language);

  test.each<[Language, readonly string[]]>([
    [
      'fi',
      [
        'Määräpäivä 1.9.2026 on ohitettu: Liittyminen valtakunnalliseen asiakastietovarantoon.',
        'Jos keskeneräiset vaiheet aloitetaan 22.11.2026, valmista on aikaisintaan 22.5.2027, lyhimmillä kestoilla 22.2.2027.',
        'Se on 263 päivää määräpäivän jälkeen.',
        'Lähtökohtana on, että järjestelmällä on jo liitytty Kantaan; koko käyttöönoton kesto on silloin noin puoli vuotta (3–6 kuukautta). Työ olisi pitänyt aloittaa viimeistään 1.3.2026.',
        'Jos järjestelmällä ei ole vielä liitytty Kantaan, kesto on vähintään vuosi ja aikaisin valmistumispäivä 22.11.2027. Työ olisi pitänyt aloittaa viimeistään 1.9.2025.',
      ],
    ],
    [
      'sv',
      [
        'Tidsfristen den 1 september 2026 har löpt ut: Anslutning till den riksomfattande informationsresursen för kunduppgifter.',
        'Om de oavslutade stegen påbörjas den 22 november 2026 är allt klart tidigast den 22 maj 2027, med de kortaste tiderna den 22 februari 2027.',
        'Det är 263 dagar efter tidsfristen.',
        'Utgångspunkten är att systemet redan har använts vid en anslutning till Kanta; hela ibruktagandet tar då cirka ett halvt år (3–6 månader). Arbetet borde ha påbörjats senast den 1 mars 2026.',
        'Om systemet ännu inte har använts vid en anslutning till Kanta är tiden minst ett år och det är klart tidigast den 22 november 2027. Arbetet borde ha påbörjats senast den 1 september 2025.',
      ],
    ],
    [
      'en',
      [
        'The deadline of 1 September 2026 has passed: Joining the national client data repository.',
        'If the unfinished steps are begun on 22 November 2026, all is ready on 22 May 2027 at the earliest, with the shortest lead times 22 February 2027.',
        'That is 263 days after the deadline.',
        'The plan counts on this: the system has been used to join Kanta before; the whole deployment then takes about half a year (3–6 months). Work should have begun by 1 March 2026.',
        'If the system has not been used to join Kanta yet, it takes at least a year and can be ready on 22 November 2027 at the earliest. Work should have begun by 1 September 2025.',
      ],
    ],
  ])('on 22.11.2026 an organisation that never joined reads in %s', (language, expected) => {
    const read = sentences(used, '2026-11-22', language);
    expect(read.slice(0, expected.length)).toEqual(expected);
    expect(read.some((sentence) => sentence.includes('→'))).toBe(true);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['time to spare', used, '2025-08-13', 'Liikkumavaraa on 200 päivää.'],
    ['days to spare in February', used, '2026-02-28', 'Liikkumavaraa on 4 päivää.'],
    ['a day too many', used, '2026-03-02', 'Se on 1 päivä määräpäivän jälkeen.'],
    ['the end', { endedOn: '2026-06-01' }, '2026-07-01', 'Toiminta on päättynyt'],
    ['by when to begin', used, '2025-08-13', 'Työ on aloitettava viimeistään 1.3.2026.'],
    [
      'what is assumed of the system',
      { counties: ['kainuu'] },
      '2025-08-13',
      'Ei ole ilmoitettu, onko järjestelmällä liitytty Kantaan, joten oletetaan, että järjestelmällä ei ole vielä liitytty Kantaan',
    ],
    ['what is late', used, '2026-11-22', 'Myöhässä olevia vaiheita on 23.'],
    ['what is not known', used, '2025-08-13', 'Vaiheita, joista ei ole ilmoitettu mitään, on 23.'],
    [
      'a window to come',
      { systemUsedToJoin: true },
      '2026-02-01',
      'alue ottaa tiedot vastaan 1.5.2026–15.6.2026',
    ],
    [
      'a window gone by',
      { systemUsedToJoin: true },
      '2026-07-01',
      'hyvinvointialueen ilmoittama toimitusaika 1.5.2026–15.6.2026 on päättynyt',
    ],
    ['what was reached', { joinedOn: '2026-06-01' }, '2026-07-01', 'on saavutettu'],
    ['no deadline', { counties: ['ahvenanmaa'] }, '2026-07-01', 'Mikään määräpäivä ei velvoita'],
  ])('says %s', (_what, facts, on, sentence) => {
    expect(sentences(facts, on, 'fi').join(' ')).toContain(sentence);
  });

  test.each<[Language, string]>([
    ['fi', 'Työ alkoi ilmoituksen mukaan 2.2.2026; viimeinen aloituspäivä oli 1.3.2026.'],
    [
      'sv',
      'Arbetet började enligt anmälan den 2 februari 2026; det skulle påbörjas senast den 1 mars 2026.',
    ],
    ['en', 'By what was stated work began on 2 February 2026; it had to begin by 1 March 2026.'],
  ])('says in %s when work began', (language, sentence) => {
    const assessments = [
      anAssessment('2026-02-02', { 'decision-and-project': { state: 'in-progress' } }),
    ];
    const { plan } = evaluated(used, '2026-06-01', { assessments });
    expect(describePlan(plan, language).join(' ')).toContain(sentence);
  });

  test('says as much in every language', () => {
    for (const on of ['2025-08-13', '2026-02-01', '2026-07-01', '2026-11-22']) {
      const counts = languages.map((language) => sentences({}, on, language).length);
      expect(new Set(counts).size).toBe(1);
    }
  });
});

describe('how an organisation stands as a whole', () => {
  const used = { systemUsedToJoin: true, counties: ['kainuu'] };
  test.each<[Language, string]>([
    [
      'fi',
      '5 velvoitteen määräpäivä on ohitettu; ensimmäinen niistä oli 1.9.2026. Jos keskeneräiset vaiheet aloitetaan nyt, valmista on aikaisintaan 22.5.2027. Ratkaisevat vaiheet: Käyttöönottopäätös, projekti ja ilmoittautuminen → Tuotantokäytön aloitus.',
    ],
    [
      'sv',
      'Tidsfristen har löpt ut för 5 skyldigheter; den första av dem var den 1 september 2026. Om de oavslutade stegen påbörjas nu är allt klart tidigast den 22 maj 2027. Avgörande steg: Beslut om ibruktagande, projekt och anmälan → Start av produktionsanvändningen.',
    ],
    [
      'en',
      'The day of 5 obligations has passed; the first of them was 1 September 2026. If the unfinished steps are begun now, all is ready on 22 May 2027 at the earliest. Deciding steps: Decision to deploy, project and sign-up → Start of production use.',
    ],
  ])('overdue, with the earliest possible day and what decides it, in %s', (language, sentence) => {
    expect(describeOverall(evaluated(used, '2026-11-22'), language)).toBe(sentence);
  });

  test.each<[Language, string]>([
    ['fi', 'Määräpäivään 1.9.2026 ei enää ehditä.'],
    ['sv', 'Tidsfristen den 1 september 2026 kan inte längre hållas.'],
    ['en', 'The deadline of 1 September 2026 cannot be made any more.'],
  ])('too late, in %s', (language, sentence) => {
    expect(describeOverall(evaluated(used, '2026-04-01'), language)).toContain(sentence);
  });
});

describe('why a requirement has its status', () => {
  const because = (
    id: RequirementId,
    language: Language,
    {
      facts = {},
      on = '2026-05-01',
      ...stated
    }: {
      facts?: Record<string, unknown>;
      on?: string;
      assessments?: readonly ReceivedAssessment[];
      waivers?: readonly Waiver[];
    },
  ) => {
    const verdict = evaluated(facts, on, stated).requirements.find(
      ({ requirement }) => requirement === id,
    );
    if (verdict === undefined) throw new Error(id);
    return describeBecause(verdict, language);
  };
  const stated = (id: RequirementId, item: Record<string, unknown>, on = '2026-04-01') => ({
    assessments: [anAssessment(on, { [id]: item })],
  });

  test.each<[Language, string]>([
    [
      'fi',
      'Ilmoitettu valmiiksi 1.4.2026. Tämä kohta ei kuitenkaan pidä ilmoituksen mukaan paikkaansa: ”Käyttäjistä ja heidän oikeuksistaan pidetään rekisteriä”. Nämä palvelutehtävät puuttuvat: vammaispalvelut. Nämä työtehtävät puuttuvat: sosiaalihuollon hallinnolliset tehtävät.',
    ],
    [
      'sv',
      'Den 1 april 2026 uppgavs att detta är klart. Enligt anmälan stämmer dock inte följande: ”Det förs ett register över användarna och deras rättigheter”. Följande serviceuppgifter saknas: funktionshinderservice. Följande arbetsuppgifter saknas: administrativa uppgifter inom socialvården.',
    ],
    [
      'en',
      'Stated as done on 1 April 2026. By the statement itself this does not hold: “A register of the users and their rights is kept”. These service tasks are missing: disability services. These job roles are missing: administrative tasks of social welfare.',
    ],
  ])('names in %s what access rights lack', (language, sentence) => {
    const points = {
      serviceTasks: ['older-people'],
      jobRoles: ['arranging', 'implementing'],
      userRegister: false,
    };
    const facts = { serviceTasks: ['older-people', 'disability-services'] };
    expect(
      because('access-rights', language, {
        facts,
        ...stated('access-rights', { state: 'done', points }),
      }),
    ).toBe(sentence);
  });

  test('a patient system is named as what it is said to be', () => {
    const points = { patientSystem: true, inRegister: false };
    const item = { state: 'done', validUntil: '2029-12-31', points };
    expect(because('certified-system', 'fi', stated('certified-system', item))).toBe(
      'Ilmoitettu valmiiksi 1.4.2026. Tämä kohta ei kuitenkaan pidä ilmoituksen mukaan paikkaansa: ”Järjestelmä on Astori-rekisterissä”. Ilmoituksen mukaan este on: ”Järjestelmä on potilastietojärjestelmä”.',
    );
  });

  test.each<[Language, string]>([
    [
      'fi',
      'Viimeksi ilmoitettu 1.4.2025. Ilmoitus oli voimassa 1.4.2026 saakka; sen jälkeen tilaa ei tiedetä, ja se on ilmoitettava uudelleen.',
    ],
    [
      'sv',
      'Uppgavs senast den 1 april 2025. Uppgiften gällde till och med den 1 april 2026; därefter är läget okänt och ska anmälas på nytt.',
    ],
    [
      'en',
      'Last stated on 1 April 2025. The statement counted until 1 April 2026; since then it is not known and must be stated again.',
    ],
  ])('says in %s that a statement has aged', (language, sentence) => {
    expect(
      because('access-rights', language, stated('access-rights', { state: 'done' }, '2025-04-01')),
    ).toBe(sentence);
  });

  test.each<[Language, string, string]>([
    [
      'fi',
      'Organisaatio on liittynyt 15.4.2026, joten tämä on tehty.',
      'Organisaatio on tallentanut asiakirjoja 20.4.2026 alkaen, joten tämä on tehty.',
    ],
    [
      'sv',
      'Organisationen anslöt sig den 15 april 2026, så detta har gjorts.',
      'Organisationen har sparat handlingar sedan den 20 april 2026, så detta har gjorts.',
    ],
    [
      'en',
      'The organisation joined on 15 April 2026, so this has been done.',
      'The organisation has stored documents since 20 April 2026, so this has been done.',
    ],
  ])('says in %s which fact shows it', (language, joining, storing) => {
    const facts = { joinedOn: '2026-04-15', storingSince: { 'older-people': '2026-04-20' } };
    expect(because('kanta-application', language, { facts })).toBe(joining);
    expect(because('deployment-test', language, { facts })).toBe(storing);
  });

  test.each<[Language, string]>([
    [
      'fi',
      'Tästä on myönnetty poikkeus 31.5.2026 saakka: kortit tilattu. Ilman poikkeusta: Ilmoitettu 1.4.2026, että tätä ei ole aloitettu.',
    ],
    [
      'sv',
      'Undantag har beviljats till och med den 31 maj 2026: kortit tilattu. Utan undantaget: Den 1 april 2026 uppgavs att detta inte har påbörjats.',
    ],
    [
      'en',
      'Waived until 31 May 2026: kortit tilattu. Without the waiver: Stated on 1 April 2026 as not started.',
    ],
  ])('says in %s what is under a waiver', (language, sentence) => {
    const waiver: Waiver = {
      requirement: 'cards',
      reason: 'kortit tilattu',
      from: day('2026-04-15'),
      until: day('2026-05-31'),
    };
    expect(
      because('cards', language, {
        ...stated('cards', { state: 'not-started' }),
        waivers: [waiver],
      }),
    ).toBe(sentence);
  });

  test('names the certificate that ends, and the unit that lags', () => {
    expect(
      because('service-certificates', 'fi', {
        ...stated('service-certificates', {
          state: 'done',
          points: { serverCertificateUntil: '2026-08-31', signatureCertificateUntil: '2027-08-31' },
        }),
      }),
    ).toBe(
      'Voimassa nyt, mutta vain 31.8.2026 saakka; tarvitaan vielä 1.9.2026 (Palvelinvarmenteen viimeinen voimassaolopäivä).',
    );
    const unit = { oid: '1.2.246.10.2048198.10.1', name: 'Esimerkkikoti' };
    expect(
      because('self-monitoring-plan', 'en', {
        facts: { units: [unit] },
        assessments: [
          anAssessment(
            '2026-04-01',
            { 'self-monitoring-plan': { state: 'not-started' } },
            { units: [unit.oid] },
          ),
        ],
      }),
    ).toBe('Unit Esimerkkikoti (1.2.246.10.2048198.10.1): Stated on 1 April 2026 as not started.');
  });

  test.each<[RequirementId, Record<string, unknown>, string]>([
    ['cards', { readsOrSignsInKanta: false }, 'Pelkkä kirjaaminen ei edellytä varmennekorttia.'],
    ['kanta-application', { joiningModel: 'joint', mainJoiner: false }, 'pääliittyjä'],
    ['organiser-contract', { actsForOrganiser: false }, 'palvelunjärjestäjän lukuun'],
    ['self-monitoring-programme', {}, 'useampi kuin yksi palveluyksikkö'],
    ['county-governance', {}, 'julkista sosiaalihuoltoa'],
    ['soteri-check', { sector: 'public' }, '1.1.2028 alkaen'],
  ])('says why %s does not concern someone', (id, facts, sentence) => {
    expect(because(id, 'fi', { facts })).toContain(sentence);
  });
});
