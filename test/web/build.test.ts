import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../web/build.mjs';

const core = fileURLToPath(new URL('../../build/core.wasm', import.meta.url));
let folder: string;
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'turnpike-web-'));
  await buildWeb(folder, core);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Scripts that index.html asks for, and what they import before they run. */
function scriptsBeforePaint(): string[] {
  const asked = [...read('index.html').matchAll(/(?:href|src)="([^"]+\.js)"/g)].map(([, name]) => name);
  const found = new Set<string>();
  const follow = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, next] of read(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(next);
  };
  for (const name of asked) follow(name);
  return [...found];
}

describe('the built page', () => {
  it('needs at most 120 kB of scripts, packed, before it paints', () => {
    const scripts = scriptsBeforePaint();
    expect(scripts.length).toBeGreaterThan(1);
    const packed = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
    expect(packed).toBeLessThanOrEqual(120_000);
  });

  it('asks at once for every script that its first one imports', () => {
    const html = read('index.html');
    for (const name of scriptsBeforePaint()) expect(html).toContain(name);
  });

  it('names only files that are there, and has no script or style of its own', () => {
    const html = read('index.html');
    for (const [, name] of html.matchAll(/(?:href|src)="([^"]+)"/g))
      expect(readdirSync(folder)).toContain(name);
    expect(html).not.toMatch(/<style|<script(?![^>]*src=)/);
  });

  it('can be installed: its manifest has a name, a start and icons that are there', () => {
    const manifest = JSON.parse(read('manifest.webmanifest'));
    expect(manifest).toMatchObject({ short_name: 'Turnpike', start_url: './', display: 'standalone' });
    for (const { src, sizes } of manifest.icons) {
      const bytes = readFileSync(join(folder, src));
      if (src.endsWith('.png')) expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
  });

  it('is kept whole by the service worker, each file by the hash of its content', () => {
    const offline = read('offline.js');
    const wanted = readdirSync(folder).filter((name) => !/\.(map|LEGAL\.txt)$|^offline\.js$/.test(name));
    expect(wanted.length).toBeGreaterThan(10);
    for (const name of wanted) {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('base64');
      expect(offline).toContain(`"${name}":"sha256-${hash}"`);
    }
  });
});
