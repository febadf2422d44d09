// Brings a clone to a ready state: packages as the lockfile says, and an up-to-date build. Safe to run at any time;
// does nothing when there is nothing to do. Runs with nothing installed, so it imports only what Node brings.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

function readJson(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  } catch {
    return null;
  }
}

function fail(message) {
  console.error(`turnpike: ${message}`);
  process.exit(1);
}

/** "20.11" ≤ "20.20.2"? Compares major and minor. */
function isAtLeast(version, least) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** Why node_modules is not what package-lock.json says, or null. npm writes what it installed to a lockfile of its own there. */
function whyInstall() {
  const wanted = readJson('package-lock.json')?.packages;
  if (!wanted)
    fail('package-lock.json is missing or not JSON; restore it with: git checkout package-lock.json');
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (!installed) return 'no packages yet';
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '') continue;
    // Optional packages are for one platform each: absent is right on the others.
    if (installed[path] ? installed[path].version !== version : !optional) return 'package-lock.json changed';
  }
  return null;
}

function install(why) {
  console.log(`Installing packages (${why}) …`);
  const started = Date.now();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error, stdout, stderr } = spawnSync(
    npm,
    ['ci', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim());
    fail(
      'npm ci failed (its words are above). Check the network and the disk, then run the same command again.',
    );
  }
  console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

const least = readJson('package.json').engines.node.replace('>=', '');
if (!isAtLeast(process.versions.node, least)) {
  fail(
    `Node.js ${least} or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org`,
  );
}
const why = whyInstall();
if (why) install(why);
const { buildStale } = await import('./build.mjs');
if (!(await buildStale())) process.exit(1);
