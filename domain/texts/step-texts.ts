import type { Text } from '../language.ts';
import type { PlanState } from '../plan.ts';
import type { StepState } from '../plan-progress.ts';
import type { ProjectSituation } from '../statute/lead-times.ts';
import type { StepId } from '../statute/onboarding-steps.ts';
import { requirementTexts } from '../statute/requirements/texts/requirement-texts.ts';

/** Steps that are only a part of their requirement, by names of their own. */
const partNames = {
  'vendor-contract': {
    fi: 'Toimitussopimus ja sertifioitu järjestelmä',
    sv: 'Leveransavtal och certifierat system',
    en: 'Vendor contract and certified system',
  },
  'card-agreement': {
    fi: 'Toimikorttisopimus (Digi- ja väestötietovirasto)',
    sv: 'Avtal om certifikatkort (Myndigheten för digitalisering och befolkningsdata)',
    en: 'Card agreement (Digital and Population Data Services Agency)',
  },
} as const satisfies Readonly<Partial<Record<StepId, Text>>>;

/** What a step is called: as its requirement, where it is the whole of it. */
export const stepName = (id: StepId): Text =>
  id === 'vendor-contract' || id === 'card-agreement' ? partNames[id] : requirementTexts[id].name;

export const stepStateTexts: Readonly<Record<StepState, Text>> = {
  done: { fi: 'tehty', sv: 'klart', en: 'done' },
  'in-progress': { fi: 'kesken', sv: 'pågår', en: 'in progress' },
  'not-begun': { fi: 'aloittamatta', sv: 'inte påbörjat', en: 'not begun' },
  unknown: {
    fi: 'ei tiedossa (suunnitelmassa aloittamatta)',
    sv: 'okänt (i planen inte påbörjat)',
    en: 'not known (planned as not begun)',
  },
};

export const planStateTexts: Readonly<Record<PlanState, Text>> = {
  'too-late': { fi: 'ei enää ehdi ajoissa', sv: 'hinner inte i tid', en: 'too late to make it' },
  tight: {
    fi: 'aikaa alle 30 päivää',
    sv: 'mindre än 30 dagars marginal',
    en: 'less than 30 days to spare',
  },
  'in-time': { fi: 'aikataulussa', sv: 'enligt tidsplanen', en: 'in time' },
  finished: { fi: 'valmis', sv: 'klar', en: 'finished' },
  ended: { fi: 'toiminta päättynyt', sv: 'verksamheten har upphört', en: 'operation ended' },
  'no-deadline': { fi: 'ei määräpäivää', sv: 'ingen tidsfrist', en: 'no deadline' },
};

/** As they stand in a subordinate clause: after «että», «om» and "if". */
export const situationTexts: Readonly<Record<ProjectSituation, Text>> = {
  'system-used-to-join': {
    fi: 'järjestelmällä on jo liitytty Kantaan',
    sv: 'systemet redan har använts vid en anslutning till Kanta',
    en: 'the system has been used to join Kanta before',
  },
  'system-not-used-to-join': {
    fi: 'järjestelmällä ei ole vielä liitytty Kantaan',
    sv: 'systemet ännu inte har använts vid en anslutning till Kanta',
    en: 'the system has not been used to join Kanta yet',
  },
};

/** Said of a step whose length no source gives. */
export const noLeadTime: Text = {
  fi: 'Kestolle ei ole lähdettä: vaihe on suunnitelmassa paikallaan mutta ei vie aikaa.',
  sv: 'Ingen källa anger hur länge steget tar: det har sin plats i planen men tar ingen tid.',
  en: 'No sourced lead time: the step keeps its place in the plan and takes no time.',
};
