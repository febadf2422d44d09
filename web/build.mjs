// Bundles the page (page/main.tsx) and its worker (worker/main.ts) into one flat folder:
// index.html, page.js, page.css, worker.js, core.wasm, shared chunks, and whatever lies in page/public.
import { copyFile, cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const entries = {
  page: join(here, 'page/main.tsx'),
  worker: join(here, 'worker/main.ts'),
  ensemble: join(here, 'worker/ensemble/main.ts'),
};

/**
 * Makes `new URL('../worker/main.ts', import.meta.url)` and `new URL('…/core.wasm', import.meta.url)` name the built files.
 * esbuild leaves such URLs as they are; the output being flat, one relative name is right from every chunk.
 */
const urls = {
  name: 'urls',
  setup(build) {
    build.onLoad({ filter: /[\\/](web|src)[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        /new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url\s*\)/g,
        (_, target) => {
          if (target.endsWith('/core.wasm')) return `new URL('./core.wasm', import.meta.url)`;
          const file = resolve(dirname(path), target);
          const entry = Object.keys(entries).find((name) => entries[name] === file);
          if (!entry)
            throw new Error(
              `${relative(here, path)}: ${target} is neither an entry of web/build.mjs nor core.wasm`,
            );
          return `new URL('./${entry}.js', import.meta.url)`;
        },
      );
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** Builds into the folder `out`. Throws with esbuild's own words. */
export async function buildWeb(out, core) {
  await mkdir(out, { recursive: true });
  await Promise.all([
    esbuild.build({
      entryPoints: entries,
      outdir: out,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: ['es2022'],
      minify: true,
      sourcemap: true,
      legalComments: 'linked',
      entryNames: '[name]',
      chunkNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
      jsx: 'automatic',
      jsxImportSource: 'preact',
      plugins: [urls],
      logLevel: 'silent',
    }),
    copyFile(core, join(out, 'core.wasm')),
    copyFile(join(here, 'page/index.html'), join(out, 'index.html')),
    cp(join(here, 'page/public'), out, { recursive: true }).catch((error) => {
      if (error.code !== 'ENOENT') throw error;
    }),
  ]);
}
