import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { z } from 'zod';
import { eventsOf, type MailFate } from './mail-events.ts';
import { close } from './servers.ts';

/*
 * SES as our functions and a person see it. aws-ses-v2-local keeps the mails and shows them as a
 * page; it drops the envelope, the tags, the configuration set and the headers, which we keep here
 * and add to what it lists.
 */

export interface MailboxProps {
  /** The address of aws-ses-v2-local. */
  readonly inner: string;
  readonly configurationSets: readonly string[];
  /** The local system's clock, in milliseconds. */
  readonly now: () => number;
  /** Told what becomes of each mail. */
  readonly publish?: (event: object) => void;
}

/** What is known of a mail beyond what aws-ses-v2-local keeps. */
export interface KeptMail {
  readonly from: string;
  readonly destination: {
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
  };
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | null;
  /** The message as it would reach the recipient. */
  readonly raw: string;
}

const largestMail = 10 * 1024 * 1024;
const mostRecipients = 50;
const tagText = /^[A-Za-z0-9_\-.@]{1,256}$/;
const address = /^[\x21-\x7e]+@[\x21-\x7e]+$/;

/** What SES answers when it does not take a mail. */
class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const xmlText = (text: string): string =>
  text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

const success = (action: string, result: string): string =>
  `<${action}Response ${namespace}><${action}Result>${result}</${action}Result>` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`;

const refusalXml = ({ code, message }: Refusal): string =>
  `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code>` +
  `<Message>${xmlText(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;

/** The members of a list in the query protocol: `Destinations.member.1`, `.2`, … */
const members = (form: URLSearchParams, list: string, field = ''): readonly string[] => {
  const found: string[] = [];
  for (let index = 1; form.has(`${list}.member.${index}${field}`); index += 1) {
    found.push(form.get(`${list}.member.${index}${field}`) ?? '');
  }
  return found;
};

const tagsOf = (form: URLSearchParams): Readonly<Record<string, string>> => {
  const values = members(form, 'Tags', '.Value');
  return Object.fromEntries(
    members(form, 'Tags', '.Name').map((name, index) => {
      const value = values[index] ?? '';
      if (!tagText.test(name) || !tagText.test(value)) {
        throw new Refusal('InvalidParameterValue', `Invalid tag ${name}=${value}.`);
      }
      return [name, value];
    }),
  );
};

const addressesOf = (field: AddressObject | AddressObject[] | undefined): readonly string[] =>
  [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((entry) => [entry, ...(entry.group ?? [])]))
    .flatMap((entry) => entry.address ?? []);

const headersOf = (mail: ParsedMail): Readonly<Record<string, string>> =>
  Object.fromEntries(
    mail.headerLines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n\s+/g, ' ')
        .trim(),
    ]),
  );

/** The message with the headers that SES writes itself, whatever stood there before. */
export const stamped = (raw: string, messageId: string, now: number): string => {
  const end = raw.search(/\r?\n\r?\n/);
  const [head, rest] = end === -1 ? [raw, '\r\n\r\n'] : [raw.slice(0, end), raw.slice(end)];
  const fields = head
    .split(/\r?\n(?![ \t])/)
    .filter((field) => !/^(message-id|date|bcc|return-path):/i.test(field));
  const own = [`Message-ID: <${messageId}@eu-north-1.amazonses.com>`, `Date: ${mailDate(now)}`];
  return [...fields, ...own].join('\r\n') + rest;
};

const mailDate = (now: number): string => new Date(now).toUTCString().replace('GMT', '+0000');

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const InnerStore = z.looseObject({
  emails: z.array(z.looseObject({ messageId: z.string() })),
});

/** The inbox on the mail port, and the SES that the functions send through. */
export class Mailbox {
  readonly server: Server;
  private readonly props: MailboxProps;
  private readonly kept = new Map<string, KeptMail>();
  private readonly fates = new Map<string, MailFate>();

