// Other builds of the core: with names for a profiler, with a phase left out, or of another commit. They go to build/bench.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { compileCore } from '../../build/lib/core/core.js';
import { built } from './core.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function emptyFolder(name) {
  const folder = join(root, 'build/bench', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Compiles a folder's assembly/ as the release is compiled, and what flags add. */
function assemble(folder, flags = []) {
  const asc = join(root, 'node_modules/assemblyscript/bin/asc.js');
  const args = [asc, 'assembly/index.ts', '--target', 'release', '--outFile', 'core.wasm', ...flags];
  execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return compileCore(new Uint8Array(readFileSync(join(folder, 'core.wasm'))));
}

/**
 * The present library with another build of its core. changes: [file, [text, other text]…], each made once; throws if a text is
 * no longer there, for then it would measure nothing. flags: more for the compiler.
 */
export async function variant(name, { changes = [], flags = [] } = {}) {
  const folder = emptyFolder(name);
  for (const part of ['assembly', 'asconfig.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const [file, ...replacements] of changes) {
    const path = join(folder, file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of replacements) {
      if (!text.includes(from)) throw new Error(`${file} has no "${from}" that could be changed`);
      text = text.replace(from, to);
    }
    writeFileSync(path, text);
  }
  return { ...built, core: await assemble(folder, flags) };
}

/** Library and core as they were at a commit, or null where its history is not at hand. */
export async function atCommit(commit) {
  const folder = emptyFolder(commit.replace('^', '-before'));
  try {
    const paths = ['assembly', 'asconfig.json', 'src', 'tsconfig.json', 'package.json'];
    const archive = execFileSync('git', ['archive', commit, ...paths], {
      cwd: root,
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
  } catch {
    return null;
  }
  await esbuild.build({
    stdin: {
      contents:
        "export { Simulation } from './src/core/index.ts'; export { parseScenario } from './src/scenario/index.ts';",
      resolveDir: folder,
    },
    outfile: join(folder, 'library.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const library = await import(pathToFileURL(join(folder, 'library.mjs')).href);
  return { ...library, core: await assemble(folder) };
}
