// Builds what is out of date, or the named parts whatever their state: node build.mjs [core] [lib] [schema] [experimentSchema] [web].
//   core    build/core.wasm              assembly/ through asc
//   lib     build/lib                    src/ through tsc: JavaScript with declarations
//   schema  build/scenario.schema.json   what src/scenario publishes
//   experimentSchema  build/experiment.schema.json   what src/experiment publishes
//   web     build/web                    the page and its worker through esbuild
// A part is up to date when a hash of all its inputs equals the one kept in build/.stamp.json.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const out = join(root, 'build');
const stampFile = join(out, '.stamp.json');
const always = ['build.mjs', 'package.json', 'package-lock.json'];

/** inputs: what a part is made from. after: parts that must be there first. make: writes to `next`, which replaces `to`. */
const parts = {
  core: {
    inputs: ['assembly', 'asconfig.json'],
    after: [],
    to: 'core.wasm',
    make: (next) =>
      run('assemblyscript/bin/asc.js', ['assembly/index.ts', '--target', 'release', '--outFile', next]),
  },
  lib: {
    inputs: ['src', 'tsconfig.json'],
    after: [],
    to: 'lib',
    async make(next) {
      // Type errors are `npm run typecheck`'s to report: they are no reason for a page that does not start.
      await run('typescript/bin/tsc', ['-p', 'src', '--outDir', next, '--noCheck']);
      await inOneFile(join(next, 'experiment/pool/workerNode.js'));
      await chmod(join(next, 'cli/main.js'), 0o755);
    },
  },
  schema: {
    inputs: ['src/scenario'],
    after: ['lib'],
    to: 'scenario.schema.json',
    make: async (next) => writeFile(next, await runNode([join(out, 'lib/cli/main.js'), 'schema'])),
  },
  experimentSchema: {
    inputs: ['src/scenario', 'src/experiment'],
    after: ['lib'],
    to: 'experiment.schema.json',
    make: async (next) =>
      writeFile(next, await runNode([join(out, 'lib/cli/main.js'), 'schema', '--experiment'])),
  },
  web: {
    inputs: ['web', 'src', 'assembly', 'asconfig.json'],
    after: ['core'],
    to: 'web',
    async make(next) {
      const { buildWeb } = await import('./web/build.mjs');
      await buildWeb(next, join(out, 'core.wasm'));
    },
  },
};

/** Puts all that a module imports into it: every thread of a sweep starts with it, and opening 200 files takes longer than the rest. */
async function inOneFile(module) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [module],
    outfile: module,
    allowOverwrite: true,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: ['node20'],
    logLevel: 'silent',
  });
}

/** Runs a package's script with this Node. */
function run(script, args) {
  return runNode([join(root, 'node_modules', script), ...args]);
}

/** Runs Node; resolves to its output, or rejects with everything it said. */
function runNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (errors += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${output}${errors}`.trim())),
    );
  });
}

async function filesOf(path) {
  const absolute = join(root, path);
  const entries = await readdir(absolute, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [absolute];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

async function hashOf(inputs) {
  const hash = createHash('sha256');
  const files = (await Promise.all([...always, ...inputs].map(filesOf))).flat().sort();
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

async function readStamp() {
  try {
    return JSON.parse(await readFile(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

/** Puts `next` in the place of `to`: at once for a file; a folder steps aside first, since none can be renamed onto it. */
async function swap(next, to) {
  const old = `${next}-old`;
  await rename(next, to).catch(async () => {
    await rename(to, old);
    await rename(next, to);
    await rm(old, { recursive: true, force: true });
  });
}

/** Makes one part beside the old one and swaps them, so that a failed build leaves the last good one in place. */
async function make(name) {
  const { to, make: write } = parts[name];
  const next = join(out, `.next-${process.pid}-${to}`);
  const started = Date.now();
  try {
    await write(next);
    await swap(next, join(out, to));
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  console.log(`Built ${`build/${to}`.padEnd(28)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Makes the named parts, those that depend on another after it, the rest at once. Returns whether all went well. */
async function makeAll(names, hashes) {
  await mkdir(out, { recursive: true });
  const done = {};
  const made = {};
  const start = (name) => {
    made[name] ??= (async () => {
      const before = parts[name].after.filter((other) => names.includes(other));
      if ((await Promise.all(before.map(start))).includes(false)) return false;
      try {
        await make(name);
        done[name] = hashes[name];
        return true;
      } catch (error) {
        console.error(`${error.message}\nturnpike: build/${parts[name].to} could not be built (see above).`);
        return false;
      }
    })();
    return made[name];
  };
  const results = await Promise.all(names.map(start));
  await writeFile(stampFile, JSON.stringify({ ...(await readStamp()), ...done }, null, 2));
  return !results.includes(false);
}

async function hashesOf(names) {
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await hashOf(parts[name].inputs)])),
  );
}

/** Builds every part whose inputs changed since it was built, or that is missing. Returns whether all went well. */
export async function buildStale() {
  const names = Object.keys(parts);
  const [hashes, stamp, present] = await Promise.all([
    hashesOf(names),
    readStamp(),
    readdir(out).catch(() => []),
  ]);
  const stale = names.filter((name) => stamp[name] !== hashes[name] || !present.includes(parts[name].to));
  if (stale.length === 0) return true;
  return makeAll(stale, hashes);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`turnpike: no part "${unknown.join('", "')}"; there are ${Object.keys(parts).join(', ')}`);
    process.exit(2);
  }
  const asked = names.length > 0 ? names : Object.keys(parts);
  process.exit((await makeAll(asked, await hashesOf(asked))) ? 0 : 1);
}
