/*
 * Brings node_modules to what package-lock.json says, before `npm start` and `npm test`; of a package
 * inside this one, such as bench/, where its folder is named. Runs on Node 20 with nothing installed;
 * later it costs a few milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , folder = '.'] = process.argv;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', folder);
const oldestNode = 20;

/** Ends with one line that says what is wrong. */
const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

/** The packages that a lock file names, or none where it cannot be read. */
const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
};

/**
 * Whether npm's own record of what it installed says the same as the lock file. Packages for other
 * platforms are optional, and missing here.
 */
const isInstalled = () => {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  const same = (path) =>
    present[path]?.version === wanted[path]?.version &&
    present[path]?.integrity === wanted[path]?.integrity;
  return (
    Object.keys(present).length > 0 &&
    Object.keys(present).every(same) &&
    Object.entries(wanted).every(
      ([path, { optional, devOptional }]) =>
        path === '' || path in present || optional === true || devOptional === true,
    )
  );
};

/** Runs `npm ci` by the npm that runs us; by its own Node, since ours may be inside node_modules. */
const install = () => {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const args = ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const [command, ...rest] = npm?.endsWith('.js') ? [node, npm, ...args] : ['npm', ...args];
  return spawnSync(command, rest, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
};

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail(`Node ${process.versions.node} is too old: Node ${oldestNode} or later is needed.`);
}
if (!existsSync(join(root, 'package-lock.json'))) {
  fail('package-lock.json is missing: get the whole repository.');
}
if (!isInstalled()) {
  process.stdout.write('Installing packages (npm ci; a few minutes the first time) …\n');
  const { status, error, stderr } = install();
  if (error?.code === 'ENOENT') {
    fail('npm was not found: install it together with Node.');
  }
  if (status !== 0) {
    // What follows is npm's own help.
    const reasons = stderr.split('\n').filter(Boolean).slice(0, 12);
    fail([...reasons, 'npm ci failed; the lines above say why.'].join('\n'));
  }
}
if (folder === '.' && !existsSync(join(root, 'node_modules', '.bin', 'node'))) {
  fail('The package `node` is not complete: run `npm ci` with its install script allowed.');
}
