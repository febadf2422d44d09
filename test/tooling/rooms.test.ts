import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/** [file, what it says, may it?]: arrows run one way, assembly ← core ← measure ← experiment, reproduce, command line, web. */
const cases: [file: string, line: string, allowed: boolean][] = [
  ['assembly/a.ts', "export * from './state/layout';", true],
  ['assembly/rules/a.ts', "export * from '../state/layout';", true],
  ['assembly/b.ts', "export * from '../src/core/core';", false],
  ['assembly/c.ts', "export * from 'comlink';", false],
  ['src/theory/a.ts', "export * from './economy.ts';", true],
  ['src/theory/b.ts', "export * from '../core/core.ts';", false],
  ['src/theory/c.ts', "export * from '../scenario/types.ts';", false],
  ['src/theory/d.ts', "export * from 'zod';", false],
  ['src/theory/e.ts', "export * from '../version.ts';", false],
  ['src/scenario/a.ts', "export * from 'zod';", true],
  ['src/scenario/b.ts', "export * from 'zod/mini';", true],
  ['src/scenario/presets/a.ts', "export * from '../types.ts';", true],
  ['src/scenario/c.ts', "export * from '../theory/turnpike.ts';", false],
  ['src/scenario/presets/b.ts', "export * from '../../core/core.ts';", false],
  ['src/scenario/d.ts', "export * from 'd3-scale';", false],
  ['src/scenario/e.ts', "export * from 'node:fs';", false],
  ['src/core/a.ts', "export * from '@assemblyscript/loader';", true],
  ['src/core/b.ts', "export * from '../scenario/types.ts';", true],
  ['src/core/loadNode.ts', "export * from 'node:fs/promises';", true],
  ['src/core/c.ts', "export * from 'node:fs/promises';", false],
  ['src/core/d.ts', "export * from '../measure/csv.ts';", false],
  ['src/core/e.ts', "export * from '../theory/turnpike.ts';", false],
  ['src/core/f.ts', 'export const title = document.title;', false],
  ['src/core/g.ts', 'export const code = process.exitCode;', false],
  ['src/measure/a.ts', "export * from '../theory/index.ts';", true],
  ['src/measure/b.ts', "export * from '../core/row.ts';", true],
  ['src/measure/c.ts', "export * from '../cli/main.ts';", false],
  ['src/measure/d.ts', "export * from '../experiment/sweep.ts';", false],
  ['src/measure/e.ts', "export * from '../../web/shared/protocol.ts';", false],
  ['src/experiment/a.ts', "export * from '../measure/index.ts';", true],
  ['src/experiment/b.ts', "export * from '../theory/index.ts';", true],
  ['src/experiment/c.ts', "export * from 'hyparquet-writer';", true],
  ['src/experiment/schema/a.ts', "export * from 'zod/mini';", true],
  ['src/experiment/d.ts', "export * from '../cli/main.ts';", false],
  ['src/experiment/e.ts', "export * from '../../web/shared/protocol.ts';", false],
  ['src/experiment/f.ts', "export * from 'node:fs';", false],
  ['src/experiment/g.ts', "export * from './node/journal.ts';", false],
  ['src/experiment/h.ts', "export * from './pool/hireNode.ts';", false],
  ['src/experiment/i.ts', "export * from 'bullmq';", false],
  ['src/experiment/j.ts', 'export const code = process.exitCode;', false],
  ['src/experiment/pool/a.ts', "export * from './hireWeb.ts';", true],
  ['src/experiment/pool/bNode.ts', "export * from 'node:worker_threads';", true],
  ['src/experiment/node/a.ts', "export * from 'node:fs';", true],
  ['src/experiment/node/b.ts', "export * from 'bullmq';", true],
  ['src/experiment/node/c.ts', "export * from '../../cli/main.ts';", false],
  ['src/measure/f.ts', "export * from '../reproduce/index.ts';", false],
  ['src/core/h.ts', "export * from '../reproduce/index.ts';", false],
  ['src/scenario/f.ts', "export * from '../reproduce/index.ts';", false],
  ['src/reproduce/a.ts', "export * from '../theory/index.ts';", true],
  ['src/reproduce/b.ts', "export * from '../measure/index.ts';", true],
  ['src/reproduce/c.ts', "export * from '../core/core.ts';", true],
  ['src/reproduce/d.ts', "export * from '../scenario/index.ts';", true],
  ['src/reproduce/figures/a.ts', "export * from 'd3-scale';", true],
  ['src/reproduce/html/a.ts', "export * from 'temml';", true],
  ['src/reproduce/e.ts', "export * from 'node:fs';", false],
  ['src/reproduce/f.ts', "export * from 'zod';", false],
  ['src/reproduce/g.ts', "export * from '../cli/output.ts';", false],
  ['src/reproduce/h.ts', 'export const title = document.title;', false],
  ['src/cli/d.ts', "export * from '../reproduce/index.ts';", true],
  ['src/cli/a.ts', "export * from 'node:fs';", true],
  ['src/cli/b.ts', "export * from 'commander';", true],
  ['src/cli/c.ts', "export * from '../../web/shared/protocol.ts';", false],
  ['src/index.ts', "export * from './core/loadNode.ts';", true],
  ['web/page/a.tsx', "export * from '../shared/protocol.ts';", true],
  ['web/page/b.tsx', "export * from '../../src/scenario/index.ts';", true],
  ['web/page/c.tsx', "export * from '../../src/cli/main.ts';", false],
  ['web/page/d.tsx', "export * from '../worker/main.ts';", false],
  ['web/page/e.tsx', "export * from 'node:fs';", false],
  ['web/worker/a.ts', "export * from '../page/main.tsx';", false],
  ['web/worker/b.ts', "export * from '../../src/core/loadNode.ts';", false],
  ['web/worker/c.ts', "export * from '../../src/core/loadWeb.ts';", true],
  ['web/shared/a.ts', "export * from '../worker/main.ts';", false],
];

let folder: string;
let refused: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'turnpike-rooms-'));
  // lint.mjs looks at assembly/ in a copy, without the exception for it.
  const { files: _, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  for (const [file, line] of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  // Only the rules of the rooms: the fixtures break others, and no git is there to ask what to ignore.
  const only = ['style/noRestrictedImports', 'style/noRestrictedGlobals'].map((rule) => `--only=${rule}`);
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', ...only, '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: string } }[] };
  refused = new Set(diagnostics.map(({ location }) => location.path.replaceAll('\\', '/')));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lint keeps the arrows between rooms running one way', () => {
  for (const [file, line, allowed] of cases) {
    test(`${file} ${allowed ? 'may' : 'may not'} say: ${line}`, () => {
      expect(refused.has(file)).toBe(!allowed);
    });
  }
});
