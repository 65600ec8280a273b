import type { Text } from '../../domain/language.ts';
import type { RequirementId } from '../../domain/statute/requirements/requirement-ids.ts';

/** What providers write of what they have done; of the rest there is nothing to say but that it is done. */
export const doneTexts: Readonly<Partial<Record<RequirementId, Text>>> = {
  'decision-and-project': {
    fi: 'Päätös tehty, projektisuunnitelma laadittu järjestelmätoimittajan kanssa',
    sv: 'Beslut fattat, projektplanen gjord med systemleverantören',
    en: 'Decision made, project plan drawn up with the vendor',
  },
  'certified-system': {
    fi: 'Astori-merkintä 0000 (keksitty), tietoturvallisuustodistus tarkistettu',
    sv: 'Astori-post 0000 (påhittad), intyget över informationssäkerhet kontrollerat',
    en: 'Astori entry 0000 (invented), certificate of information security checked',
  },
  'licence-or-registration': {
    fi: 'Soteri-päätös saatu, yksiköiden tiedot tarkistettu',
    sv: 'Beslut från Soteri, enheternas uppgifter kontrollerade',
    en: 'Soteri decision received, unit data checked',
  },
  'soteri-check': {
    fi: 'Tiedot tarkistettu Soterissa, vastuuhenkilöt päivitetty',
    sv: 'Uppgifterna i Soteri kontrollerade, ansvarspersonerna uppdaterade',
    en: 'Data in Soteri checked, responsible persons updated',
  },
  'sote-register-entry': {
    fi: 'Toimintayksikkö ja palveluyksiköt tarkistettu THL:n koodistopalvelusta',
    sv: 'Verksamhetsenheten och tjänsteenheterna kontrollerade i THL:s kodtjänst',
    en: "Operational unit and service units checked in THL's code service",
  },
  'unit-oid-delivered': {
    fi: 'OID-tunnukset lähetetty hyvinvointialueen ohjeen mukaan',
    sv: 'OID-koderna har skickats enligt välfärdsområdets anvisningar',
    en: "OIDs sent as the wellbeing services county's instructions say",
  },
  'registers-separated': {
    fi: 'Rekisterit erotettu järjestelmässä, kirjausohje annettu henkilöstölle',
    sv: 'Registren åtskilda i systemet, personalen har fått anvisningar',
    en: 'Registers kept apart in the system, instructions given to the staff',
  },
  'organiser-contract': {
    fi: 'Palvelusopimus ja sen liite henkilötietojen käsittelystä',
    sv: 'Serviceavtal med bilaga om behandling av personuppgifter',
    en: 'Service contract with an annex on the processing of personal data',
  },
  cards: {
    fi: 'Kortit tarvitsijoilla, varakortit lukitussa kaapissa',
    sv: 'De som behöver kort har fått dem, tillfälliga kort i låst skåp',
    en: 'Those who need cards have them; replacement cards in a locked cabinet',
  },
  'card-readers': {
    fi: 'Lukijat ja ohjelmisto asennettu työasemille, kirjautuminen testattu',
    sv: 'Läsare och program installerade på arbetsstationerna, inloggningen testad',
    en: 'Readers and software installed on the workstations, login tested',
  },
  'service-certificates': {
    fi: 'Palvelin- ja järjestelmäallekirjoitusvarmenne saatu',
    sv: 'Server- och systemsignaturcertifikat har beviljats',
    en: 'Server and system signature certificates received',
  },
  'security-plan': {
    fi: 'Tietoturvasuunnitelma THL 3/2024, versio 1.2, hyväksytty johtoryhmässä',
    sv: 'Informationssäkerhetsplan enligt THL 3/2024, version 1.1, godkänd i ledningsgruppen',
    en: 'Information security plan by THL 3/2024, version 1.0, approved by the management',
  },
  'self-monitoring-plan': {
    fi: 'Suunnitelma ja seurannan muutokset julkaistu verkkosivuilla',
    sv: 'Planen och ändringarna till följd av uppföljningen offentliggjorda på webbplatsen',
    en: 'Plan and the changes from its follow-up published on the website',
  },
  'self-monitoring-programme': {
    fi: 'Omavalvontaohjelma ja seurannan havainnot julkaistu verkkosivuilla',
    sv: 'Programmet för egenkontroll och iakttagelserna offentliggjorda på webbplatsen',
    en: 'Self-monitoring programme and the findings published on the website',
  },
  'access-rights': {
    fi: 'Käyttöoikeudet palvelutehtävittäin ja työtehtävittäin, rekisteri ajan tasalla',
    sv: 'Åtkomsträttigheter per serviceuppgift och arbetsuppgift, registret uppdaterat',
    en: 'Rights by service task and job role; register kept up to date',
  },
  'staff-training': {
    fi: 'Kirjaamisvalmennus ja tietosuojakoulutus pidetty, osallistujista lista',
    sv: 'Utbildning i dokumentation och dataskydd hållen, lista över deltagarna',
    en: 'Training in recording and data protection held, list of participants kept',
  },
  'structured-recording': {
    fi: 'Sosmetan asiakirjarakenteet ovat käytössä järjestelmässä',
    sv: 'Handlingsstrukturerna i Sosmeta är i bruk i systemet',
    en: 'Document structures of Sosmeta are in use in the system',
  },
  'suomifi-mandate': {
    fi: 'Valtuus annettu hakemuksen tekijälle Suomi.fi-valtuuksissa',
    sv: 'Den som gör ansökan har fått fullmakten i Suomi.fi-fullmakter',
    en: 'Mandate granted to the applicant in Suomi.fi e-Authorizations',
  },
  'kanta-application': {
    fi: 'Sitoumus allekirjoitettu ja palvelukuvaus hyväksytty Kanta Ekstranetissä',
    sv: 'Förbindelsen undertecknad och tjänstebeskrivningen godkänd på Kanta Extranätet',
    en: 'Commitment signed and service description accepted in the Kanta Extranet',
  },
  'connection-test': {
    fi: 'Yhteystesti tehty järjestelmätoimittajan kanssa',
    sv: 'Förbindelsetestet gjort med systemleverantören',
    en: 'Connection test carried out with the vendor',
  },
  'deployment-test': {
    fi: 'Koe onnistui, arkistonhoitaja tarkisti asiakirjat ja kuvailutiedot',
    sv: 'Provet lyckades, arkivarien kontrollerade handlingarna och deras metadata',
    en: 'Test succeeded, the archivist checked the documents and their metadata',
  },
  'deployment-report': {
    fi: 'Raportti lähetetty Kelaan sähköpostilla',
    sv: 'Rapporten skickad till FPA per e-post',
    en: 'Report sent to Kela by e-mail',
  },
  'register-access-right': {
    fi: 'Palvelunjärjestäjä on antanut rekisterinkäyttöoikeuden',
    sv: 'Tjänsteanordnaren har gett åtkomsträtt till sitt register',
    en: 'The organiser has granted the register access right',
  },
  'client-information': {
    fi: 'Kanta-palveluista kerrotaan asiakkaalle ensimmäisessä tapaamisessa, esite mukaan',
    sv: 'Klienten informeras om Kanta-tjänsterna vid första mötet och får en broschyr',
    en: 'Clients are told of the Kanta services at the first meeting and given a leaflet',
  },
  'monitoring-and-support': {
    fi: 'Häiriötilanneohje laadittu, tallennusvirheet käydään läpi päivittäin',
    sv: 'Anvisning för störningssituationer finns, lagringsfel gås igenom dagligen',
    en: 'Instructions for disruptions drawn up, storing faults gone through daily',
  },
  'county-governance': {
    fi: 'OID-tunnusten hallintamalli hyväksytty, asiakkuusasiakirjat yhdistetty',
    sv: 'Förvaltningsmodellen för OID-koderna godkänd, klientrelationshandlingarna sammanförda',
    en: 'Governance of OIDs approved, client relationship documents brought together',
  },
};

