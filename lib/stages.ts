import { isIP } from 'node:net';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';

/** One place where the system runs, and all that differs between places. */
export interface Stage {
  readonly name: string;
  /** Where the data are kept; absent for the stage that is only synthesised. */
  readonly region?: string;
  /** An address is proved by a link in a mail, a domain by DNS records, which also sign the mails. */
  readonly sender: { readonly address: string; readonly provedBy: 'address' | 'domain' };
  readonly operatorAddress: string;
  /** Where links in mails lead; without it, the API's own address. */
  readonly publicUrl?: string;
  /** Whose tokens are believed; without it, those of a user pool of the stage's own. */
  readonly issuer?: Issuer;
  readonly logRetention: RetentionDays;
}

/** An OpenID issuer and the audiences its tokens must name. */
export interface Issuer {
  readonly url: string;
  readonly audience: readonly string[];
}

/** The stage of one machine: synthesised without an account, and never deployed. */
export const local: Stage = {
  name: 'local',
  sender: { address: 'kanta-readiness@example.fi', provedBy: 'address' },
  operatorAddress: 'operator@example.fi',
  publicUrl: 'http://127.0.0.1:3000',
  logRetention: RetentionDays.ONE_WEEK,
};

/** What is the same for everyone who deploys a stage; addresses come from the one who deploys. */
const deployed = {
  dev: { provedBy: 'address', region: 'eu-north-1', logRetention: RetentionDays.ONE_MONTH },
  prod: { provedBy: 'domain', region: 'eu-north-1', logRetention: RetentionDays.ONE_YEAR },
} as const;

const mailAddress = z.email({
  error: ({ input }) => (input === undefined ? 'is missing' : 'is no mail address'),
});
const httpsAddress = z.url({ protocol: /^https$/, error: 'is no https address' });

/** Names that mean another machine to each who asks, or that no public DNS knows. */
const notPublic = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|arpa)$/;

/**
 * An issuer that a deployed stage may believe: one by a public name, over TLS. Never the issuer of a
 * developer's machine, whose keys anyone can use who starts it.
 */
const isPublic = (url: string): boolean => {
  const host = URL.parse(url)?.hostname.replace(/\.$/, '') ?? '';
  return host.includes('.') && isIP(host) === 0 && !notPublic.test(host);
};
const issuerAddress = httpsAddress.refine(isPublic, { error: 'is no public host' });

const Settings = z
  .object({
    sender: mailAddress,
    operator: mailAddress,
    publicUrl: httpsAddress.transform((url) => url.replace(/\/+$/, '')).optional(),
    issuer: issuerAddress.optional(),
    audience: z.string().trim().min(1).optional(),
  })
  .refine(({ issuer, audience }) => (issuer === undefined) === (audience === undefined), {
    path: ['audience'],
    error: 'issuer and audience are given together, or neither',
  });

/** Reads a setting by its name: from the CDK context (`-c sender=…`) or the environment. */
export type Setting = (name: string) => unknown;

/** The environment variable of a setting: `publicUrl` is READINESS_PUBLIC_URL. */
export const environmentName = (setting: string) =>
  `READINESS_${setting.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;

const isDeployed = (name: unknown): name is keyof typeof deployed =>
  typeof name === 'string' && Object.hasOwn(deployed, name);

/** The stage that the settings name; all that is missing or wrong is said at once. */
export const stageFrom = (setting: Setting): Stage => {
  const name = setting('stage') ?? local.name;
  if (name === local.name) {
    return local;
  }
  if (!isDeployed(name)) {
    const known = [local.name, ...Object.keys(deployed)].join(', ');
    throw new Error(`There is no stage ${JSON.stringify(name)}. The stages are: ${known}.`);
  }
  const given = Object.keys(Settings.shape).map((key) => [key, setting(key)]);
  const settings = Settings.safeParse(Object.fromEntries(given));
  if (!settings.success) {
    const faults = settings.error.issues.map(({ path, message }) => {
      const key = path.join('.');
      return `  ${key} (-c ${key}=… or ${environmentName(key)}): ${message}`;
    });
    throw new Error([`Stage ${name} cannot be built:`, ...faults].join('\n'));
  }
  const { sender, operator, publicUrl, issuer, audience } = settings.data;
  const { provedBy, region, logRetention } = deployed[name];
  return {
    name,
    region,
    sender: { address: sender, provedBy },
    operatorAddress: operator,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(issuer !== undefined &&
      audience !== undefined && { issuer: { url: issuer, audience: audience.split(/\s+/) } }),
    logRetention,
  };
};
