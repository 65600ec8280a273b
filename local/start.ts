import { join, relative } from 'node:path';
import { FunctionLog } from './function-log.ts';
import { loadSamples } from './load-samples.ts';
import { type Options, parseOptions, UsageError } from './options.ts';
import { sampleAssessments, sampleOrganisations, sampleSupervisors } from './samples/samples.ts';
import { claimFree } from './servers.ts';
import { countStatuses, mailLines, nightFailure, nightOutcome, statusLines } from './summary.ts';
import { synthesise } from './synthesis.ts';
import { type LocalSystem, startSystem } from './system.ts';
import { terminal } from './terminal.ts';

/*
 * `npm start`: the system on one machine, from the synthesised template.
 */

// Functions run in UTC, as on Lambda.
process.env['TZ'] = 'UTC';

const root = join(import.meta.dirname, '..');
const { say, warn } = terminal;

/** Aborts when a person or the operating system wants the end. */
const ending = new AbortController();
/** What is to be ended, last first. */
const ends: (() => Promise<void>)[] = [];

const end = async (exitCode: number): Promise<never> => {
  ending.abort();
  // Whatever hangs may not keep the terminal.
  setTimeout(() => process.exit(exitCode), 3000).unref();
  for (const endOne of ends.reverse()) {
    await endOne();
  }
  process.exit(exitCode);
};

/** What is done each minute is done this often here, in milliseconds: nobody waits a minute for it. */
const shortMinute = 5000;

const noop = (): void => undefined;

const stop = (): void => {
  if (!ending.signal.aborted) {
    say('Stopping …');
    void end(0);
  }
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

// The shell that npm starts us with may die of a signal without passing it on.
if (process.env['npm_lifecycle_event'] === 'start') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      stop();
    }
  }, 250).unref();
}

const start = async (options: Options): Promise<LocalSystem> => {
  for (const offset of [0, 1, 2, 3]) {
    await claimFree(options.port + offset);
  }
  say('Synthesising the CDK app …');
  const synthesis = synthesise({ root, signal: ending.signal });
  ends.push(() => synthesis.then(noop, noop));
  const directory = await synthesis;
  const file = relative(process.cwd(), join(root, '.build', 'local.log'));
  const log = await FunctionLog.open({ file, terminal, verbose: options.verbose });
  ends.push(() => log.close());
  say('Wiring the template to servers on this machine …');
  const system = await startSystem({
    assembly: directory,
    port: options.port,
    today: options.today,
    dynamoEndpoint: process.env['DYNAMODB_ENDPOINT'] || undefined,
    observer: log,
  });
  ends.push(system.stop);
  await system.table.turnSendingOn();
  return system;
};

/** At most so many lines about samples that were not taken. */
const mostFaults = 5;

/** Loads the samples, runs one night and says what came of it; gives whether all went well. */
const show = async (system: LocalSystem): Promise<boolean> => {
  const { api, mail, clock, issuer, nights } = system;
  const today = clock.today();
  const admin = { subject: 'npm-start', role: 'admin', organisations: [], counties: [] };
  const token = await issuer.token({ ...admin, expiresIn: 3600 });
  const organisations = sampleOrganisations(today);
  say(`Loading ${organisations.length} sample organisations through the API …`);
  const faults = await loadSamples({
    api,
    token,
    samples: {
      organisations,
      supervisors: sampleSupervisors(),
      assessments: sampleAssessments(today),
    },
  });
  for (const fault of faults.slice(0, mostFaults)) {
    warn(`A sample was not taken: ${fault}`);
  }
  if (faults.length > mostFaults) {
    warn(`… and ${faults.length - mostFaults} more.`);
  }
  say(`Running the night of ${today} …`);
  const night = await nights.run(today).then(nightOutcome, nightFailure);
  const businessIds = organisations.map(({ businessId }) => businessId);
  const counts = await countStatuses({ api, token, businessIds });
  say(['', ...statusLines(counts), '', ...(await mailLines(mail)), '', night.line].join('\n'));
  return faults.length === 0 && night.isWell;
};

const guide = ({ api, mail, control, issuer, clock, table }: LocalSystem): readonly string[] => [
  '',
  `API      ${api}`,
  `Inbox    ${mail}`,
  `Control  ${control}`,
  `Issuer   ${issuer.url}`,
  'A token, and a call with it:',
  `  TOKEN=$(curl -s ${control}/tokens -d '{"subject":"me","role":"admin"}' | sed 's/.*"token":"//; s/".*//')`,
  `  curl -H "Authorization: Bearer $TOKEN" ${api}/supervisors`,
  'The history of every organisation, verified:',
  `  npm run verify-history -- --table ${table.name} --endpoint ${table.endpoint}`,
  '',
  `ready in ${(performance.now() / 1000).toFixed(1)} s; today is ${clock.today()}; Ctrl-C ends`,
];

const main = async (): Promise<void> => {
  const options = parseOptions(process.argv.slice(2));
  const system = await start(options);
  const isWell = options.empty || (await show(system));
  if (options.once) {
    await end(isWell ? 0 : 1);
  }
  system.minutes.keepRunning(shortMinute);
  say(guide(system).join('\n'));
};

main().catch(async (error: unknown) => {
  if (ending.signal.aborted) {
    return;
  }
  if (error instanceof UsageError) {
    warn(error.message);
    await end(2);
  }
  warn(`Failed: ${error instanceof Error ? error.message : String(error)}`);
  await end(1);
});