/** What they write of work that is going on. */
export const begunTexts: Readonly<Partial<Record<RequirementId, Text>>> = {
  'decision-and-project': {
    fi: 'Vastuuhenkilöt nimetty, projektisuunnitelma työn alla',
    sv: 'Ansvarspersonerna utsedda, projektplanen under arbete',
    en: 'Responsible persons named, project plan being drawn up',
  },
  'certified-system': {
    fi: 'Sopimus tehty, liittymisprofiilista päätetään seuraavassa kokouksessa',
    sv: 'Avtalet ingånget, anslutningsprofilen väljs vid nästa möte',
    en: 'Contract made, joining profile to be chosen at the next meeting',
  },
  'licence-or-registration': {
    fi: 'Tietojen antamista Soteriin valmistellaan',
    sv: 'Lämnandet av uppgifter till Soteri förbereds',
    en: 'Giving the data to Soteri is being prepared',
  },
  'unit-oid-delivered': {
    fi: 'Tunnukset koottu, toimittaminen kesken',
    sv: 'Koderna har samlats, lämnandet pågår',
    en: 'OIDs collected, delivery under way',
  },
  cards: {
    fi: 'Toimikorttisopimus tehty, kortit tilattu',
    sv: 'Avtalet om certifikatkort ingånget, korten beställda',
    en: 'Card agreement made, cards ordered',
  },
  'service-certificates': {
    fi: 'Järjestelmätoimittaja on hakenut varmenteet',
    sv: 'Systemleverantören har ansökt om certifikaten',
    en: 'The vendor has applied for the certificates',
  },
  'security-plan': {
    fi: 'Suunnitelma on laadittu, Kanta-osuus puuttuu vielä',
    sv: 'Planen är gjord, delen om Kanta saknas ännu',
    en: 'Plan drawn up, the part on Kanta is still missing',
  },
  'staff-training': {
    fi: 'Osa henkilöstöstä on käynyt kirjaamisvalmennuksen',
    sv: 'En del av personalen har gått utbildningen i dokumentation',
    en: 'Part of the staff has been trained in recording',
  },
  'kanta-application': {
    fi: 'Hakemus odottaa allekirjoitusta',
    sv: 'Ansökan väntar på underskrift',
    en: 'Application awaits signature',
  },
  'deployment-test': {
    fi: 'Kokeen päivä ja vara-aika sovittu',
    sv: 'Dag och reservtid för provet är överenskomna',
    en: 'Day and spare time agreed for the test',
  },
  'register-access-right': {
    fi: 'Odottaa palvelunjärjestäjän aikataulua',
    sv: 'Väntar på tjänsteanordnarens tidtabell',
    en: "Awaits the organiser's timetable",
  },
};
