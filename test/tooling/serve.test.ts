import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../web/serve.mjs';

const script = fileURLToPath(new URL('../../web/serve.mjs', import.meta.url));

describe('the server of the page', () => {
  let folder: string;
  let site: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'turnpike-serve-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>t</title>');
    writeFileSync(join(folder, 'core.wasm'), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    site = await serve({ folder });
  });

  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('listens on this machine only, at a free port', () => {
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test('lets the page run only its own scripts, and compile WebAssembly', async () => {
    const policy = (await fetch(site.url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("'unsafe-");
  });

  test('serves wasm under its own type, so that it compiles while it streams', async () => {
    const response = await fetch(new URL('core.wasm', site.url));
    expect(response.headers.get('content-type')).toBe('application/wasm');
  });

  test('lets browsers keep only what has a hash in its name', async () => {
    writeFileSync(join(folder, 'page-0123456789.js'), '');
    const kept = async (name: string) => (await fetch(new URL(name, site.url))).headers.get('cache-control');
    expect(await kept('page-0123456789.js')).toContain('immutable');
    expect(await kept('core.wasm')).toBe('no-cache');
    expect(await kept('')).toBe('no-cache');
  });

  test('answers 404 to what is not there, and to what lies outside its folder', async () => {
    expect((await fetch(new URL('nothing.js', site.url))).status).toBe(404);
    expect((await fetch(new URL('%2e%2e/%2e%2e/etc/passwd', site.url))).status).toBe(404);
  });

  test('a port that is taken is said in one line', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await expect(serve({ folder, port })).rejects.toThrow(`port ${port} is taken by another program`);
    await new Promise((resolve) => other.close(resolve));
  });

  test('a page that was never built is said in one line', async () => {
    await expect(serve({ folder: join(folder, 'none') })).rejects.toThrow('npm run build');
  });

  test('a port that is no port is refused by name', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '--port', '99999'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^turnpike: --port: got "99999"; allowed: .*\n$/);
  });
});
