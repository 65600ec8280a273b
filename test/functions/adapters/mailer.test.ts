import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mail, oneAttempt, sesMailer } from '../../../functions/adapters/mailer.ts';

const mail: Mail = {
  from: 'kanta@example.fi',
  to: ['aino@example.fi'],
  message: new TextEncoder().encode('Subject: Huomenta\r\n\r\nHei\r\n'),
  tag: 'a'.repeat(64),
  keyTag: 'YWlub3wyMDI2LTExLTIy',
};

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';
const accepted = `<SendRawEmailResponse ${namespace}><SendRawEmailResult><MessageId>0102</MessageId></SendRawEmailResult></SendRawEmailResponse>`;
const refusal = (code: string) =>
  `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;

/** An SES that answers as it is told: with a status and a body, by hanging up, or never. */
type Behaviour = readonly [number, string] | 'hangs up' | 'is silent';

describe('sending through SES', () => {
  let server: Server;
  let requests: URLSearchParams[];
  let behaviour: Behaviour;
  beforeEach(async () => {
    requests = [];
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      requests.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      if (behaviour === 'hangs up') {
        request.socket.destroy();
      } else if (behaviour !== 'is silent') {
        response.writeHead(behaviour[0], { 'content-type': 'text/xml' }).end(behaviour[1]);
      }
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });

  const send = (port = (server.address() as AddressInfo).port) =>
    sesMailer(
      new SESClient({
        ...oneAttempt,
        requestHandler: { ...oneAttempt.requestHandler, requestTimeout: 200 },
        endpoint: `http://127.0.0.1:${port}`,
        region: 'eu-north-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      }),
      'our-rules',
    ).send(mail);

  it('hands over the message, its addresses, its tag and the rules it goes by', async () => {
    behaviour = [200, accepted];
    expect(await send()).toEqual({ kind: 'sent', messageId: '0102' });
    const [request] = requests;
    expect(Object.fromEntries(request ?? [])).toMatchObject({
      Action: 'SendRawEmail',
      Source: 'kanta@example.fi',
      'Destinations.member.1': 'aino@example.fi',
      'Tags.member.1.Name': 'digest',
      'Tags.member.1.Value': mail.tag,
      ConfigurationSetName: 'our-rules',
      'RawMessage.Data': Buffer.from(mail.message).toString('base64'),
    });
  });

  it.each<[string, 'refused' | 'unknown', string, Behaviour]>([
    ['a refused message', 'refused', 'SES said no', [400, refusal('MessageRejected')]],
    ['throttling', 'refused', 'SES said not now', [400, refusal('Throttling')]],
    ['no permission', 'refused', 'SES said no', [403, refusal('AccessDenied')]],
    ['a fault in SES', 'unknown', 'it may have been queued', [500, refusal('InternalFailure')]],
    ['an overloaded SES', 'unknown', 'it may have been queued', [503, 'busy']],
    ['an answer that is none', 'unknown', 'the message was taken by someone', [200, '<oops']],
    ['a connection that breaks', 'unknown', 'the message had been handed over', 'hangs up'],
    ['no answer in time', 'unknown', 'the message had been handed over', 'is silent'],
  ])('takes %s, after exactly one attempt, as %s: %s', async (_name, kind, _why, then) => {
    behaviour = then;
    expect(await send()).toMatchObject({ kind });
    expect(requests).toHaveLength(1);
  });

  it('takes an SES that cannot be reached as a refusal: nothing has left', async () => {
    behaviour = [200, accepted];
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => {
      server.close(resolve);
    });
    expect(await send(port)).toEqual({ kind: 'refused', reason: 'ECONNREFUSED' });
    server.listen(0);
  });
});
