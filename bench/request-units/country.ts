import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { incomingAssessment } from '../../domain/assessment.ts';
import type { Day } from '../../domain/day.ts';
import { organisationProfile } from '../../domain/organisation.ts';
import { dynamoOrganisations } from '../../functions/adapters/organisations.ts';
import { dynamoSupervisors, supervisorFields } from '../../functions/adapters/supervisors.ts';
import { instantText } from '../../functions/clock.ts';
import { inGroups } from '../../functions/in-groups.ts';
import {
  generateAssessments,
  generateOrganisations,
  generateSupervisors,
} from '../../local/samples/generator.ts';
import { momentOf } from '../../test/support/clocks.ts';

/** Always the same organisations. */
const seed = 20261122;

/**
 * Writes so many generated organisations, with what they have stated, and supervisors of every county
 * into a table, through the stores that the API writes through.
 */
export const settle = async (
  { client, table }: { readonly client: DynamoDBClient; readonly table: string },
  { count, today }: { readonly count: number; readonly today: Day },
): Promise<void> => {
  const organisations = dynamoOrganisations(client, table);
  const supervisors = dynamoSupervisors(client, table);
  const now = momentOf(today);
  const content = organisationProfile(today);
  for (const { id, body } of generateSupervisors({ seed })) {
    await supervisors.save({ id, content: supervisorFields.parse(body), replaces: 0 });
  }
  const all = generateOrganisations({ seed, count, today });
  const profiles = new Map(all.map((one) => [one.businessId, content.parse(one.profile)]));
  await inGroups([...profiles], ([businessId, profile]) =>
    organisations.saveProfile({ businessId, content: profile, replaces: 0, now }),
  );
  for (const { businessId, body } of generateAssessments({ seed, count, today })) {
    const units = profiles.get(businessId)?.units ?? [];
    const assessment = {
      assessmentId: randomUUID(),
      receivedAt: instantText(now),
      receivedOn: today,
      ...incomingAssessment({ today, units }).parse(body),
    };
    await organisations.appendAssessment({ businessId, assessment, now });
  }
};
