import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** The claims that the API reads; each is kept in the user's attribute `custom:<claim>`. */
const claims = ['role', 'organisations', 'counties'] as const;

/** Single spaces between items, however the administrator set them apart. */
const spaced = (text: string | undefined): string =>
  (text ?? '')
    .split(/[\s,;]+/)
    .filter((item) => item !== '')
    .join(' ');

/**
 * Writes into an access token what its holder may do, as the user pool's administrator set it.
 *
 * A user without an attribute gets no such claim: she can sign in, and the API refuses her. The
 * ID token is left alone, so it opens nothing. A second run writes the same.
 */
export const addClaims = (
  event: PreTokenGenerationV2TriggerEvent,
): PreTokenGenerationV2TriggerEvent => {
  const { userAttributes } = event.request;
  const given = claims
    .map((claim) => [claim, spaced(userAttributes[`custom:${claim}`])] as const)
    .filter(([, text]) => text !== '');
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: { claimsToAddOrOverride: Object.fromEntries(given) },
      },
    },
  };
};
