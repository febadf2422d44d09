// Bundles the page (page/main.tsx), its worker (worker/main.ts) and the service worker (offline/main.ts) into one flat folder:
// index.html, page, worker, core and shared chunks with a hash in each name, offline.js, and whatever lies in page/public.
// A file with a hash in its name never changes, so browsers may keep it for good; index.html names the ones of its build.
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { sourcesHash } from './sources.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const entries = {
  page: join(here, 'page/main.tsx'),
  worker: join(here, 'worker/main.ts'),
  ensemble: join(here, 'worker/ensemble/main.ts'),
  sweep: join(here, 'worker/sweep/main.ts'),
  runs: join(here, 'worker/sweep/runs.ts'),
};

/**
 * Makes `new URL('../worker/main.ts', import.meta.url)` and `new URL('…/core.wasm', import.meta.url)` name the built files.
 * esbuild leaves such URLs as they are; the output being flat, one relative name is right from every chunk.
 */
const urls = (build) => ({
  name: 'urls',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](web|src)[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        /new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url\s*\)/g,
        (_, target) => {
          if (target.endsWith('/core.wasm')) return `new URL('./core-${build}.wasm', import.meta.url)`;
          const file = resolve(dirname(path), target);
          const entry = Object.keys(entries).find((name) => entries[name] === file);
          if (!entry)
            throw new Error(
              `${relative(here, path)}: ${target} is neither an entry of web/build.mjs nor core.wasm`,
            );
          return `new URL('./${entry}-${build}.js', import.meta.url)`;
        },
      );
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});

const common = { bundle: true, format: 'esm', target: ['es2022'], minify: true, logLevel: 'silent' };

/** index.html with the names of this build; what page.js imports at once is asked for at once. */
async function writeIndex(out, build, { outputs }) {
  const page = Object.keys(outputs).find((path) => path.endsWith(`page-${build}.js`));
  const imports = outputs[page].imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const preloads = imports.map((name) => `<link rel="modulepreload" href="${name}" />`).join('\n    ');
  const html = (await readFile(join(here, 'page/index.html'), 'utf8'))
    .replaceAll('page.js', `page-${build}.js`)
    .replaceAll('page.css', `page-${build}.css`)
    .replace('<!-- chunks -->', preloads);
  await writeFile(join(out, 'index.html'), html);
}

/** The service worker, told every file of this build with the hash of its content. Source maps stay where they are. */
async function writeOffline(out) {
  const names = (await readdir(out)).filter((name) => !/\.(map|LEGAL\.txt)$/.test(name)).sort();
  const hashes = await Promise.all(
    names.map(async (name) =>
      createHash('sha256')
        .update(await readFile(join(out, name)))
        .digest('base64'),
    ),
  );
  const files = Object.fromEntries(names.map((name, i) => [name, `sha256-${hashes[i]}`]));
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  await esbuild.build({
    ...common,
    format: 'iife',
    entryPoints: { offline: join(here, 'offline/main.ts') },
    outdir: out,
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) },
  });
}

/** Builds into the folder `out`. Throws with esbuild's own words. */
export async function buildWeb(out, core) {
  await mkdir(out, { recursive: true });
  const build = await sourcesHash(core);
  const [{ metafile }] = await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: entries,
      outdir: out,
      splitting: true,
      sourcemap: true,
      metafile: true,
      legalComments: 'linked',
      entryNames: `[name]-${build}`,
      chunkNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
      jsx: 'automatic',
      jsxImportSource: 'preact',
      plugins: [urls(build)],
    }),
    copyFile(core, join(out, `core-${build}.wasm`)),
    cp(join(here, 'page/public'), out, { recursive: true }),
  ]);
  await writeIndex(out, build, metafile);
  await writeOffline(out);
}
