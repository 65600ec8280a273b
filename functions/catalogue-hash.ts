import { createHash } from 'node:crypto';
import { type Catalogue, catalogue as ours } from '../domain/statute/catalogue.ts';
import { countyWindows } from '../domain/statute/county-windows.ts';
import { projectTimes } from '../domain/statute/lead-times.ts';
import { onboardingSteps } from '../domain/statute/onboarding-steps.ts';
import { requirements } from '../domain/statute/requirements/requirements.ts';
import { canonicalJson } from './entity-tag.ts';

/** The onboarding as data: what is asked, in which order, and how long it takes. */
const onboarding = { requirements, onboardingSteps, projectTimes, countyWindows };

/** The law and the onboarding as data, in one hash: it tells by which catalogue something was evaluated. */
export const catalogueHashOf = (catalogue: Catalogue): string =>
  createHash('sha256')
    .update(canonicalJson({ catalogue, ...onboarding }))
    .digest('hex');

// It takes a while, so a function that does not ask for it goes without (lib/bundle.ts).
export const catalogueHash: string = /* @__PURE__ */ catalogueHashOf(ours);
