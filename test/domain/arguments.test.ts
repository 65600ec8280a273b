import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { dutiesOf } from '../../domain/duties.ts';
import { lawAt } from '../../domain/law-in-force.ts';
import { formatCitations } from '../../domain/texts/citations.ts';
import { describeStep } from '../../domain/texts/trace-texts.ts';
import { anOrganisation } from '../support/builders.ts';

/*
 * How each day is argued, sentence by sentence, as a lawyer would check it: the facts that count, the
 * rule with its paragraph, what was not applied and why, the reading chosen, the day.
 */

const answer = (facts: Record<string, unknown>, on: string) =>
  dutiesOf(anOrganisation(facts), lawAt({ validAt: day(on), knownAt: day(on) }));

interface Argument {
  readonly why: string;
  readonly facts: Record<string, unknown>;
  readonly on: string;
  readonly id: string;
  readonly says: readonly string[];
}

const argued: readonly Argument[] = [
  {
    why: 'never joined',
    facts: {},
    on: '2026-11-22',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      'The client data repository must be joined by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'never joined',
    facts: {},
    on: '2026-11-22',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: no.',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'never joined',
    facts: {},
    on: '2026-11-22',
    id: 'disclosure-permit',
    says: [
      'Joined Kanta: no.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'never joined',
    facts: {},
    on: '2026-11-22',
    id: 'disclosure-logs',
    says: [
      'Joined Kanta: no.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'never joined',
    facts: {},
    on: '2026-11-22',
    id: 'security-plan',
    says: [
      'Joined Kanta: no.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'never joined',
    facts: {},
    on: '2026-11-22',
    id: 'soteri-annual-check',
    says: [
      'Registered in Soteri: not known.',
      'The next yearly day is shown; checks of earlier years are not presumed missed.',
      'The data must be checked every year; the next day is 31 March 2027. (Act 741/2023, section 17(1))',
      'The day is therefore 31 March 2027.',
    ],
  },
  {
    why: 'joined early',
    facts: {
      serviceTasks: ['older-people', 'family-law'],
      joinedOn: '2026-03-04',
      makesRecordings: true,
    },
    on: '2026-11-22',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      "The recordings' later day does not put off joining, because the organisation stores other documents too. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)",
      'The client data repository must be joined by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'joined early',
    facts: {
      serviceTasks: ['older-people', 'family-law'],
      joinedOn: '2026-03-04',
      makesRecordings: true,
    },
    on: '2026-11-22',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: 4 March 2026.',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 4 March 2026, and the duty begins with joining. (Act 703/2023, section 69(1))',
      'The earliest of these decides: the day is 4 March 2026.',
    ],
  },
  {
    why: 'joined early',
    facts: {
      serviceTasks: ['older-people', 'family-law'],
      joinedOn: '2026-03-04',
      makesRecordings: true,
    },
    on: '2026-11-22',
    id: 'store-documents/family-law',
    says: [
      'Joined Kanta: 4 March 2026.',
      'Joining already on 4 March 2026 does not bring this duty forward, because the act gives it a day of its own. (Act 703/2023, section 102(7)(1), as amended by 307/2024; Act 703/2023, section 69(1))',
      'The day named in the act is 1 September 2026. (Act 703/2023, section 102(7)(1), as amended by 307/2024; Act 703/2023, section 69(1))',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'joined early',
    facts: {
      serviceTasks: ['older-people', 'family-law'],
      joinedOn: '2026-03-04',
      makesRecordings: true,
    },
    on: '2026-11-22',
    id: 'store-recordings/older-people',
    says: [
      'Joined Kanta: 4 March 2026.',
      'Joining already on 4 March 2026 does not bring this duty forward, because the act gives it a day of its own. (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'The day named in the act is 1 October 2029. (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'The day is therefore 1 October 2029.',
    ],
  },
  {
    why: 'joined early',
    facts: {
      serviceTasks: ['older-people', 'family-law'],
      joinedOn: '2026-03-04',
      makesRecordings: true,
    },
    on: '2026-11-22',
    id: 'disclosure-permit',
    says: [
      'Joined Kanta: 4 March 2026.',
      'The day of joining, 4 March 2026, does not matter: the day is the one by which joining is due. (Act 703/2023, section 102(5), as amended by 307/2024; Act 703/2023, section 55(1))',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'joined early',
    facts: {
      serviceTasks: ['older-people', 'family-law'],
      joinedOn: '2026-03-04',
      makesRecordings: true,
    },
    on: '2026-11-22',
    id: 'security-plan',
    says: [
      'Joined Kanta: 4 March 2026.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 4 March 2026, and the plan must be complete before joining. (Act 703/2023, section 77(1) and (2))',
      'The earliest of these decides: the day is 4 March 2026.',
    ],
  },
  {
    why: 'joined late',
    facts: { joinedOn: '2026-10-15' },
    on: '2026-11-22',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: 15 October 2026.',
      'Joining only on 15 October 2026 does not move the day from which storing was due. (Act 703/2023, section 69(1))',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 15 October 2026, and the duty begins with joining. (Act 703/2023, section 69(1))',
      'The earliest of these decides: the day is 1 September 2026.',
    ],
  },
  {
    why: 'joined late',
    facts: { joinedOn: '2026-10-15' },
    on: '2026-11-22',
    id: 'security-plan',
    says: [
      'Joined Kanta: 15 October 2026.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 15 October 2026, and the plan must be complete before joining. (Act 703/2023, section 77(1) and (2))',
      'The earliest of these decides: the day is 1 September 2026.',
    ],
  },
  {
    why: 'joined before the rule bound anyone',
    facts: { joinedOn: '2023-05-02' },
    on: '2026-11-22',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: 2 May 2023.',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 2 May 2023, and the duty begins with joining. (Act 703/2023, section 69(1))',
      'The provision has bound only since 1 January 2024. (Act 703/2023, section 101(1))',
      'No day lies before the duty could bind the organisation.',
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
      'The duty could not begin earlier: the day is 1 January 2024.',
    ],
  },
  {
    why: 'joined before the rule bound anyone',
    facts: { joinedOn: '2023-05-02' },
    on: '2026-11-22',
    id: 'security-plan',
    says: [
      'Joined Kanta: 2 May 2023.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 2 May 2023, and the plan must be complete before joining. (Act 703/2023, section 77(1) and (2))',
      'The provision has bound only since 1 January 2024. (Act 703/2023, section 101(1))',
      'No day lies before the duty could bind the organisation.',
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
      'The duty could not begin earlier: the day is 1 January 2024.',
    ],
  },
  {
    why: 'joined on the very day',
    facts: { joinedOn: '2026-09-01', serviceTasks: ['older-people', 'family-law'] },
    on: '2026-11-22',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: 1 September 2026.',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 1 September 2026, and the duty begins with joining. (Act 703/2023, section 69(1))',
      'The earliest of these decides: the day is 1 September 2026.',
    ],
  },
  {
    why: 'joined on the very day',
    facts: { joinedOn: '2026-09-01', serviceTasks: ['older-people', 'family-law'] },
    on: '2026-11-22',
    id: 'store-documents/family-law',
    says: [
      'Joined Kanta: 1 September 2026.',
      'The day named in the act is 1 September 2026. (Act 703/2023, section 102(7)(1), as amended by 307/2024; Act 703/2023, section 69(1))',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'joined on the very day',
    facts: { joinedOn: '2026-09-01', serviceTasks: ['older-people', 'family-law'] },
    on: '2026-11-22',
    id: 'security-plan',
    says: [
      'Joined Kanta: 1 September 2026.',
      'The organisation must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organisation joined on 1 September 2026, and the plan must be complete before joining. (Act 703/2023, section 77(1) and (2))',
      'The earliest of these decides: the day is 1 September 2026.',
    ],
  },
  {
    why: 'stores only recordings',
    facts: { recordingsOnly: true, makesRecordings: true },
    on: '2026-11-22',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      'Stores nothing but video and audio recordings: yes.',
      'An organisation that stores nothing but recordings joins at the latest when the duty to store them begins.',
      'Everything the organisation stores has a later day of its own, so it must join at the latest when the duty to store begins: 1 October 2029. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 October 2029.',
    ],
  },
  {
    why: 'stores only recordings',
    facts: { recordingsOnly: true, makesRecordings: true },
    on: '2026-11-22',
    id: 'store-recordings/older-people',
    says: [
      'Joined Kanta: no.',
      'The day named in the act is 1 October 2029. (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'The day is therefore 1 October 2029.',
    ],
  },
  {
    why: 'parallel, organiser joined early',
    facts: {
      joiningModel: 'parallel',
      ownRegister: false,
      organisers: [
        { county: 'kainuu', joinedOn: '2026-03-04' },
        { county: 'lappi', joinedOn: null },
      ],
    },
    on: '2026-11-22',
    id: 'store-documents/older-people@organiser',
    says: [
      'Joined Kanta: no.',
      "In parallel joining, documents are stored in the organiser's register from the organiser's joining on.",
      'The organiser must join by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The organiser joined on 4 March 2026, and documents are stored in its register from then on. (Act 703/2023, section 69(1))',
      'The earliest of these decides: the day is 4 March 2026.',
    ],
  },
  {
    why: 'began later',
    facts: {
      operatingSince: '2026-10-05',
      systemSince: '2026-10-12',
      taskSince: { 'older-people': '2026-10-20' },
    },
    on: '2026-11-22',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      'The client data repository must be joined by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The duty cannot begin before the operation did: 5 October 2026. (Act 703/2023, section 3(1)(11), as amended by 307/2024)',
      'The organisation has provided social services only since 20 October 2026. (Act 703/2023, section 3(1)(11), as amended by 307/2024)',
      'A private provider is bound only once a system is in use: 12 October 2026. (Act 703/2023, section 67(2))',
      'No day lies before the duty could bind the organisation.',
      'The duty could not begin earlier: the day is 20 October 2026.',
    ],
  },
  {
    why: 'began later',
    facts: {
      operatingSince: '2026-10-05',
      systemSince: '2026-10-12',
      taskSince: { 'older-people': '2026-10-20' },
    },
    on: '2026-11-22',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: no.',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation must join by 20 October 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The duty cannot begin before the operation did: 5 October 2026. (Act 703/2023, section 3(1)(11), as amended by 307/2024)',
      'The organisation has provided social services only since 20 October 2026. (Act 703/2023, section 3(1)(11), as amended by 307/2024)',
      'A private provider is bound only once a system is in use: 12 October 2026. (Act 703/2023, section 67(2))',
      'Documents of the service task have come about only since 20 October 2026. (Act 703/2023, section 69(1))',
      'The day is therefore 20 October 2026.',
    ],
  },
  {
    why: 'Åland, joined all the same',
    facts: {
      counties: ['ahvenanmaa'],
      joinedOn: '2027-01-04',
      serviceTasks: ['older-people', 'family-law'],
    },
    on: '2027-02-01',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: 4 January 2027.',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation joined on 4 January 2027, and the duty begins with joining. (Act 703/2023, section 69(1))',
      'The day is therefore 4 January 2027.',
    ],
  },
  {
    why: 'Åland, joined all the same',
    facts: {
      counties: ['ahvenanmaa'],
      joinedOn: '2027-01-04',
      serviceTasks: ['older-people', 'family-law'],
    },
    on: '2027-02-01',
    id: 'store-documents/family-law',
    says: [
      'Joined Kanta: 4 January 2027.',
      'The day named in the act is 1 September 2026. (Act 703/2023, section 102(7)(1), as amended by 307/2024; Act 703/2023, section 69(1))',
      'The organisation does not have to join; it joined on 4 January 2027 and stores from then on. (Act 703/2023, section 69(1))',
      'No day lies before the duty could bind the organisation.',
      'The duty could not begin earlier: the day is 4 January 2027.',
    ],
  },
  {
    why: 'public',
    facts: { sector: 'public', recordsPatientData: true },
    on: '2026-11-22',
    id: 'join',
    says: [
      'Sector: public.',
      'The client data repository must be joined by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: 'public',
    facts: { sector: 'public', recordsPatientData: true },
    on: '2026-11-22',
    id: 'patient-data',
    says: [
      'Records patient data in social welfare: yes.',
      'The day named in the act is 1 March 2027. (Act 703/2023, section 102(3), as amended by 307/2024)',
      'The day is therefore 1 March 2027.',
    ],
  },
  {
    why: 'public',
    facts: { sector: 'public', recordsPatientData: true },
    on: '2026-11-22',
    id: 'soteri-registration',
    says: [
      'Sector: public.',
      'The day named in the act is 31 December 2027. (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
      'The day is therefore 31 December 2027.',
    ],
  },
  {
    why: 'public',
    facts: { sector: 'public', recordsPatientData: true },
    on: '2026-11-22',
    id: 'soteri-annual-check',
    says: [
      'Registered in Soteri: not known.',
      'The next yearly day is shown; checks of earlier years are not presumed missed.',
      'The data must be checked every year; the next day is 31 March 2028. (Act 741/2023, section 17(1); Act 741/2023, section 52(1), as amended by 964/2024)',
      'The day is therefore 31 March 2028.',
    ],
  },
  {
    why: '784/2021, both registers',
    facts: { serviceTasks: ['older-people', 'child-protection'], joinedOn: '2021-05-03' },
    on: '2023-01-15',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      'The client data repository must be joined by 1 January 2026. (Act 784/2021, sections 7(2) and 52(1))',
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
      'The day is therefore 1 January 2026.',
    ],
  },
  {
    why: '784/2021, both registers',
    facts: { serviceTasks: ['older-people', 'child-protection'], joinedOn: '2021-05-03' },
    on: '2023-01-15',
    id: 'store-documents/older-people',
    says: [
      'Joined Kanta: 3 May 2021.',
      'Joining already on 3 May 2021 does not bring this duty forward, because the act gives it a day of its own. (Act 784/2021, section 52(12)(1))',
      'The day named in the act is 1 January 2026. (Act 784/2021, section 52(12)(1))',
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
      'The day is therefore 1 January 2026.',
    ],
  },
  {
    why: '784/2021, both registers',
    facts: { serviceTasks: ['older-people', 'child-protection'], joinedOn: '2021-05-03' },
    on: '2023-01-15',
    id: 'store-documents/older-people@organiser',
    says: [
      'Joined Kanta: 3 May 2021.',
      'Joining already on 3 May 2021 does not bring this duty forward, because the act gives it a day of its own. (Act 784/2021, section 52(11)(1))',
      'The day named in the act is 1 September 2024. (Act 784/2021, section 52(11)(1))',
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
      'The day is therefore 1 September 2024.',
    ],
  },
  {
    why: '784/2021, both registers',
    facts: { serviceTasks: ['older-people', 'child-protection'], joinedOn: '2021-05-03' },
    on: '2023-01-15',
    id: 'store-documents/child-protection',
    says: [
      'Joined Kanta: 3 May 2021.',
      'The act names no storing day of its own for this service task: storing is due from joining, and joining late does not move the day.',
      'The organisation must join by 1 January 2026. (Act 784/2021, sections 7(2) and 52(1))',
      'The organisation joined on 3 May 2021, and the duty begins with joining. (Act 784/2021, section 8(2))',
      'The provision has bound only since 1 November 2021. (Act 784/2021, section 51(1))',
      'No day lies before the duty could bind the organisation.',
      'The duty could not begin earlier: the day is 1 November 2021.',
    ],
  },
  {
    why: '703/2023 as enacted, late joiner',
    facts: { serviceTasks: ['family-law'] },
    on: '2024-03-01',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      'Everything the organisation stores has a later day of its own, so it must join at the latest when the duty to store begins: 1 September 2026. (Act 703/2023, sections 67(1) and 102(5))',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: '703/2023 as enacted, late joiner',
    facts: { serviceTasks: ['family-law'] },
    on: '2024-03-01',
    id: 'store-documents/family-law',
    says: [
      'Joined Kanta: no.',
      'The day named in the act is 1 September 2026. (Act 703/2023, sections 69(1) and 102(7)(4))',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: '703/2023 as enacted, a Sunday',
    facts: { sector: 'public' },
    on: '2024-03-01',
    id: 'join',
    says: [
      'Sector: public.',
      'The client data repository must be joined by 1 September 2024. (Act 703/2023, sections 67(1) and 102(5))',
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
      'The day is therefore 1 September 2024.',
    ],
  },
  {
    why: 'family law only: its day is no later than the join day, so the clause is not needed',
    facts: { serviceTasks: ['family-law'] },
    on: '2026-11-22',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      'The client data repository must be joined by 1 September 2026. (Act 703/2023, section 67(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'The day is therefore 1 September 2026.',
    ],
  },
  {
    why: '784/2021 had no late-joiner clause to set aside',
    facts: { makesRecordings: true },
    on: '2023-01-15',
    id: 'join',
    says: [
      'Sector: private.',
      'An information system for client data is in use: yes.',
      'The client data repository must be joined by 1 January 2026. (Act 784/2021, sections 7(2) and 52(1))',
      'The day is a day off. It is not moved to the next working day, because section 1 of Act 150/1930 speaks of time limits observed before an authority.',
      'The day is therefore 1 January 2026.',
    ],
  },
];