  constructor(props: MailboxProps) {
    this.props = props;
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ message: String(error) }));
      });
    });
  }

  stop(): Promise<void> {
    return close(this.server);
  }

  /** What SES does from now on with mails to an address. */
  decide(address: string, fate: MailFate): void {
    this.fates.set(address.toLowerCase(), fate);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { pathname, search } = new URL(request.url ?? '/', this.props.inner);
    if (request.method === 'GET' && pathname === '/store') {
      const inner = await fetch(`${this.props.inner}/store${search}`);
      const listed = await inner.json();
      response.writeHead(inner.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(inner.ok ? this.withKept(listed) : listed));
      return;
    }
    if (request.method === 'POST' && pathname === '/') {
      const form = new URLSearchParams(body.toString('utf8'));
      const action = form.get('Action');
      if (action === 'SendRawEmail' || action === 'GetSendQuota') {
        await this.answerAction(action, form, response);
        return;
      }
    }
    await this.pass({ request, body }, response);
  }

  private withKept(listed: unknown): unknown {
    const store = InnerStore.parse(listed);
    const emails = store.emails.map((email) => ({ ...email, ...this.kept.get(email.messageId) }));
    return { ...store, emails };
  }

  private async answerAction(
    action: 'SendRawEmail' | 'GetSendQuota',
    form: URLSearchParams,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const taken = action === 'SendRawEmail' ? await this.sendRaw(form) : undefined;
      if (taken !== undefined && (taken.fate === 'lose' || taken.fate === 'lose-answer')) {
        response.destroy();
        return;
      }
      const result =
        taken !== undefined
          ? `<MessageId>${taken.messageId}</MessageId>`
          : `<Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate>` +
            `<SentLast24Hours>${this.kept.size}.0</SentLast24Hours>`;
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(success(action, result));
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      response.writeHead(400, { 'content-type': 'text/xml' });
      response.end(refusalXml(error));
    }
  }

  /** Takes a mail as SES does, and gives its message id and what becomes of it. */
  private async sendRaw(
    form: URLSearchParams,
  ): Promise<{ readonly messageId: string; readonly fate: MailFate }> {
    const message = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
    const mail = await simpleParser(message);
    const [sender] = addressesOf(mail.from);
    const from = form.get('Source') ?? mail.from?.text;
    const to = addressesOf(mail.to);
    const cc = addressesOf(mail.cc);
    const envelope = members(form, 'Destinations');
    const named = [...to, ...cc, ...addressesOf(mail.bcc)];
    const recipients = envelope.length > 0 ? envelope : named;
    const configurationSet = form.get('ConfigurationSetName');
    const tags = tagsOf(form);
    this.check({ size: message.length, sender: sender ?? from, recipients, configurationSet });

    const fate = this.fates.get(recipients[0]?.toLowerCase() ?? '') ?? 'deliver';
    if (fate === 'refuse') {
      throw new Refusal('MessageRejected', 'Email address is not verified.');
    }
    const inner = new URLSearchParams({
      Action: 'SendRawEmail',
      'RawMessage.Data': message.toString('base64'),
      ...(from !== undefined && { Source: from }),
    });
    const messageId = await this.deliver(inner);
    const raw = stamped(message.toString('utf8'), messageId, this.props.now());
    const delivered = await simpleParser(raw);
    const visible = new Set([...to, ...cc]);
    this.kept.set(messageId, {
      from: from ?? '',
      destination: { to, cc, bcc: recipients.filter((recipient) => !visible.has(recipient)) },
      headers: headersOf(delivered),
      tags,
      configurationSet,
      raw,
    });
    const at = this.props.now();
    const taken = { messageId, from: from ?? '', to: recipients, tags, configurationSet, at };
    for (const event of eventsOf(taken, fate)) this.props.publish?.(event);
    return { messageId, fate };
  }

  private check(mail: {
    readonly size: number;
    readonly sender: string | undefined;
    readonly recipients: readonly string[];
    readonly configurationSet: string | null;
  }): void {
    const { size, sender, recipients, configurationSet } = mail;
    const wrong = recipients.find((recipient) => !address.test(recipient));
    if (sender === undefined) {
      throw new Refusal('InvalidParameterValue', 'Missing required header: From.');
    }
    if (recipients.length === 0) {
      throw new Refusal('InvalidParameterValue', 'No recipients.');
    }
    if (wrong !== undefined) {
      throw new Refusal('InvalidParameterValue', `Illegal address: ${wrong}.`);
    }
    if (recipients.length > mostRecipients) {
      throw new Refusal('InvalidParameterValue', 'Recipient count exceeds 50.');
    }
    if (size > largestMail) {
      throw new Refusal('InvalidParameterValue', 'Message length is more than 10485760 bytes.');
    }
    if (configurationSet !== null && !this.props.configurationSets.includes(configurationSet)) {
      const message = `Configuration set <${configurationSet}> does not exist.`;
      throw new Refusal('ConfigurationSetDoesNotExist', message);
    }
  }

  private async deliver(form: URLSearchParams): Promise<string> {
    const answer = await fetch(this.props.inner, {
      method: 'POST',
      headers: { authorization: 'AWS local' },
      body: form,
    });
    const text = await answer.text();
    const messageId = /<MessageId>(.+)<\/MessageId>/.exec(text)?.[1];
    if (!answer.ok || messageId === undefined) {
      throw new Refusal('MessageRejected', text);
    }
    return messageId;
  }

  /** Everything else goes to aws-ses-v2-local as it is: its page, its other calls. */
  private async pass(
    { request, body }: { readonly request: IncomingMessage; readonly body: Buffer },
    response: ServerResponse,
  ): Promise<void> {
    const headers = Object.entries(request.headersDistinct)
      .filter(([name]) => !['host', 'connection', 'content-length'].includes(name))
      .map(([name, values = []]): [string, string] => [name, values.join(',')]);
    const method = request.method ?? 'GET';
    const inner = await fetch(`${this.props.inner}${request.url ?? '/'}`, {
      method,
      headers,
      ...(method !== 'GET' && method !== 'HEAD' && { body: new Uint8Array(body) }),
    });
    const type = inner.headers.get('content-type');
    response.writeHead(inner.status, { ...(type !== null && { 'content-type': type }) });
    response.end(Buffer.from(await inner.arrayBuffer()));
  }
}
