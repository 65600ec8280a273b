import { createRequire } from 'node:module';
import {
  GetSendQuotaCommand,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Mailbox, stamped } from '../../local/mailbox.ts';
import { addressOf, close, host, listen } from '../../local/servers.ts';

const ses: typeof import('aws-ses-v2-local') = createRequire(import.meta.url)('aws-ses-v2-local');

let inner: Awaited<ReturnType<typeof ses.default>>;
let mailbox: Mailbox;
let client: SESClient;

beforeAll(async () => {
  inner = await ses.default({ host, port: 0 });
  mailbox = new Mailbox({
    inner: addressOf(inner),
    configurationSets: ['Sending'],
    now: () => Date.parse('2026-11-22T10:00:00Z'),
  });
  await listen(mailbox.server, 0);
  client = new SESClient({
    endpoint: addressOf(mailbox.server),
    region: 'eu-north-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await mailbox.stop();
  await close(inner);
});

const aMessage = (lines: readonly string[] = []) =>
  Buffer.from(
    [
      'From: from@example.fi',
      'To: to@example.fi',
      'Subject: =?utf-8?Q?=C3=84?=',
      ...lines,
      '',
      'Hei',
    ].join('\r\n'),
  );

const send = (input: Partial<SendRawEmailCommandInput> = {}) =>
  client.send(new SendRawEmailCommand({ RawMessage: { Data: aMessage() }, ...input }));

const listed = async (query = '') => {
  const store = await fetch(`${addressOf(mailbox.server)}/store${query}`);
  return JSON.parse(await store.text()).emails;
};

describe('Sending through the SES on this machine', () => {
  test('gives a message id by which the mail is found in the inbox', async () => {
    const { MessageId } = await send();
    const mail = (await listed()).find(
      (each: { messageId: string }) => each.messageId === MessageId,
    );
    expect(mail).toMatchObject({
      subject: 'Ä',
      body: { text: 'Hei' },
      configurationSet: null,
      tags: {},
    });
  });

  test.each<[string, Partial<SendRawEmailCommandInput>, string]>([
    [
      'an unknown configuration set',
      { ConfigurationSetName: 'None' },
      'ConfigurationSetDoesNotExistException',
    ],
    [
      'a tag with a space in it',
      { Tags: [{ Name: 'key', Value: 'a b' }] },
      'InvalidParameterValue',
    ],
    ['an address that is none', { Destinations: ['nobody'] }, 'InvalidParameterValue'],
    [
      'an address with letters that mail does not carry',
      { Destinations: ['ä@example.fi'] },
      'InvalidParameterValue',
    ],
    [
      'more than fifty recipients',
      { Destinations: Array.from({ length: 51 }, (_, i) => `${i}@example.fi`) },
      'InvalidParameterValue',
    ],
    [
      'a message from nobody',
      { RawMessage: { Data: Buffer.from('To: to@example.fi\r\n\r\nHei') } },
      'InvalidParameterValue',
    ],
    [
      'a message to nobody',
      { RawMessage: { Data: Buffer.from('From: from@example.fi\r\n\r\nHei') } },
      'InvalidParameterValue',
    ],
  ])('is refused for %s', async (_what, input, name) => {
    const before = (await listed()).length;
    await expect(send(input)).rejects.toMatchObject({ name });
    expect(await listed()).toHaveLength(before);
  });

  test('by the call that makes the message itself arrives as well', async () => {
    const { MessageId } = await client.send(
      new SendEmailCommand({
        Source: 'from@example.fi',
        Destination: { ToAddresses: ['other@example.fi'] },
        Message: { Subject: { Data: 'Made by SES' }, Body: { Text: { Data: 'Hei' } } },
      }),
    );
    const mail = (await listed()).find(
      (each: { messageId: string }) => each.messageId === MessageId,
    );
    expect(mail).toMatchObject({
      subject: 'Made by SES',
      destination: { to: ['other@example.fi'] },
    });
  });

  test('can be asked how much is left', async () => {
    const { Max24HourSend } = await client.send(new GetSendQuotaCommand({}));
    expect(Max24HourSend).toBeGreaterThan(0);
  });

  test('is listed since a time', async () => {
    expect(await listed('?since=0')).toHaveLength((await listed()).length);
    expect(await listed(`?since=${Math.floor(Date.now() / 1000) + 60}`)).toEqual([]);
  });
});

describe('A message that SES passes on', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');

  test('bears the Message-ID and the Date of SES and loses Bcc, and is else as it was', () => {
    const raw = [
      'From: a@example.fi',
      'message-id: <ours>',
      'Bcc: b@example.fi,',
      ' c@example.fi',
      'DATE: Thu, 01 Jan 1970 00:00:00 +0000',
      'Subject: long',
      ' and folded',
      '',
      'Date: stays in the text',
    ].join('\r\n');
    expect(stamped(raw, 'id-1', now).split('\r\n')).toEqual([
      'From: a@example.fi',
      'Subject: long',
      ' and folded',
      'Message-ID: <id-1@eu-north-1.amazonses.com>',
      'Date: Sun, 22 Nov 2026 10:00:00 +0000',
      '',
      'Date: stays in the text',
    ]);
  });
});
