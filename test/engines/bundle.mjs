// The golden runs as one script for browsers and one for Node, beside the core: build/engines.
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../build/engines', import.meta.url));

/** Where the bundle lies. */
export const program = join(out, 'program.mjs');
export const core = join(out, 'core.wasm');
export const folder = out;

export async function bundle() {
  const options = { bundle: true, format: 'esm', target: ['es2022'], logLevel: 'silent' };
  await Promise.all([
    esbuild.build({ ...options, entryPoints: [join(here, 'page.ts')], outfile: join(out, 'page.js') }),
    esbuild.build({
      ...options,
      entryPoints: [join(here, 'program.ts')],
      outfile: program,
      platform: 'node',
    }),
  ]);
  await copyFile(fileURLToPath(new URL('../../build/core.wasm', import.meta.url)), core);
  await writeFile(
    join(out, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Golden hashes</title><script type="module" src="page.js"></script>\n',
  );
}