describe('why the day is what it is', () => {
  test.each(argued)('$why: $id', ({ facts, on, id, says }) => {
    const duty = answer(facts, on).duties.find((one) => one.id === id);
    expect(duty?.trace.map((step) => describeStep(step, 'en'))).toEqual(says);
  });
});

const refused: readonly (readonly [
  why: string,
  facts: Record<string, unknown>,
  on: string,
  says: readonly string[],
])[] = [
  [
    'nothing special',
    {},
    '2026-11-22',
    [
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'no system',
    { usesClientDataSystem: false },
    '2026-11-22',
    [
      'join: no-client-data-system (Act 703/2023, section 67(2))',
      'store-documents/older-people: no-client-data-system (Act 703/2023, section 67(2))',
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'disclosure-permit: no-client-data-system (Act 703/2023, section 67(2))',
      'disclosure-logs: no-client-data-system (Act 703/2023, section 67(2))',
      'security-plan: no-client-data-system (Act 703/2023, section 67(2))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'Åland',
    { counties: ['ahvenanmaa'] },
    '2026-11-22',
    [
      'join: aland-may-join (Act 703/2023, section 67(4))',
      'store-documents/older-people: aland-may-join (Act 703/2023, section 67(4))',
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'disclosure-permit: aland-may-join (Act 703/2023, section 67(4))',
      'disclosure-logs: aland-may-join (Act 703/2023, section 67(4))',
      'security-plan: aland-may-join (Act 703/2023, section 67(4))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-annual-check: aland-soteri-unsourced (Act 741/2023, section 17(1))',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'public Åland',
    { sector: 'public', counties: ['ahvenanmaa'] },
    '2026-11-22',
    [
      'join: aland-may-join (Act 703/2023, section 67(4))',
      'store-documents/older-people: aland-may-join (Act 703/2023, section 67(4))',
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'disclosure-permit: aland-may-join (Act 703/2023, section 67(4))',
      'disclosure-logs: aland-may-join (Act 703/2023, section 67(4))',
      'security-plan: aland-may-join (Act 703/2023, section 67(4))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-annual-check: aland-soteri-unsourced (Act 741/2023, section 17(1); Act 741/2023, section 52(1), as amended by 964/2024)',
      'soteri-registration: aland-soteri-unsourced (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'parallel',
    { joiningModel: 'parallel', ownRegister: false },
    '2026-11-22',
    [
      'join: parallel-only (Act 703/2023, section 14(1))',
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'disclosure-permit: parallel-only (Act 703/2023, section 14(1))',
      'disclosure-logs: parallel-only (Act 703/2023, section 14(1))',
      'security-plan: parallel-only (Act 703/2023, section 14(1))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'recordings only',
    { recordingsOnly: true },
    '2026-11-22',
    [
      'store-documents/older-people: recordings-only (Act 703/2023, section 69(1); Act 703/2023, section 102(5), as amended by 307/2024)',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'not in Soteri',
    { registeredInSoteri: false },
    '2026-11-22',
    [
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-annual-check: not-in-soteri (Act 741/2023, sections 5(1) and 17(1))',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'ended',
    { endedOn: '2026-08-15' },
    '2026-11-22',
    [
      'join: ended (Act 703/2023, section 16(1))',
      'store-documents/older-people: ended (Act 703/2023, section 16(1))',
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'disclosure-permit: ended (Act 703/2023, section 16(1))',
      'disclosure-logs: ended (Act 703/2023, section 16(1))',
      'security-plan: ended (Act 703/2023, section 16(1))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-annual-check: ended (Act 703/2023, section 16(1))',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    'ended on the day',
    { endedOn: '2026-09-01' },
    '2026-11-22',
    [
      'store-recordings/older-people: makes-no-recordings (Act 703/2023, section 102(7)(2), as amended by 307/2024; Act 703/2023, section 69(1))',
      'patient-data: records-no-patient-data (Act 703/2023, section 102(3), as amended by 307/2024)',
      'soteri-annual-check: ended (Act 703/2023, section 16(1))',
      'soteri-registration: public-producers-only (Act 741/2023, sections 52(1) and 56(1), as amended by 964/2024)',
    ],
  ],
  [
    '784 no system',
    { usesClientDataSystem: false },
    '2023-01-15',
    [
      'join: no-client-data-system (Act 784/2021, section 7(2))',
      'store-documents/older-people: no-client-data-system (Act 784/2021, section 7(2))',
      'store-recordings/older-people: makes-no-recordings (Act 784/2021, section 52(13))',
      'security-plan: no-client-data-system (Act 784/2021, section 7(2))',
    ],
  ],
  [
    '784 aland',
    { counties: ['ahvenanmaa'] },
    '2023-01-15',
    [
      'join: aland-may-join (Act 784/2021, section 7(4))',
      'store-documents/older-people: aland-may-join (Act 784/2021, section 7(4))',
      'store-recordings/older-people: makes-no-recordings (Act 784/2021, section 52(13))',
      'security-plan: aland-may-join (Act 784/2021, section 7(4))',
    ],
  ],
  [
    '784 parallel',
    { joiningModel: 'parallel', ownRegister: false },
    '2023-01-15',
    [
      'join: parallel-only (Act 784/2021, section 5(1))',
      'store-recordings/older-people: makes-no-recordings (Act 784/2021, section 52(13))',
      'security-plan: parallel-only (Act 784/2021, section 5(1))',
    ],
  ],
];

describe('why an obligation does not bind', () => {
  test.each(refused)('%s', (_why, facts, on, says) => {
    const found = answer(facts, on).notBound.map(
      ({ obligation, serviceTask, reason, basis }) =>
        `${obligation}${serviceTask === undefined ? '' : `/${serviceTask}`}: ${reason} (${formatCitations(basis, 'en')})`,
    );
    expect(found).toEqual(says);
  });
});

test('deadlines come by their day, those of one day in the order of the law and of the tasks', () => {
  const { duties } = answer(
    {
      sector: 'public',
      serviceTasks: [
        'family-law',
        'substance-abuse',
        'disability-services',
        'child-protection',
        'older-people',
        'working-age',
        'families-with-children',
      ],
      makesRecordings: true,
      recordsPatientData: true,
      joinedOn: '2026-03-04',
    },
    '2026-11-22',
  );
  expect(duties.map(({ due, id }) => `${due} ${id}`)).toEqual([
    '2026-03-04 store-documents/families-with-children',
    '2026-03-04 store-documents/working-age',
    '2026-03-04 store-documents/older-people',
    '2026-03-04 store-documents/child-protection',
    '2026-03-04 store-documents/disability-services',
    '2026-03-04 store-documents/substance-abuse',
    '2026-03-04 security-plan',
    '2026-09-01 join',
    '2026-09-01 store-documents/family-law',
    '2026-09-01 disclosure-permit',
    '2026-09-01 disclosure-logs',
    '2027-03-01 patient-data',
    '2027-12-31 soteri-registration',
    '2028-03-31 soteri-annual-check',
    '2029-10-01 store-recordings/families-with-children',
    '2029-10-01 store-recordings/working-age',
    '2029-10-01 store-recordings/older-people',
    '2029-10-01 store-recordings/child-protection',
    '2029-10-01 store-recordings/disability-services',
    '2029-10-01 store-recordings/substance-abuse',
    '2029-10-01 store-recordings/family-law',
  ]);
});
