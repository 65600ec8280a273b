import type { Catalogue } from './catalogue.ts';

/** The mail in English, in the words of the API. */
export const en: Catalogue = {
  product: 'Kanta readiness',
  'subject.alarming': 'Kanta readiness: {counts}',
  'subject.count.overdue':
    '{count, plural, one {# organisation overdue} other {# organisations overdue}}',
  'subject.count.too-late':
    '{count, plural, one {# organisation cannot make it in time} other {# organisations cannot make it in time}}',
  'subject.count.unknown':
    'situation unknown for {count, plural, one {# organisation} other {# organisations}}',
  'subject.count.at-risk':
    '{count, plural, one {# organisation at risk} other {# organisations at risk}}',
  'subject.approaching.deadline':
    'Kanta readiness: a deadline is near for {count, plural, one {# organisation} other {# organisations}}',
  'subject.approaching.expiry':
    'Kanta readiness: something expires soon for {count, plural, one {# organisation} other {# organisations}}',
  'subject.approaching.waiver':
    'Kanta readiness: a waiver ends soon for {count, plural, one {# organisation} other {# organisations}}',
  'subject.approaching.statement':
    'Kanta readiness: statements of {count, plural, one {# organisation} other {# organisations}} are about to lapse',
  'subject.settled':
    'Kanta readiness: {count, plural, one {# organisation has put things right} other {# organisations have put things right}}',
  'headline.overdue':
    '{count, plural, one {# organisation is overdue} other {# organisations are overdue}}',
  'headline.too-late':
    '{count, plural, one {# organisation cannot be ready in time} other {# organisations cannot be ready in time}}',
  'headline.unknown':
    'The situation of {count, plural, one {# organisation} other {# organisations}} is unknown',
  'headline.at-risk':
    '{count, plural, one {# organisation is at risk} other {# organisations are at risk}}',
  'headline.approaching.deadline':
    'A deadline is near for {count, plural, one {# organisation} other {# organisations}}',
  'headline.approaching.expiry':
    'Something expires soon for {count, plural, one {# organisation} other {# organisations}}',
  'headline.approaching.waiver':
    'A waiver ends soon for {count, plural, one {# organisation} other {# organisations}}',
  'headline.approaching.statement':
    'Statements of {count, plural, one {# organisation} other {# organisations}} are about to lapse',
  'headline.settled':
    '{count, plural, one {# organisation has put things right} other {# organisations have put things right}}',
  introduction:
    '{count, plural, one {There are new warnings for one organisation.} other {There are new warnings for # organisations, the most urgent first.}}',
  'introduction.settled':
    '{count, plural, one {# organisation has put things right since the last mail; see the end.} other {# organisations have put things right since the last mail; see the end.}}',
  'introduction.operator':
    "{count, plural, one {This organisation's area has no supervisor to send the warning to.} other {These organisations' areas have no supervisor to send the warnings to.}} Add a supervisor.",
  preheader: '{name}: {title}. {when}',
  'bar.title': 'Organisations by situation',
  'bar.entry': '{status}: {count, number}',
  'status.overdue': 'Overdue',
  'status.too-late': 'Cannot make it in time',
  'status.unknown': 'Unknown',
  'status.at-risk': 'At risk',
  'status.on-track': 'On track',
  'status.ready': 'Ready',
  'status.not-bound': 'Not bound',
  'count.overdue': '{count, number} overdue',
  'count.too-late': '{count, number} cannot make it in time',
  'count.unknown': '{count, number} unknown',
  'count.at-risk': '{count, number} at risk',
  'count.on-track': '{count, number} on track',
  'count.ready': '{count, number} ready',
  'count.not-bound': '{count, number} not bound',
  'title.several': '{first} and {others, plural, one {# other duty} other {# other duties}}',
  'deadline.passed': 'Was due on {day}, {days, plural, one {# day} other {# days}} ago.',
  'deadline.today': 'Due today, {day}.',
  'deadline.ahead': '{days, plural, one {Due tomorrow, {day}.} other {Due on {day}, in # days.}}',
  'expiry.passed': 'Expired on {day}, {days, plural, one {# day} other {# days}} ago.',
  'expiry.today': 'Expires today, {day}.',
  'expiry.ahead':
    '{days, plural, one {Expires tomorrow, {day}.} other {Expires on {day}, in # days.}}',
  'expiry.before-deadline': 'It expires before the deadline of {day}.',
  'expiry.waived': 'The requirement is waived until {day}.',
  'expiry.points': 'What decides the end: {points}.',
  units: '{count, plural, one {Unit: {units}.} other {# units: {units}.}}',
  'units.more': '{count, plural, one {# other} other {# others}}',
  'name.in-units': '{name} ({units})',
  'statement.title.passed':
    '{count, plural, one {One statement has lapsed} other {# statements have lapsed}}',
  'statement.passed':
    '{count, plural, one {The statement counted} other {The statements counted}} until {day}. The situation is no longer known.',
  'statement.title':
    '{count, plural, one {One statement is about to lapse} other {# statements are about to lapse}}',
  'statement.today':
    '{count, plural, one {The statement counts} other {The statements count}} until today, {day}. After that the situation is unknown.',
  'statement.ahead':
    '{count, plural, one {The statement counts} other {The statements count}} until {day}, for {days, plural, one {# more day} other {# more days}}. After that the situation is unknown.',
  'statement.names':
    '{count, plural, one {It is about: {names}.} other {They are about: {names}.}}',
  'statement.more': '{count, plural, one {# other} other {# others}}',
  'statement.next':
    'Ask the organisation for a new self-assessment that states {count, plural, one {this} other {these}} again.',
  'statement.basis.label': 'Basis',
  'statement.basis':
    "This service's own rule, not a statute: an old statement is no longer taken to show how things stand.",
  'waiver.title.passed': 'Waiver has ended: {name}',
  'waiver.passed': 'The waiver lasted until {day}.',
  'waiver.title': 'Waiver ends: {name}',
  'waiver.today': 'The waiver lasts until today, {day}.',
  'waiver.ahead':
    '{days, plural, one {The waiver lasts until tomorrow, {day}.} other {The waiver lasts until {day}, for # more days.}}',
  'waiver.without.expired':
    'Without the waiver the requirement is not met: what met it has expired.',
  'waiver.without.missing': 'Without the waiver the requirement is not met.',
  'waiver.without.expires-before-deadline':
    'Without the waiver the requirement is met now, but not until the deadline.',
  'waiver.without.in-progress': 'Without the waiver the requirement is still in progress.',
  'waiver.without.unknown': 'Whether the requirement is met without the waiver is not known.',
  'plan.title': 'The deadline can no longer be met: {title}',
  'plan.when':
    'Due on {day}. Even if the remaining work begins today, everything will be ready on {finish} at the earliest, {days, plural, one {# day} other {# days}} late.',
  'plan.critical':
    '{count, plural, one {Critical step} other {Critical steps}}: {steps}{more, plural, =0 {} one { and # more step} other { and # more steps}}.',
  'plan.whole': 'The plan rests on this: {situation}; the whole deployment then takes {time}.',
  'plan.whole.assumed':
    'It has not been stated whether the system has been used to join, so it is assumed that {situation}; the whole deployment then takes {time}.',
  'plan.unknown':
    '{count, plural, one {One step is unknown and counted as not begun.} other {# steps are unknown and counted as not begun.}} A self-assessment may change the estimate.',
  'plan.sources.label': 'Sources of the lead times',
  together: 'By the same day also {duties}.',
  'duty.with-tasks': '{duty} ({tasks})',
  tasks: '{count, plural, one {Service task: {tasks}} other {Service tasks: {tasks}}}',
  'duty.join': 'joining the client data repository',
  'duty.store-documents': 'storing client documents',
  'duty.store-recordings': 'storing video and audio recordings',
  'duty.disclosure-permit': 'taking the disclosure permit into use',
  'duty.disclosure-logs': 'storing disclosure logs',
  'duty.security-plan': 'the information security plan',
  'duty.patient-data': 'storing patient data in the patient register',
  'duty.soteri-annual-check': 'the annual check of the data in Soteri',
  'duty.soteri-registration': 'giving the data to Soteri',
  'through.organiser': "Met through the organiser's register.",
  'tasks.all': 'all service tasks',
  'next.label': "The organisation's next step",
  'next.own-label': 'Next',
  'next.assess':
    'Ask the organisation for a self-assessment: {count, plural, one {# requirement is} other {# requirements are}} unknown.',
  'next.start-by': 'Must begin by {day}.',
  'next.start-passed': 'Should have begun by {day}.',
  'open.label': 'Also open',
  'open.more': '{count, plural, one {# other} other {# others}}',
  'open.start-by': '{step}, must begin by {day}',
  'open.start-passed': '{step}, should have begun by {day}',
  'open.expired': '{name} (expired)',
  'open.missing': '{name} (missing)',
  'open.expires-before-deadline': '{name} (ends before the deadline)',
  'open.in-progress': '{name} (in progress)',
  'open.unknown': '{name} (unknown)',
  'basis.label': 'Law',
  'basis.sources.label': '{count, plural, one {Source} other {Sources}}',
  'still-overdue':
    'Still overdue: {title}. Was due on {day}, {days, plural, one {# day} other {# days}} ago.',
  link: "See the organisation's situation",
  'brief.title':
    '{count, plural, one {# other organisation in brief} other {# other organisations in brief}}',
  'brief.line':
    '{status}: {title}. {when}{more, plural, =0 {} one { And # other matter.} other { And # other matters.}}',
  uncounted:
    'And {count, plural, one {# more organisation} other {# more organisations}} not listed here: {counts}.',
  'subject.moved':
    'Kanta readiness: a change of law moved deadlines of {count, plural, one {# organisation} other {# organisations}}',
  'subject.moved.own': 'Kanta readiness: a change of law moved your deadlines',
  'headline.moved':
    'A change of law has moved deadlines of {count, plural, one {# organisation} other {# organisations}}',
  'headline.moved.own': 'A change of law has moved your deadlines',
  'introduction.moved':
    'A change of law has moved deadlines of {count, plural, one {# organisation} other {# organisations}}; see below.',
  'moved.title': 'Deadlines that the law has moved',
  'moved.title.own': 'Your moved deadlines',
  'moved.act': '{name} ({act}), given on {given}, in force from {inForceFrom}.',
  'moved.act.unnamed': 'Statute {act}, given on {given}, in force from {inForceFrom}.',
  'moved.day': 'The deadline was {from}; it is now {to}.',
  'moved.new': 'The new deadline is {to}; there was none before.',
  'moved.gone': 'The deadline was {from}; there is no deadline any more.',
  'moved.together': 'The same change applies to {duties}.',
  'moved.more': '{count, plural, one {And # more organisation.} other {And # more organisations.}}',
  'link.own': 'See your situation',
  trace: 'See the grounds',
  report: 'Report an error',
  'report.advice':
    'Is something wrong here? Reply to this mail and name the business ID {businessId}.',
  'report.subject': 'Error: {businessId} ({reference})',
  'report.mail': 'Error in the mail ({reference})',
  'report.body':
    'What is wrong, and how should it be?\n\n\n\n--\nNeeded to trace the error, please leave it in:\nBusiness ID {businessId}\nNight {night}\nMail reference {reference}\n{lines}\n{trace}\n',
  reference: 'Mail reference: {reference}',
  'subject.unregistered':
    'Kanta readiness: {count, plural, one {# expected producer has} other {# expected producers have}} not registered',
  'headline.unregistered':
    '{count, plural, one {# expected producer has} other {# expected producers have}} not registered in this service',
  'introduction.unregistered':
    '{count, plural, one {# expected producer has} other {# expected producers have}} not registered in this service; see below.',
  'unregistered.title': 'Expected, but not registered in this service',
  'unregistered.county': '{county}: {count, plural, one {# producer} other {# producers}}',
  'unregistered.meaning':
    "{count, plural, one {It is on the area's list of producers, but is not registered in this service as active in the area. Whether it must join Kanta, or has joined already, cannot be told from this: joining is the producer's own responsibility.} other {They are on the area's list of producers, but are not registered in this service as active in the area. Whether they must join Kanta, or have joined already, cannot be told from this: joining is each producer's own responsibility.}}",
  'unregistered.operator': 'The area has no supervisor to send this to. Add a supervisor.',
  'unregistered.next':
    '{count, plural, one {Ask the producer to register, or correct the list if it does not belong there.} other {Ask the producers to register, or correct the list where one does not belong there.}}',
  'unregistered.since': 'on the list since {day}',
  'unregistered.more': '{count, plural, one {And # more producer.} other {And # more producers.}}',
  'unregistered.link': 'See all on the list who have not registered',
  table: 'The attached table lists the matters row by row.',
  'table.file': 'kanta-readiness',
  'table.left-out':
    '{count, plural, one {# row was left out for lack of space.} other {# rows were left out for lack of space.}}',
  'table.column.business-id': 'Business ID',
  'table.column.name': 'Organisation',
  'table.column.counties': 'Wellbeing services counties',
  'table.column.topic': 'Topic',
  'table.column.what': 'Matter',
  'table.column.when': 'When',
  'table.column.due': 'Due',
  'table.column.days-left': 'Days left',
  'table.column.days-late': 'Days overdue',
  'table.column.status': 'Status',
  'table.column.basis': 'Law or source',
  'table.column.next': 'Next step',
  'table.topic.warning': 'Warning',
  'table.topic.still-overdue': 'Still overdue',
  'table.topic.moved': 'Day moved by law',
  'table.topic.unregistered': 'Not registered',
  'table.topic.settled': 'Put right',
  'settled.title': 'Put right since the last mail',
  'settled.met': '{title}: met on {day}',
  'settled.undated': '{title}: in order',
  'settled.evidence': '{name}: in order',
  'settled.plan': '{title}: the plan is in time again',
  'settled.more':
    '{count, plural, one {And # more organisation.} other {And # more organisations.}}',
  'footer.supervisor':
    "This automatic mail is for {name}, who is entered as a supervisor of these organisations' area. It is sent at most once a night, and only when there is something to tell.",
  'footer.operator':
    'This automatic mail is for the operator of the service. It is sent at most once a night, and only when a warning has no other recipient.',
  'footer.contact-person':
    'This automatic mail is for {name}, who is entered as your contact person. It is sent at most once a night, and only when the law has moved your deadlines.',
  'footer.advice':
    'The days are computed from the statutes and from what the organisations have stated themselves. This mail is neither legal advice nor a decision of an authority.',
  'footer.advice.own':
    'The days are computed from the statutes and from what you have stated yourselves. This mail is neither legal advice nor a decision of an authority.',
  'footer.contact': 'To report an error or a wrong recipient, write to',
};
