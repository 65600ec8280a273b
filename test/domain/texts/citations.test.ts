import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../domain/statute/citation.ts';
import { formatCitation, formatCitations } from '../../../domain/texts/citations.ts';

const joining: Citation = { act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' };
const familyLaw: Citation = { ...joining, subsection: 7, item: 1 };
const storing: Citation = { act: '703/2023', section: '69', subsection: 1 };
const logs: Citation = { act: '703/2023', section: '70' };
const plan = (subsection: number): Citation => ({ act: '703/2023', section: '77', subsection });
const decree: Citation = { act: '457/2024', section: '10' };

describe('a citation', () => {
  it.each([
    {
      what: 'a subsection in the wording of a later act',
      citation: joining,
      fi: '703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024',
      sv: '102 § 5 mom. i lag 703/2023, sådant momentet lyder i lag 307/2024',
      en: 'Act 703/2023, section 102(5), as amended by 307/2024',
    },
    {
      what: 'an item in the wording of a later act',
      citation: familyLaw,
      fi: '703/2023 102 § 7 mom. 1 k., sellaisena kuin se on laissa 307/2024',
      sv: '102 § 7 mom. 1 punkten i lag 703/2023, sådan punkten lyder i lag 307/2024',
      en: 'Act 703/2023, section 102(7)(1), as amended by 307/2024',
    },
    {
      what: 'a whole section in the wording of a later act',
      citation: { act: '703/2023', section: '57', amendedBy: '307/2024' } as const,
      fi: '703/2023 57 §, sellaisena kuin se on laissa 307/2024',
      sv: '57 § i lag 703/2023, sådan paragrafen lyder i lag 307/2024',
      en: 'Act 703/2023, section 57, as amended by 307/2024',
    },
    {
      what: 'a subsection as enacted',
      citation: storing,
      fi: '703/2023 69 § 1 mom.',
      sv: '69 § 1 mom. i lag 703/2023',
      en: 'Act 703/2023, section 69(1)',
    },
    {
      what: 'a section of a decree',
      citation: decree,
      fi: '457/2024 10 §',
      sv: '10 § i förordning 457/2024',
      en: 'Decree 457/2024, section 10',
    },
  ])('of $what is written as its language does', ({ citation, fi, sv, en }) => {
    expect(formatCitation(citation, 'fi')).toBe(fi);
    expect(formatCitation(citation, 'sv')).toBe(sv);
    expect(formatCitation(citation, 'en')).toBe(en);
  });
});

describe('several citations', () => {
  it('of one section name the section once', () => {
    const both = [joining, familyLaw];
    expect(formatCitations(both, 'fi')).toBe(
      '703/2023 102 § 5 mom. ja 7 mom. 1 k., sellaisina kuin ne ovat laissa 307/2024',
    );
    expect(formatCitations(both, 'sv')).toBe(
      '102 § 5 mom. och 7 mom. 1 punkten i lag 703/2023, sådana de lyder i lag 307/2024',
    );
    expect(formatCitations(both, 'en')).toBe(
      'Act 703/2023, section 102(5) and (7)(1), as amended by 307/2024',
    );
  });

  it('of one act follow its sections, and a nested "and" is told apart', () => {
    const several = [plan(2), storing, logs, plan(1)];
    expect(formatCitations(several, 'fi')).toBe('703/2023 69 § 1 mom., 70 § sekä 77 § 1 ja 2 mom.');
    expect(formatCitations(several, 'sv')).toBe(
      '69 § 1 mom., 70 § samt 77 § 1 och 2 mom. i lag 703/2023',
    );
    expect(formatCitations(several, 'en')).toBe(
      'Act 703/2023, sections 69(1), 70 and 77(1) and (2)',
    );
  });

  it('keep an amended wording apart from the act as enacted', () => {
    expect(formatCitations([joining, storing], 'fi')).toBe(
      '703/2023 102 § 5 mom., sellaisena kuin se on laissa 307/2024; 703/2023 69 § 1 mom.',
    );
  });

  it('put section 9 before section 10, and 10 before 10 a', () => {
    const sections = ['10 a', '10', '9'].map((section): Citation => ({ act: '703/2023', section }));
    expect(formatCitations(sections, 'fi')).toBe('703/2023 9 §, 10 § ja 10 a §');
  });

  it('are nothing where there are none', () => {
    expect(formatCitations([], 'fi')).toBe('');
  });
});
