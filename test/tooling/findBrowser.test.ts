import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locateBrowser } from '../browser/findBrowser.mjs';

describe('finding a browser', () => {
  let folder: string;
  const program = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, '');
    chmodSync(path, 0o755);
    return path;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'turnpike-browser-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('CHROME_PATH comes before what is on the PATH', () => {
    const own = program('my-own-chrome');
    program('chromium');
    expect(locateBrowser({ env: { CHROME_PATH: own, PATH: folder }, platform: 'linux' })).toBe(own);
  });

  test('chromium on the PATH is found', () => {
    const path = program('chromium');
    expect(locateBrowser({ env: { PATH: folder }, platform: 'linux' })).toBe(path);
  });

  test('a CHROME_PATH that is no program is an error, not a search elsewhere', () => {
    const env = { CHROME_PATH: join(folder, 'gone'), PATH: folder };
    expect(() => locateBrowser({ env, platform: 'linux' })).toThrow('CHROME_PATH names');
  });
});
