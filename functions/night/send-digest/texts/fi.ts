import type { Catalogue } from './catalogue.ts';

/** The mail in Finnish, in the statutes' own terms (703/2023, 307/2024, 741/2023). */
export const fi: Catalogue = {
  product: 'Kanta-valmius',
  'subject.alarming': 'Kanta-valmius: {counts}',
  'subject.count.overdue':
    '{count, plural, one {# palvelunantaja myöhässä} other {# palvelunantajaa myöhässä}}',
  'subject.count.too-late':
    '{count, plural, one {# palvelunantaja ei ehdi määräajassa} other {# palvelunantajaa ei ehdi määräajassa}}',
  'subject.count.unknown': '{count, number} palvelunantajan tilanne epäselvä',
  'subject.count.at-risk':
    '{count, plural, one {# palvelunantaja vaarassa myöhästyä} other {# palvelunantajaa vaarassa myöhästyä}}',
  'subject.approaching.deadline':
    'Kanta-valmius: {count, number} palvelunantajalla määräpäivä lähestyy',
  'subject.approaching.expiry':
    'Kanta-valmius: {count, number} palvelunantajalla voimassaolo päättymässä',
  'subject.approaching.waiver':
    'Kanta-valmius: {count, number} palvelunantajalla poikkeus päättymässä',
  'subject.approaching.statement':
    'Kanta-valmius: {count, number} palvelunantajan ilmoituksia vanhenemassa',
  'subject.settled':
    'Kanta-valmius: {count, plural, one {# palvelunantaja on korjannut puutteita} other {# palvelunantajaa on korjannut puutteita}}',
  'headline.overdue':
    '{count, plural, one {# palvelunantaja on myöhässä} other {# palvelunantajaa on myöhässä}}',
  'headline.too-late':
    '{count, plural, one {# palvelunantaja ei ehdi valmiiksi määräajassa} other {# palvelunantajaa ei ehdi valmiiksi määräajassa}}',
  'headline.unknown': '{count, number} palvelunantajan tilanne on epäselvä',
  'headline.at-risk':
    '{count, plural, one {# palvelunantaja on vaarassa myöhästyä} other {# palvelunantajaa on vaarassa myöhästyä}}',
  'headline.approaching.deadline': '{count, number} palvelunantajalla määräpäivä lähestyy',
  'headline.approaching.expiry': '{count, number} palvelunantajalla voimassaolo on päättymässä',
  'headline.approaching.waiver': '{count, number} palvelunantajalla poikkeus on päättymässä',
  'headline.approaching.statement': '{count, number} palvelunantajan ilmoituksia on vanhenemassa',
  'headline.settled':
    '{count, plural, one {# palvelunantaja on korjannut puutteita} other {# palvelunantajaa on korjannut puutteita}}',
  introduction:
    '{count, plural, one {Uusia varoituksia on yhdestä palvelunantajasta.} other {Uusia varoituksia on # palvelunantajasta, kiireellisimmät ensin.}}',
  'introduction.settled':
    '{count, plural, one {# palvelunantaja on korjannut puutteita edellisen viestin jälkeen; siitä kerrotaan lopussa.} other {# palvelunantajaa on korjannut puutteita edellisen viestin jälkeen; niistä kerrotaan lopussa.}}',
  'introduction.operator':
    '{count, plural, one {Tämän palvelunantajan alueella ei ole valvojaa, jolle varoitus voitaisiin lähettää.} other {Näiden palvelunantajien alueella ei ole valvojaa, jolle varoitukset voitaisiin lähettää.}} Lisätkää valvoja.',
  preheader: '{name}: {title}. {when}',
  'bar.title': 'Palvelunantajat tilanteen mukaan',
  'bar.entry': '{status}: {count, number}',
  'status.overdue': 'Myöhässä',
  'status.too-late': 'Ei ehdi määräajassa',
  'status.unknown': 'Tilanne epäselvä',
  'status.at-risk': 'Vaarassa myöhästyä',
  'status.on-track': 'Aikataulussa',
  'status.ready': 'Valmis',
  'status.not-bound': 'Ei velvoitetta',
  'count.overdue': '{count, number} myöhässä',
  'count.too-late': '{count, number} ei ehdi määräajassa',
  'count.unknown': '{count, plural, one {# epäselvä} other {# epäselvää}}',
  'count.at-risk': '{count, number} vaarassa',
  'count.on-track': '{count, number} aikataulussa',
  'count.ready': '{count, number} valmiina',
  'count.not-bound': '{count, number} ilman velvoitetta',
  'title.several': '{first} ja {others, plural, one {# muu velvoite} other {# muuta velvoitetta}}',
  'deadline.passed': 'Määräpäivä oli {day}, {days, plural, one {# päivä} other {# päivää}} sitten.',
  'deadline.today': 'Määräpäivä on tänään {day}.',
  'deadline.ahead':
    '{days, plural, one {Määräpäivä on huomenna {day}.} other {Määräpäivä on {day}, # päivän kuluttua.}}',
  'expiry.passed':
    'Voimassaolo päättyi {day}, {days, plural, one {# päivä} other {# päivää}} sitten.',
  'expiry.today': 'Voimassaolo päättyy tänään {day}.',
  'expiry.ahead':
    '{days, plural, one {Voimassaolo päättyy huomenna {day}.} other {Voimassaolo päättyy {day}, # päivän kuluttua.}}',
  'expiry.before-deadline': 'Voimassaolo päättyy ennen määräpäivää {day}.',
  'expiry.waived': 'Vaatimuksesta on myönnetty poikkeus, joka on voimassa {day} asti.',
  'expiry.points': 'Päättymisen ratkaisee {points}.',
  units: '{count, plural, one {Yksikkö: {units}.} other {# yksikköä: {units}.}}',
  'units.more': '{count, plural, one {# muu} other {# muuta}}',
  'name.in-units': '{name} ({units})',
  'statement.title.passed':
    '{count, plural, one {Yksi ilmoitus on vanhentunut} other {# ilmoitusta on vanhentunut}}',
  'statement.passed':
    '{count, plural, one {Ilmoitus oli} other {Ilmoitukset olivat}} voimassa {day} asti. Tilannetta ei enää tiedetä.',
  'statement.title': '{count, plural, one {Yksi ilmoitus vanhenee} other {# ilmoitusta vanhenee}}',
  'statement.today':
    '{count, plural, one {Ilmoitus on} other {Ilmoitukset ovat}} voimassa enää tänään {day}. Sen jälkeen tilannetta ei tiedetä.',
  'statement.ahead':
    '{count, plural, one {Ilmoitus on} other {Ilmoitukset ovat}} voimassa {day} asti, vielä {days, plural, one {# päivän} other {# päivää}}. Sen jälkeen tilannetta ei tiedetä.',
  'statement.names':
    '{count, plural, one {Ilmoitus koskee tätä: {names}.} other {Ilmoitukset koskevat näitä: {names}.}}',
  'statement.more': '{count, plural, one {# muu} other {# muuta}}',
  'statement.next':
    'Pyytäkää palvelunantajalta uusi itsearviointi, jossa {count, plural, one {tämä ilmoitetaan} other {nämä ilmoitetaan}} uudelleen.',
  'statement.basis.label': 'Peruste',
  'statement.basis':
    'Tämän palvelun oma sääntö, ei säädös: vanhan ilmoituksen ei enää katsota kertovan nykytilasta.',
  'waiver.title.passed': 'Poikkeus on päättynyt: {name}',
  'waiver.passed': 'Poikkeus oli voimassa {day} asti.',
  'waiver.title': 'Poikkeus päättyy: {name}',
  'waiver.today': 'Poikkeus on voimassa enää tänään {day}.',
  'waiver.ahead':
    '{days, plural, one {Poikkeus on voimassa huomiseen {day} asti.} other {Poikkeus on voimassa {day} asti, vielä # päivää.}}',
  'waiver.without.expired': 'Ilman poikkeusta vaatimus on täyttämättä: voimassaolo on päättynyt.',
  'waiver.without.missing': 'Ilman poikkeusta vaatimus on täyttämättä.',
  'waiver.without.expires-before-deadline':
    'Ilman poikkeusta voimassaolo ei riitä määräpäivään asti.',
  'waiver.without.in-progress': 'Ilman poikkeusta vaatimus on vielä kesken.',
  'waiver.without.unknown': 'Siitä, täyttyykö vaatimus ilman poikkeusta, ei ole tietoa.',
  'plan.title': 'Määräpäivään ei enää ehditä: {title}',
  'plan.when':
    'Määräpäivä on {day}. Vaikka jäljellä oleva työ aloitettaisiin tänään, valmista olisi aikaisintaan {finish}, {days, plural, one {# päivä} other {# päivää}} myöhässä.',
  'plan.critical':
    '{count, plural, one {Ratkaiseva vaihe} other {Ratkaisevat vaiheet}}: {steps}{more, plural, =0 {} one { ja vielä # vaihe} other { ja vielä # vaihetta}}.',
  'plan.whole': 'Lähtökohtana on, että {situation}; koko käyttöönoton kesto on silloin {time}.',
  'plan.whole.assumed':
    'Ei ole ilmoitettu, onko järjestelmällä liitytty Kantaan, joten oletetaan, että {situation}; koko käyttöönoton kesto on silloin {time}.',
  'plan.unknown':
    '{count, plural, one {Yhdestä vaiheesta ei ole tietoa, ja se on laskettu aloittamattomaksi.} other {# vaiheesta ei ole tietoa, ja ne on laskettu aloittamattomiksi.}} Itsearviointi voi muuttaa arviota.',
  'plan.sources.label': 'Kestojen lähteet',
  together: 'Samaan päivään mennessä myös {duties}.',
  'duty.with-tasks': '{duty} ({tasks})',
  tasks: '{count, plural, one {Palvelutehtävä: {tasks}} other {Palvelutehtävät: {tasks}}}',
  'duty.join': 'liittyminen asiakastietovarantoon',
  'duty.store-documents': 'asiakasasiakirjojen tallentaminen',
  'duty.store-recordings': 'video- ja äänitallenteiden tallentaminen',
  'duty.disclosure-permit': 'luovutusluvan käyttöönotto',
  'duty.disclosure-logs': 'luovutuslokien tallentaminen',
  'duty.security-plan': 'tietoturvasuunnitelma',
  'duty.patient-data': 'potilastietojen tallentaminen potilasrekisteriin',
  'duty.soteri-annual-check': 'Soterin tietojen vuosittainen tarkistus',
  'duty.soteri-registration': 'tietojen antaminen Soteriin',
  'through.organiser': 'Velvoite täytetään palvelunjärjestäjän rekisterin kautta.',
  'tasks.all': 'kaikki palvelutehtävät',
  'next.label': 'Palvelunantajan seuraava askel',
  'next.own-label': 'Seuraavaksi',
  'next.assess':
    'Pyytäkää palvelunantajalta itsearviointi: {count, number} vaatimuksesta ei ole tietoa.',
  'next.start-by': 'Aloitettava viimeistään {day}.',
  'next.start-passed': 'Olisi pitänyt aloittaa viimeistään {day}.',
  'open.label': 'Avoinna myös',
  'open.more': '{count, plural, one {# muu} other {# muuta}}',
  'open.start-by': '{step}, aloitettava viimeistään {day}',
  'open.start-passed': '{step}, olisi pitänyt aloittaa viimeistään {day}',
  'open.expired': '{name} (vanhentunut)',
  'open.missing': '{name} (puuttuu)',
  'open.expires-before-deadline': '{name} (päättyy ennen määräpäivää)',
  'open.in-progress': '{name} (kesken)',
  'open.unknown': '{name} (ei tietoa)',
  'basis.label': 'Lainkohta',
  'basis.sources.label': '{count, plural, one {Lähde} other {Lähteet}}',
  'still-overdue':
    'Edelleen myöhässä: {title}. Määräpäivä oli {day}, {days, plural, one {# päivä} other {# päivää}} sitten.',
  link: 'Katso palvelunantajan tilanne',
  'brief.title':
    '{count, plural, one {# muu palvelunantaja lyhyesti} other {# muuta palvelunantajaa lyhyesti}}',
  'brief.line':
    '{status}: {title}. {when}{more, plural, =0 {} one { Lisäksi # muu asia.} other { Lisäksi # muuta asiaa.}}',
  uncounted:
    '{count, plural, one {Lisäksi # palvelunantaja, jota ei luetella tässä: {counts}.} other {Lisäksi # palvelunantajaa, joita ei luetella tässä: {counts}.}}',
  'subject.moved': 'Kanta-valmius: lakimuutos muutti {count, number} palvelunantajan määräpäiviä',
  'subject.moved.own': 'Kanta-valmius: lakimuutos muutti määräpäiviänne',
  'headline.moved': 'Lakimuutos on muuttanut {count, number} palvelunantajan määräpäiviä',
  'headline.moved.own': 'Lakimuutos on muuttanut määräpäiviänne',
  'introduction.moved':
    '{count, plural, one {Lakimuutos on muuttanut # palvelunantajan määräpäiviä; siitä kerrotaan jäljempänä.} other {Lakimuutos on muuttanut # palvelunantajan määräpäiviä; niistä kerrotaan jäljempänä.}}',
  'moved.title': 'Lain muuttamat määräpäivät',
  'moved.title.own': 'Muuttuneet määräpäivänne',
  'moved.act': '{name} ({act}), annettu {given}, voimassa {inForceFrom} alkaen.',
  'moved.act.unnamed': 'Säädös {act}, annettu {given}, voimassa {inForceFrom} alkaen.',
  'moved.day': 'Määräpäivä oli {from}, nyt se on {to}.',
  'moved.new': 'Uusi määräpäivä on {to}; aiemmin määräpäivää ei ollut.',
  'moved.gone': 'Määräpäivä oli {from}; nyt määräpäivää ei enää ole.',
  'moved.together': 'Sama muutos koskee myös seuraavia: {duties}.',
  'moved.more':
    '{count, plural, one {Lisäksi # palvelunantaja.} other {Lisäksi # palvelunantajaa.}}',
  'link.own': 'Katsokaa tilanteenne',
  trace: 'Katso perustelut',
  report: 'Ilmoita virheestä',
  'report.advice': 'Onko tässä virhe? Vastatkaa tähän viestiin ja mainitkaa Y-tunnus {businessId}.',
  'report.subject': 'Virhe: {businessId} ({reference})',
  'report.mail': 'Virhe viestissä ({reference})',
  'report.body':
    'Mikä on väärin ja miten asian pitäisi olla?\n\n\n\n--\nVirheen jäljittämiseen tarvittavat tiedot, älkää poistako niitä:\nY-tunnus {businessId}\nYö {night}\nViestin tunnus {reference}\n{lines}\n{trace}\n',
  reference: 'Viestin tunnus: {reference}',
  'subject.unregistered':
    'Kanta-valmius: {count, plural, one {# palveluntuottaja ei ole ilmoittautunut} other {# palveluntuottajaa ei ole ilmoittautunut}}',
  'headline.unregistered':
    '{count, plural, one {# alueen palveluntuottaja ei ole ilmoittautunut tähän palveluun} other {# alueen palveluntuottajaa ei ole ilmoittautunut tähän palveluun}}',
  'introduction.unregistered':
    '{count, plural, one {# alueen palveluntuottaja ei ole ilmoittautunut tähän palveluun; siitä kerrotaan jäljempänä.} other {# alueen palveluntuottajaa ei ole ilmoittautunut tähän palveluun; niistä kerrotaan jäljempänä.}}',
  'unregistered.title': 'Palveluntuottajat, jotka eivät ole ilmoittautuneet tähän palveluun',
  'unregistered.county':
    '{county}: {count, plural, one {# palveluntuottaja} other {# palveluntuottajaa}}',
  'unregistered.meaning':
    '{count, plural, one {Palveluntuottaja on alueen luettelossa, mutta se ei ole ilmoittautunut tähän palveluun tällä alueella toimivana. Tästä ei selviä, onko sillä velvollisuus liittyä Kantaan tai onko se jo liittynyt: liittymisestä vastaa palveluntuottaja itse.} other {Palveluntuottajat ovat alueen luettelossa, mutta ne eivät ole ilmoittautuneet tähän palveluun tällä alueella toimivina. Tästä ei selviä, onko niillä velvollisuus liittyä Kantaan tai ovatko ne jo liittyneet: liittymisestä vastaa kukin palveluntuottaja itse.}}',
  'unregistered.operator':
    'Alueella ei ole valvojaa, jolle tieto voitaisiin lähettää. Lisätkää valvoja.',
  'unregistered.next':
    '{count, plural, one {Pyytäkää palveluntuottajaa ilmoittautumaan tai korjatkaa luettelo, jos se ei kuulu siihen.} other {Pyytäkää palveluntuottajia ilmoittautumaan tai korjatkaa luettelo, jos joku ei kuulu siihen.}}',
  'unregistered.since': 'luettelossa {day} alkaen',
  'unregistered.more':
    '{count, plural, one {Lisäksi # palveluntuottaja.} other {Lisäksi # palveluntuottajaa.}}',
  'unregistered.link': 'Katso luettelosta kaikki, jotka eivät ole ilmoittautuneet',
  table: 'Liitteenä olevassa taulukossa asiat luetellaan riveittäin.',
  'table.file': 'kanta-valmius',
  'table.left-out':
    '{count, plural, one {# rivi jäi pois tilan puutteen vuoksi.} other {# riviä jäi pois tilan puutteen vuoksi.}}',
  'table.column.business-id': 'Y-tunnus',
  'table.column.name': 'Palvelunantaja',
  'table.column.counties': 'Hyvinvointialueet',
  'table.column.topic': 'Aihe',
  'table.column.what': 'Asia',
  'table.column.when': 'Ajankohta',
  'table.column.due': 'Määräpäivä',
  'table.column.days-left': 'Päiviä jäljellä',
  'table.column.days-late': 'Päiviä myöhässä',
  'table.column.status': 'Tilanne',
  'table.column.basis': 'Lainkohta tai lähde',
  'table.column.next': 'Seuraava askel',
  'table.topic.warning': 'Varoitus',
  'table.topic.still-overdue': 'Edelleen myöhässä',
  'table.topic.moved': 'Lain muuttama määräpäivä',
  'table.topic.unregistered': 'Ei ilmoittautunut',
  'table.topic.settled': 'Korjattu',
  'settled.title': 'Korjattu edellisen viestin jälkeen',
  'settled.met': '{title}: täytetty {day}',
  'settled.undated': '{title}: kunnossa',
  'settled.evidence': '{name}: kunnossa',
  'settled.plan': '{title}: suunnitelma on taas aikataulussa',
  'settled.more':
    '{count, plural, one {Lisäksi # palvelunantaja.} other {Lisäksi # palvelunantajaa.}}',
  'footer.supervisor':
    'Tämän automaattisen viestin saaja on {name}, joka on merkitty näiden palvelunantajien alueen valvojaksi. Viesti lähtee enintään kerran yössä ja vain, kun on kerrottavaa.',
  'footer.operator':
    'Tämä automaattinen viesti lähetettiin palvelun ylläpitäjälle. Se lähtee enintään kerran yössä ja vain, kun varoituksella ei ole muuta saajaa.',
  'footer.contact-person':
    'Tämän automaattisen viestin saaja on {name}, joka on merkitty palvelunantajanne yhteyshenkilöksi. Viesti lähtee enintään kerran yössä ja vain, kun laki on muuttanut määräpäiviänne.',
  'footer.advice':
    'Määräpäivät on laskettu säädöksistä niiden tietojen perusteella, jotka palvelunantaja on itse ilmoittanut. Viesti ei ole oikeudellista neuvontaa eikä viranomaisen päätös.',
  'footer.advice.own':
    'Määräpäivät on laskettu säädöksistä niiden tietojen perusteella, jotka olette itse ilmoittaneet. Viesti ei ole oikeudellista neuvontaa eikä viranomaisen päätös.',
  'footer.contact': 'Virheestä tai väärästä saajasta voi ilmoittaa osoitteeseen',
};
