import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { version } from '../../src/version.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

describe('setup', () => {
  let clone: string;
  const setup = (env = {}) =>
    spawnSync(process.execPath, ['setup.mjs'], {
      cwd: clone,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'turnpike-setup-'));
    copyFileSync(join(root, 'setup.mjs'), join(clone, 'setup.mjs'));
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  test('says in one line that Node is too old', () => {
    writeFileSync(join(clone, 'package.json'), '{"engines": {"node": ">=999.1"}}');
    const { status, stderr } = setup();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^turnpike: Node\.js 999\.1 or newer is needed; this is \d+\.\d+\.\d+\..*\n$/);
  });

  test('says in one line that the lockfile is gone', () => {
    writeFileSync(join(clone, 'package.json'), '{"engines": {"node": ">=20.11"}}');
    const { status, stderr } = setup();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^turnpike: package-lock\.json is missing.*\n$/);
  });

  test.skipIf(process.platform === 'win32')('hands on what npm says when it fails, and what to do', () => {
    writeFileSync(join(clone, 'package.json'), '{"engines": {"node": ">=20.11"}}');
    writeFileSync(join(clone, 'package-lock.json'), '{"packages": {}}');
    writeFileSync(join(clone, 'npm'), '#!/bin/sh\necho "npm error no space left" >&2\nexit 1\n', {
      mode: 0o755,
    });
    const { status, stdout, stderr } = setup({ PATH: `${clone}:${process.env.PATH}` });
    expect(status).toBe(1);
    expect(stdout).toBe('Installing packages (no packages yet) …\n');
    expect(stderr).toMatch(/^npm error no space left\nturnpike: npm ci failed .*\n$/);
  });
});

describe('the package', () => {
  test('states one version everywhere', () => {
    expect(version).toBe(read('package.json').version);
    expect(read('package-lock.json').version).toBe(version);
  });

  test('locks versions, not the addresses they came from', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  test('asks for exact versions of everything it depends on', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json');
    // An exact version may end in a tag: DuckDB's do.
    for (const wanted of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      expect(wanted).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });
});
