import type { Catalogue } from './catalogue.ts';

/** The mail in Swedish as it is written in Finland, in the statutes' own terms (703/2023, 307/2024). */
export const sv: Catalogue = {
  product: 'Kanta-beredskap',
  'subject.alarming': 'Kanta-beredskap: {counts}',
  'subject.count.overdue':
    '{count, plural, one {# tjänstetillhandahållare försenad} other {# tjänstetillhandahållare försenade}}',
  'subject.count.too-late': '{count, number} tjänstetillhandahållare hinner inte i tid',
  'subject.count.unknown': 'läget oklart för {count, number} tjänstetillhandahållare',
  'subject.count.at-risk':
    '{count, number} tjänstetillhandahållare riskerar att bli {count, plural, one {försenad} other {försenade}}',
  'subject.approaching.deadline':
    'Kanta-beredskap: tidsfristen närmar sig för {count, number} tjänstetillhandahållare',
  'subject.approaching.expiry':
    'Kanta-beredskap: giltighetstiden löper snart ut för {count, number} tjänstetillhandahållare',
  'subject.approaching.waiver':
    'Kanta-beredskap: undantag upphör snart för {count, number} tjänstetillhandahållare',
  'subject.approaching.statement':
    'Kanta-beredskap: uppgifter från {count, number} tjänstetillhandahållare blir snart föråldrade',
  'subject.settled':
    'Kanta-beredskap: {count, number} tjänstetillhandahållare har avhjälpt brister',
  'headline.overdue':
    '{count, plural, one {# tjänstetillhandahållare är försenad} other {# tjänstetillhandahållare är försenade}}',
  'headline.too-late':
    '{count, plural, one {# tjänstetillhandahållare hinner inte bli klar i tid} other {# tjänstetillhandahållare hinner inte bli klara i tid}}',
  'headline.unknown': 'Läget är oklart för {count, number} tjänstetillhandahållare',
  'headline.at-risk':
    '{count, plural, one {# tjänstetillhandahållare riskerar att bli försenad} other {# tjänstetillhandahållare riskerar att bli försenade}}',
  'headline.approaching.deadline':
    'Tidsfristen närmar sig för {count, number} tjänstetillhandahållare',
  'headline.approaching.expiry':
    'Giltighetstiden löper snart ut för {count, number} tjänstetillhandahållare',
  'headline.approaching.waiver':
    'Undantag upphör snart för {count, number} tjänstetillhandahållare',
  'headline.approaching.statement':
    'Uppgifter från {count, number} tjänstetillhandahållare blir snart föråldrade',
  'headline.settled': '{count, number} tjänstetillhandahållare har avhjälpt brister',
  introduction:
    '{count, plural, one {Det finns nya varningar för en tjänstetillhandahållare.} other {Det finns nya varningar för # tjänstetillhandahållare, de mest brådskande först.}}',
  'introduction.settled':
    '{count, number} tjänstetillhandahållare har avhjälpt brister sedan förra meddelandet; se slutet.',
  'introduction.operator':
    '{count, plural, one {För tjänstetillhandahållarens område har ingen antecknats som ansvarar för tillsynen och kan få varningen.} other {För dessa tjänstetillhandahållares områden har ingen antecknats som ansvarar för tillsynen och kan få varningarna.}} Lägg till en sådan person.',
  preheader: '{name}: {title}. {when}',
  'bar.title': 'Tjänstetillhandahållarna enligt läge',
  'bar.entry': '{status}: {count, number}',
  'status.overdue': 'Försenad',
  'status.too-late': 'Hinner inte i tid',
  'status.unknown': 'Läget oklart',
  'status.at-risk': 'Riskerar försening',
  'status.on-track': 'Enligt tidsplanen',
  'status.ready': 'Klar',
  'status.not-bound': 'Ingen skyldighet',
  'count.overdue': '{count, plural, one {# försenad} other {# försenade}}',
  'count.too-late': '{count, number} hinner inte i tid',
  'count.unknown': '{count, plural, one {# oklar} other {# oklara}}',
  'count.at-risk': '{count, number} i riskzonen',
  'count.on-track': '{count, number} enligt tidsplanen',
  'count.ready': '{count, plural, one {# klar} other {# klara}}',
  'count.not-bound': '{count, number} utan skyldighet',
  'title.several':
    '{first} och {others, plural, one {# annan skyldighet} other {# andra skyldigheter}}',
  'deadline.passed':
    'Tidsfristen gick ut {day}, för {days, plural, one {# dag} other {# dagar}} sedan.',
  'deadline.today': 'Tidsfristen går ut i dag, {day}.',
  'deadline.ahead':
    '{days, plural, one {Tidsfristen går ut i morgon, {day}.} other {Tidsfristen går ut {day}, om # dagar.}}',
  'expiry.passed':
    'Giltighetstiden gick ut {day}, för {days, plural, one {# dag} other {# dagar}} sedan.',
  'expiry.today': 'Giltighetstiden går ut i dag, {day}.',
  'expiry.ahead':
    '{days, plural, one {Giltighetstiden går ut i morgon, {day}.} other {Giltighetstiden går ut {day}, om # dagar.}}',
  'expiry.before-deadline': 'Giltighetstiden går ut före tidsfristen {day}.',
  'expiry.waived': 'Ett undantag från kravet har beviljats till och med {day}.',
  'expiry.points': 'Avgörande för slutdagen: {points}.',
  units: '{count, plural, one {Enhet: {units}.} other {# enheter: {units}.}}',
  'units.more': '{count, plural, one {# annan} other {# andra}}',
  'name.in-units': '{name} ({units})',
  'statement.title.passed':
    '{count, plural, one {En uppgift har blivit föråldrad} other {# uppgifter har blivit föråldrade}}',
  'statement.passed':
    '{count, plural, one {Uppgiften gällde} other {Uppgifterna gällde}} till och med {day}. Läget är inte längre känt.',
  'statement.title':
    '{count, plural, one {En uppgift blir föråldrad} other {# uppgifter blir föråldrade}}',
  'statement.today':
    '{count, plural, one {Uppgiften gäller} other {Uppgifterna gäller}} till och med i dag, {day}. Därefter är läget okänt.',
  'statement.ahead':
    '{count, plural, one {Uppgiften gäller} other {Uppgifterna gäller}} till och med {day}, i {days, plural, one {# dag} other {# dagar}} till. Därefter är läget okänt.',
  'statement.names': 'Det är fråga om {count, plural, one {ett} other {#}} krav: {names}.',
  'statement.more': '{count, plural, one {# annat} other {# andra}}',
  'statement.next':
    'Begär en ny självbedömning av tjänstetillhandahållaren där {count, plural, one {uppgiften} other {uppgifterna}} lämnas på nytt.',
  'statement.basis.label': 'Grund',
  'statement.basis':
    'En regel i den här tjänsten, inte i någon författning: en gammal uppgift anses inte längre visa nuläget.',
  'waiver.title.passed': 'Undantaget har upphört: {name}',
  'waiver.passed': 'Undantaget gällde till och med {day}.',
  'waiver.title': 'Undantaget upphör: {name}',
  'waiver.today': 'Undantaget gäller till och med i dag, {day}.',
  'waiver.ahead':
    '{days, plural, one {Undantaget gäller till och med i morgon, {day}.} other {Undantaget gäller till och med {day}, i # dagar till.}}',
  'waiver.without.expired': 'Utan undantaget är kravet inte uppfyllt: giltighetstiden har gått ut.',
  'waiver.without.missing': 'Utan undantaget är kravet inte uppfyllt.',
  'waiver.without.expires-before-deadline':
    'Utan undantaget räcker giltighetstiden inte fram till tidsfristen.',
  'waiver.without.in-progress': 'Utan undantaget pågår arbetet med kravet fortfarande.',
  'waiver.without.unknown':
    'Det finns ingen uppgift om huruvida kravet är uppfyllt utan undantaget.',
  'plan.title': 'Tidsfristen kan inte längre hållas: {title}',
  'plan.when':
    'Tidsfristen går ut {day}. Även om det återstående arbetet inleds i dag är allt klart tidigast {finish}, {days, plural, one {# dag} other {# dagar}} för sent.',
  'plan.critical':
    'Avgörande steg ({count, number}): {steps}{more, plural, =0 {} other { och ytterligare # steg}}.',
  'plan.whole': 'Utgångspunkten är att {situation}; hela ibruktagandet tar då {time}.',
  'plan.whole.assumed':
    'Det har inte uppgetts om systemet har använts vid en anslutning till Kanta, och därför antas att {situation}; hela ibruktagandet tar då {time}.',
  'plan.unknown':
    '{count, plural, one {Uppgift saknas om ett steg, som har räknats som inte påbörjat.} other {Uppgift saknas om # steg, som har räknats som inte påbörjade.}} En självbedömning kan ändra beräkningen.',
  'plan.sources.label': 'Källor till tiderna',
  together: 'Senast samma dag även {duties}.',
  'duty.with-tasks': '{duty} ({tasks})',
  tasks: '{count, plural, one {Serviceuppgift: {tasks}} other {Serviceuppgifter: {tasks}}}',
  'duty.join': 'anslutning till informationsresursen för kunduppgifter',
  'duty.store-documents': 'sparande av klienthandlingar',
  'duty.store-recordings': 'sparande av video- och ljudupptagningar',
  'duty.disclosure-permit': 'ibruktagande av tillstånd för utlämnande',
  'duty.disclosure-logs': 'sparande av logguppgifter om utlämnande',
  'duty.security-plan': 'informationssäkerhetsplan',
  'duty.patient-data': 'sparande av patientuppgifter i patientregistret',
  'duty.soteri-annual-check': 'årlig kontroll av uppgifterna i Soteri',
  'duty.soteri-registration': 'lämnande av uppgifter till Soteri',
  'through.organiser': 'Skyldigheten fullgörs via tjänsteanordnarens register.',
  'tasks.all': 'alla serviceuppgifter',
  'next.label': 'Tjänstetillhandahållarens nästa steg',
  'next.own-label': 'Nästa steg',
  'next.assess':
    'Begär en självbedömning av tjänstetillhandahållaren: uppgift saknas om {count, number} krav.',
  'next.start-by': 'Ska påbörjas senast {day}.',
  'next.start-passed': 'Borde ha påbörjats senast {day}.',
  'open.label': 'Dessutom öppet',
  'open.more': '{count, plural, one {# annat} other {# andra}}',
  'open.start-by': '{step}, ska påbörjas senast {day}',
  'open.start-passed': '{step}, borde ha påbörjats senast {day}',
  'open.expired': '{name} (har gått ut)',
  'open.missing': '{name} (saknas)',
  'open.expires-before-deadline': '{name} (går ut före tidsfristen)',
  'open.in-progress': '{name} (pågår)',
  'open.unknown': '{name} (uppgift saknas)',
  'basis.label': 'Lagrum',
  'basis.sources.label': '{count, plural, one {Källa} other {Källor}}',
  'still-overdue':
    'Fortfarande försenat: {title}. Tidsfristen gick ut {day}, för {days, plural, one {# dag} other {# dagar}} sedan.',
  link: 'Visa tjänstetillhandahållarens läge',
  'brief.title':
    '{count, plural, one {# annan tjänstetillhandahållare i korthet} other {# andra tjänstetillhandahållare i korthet}}',
  'brief.line':
    '{status}: {title}. {when}{more, plural, =0 {} one { Dessutom # annat ärende.} other { Dessutom # andra ärenden.}}',
  uncounted: 'Dessutom {count, number} tjänstetillhandahållare som inte räknas upp här: {counts}.',
  'subject.moved':
    'Kanta-beredskap: en lagändring ändrade tidsfrister för {count, number} tjänstetillhandahållare',
  'subject.moved.own': 'Kanta-beredskap: en lagändring ändrade era tidsfrister',
  'headline.moved':
    'En lagändring har ändrat tidsfrister för {count, number} tjänstetillhandahållare',
  'headline.moved.own': 'En lagändring har ändrat era tidsfrister',
  'introduction.moved':
    'En lagändring har ändrat tidsfrister för {count, number} tjänstetillhandahållare; se längre ned.',
  'moved.title': 'Tidsfrister som lagen har ändrat',
  'moved.title.own': 'Era ändrade tidsfrister',
  'moved.act': '{name} ({act}), utfärdad {given}, i kraft från {inForceFrom}.',
  'moved.act.unnamed': 'Författning {act}, utfärdad {given}, i kraft från {inForceFrom}.',
  'moved.day': 'Tidsfristen gick tidigare ut {from}, nu går den ut {to}.',
  'moved.new': 'Den nya tidsfristen går ut {to}; tidigare fanns ingen tidsfrist.',
  'moved.gone': 'Tidsfristen gick tidigare ut {from}; nu finns ingen tidsfrist längre.',
  'moved.together': 'Samma ändring gäller även följande: {duties}.',
  'moved.more': 'Dessutom {count, number} tjänstetillhandahållare.',
  'link.own': 'Se ert läge',
  trace: 'Visa grunderna',
  report: 'Anmäl ett fel',
  'report.advice':
    'Finns det ett fel här? Svara på detta meddelande och ange FO-nummer {businessId}.',
  'report.subject': 'Fel: {businessId} ({reference})',
  'report.mail': 'Fel i meddelandet ({reference})',
  'report.body':
    'Vad är fel och hur borde det vara?\n\n\n\n--\nUppgifter som behövs för att spåra felet, ta inte bort dem:\nFO-nummer {businessId}\nNatt {night}\nMeddelandets beteckning {reference}\n{lines}\n{trace}\n',
  reference: 'Meddelandets beteckning: {reference}',
  'subject.unregistered':
    'Kanta-beredskap: {count, plural, one {# tjänsteproducent} other {# tjänsteproducenter}} har inte anmält sig',
  'headline.unregistered':
    '{count, plural, one {# tjänsteproducent i området} other {# tjänsteproducenter i området}} har inte anmält sig till den här tjänsten',
  'introduction.unregistered':
    '{count, plural, one {# tjänsteproducent i området} other {# tjänsteproducenter i området}} har inte anmält sig till den här tjänsten; se längre ned.',
  'unregistered.title': 'Tjänsteproducenter som inte har anmält sig till den här tjänsten',
  'unregistered.county':
    '{county}: {count, plural, one {# tjänsteproducent} other {# tjänsteproducenter}}',
  'unregistered.meaning':
    '{count, plural, one {Tjänsteproducenten finns i områdets förteckning men har inte anmält sig till den här tjänsten som verksam i området. Av detta framgår inte om den är skyldig att ansluta sig till Kanta eller redan har anslutit sig: tjänsteproducenten ansvarar själv för att ansluta sig.} other {Tjänsteproducenterna finns i områdets förteckning men har inte anmält sig till den här tjänsten som verksamma i området. Av detta framgår inte om de är skyldiga att ansluta sig till Kanta eller redan har anslutit sig: varje tjänsteproducent ansvarar själv för att ansluta sig.}}',
  'unregistered.operator':
    'För området har ingen antecknats som ansvarar för tillsynen och kan få uppgiften. Lägg till en sådan person.',
  'unregistered.next':
    '{count, plural, one {Be tjänsteproducenten anmäla sig, eller rätta förteckningen om den inte hör dit.} other {Be tjänsteproducenterna anmäla sig, eller rätta förteckningen om någon inte hör dit.}}',
  'unregistered.since': 'i förteckningen sedan {day}',
  'unregistered.more':
    'Dessutom {count, plural, one {# tjänsteproducent} other {# tjänsteproducenter}}.',
  'unregistered.link': 'Visa alla i förteckningen som inte har anmält sig',
  table: 'I den bifogade tabellen räknas ärendena upp rad för rad.',
  'table.file': 'kanta-beredskap',
  'table.left-out':
    '{count, plural, one {# rad fick inte plats och utelämnades.} other {# rader fick inte plats och utelämnades.}}',
  'table.column.business-id': 'FO-nummer',
  'table.column.name': 'Tjänstetillhandahållare',
  'table.column.counties': 'Välfärdsområden',
  'table.column.topic': 'Ämne',
  'table.column.what': 'Ärende',
  'table.column.when': 'Tidpunkt',
  'table.column.due': 'Tidsfrist',
  'table.column.days-left': 'Dagar kvar',
  'table.column.days-late': 'Dagar försenad',
  'table.column.status': 'Läge',
  'table.column.basis': 'Lagrum eller källa',
  'table.column.next': 'Nästa steg',
  'table.topic.warning': 'Varning',
  'table.topic.still-overdue': 'Fortfarande försenat',
  'table.topic.moved': 'Tidsfrist som lagen har ändrat',
  'table.topic.unregistered': 'Har inte anmält sig',
  'table.topic.settled': 'Avhjälpt',
  'settled.title': 'Avhjälpt sedan förra meddelandet',
  'settled.met': '{title}: fullgjordes {day}',
  'settled.undated': '{title}: i ordning',
  'settled.evidence': '{name}: i ordning',
  'settled.plan': '{title}: planen håller åter tidsfristen',
  'settled.more': 'Dessutom {count, number} tjänstetillhandahållare.',
  'footer.supervisor':
    'Mottagare av detta automatiska meddelande är {name}, som har antecknats som ansvarig för tillsynen inom dessa tjänstetillhandahållares område. Meddelandet skickas högst en gång per natt och bara när det finns något att berätta.',
  'footer.operator':
    'Detta automatiska meddelande skickades till tjänstens administratör. Det skickas högst en gång per natt och bara när en varning inte har någon annan mottagare.',
  'footer.contact-person':
    'Mottagare av detta automatiska meddelande är {name}, som har antecknats som kontaktperson hos er. Meddelandet skickas högst en gång per natt och bara när lagen har ändrat era tidsfrister.',
  'footer.advice':
    'Tidsfristerna har beräknats enligt författningarna utifrån de uppgifter som tjänstetillhandahållaren själv har lämnat. Meddelandet är varken juridisk rådgivning eller ett myndighetsbeslut.',
  'footer.advice.own':
    'Tidsfristerna har beräknats enligt författningarna utifrån de uppgifter som ni själva har lämnat. Meddelandet är varken juridisk rådgivning eller ett myndighetsbeslut.',
  'footer.contact': 'Fel i uppgifterna eller fel mottagare kan anmälas till',
};
