import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import { log } from '../log.ts';

/** What SES still takes: mails until its 24 hours are over, and mails in a second. */
export interface SendingQuota {
  readonly left: number;
  readonly perSecond: number;
}

/** SES's own word for no limit. */
const unlimited = -1;

/**
 * What SES says that it still takes; undefined where it does not say. Then mails are tried as if there
 * were no limit: one that is refused for it is tried again, and its warnings wait.
 */
export const sesQuota =
  (client: Pick<SESClient, 'send'>) => async (): Promise<SendingQuota | undefined> => {
    try {
      const { Max24HourSend, SentLast24Hours, MaxSendRate } = await client.send(
        new GetSendQuotaCommand(),
      );
      if (Max24HourSend === undefined || SentLast24Hours === undefined) return undefined;
      return {
        left:
          Max24HourSend === unlimited
            ? Number.POSITIVE_INFINITY
            : Math.max(0, Math.floor(Max24HourSend - SentLast24Hours)),
        perSecond: MaxSendRate ?? Number.POSITIVE_INFINITY,
      };
    } catch (error) {
      const name = error instanceof Error ? error.name : String(error);
      log.error({ message: 'quota not told', error: name });
      return undefined;
    }
  };
