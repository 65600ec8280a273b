import type { NotBoundReason } from '../duties.ts';
import type { Text } from '../language.ts';

/** Why an obligation that was considered does not bind the organisation. */
export const notBoundTexts: Readonly<Record<NotBoundReason, Text>> = {
  'aland-may-join': {
    fi: 'Organisaatio toimii vain Ahvenanmaalla. Ahvenanmaan maakunnan palvelunantaja voi liittyä valtakunnallisiin tietojärjestelmäpalveluihin, mutta sen ei ole pakko.',
    sv: 'Organisationen är verksam endast på Åland. Tjänstetillhandahållare i landskapet Åland kan ansluta sig till de riksomfattande informationssystemtjänsterna men är inte skyldiga att göra det.',
    en: 'The organisation works only on Åland. A provider in Åland may join the national information system services but does not have to.',
  },
  'no-client-data-system': {
    fi: 'Yksityisellä palvelunantajalla ei ole käytössään asiakastietojen käsittelyyn tarkoitettua tietojärjestelmää, joten sen ei tarvitse liittyä. Tilanne muuttuu, jos järjestelmä otetaan käyttöön.',
    sv: 'Den privata tjänstetillhandahållaren använder inget informationssystem som är avsett för behandling av klientuppgifter och behöver därför inte ansluta sig. Läget ändras om ett sådant system tas i bruk.',
    en: 'The private provider has no information system meant for client data in use, so it does not have to join. This changes if such a system is taken into use.',
  },
  'parallel-only': {
    fi: 'Organisaatio liittyy rinnakkaisliittymismallilla ja tallentaa vain palvelunjärjestäjän rekisteriin, joten siitä ei tule Kanta-palvelujen asiakasta (Kelan käytäntö). Se tallentaa järjestäjän kautta.',
    sv: 'Organisationen ansluter sig enligt modellen för parallell anslutning och sparar endast i tjänsteanordnarens register och blir därför inte kund hos Kanta-tjänsterna (FPA:s praxis). Den sparar via anordnaren.',
    en: "The organisation joins in parallel and stores only into the organiser's register, so it does not become a Kanta customer (Kela's practice). It stores through the organiser.",
  },
  'recordings-only': {
    fi: 'Organisaatio tallentaa ainoastaan video- ja äänitallenteita, joiden tallentamisella on oma määräpäivänsä.',
    sv: 'Organisationen sparar endast video- och ljudupptagningar, och för sparandet av dem finns en egen tidsfrist.',
    en: 'The organisation stores nothing but video and audio recordings, and storing those has a day of its own.',
  },
  'makes-no-recordings': {
    fi: 'Organisaatio ei tee video- tai äänitallenteita.',
    sv: 'Organisationen gör inga video- eller ljudupptagningar.',
    en: 'The organisation makes no video or audio recordings.',
  },
  'records-no-patient-data': {
    fi: 'Organisaatio ei kirjaa potilastietoja sosiaalihuollon yhteydessä.',
    sv: 'Organisationen antecknar inga patientuppgifter i samband med socialvården.',
    en: 'The organisation records no patient data in social welfare.',
  },
  'not-in-soteri': {
    fi: 'Organisaatio on ilmoittanut, ettei sitä ole rekisteröity palveluntuottajien rekisteriin (Soteri), joten siellä ei ole tarkistettavia tietoja. Palveluja saa kuitenkin tuottaa vain rekisteröity palveluntuottaja, ellei laki rajaa palvelua soveltamisalansa ulkopuolelle.',
    sv: 'Organisationen har uppgett att den inte finns i registret över tjänsteproducenter (Soteri), så där finns inga uppgifter att kontrollera. Service får dock produceras endast av en registrerad tjänsteproducent, om inte servicen faller utanför lagens tillämpningsområde.',
    en: 'The organisation has said that it is not in the register of producers (Soteri), so there are no data to check. Yet only a registered producer may produce services, unless the act leaves the service outside its scope.',
  },
  'aland-soteri-unsourced': {
    fi: 'Organisaatio toimii vain Ahvenanmaalla, eikä käytettävissä ole lähdettä, jonka mukaan laki 741/2023 velvoittaisi sitä. Jos se on rekisteröity Soteriin, ilmoittakaa se.',
    sv: 'Organisationen är verksam endast på Åland, och vi har ingen källa som visar att lag 741/2023 är förpliktande för den. Om den finns i Soteri ska det anges.',
    en: 'The organisation works only on Åland, and we have no source saying that Act 741/2023 binds it. If it is registered in Soteri, say so.',
  },
  'public-producers-only': {
    fi: 'Velvoite koskee vain julkisia palveluntuottajia.',
    sv: 'Skyldigheten gäller endast offentliga tjänsteproducenter.',
    en: 'The obligation binds public producers only.',
  },
  ended: {
    fi: 'Toiminta on päättynyt ennen määräpäivää. Päättyneen toiminnan asiakasasiakirjat on toimitettava Kansaneläkelaitoksen säilytettäviksi ilman aiheetonta viivytystä.',
    sv: 'Verksamheten har upphört före tidsfristens utgång. Klienthandlingarna från den avslutade verksamheten ska utan ogrundat dröjsmål lämnas till Folkpensionsanstalten för förvaring.',
    en: 'The operation ended before the day. The client documents of an ended operation must be delivered to Kela for keeping without undue delay.',
  },
  'no-such-law': {
    fi: 'Kysyttynä päivänä voimassa ollut laki ei asettanut tätä velvoitetta.',
    sv: 'Den lag som gällde den dag frågan avser innehöll ingen sådan skyldighet.',
    en: 'The law in force on the day asked about set no such obligation.',
  },
};
