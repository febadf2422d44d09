// node bench/crash.mjs [kills] [runs]: kill -9 at random moments of a sweep, resumed each time, against the same sweep left
// alone: the bytes of the results must be the same. Prints what each kill found.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../build/lib/cli/main.js', import.meta.url));
const kills = Number(process.argv[2] ?? 50);
const runs = Number(process.argv[3] ?? 2000);
const folder = mkdtempSync(join(tmpdir(), 'turnpike-crash-'));
const experiment = join(folder, 'experiment.json');

writeFileSync(
  experiment,
  JSON.stringify({
    name: 'crash',
    scenario: {
      clock: { h: 0.001, until: 1 },
      groups: [
        {
          name: 'labs',
          count: 100,
          rule: { type: 'randomWalk', q: 0.4, volatility: 0.5 },
          K0: { distribution: 'lognormal', median: 0.1, spread: 0.5 },
          T0: 0.1,
        },
      ],
    },
    factors: [{ path: 'economy.c', name: 'c', kind: 'uniform', min: 0.5, max: 1.5 }],
    design: { type: 'latinHypercube', n: runs / 4, seed: 1 },
    replications: { count: 4 },
    measures: { summary: ['ticks', 't', 'K', 'T', 'q', 'stateHash'], series: { every: 100 } },
  }),
);

const start = (...words) => spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Ends when the process does; resolves to its code, or the signal that killed it. */
const ended = (child) =>
  new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));

function hashes(out) {
  return ['runs.parquet', 'runs.csv', 'series.parquet', 'series.csv'].map((name) =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex'),
  );
}

function status(out) {
  const child = start('status', out, '--json');
  let text = '';
  child.stdout.on('data', (piece) => {
    text += piece;
  });
  return ended(child).then((code) => (code === 0 ? JSON.parse(text) : null));
}

const quiet = join(folder, 'quiet');
const begun = performance.now();
if ((await ended(start('sweep', experiment, '--out', quiet))) !== 0)
  throw new Error('the quiet sweep failed');
const took = performance.now() - begun;
console.log(`${runs} runs without a crash: ${(took / 1000).toFixed(1)} s`);

const out = join(folder, 'crashed');
let done = 0;
let torn = 0;
for (let kill = 1; kill <= kills; kill++) {
  // What is left is spread over the kills still to come. One in five comes before the first run, while the journal is read.
  const stretch = ((took * (runs - done)) / runs / (kills - kill + 1)) * 2.2;
  const child = start('sweep', experiment, '--out', out);
  const end = ended(child);
  if (Math.random() < 0.2) await wait(Math.random() * 400);
  else {
    await Promise.race([new Promise((resolve) => child.stderr.once('data', resolve)), end]);
    await wait(Math.random() * stretch);
  }
  child.kill('SIGKILL');
  const how = await end;
  const found = await status(out);
  if (found && found.done < done)
    throw new Error(`kill ${kill} lost runs: ${done} before, ${found.done} after`);
  done = found?.done ?? 0;
  if (found?.damage.torn > 0) torn++;
  console.log(
    `kill ${kill}: ${how}, ${done} runs kept${found?.damage.torn ? `, ${found.damage.torn} bytes torn` : ''}`,
  );
}
const last = await ended(start('resume', out));
if (last !== 0) throw new Error(`the last resume ended with ${last}`);
const lines = readFileSync(join(out, 'runs.journal'), 'utf8').trimEnd().split('\n').length;
const same = JSON.stringify(hashes(quiet)) === JSON.stringify(hashes(out));
console.log(
  `${kills} kills, ${torn} torn lines, ${lines} lines for ${runs} runs; results ${same ? 'identical' : 'DIFFERENT'}`,
);
rmSync(folder, { recursive: true, force: true });
process.exitCode = same && lines === runs ? 0 : 1;
