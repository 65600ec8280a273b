import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { sesQuota } from '../../../functions/adapters/sending-quota.ts';

const client = new SESClient({ region: 'eu-north-1' });
const aws = mockClient(client);
afterEach(() => {
  aws.reset();
});

describe('what SES still takes', () => {
  it.each([
    [
      { Max24HourSend: 200, SentLast24Hours: 150.4, MaxSendRate: 1 },
      { left: 49, perSecond: 1 },
    ],
    [
      { Max24HourSend: 200, SentLast24Hours: 230, MaxSendRate: 1 },
      { left: 0, perSecond: 1 },
    ],
    [
      { Max24HourSend: -1, SentLast24Hours: 9e6, MaxSendRate: 14 },
      { left: Number.POSITIVE_INFINITY, perSecond: 14 },
    ],
    [{}, undefined],
  ])('of %j is %j', async (answer, quota) => {
    aws.on(GetSendQuotaCommand).resolves(answer);
    expect(await sesQuota(client)()).toEqual(quota);
  });

  it('is not known where SES does not answer, and that stops nothing', async () => {
    aws.on(GetSendQuotaCommand).rejects(new Error('no answer'));
    expect(await sesQuota(client)()).toBeUndefined();
  });
});
