// A newer Node: the programs behind npm's package `node`, locked in this folder's own package-lock.json.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { core, program } from './bundle.mjs';
import { start, within } from './process.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { optionalDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export const name = 'a newer Node';

function find() {
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  const packageName = names.find((candidate) => candidate in optionalDependencies);
  if (!packageName)
    throw new Error(`npm has no Node for ${process.platform} ${process.arch} that is locked here`);
  return fileURLToPath(new URL(`node_modules/${packageName}/bin/node`, import.meta.url));
}

/** Installs the package if it is not there, or not in the locked version. */
export function install() {
  const path = find();
  const [wanted] = Object.values(optionalDependencies);
  if (
    existsSync(path) &&
    spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${wanted}`
  )
    return;
  console.log(`Installing Node ${wanted} into test/engines/node_modules …`);
  const { status, stderr, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: here,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm ci in test/engines failed: ${error?.message ?? stderr.trim()}`);
}

/** Resolves to { version, hashes }. */
export async function run() {
  const node = start(find(), [program, core], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  node.child.stdout.on('data', (text) => {
    output += text;
  });
  const closed = new Promise((resolve, reject) => {
    node.child.on('close', (code) => (code === 0 ? resolve() : node.ended.catch(reject)));
  });
  try {
    await within(60, 'Node', closed);
  } finally {
    await node.stop();
  }
  return JSON.parse(output);
}
