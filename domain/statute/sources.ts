import type { Text } from '../language.ts';

/** A document beside the acts: an instruction, a regulation or a presentation of an authority. */
export interface Source {
  readonly name: Text;
  /** The day it is dated, or the year; null where it bears none. */
  readonly dated: string | null;
  readonly url: string | null;
}

const source = (name: Text, dated: string | null, url: string | null): Source => ({
  name,
  dated,
  url,
});

export const sources = {
  'kela-2020': source(
    {
      fi: 'Kela: Miten yksityisenä palveluntuottajana liityn sosiaalihuollon asiakastiedon arkiston käyttäjäksi',
      sv: 'FPA: anvisning för privata tjänsteproducenters anslutning (på finska)',
      en: 'Kela: how a private producer joins the client data archive (in Finnish)',
    },
    '2020-04-20',
    null,
  ),
  'kela-spring-2022': source(
    {
      fi: 'Kela: Kanta-palvelut ja hyvinvointialueet, käynnistystilaisuus',
      sv: 'FPA: Kanta-tjänsterna och välfärdsområdena, startmöte (på finska)',
      en: 'Kela: the Kanta services and the wellbeing services counties, kick-off (in Finnish)',
    },
    '2022',
    null,
  ),
  'kela-autumn-2022': source(
    {
      fi: 'Kela: Kanta-palvelut ja hyvinvointialuemuutokset',
      sv: 'FPA: Kanta-tjänsterna och välfärdsområdesreformen (på finska)',
      en: 'Kela: the Kanta services and the county reform (in Finnish)',
    },
    '2022-11-04',
    null,
  ),
  'kela-2025': source(
    {
      fi: 'Kela: Asiakastietolain mukainen liittymisvelvoite Kantaan',
      sv: 'FPA: skyldigheten att ansluta sig till Kanta enligt kunduppgiftslagen (på finska)',
      en: 'Kela: the obligation to join Kanta under the Client Data Act (in Finnish)',
    },
    '2025-02-28',
    null,
  ),
  'etela-pohjanmaa-2026': source(
    {
      fi: 'Etelä-Pohjanmaan hyvinvointialue: info sosiaalihuollon palveluntuottajille',
      sv: 'Södra Österbottens välfärdsområde: information till tjänsteproducenter (på finska)',
      en: 'Wellbeing services county of South Ostrobothnia: information for producers (in Finnish)',
    },
    '2026-02-09',
    null,
  ),
  'kanta-deployment': source(
    {
      fi: 'Kanta.fi: Sosiaalihuollon asiakastiedon arkiston käyttöönotto',
      sv: 'Kanta.fi: ibruktagande av Klientdataarkivet för socialvården',
      en: 'Kanta.fi: deployment of the client data archive',
    },
    null,
    'https://www.kanta.fi/fi/ammattilaiset/sosiaalihuollon-asiakastiedon-arkiston-kayttoonotto',
  ),
  'kanta-deployment-phase': source(
    {
      fi: 'Kanta.fi: Käyttöönottovaihe',
      sv: 'Kanta.fi: ibruktagningsfasen',
      en: 'Kanta.fi: the deployment phase',
    },
    null,
    'https://www.kanta.fi/ammattilaiset/kayttoonottovaihe',
  ),
  'kanta-register-access-right': source(
    {
      fi: 'Kanta.fi: Sosiaalihuollon rekisterinkäyttöoikeus',
      sv: 'Kanta.fi: Åtkomsträtt till register inom socialvården',
      en: 'Kanta.fi: register access right in social welfare',
    },
    null,
    'https://www.kanta.fi/fi/ammattilaiset/sosiaalihuollon-rekisterinkayttooikeus',
  ),
  'dvv-cards': source(
    {
      fi: 'Digi- ja väestötietovirasto: sote-henkilöstö- ja toimijakortit',
      sv: 'Myndigheten för digitalisering och befolkningsdata: personal- och aktörskort',
      en: 'Digital and Population Data Services Agency: personnel and actor cards',
    },
    null,
    'https://dvv.fi/sote-henkilosto-ja-toimijakortit',
  ),
  'dvv-service-certificates': source(
    {
      fi: 'Suomi.fi: Palveluvarmenteet sosiaali- ja terveydenhuollolle (Digi- ja väestötietovirasto)',
      sv: 'Suomi.fi: servicecertifikat för social- och hälsovården (Myndigheten för digitalisering och befolkningsdata)',
      en: 'Suomi.fi: service certificates for social welfare and health care (Digital and Population Data Services Agency)',
    },
    null,
    null,
  ),
  'dvv-certificate-order': source(
    {
      fi: 'Digi- ja väestötietovirasto: Miten tilaan palveluvarmenteen',
      sv: 'Myndigheten för digitalisering och befolkningsdata: beställning av servicecertifikat',
      en: 'Digital and Population Data Services Agency: how to order a service certificate',
    },
    null,
    'https://dvv.fi/miten-tilaan-palveluvarmenteen',
  ),
  'thl-1-2024': source(
    {
      fi: 'THL:n määräys 1/2024 sosiaalihuollon asiakasasiakirjoista',
      sv: 'THL:s föreskrift 1/2024 om klienthandlingar inom socialvården',
      en: 'THL regulation 1/2024 on client documents in social welfare',
    },
    '2024',
    null,
  ),
  'thl-3-2024': source(
    {
      fi: 'THL:n määräys 3/2024 tietoturvasuunnitelmaan sisällytettävistä selvityksistä ja vaatimuksista',
      sv: 'THL:s föreskrift 3/2024 om informationssäkerhetsplanen',
      en: 'THL regulation 3/2024 on the information security plan',
    },
    '2024-02-20',
    'https://thl.fi/-/thl-n-maarays-tietoturvasuunnitelmaan-sisallytettavista-selvityksista-ja-vaatimuksista-on-julkaistu',
  ),
  'thl-5-2024': source(
    {
      fi: 'THL:n määräys 5/2024 tietojärjestelmien ja hyvinvointisovellusten olennaisista vaatimuksista',
      sv: 'THL:s föreskrift 5/2024 om väsentliga krav på informationssystem och välbefinnandeapplikationer',
      en: 'THL regulation 5/2024 on the essential requirements of information systems and wellbeing applications',
    },
    '2024',
    null,
  ),
  'thl-sote-register': source(
    {
      fi: 'THL: SOTE-organisaatiorekisteri, koodistopalvelun ohjeet',
      sv: 'THL: SOTE-organisationsregistret, kodtjänstens anvisningar (på finska)',
      en: 'THL: the SOTE organisation register, instructions of the code service (in Finnish)',
    },
    null,
    'https://thl.fi/aiheet/tiedonhallinta-sosiaali-ja-terveysalalla/ohjeet-ja-soveltaminen/koodistopalvelun-ohjeet/sote-organisaatio-rekisteri',
  ),
  astori: source(
    {
      fi: 'Lupa- ja valvontavirasto: Astori-rekisteri',
      sv: 'Tillstånds- och tillsynsverket: registret Astori',
      en: 'Finnish Supervisory Authority: the Astori register',
    },
    null,
    'https://lvv.fi/en/healthcare-and-social-welfare/astori-register',
  ),
} as const satisfies Readonly<Record<string, Source>>;
export type SourceId = keyof typeof sources;
