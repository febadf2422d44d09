// node bench/sweepMemory.mjs [runs] [settle]: resident memory of a sweep of `runs` (100,000) runs of 1,000 ticks with 8 labs,
// all of the process and its threads, sampled from /proc every half second (Linux). After `settle` seconds (60) it should
// be flat: prints how far it strays from its median, while runs are made and while the results are written.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../build/lib/cli/main.js', import.meta.url));
const runs = Number(process.argv[2] ?? 100_000);
const settle = Number(process.argv[3] ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'turnpike-memory-'));
const experiment = join(folder, 'experiment.json');

writeFileSync(
  experiment,
  JSON.stringify({
    scenario: {
      clock: { h: 0.001, until: 1 },
      groups: [{ name: 'labs', count: 8, rule: { type: 'fixed', q: 0.3 }, K0: 0.1, T0: 0.1 }],
    },
    factors: [
      { path: 'economy.c', name: 'c', kind: 'uniform', min: 0.8, max: 1.2 },
      { path: 'groups.labs.rule.q', name: 'split', kind: 'uniform', min: 0.1, max: 0.9 },
    ],
    design: { type: 'sobol', n: runs },
  }),
);

const started = performance.now();
const child = spawn(process.execPath, [main, 'sweep', experiment, '--out', join(folder, 'out')], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
let said = '';
child.stderr.on('data', (piece) => {
  said += piece;
});
const samples = [];
const sampling = setInterval(() => {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const resident = Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
    const isWriting = said.includes('(100 %)');
    samples.push({ at: (performance.now() - started) / 1000, resident, isWriting });
  } catch {
    // It has just ended.
  }
}, 500);
const code = await new Promise((resolve) => child.on('close', resolve));
clearInterval(sampling);
if (code !== 0) throw new Error(`the sweep ended with ${code}: ${said}`);

const made = samples.filter(({ isWriting }) => !isWriting);
const step = Math.max(1, Math.floor(made.length / 12));
for (const { at, resident } of made.filter((_, i) => i % step === 0))
  console.log(`${at.toFixed(0).padStart(5)} s  ${resident.toFixed(0).padStart(5)} MB`);
// A quick machine is done before that: then the second half counts.
const from = Math.min(settle, made[made.length - 1].at / 2);
const settled = made.filter(({ at }) => at > from).map(({ resident }) => resident);
const median = settled.toSorted((x, y) => x - y)[settled.length >> 1];
const stray = Math.max(...settled.map((resident) => Math.abs(resident / median - 1)));
console.log(
  `${runs} runs in ${made.at(-1).at.toFixed(0)} s; after ${Math.round(from)} s ${median?.toFixed(0)} MB ± ${(100 * stray).toFixed(1)} %`,
);
const written = samples.filter(({ isWriting }) => isWriting).map(({ resident }) => resident);
if (written.length > 0)
  console.log(`while the results were written: at most ${Math.max(...written).toFixed(0)} MB`);
const size = (name) => (statSync(join(folder, 'out', name)).size / 2 ** 20).toFixed(1);
console.log(
  `journal ${size('runs.journal')} MB, Parquet ${size('runs.parquet')} MB, CSV ${size('runs.csv')} MB`,
);
rmSync(folder, { recursive: true, force: true });
