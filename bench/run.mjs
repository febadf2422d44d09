// npm run bench: ns per lab-tick of each contestant, N = 10 … 10⁶. Outputs are checked equal before anything is timed;
// contestants take turns inside each round, and the table shows medians over rounds, so that drift hits all alike.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import * as core from './contestants/core.mjs';
import * as objects from './contestants/objects.mjs';
import * as typedArrays from './contestants/typedArrays.mjs';

const CONTESTANTS = [core, typedArrays, objects];
const SIZES = [10, 1000, 100_000, 1_000_000];
const ROUNDS = 7;
/** Time of one measurement, about. */
const SLICE = 150;
/** Agreement asked of ΣK and ΣT after CHECKED ticks: what rounding in a different order of operations may cost. */
const TOLERANCE = 1e-11;
const CHECKED = 50;

function time(runner, ticks) {
  const start = performance.now();
  runner.run(ticks);
  return performance.now() - start;
}

function checkAgreement(N) {
  const results = CONTESTANTS.map((contestant) => {
    const runner = contestant.create(N);
    runner.run(N > 100_000 ? 5 : CHECKED);
    return runner.totals();
  });
  results.forEach((totals, index) => {
    totals.forEach((value, which) => {
      const difference = Math.abs(value / results[0][which] - 1);
      if (!(difference < TOLERANCE))
        throw new Error(
          `${CONTESTANTS[index].name} disagrees at N = ${N}: ${value} against ${results[0][which]}`,
        );
    });
  });
}

/** Median nanoseconds per lab-tick of each contestant. */
function measure(N) {
  const runners = CONTESTANTS.map((contestant) => contestant.create(N));
  const ticks = runners.map((runner) => {
    time(runner, Math.max(1, Math.ceil(2e4 / N)));
    let count = 1;
    let took = time(runner, count);
    while (took < SLICE / 4) {
      count *= 2;
      took = time(runner, count);
    }
    return Math.max(1, Math.round((count * SLICE) / took));
  });
  const samples = runners.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    runners.forEach((runner, i) => {
      samples[i].push((time(runner, ticks[i]) * 1e6) / (ticks[i] * N));
    });
  return samples.map((values) => values.sort((x, y) => x - y)[ROUNDS >> 1]);
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const results = [];
for (const N of SIZES) {
  checkAgreement(N);
  process.stderr.write(`N = ${N}: outputs agree, timing …\n`);
  results.push(measure(N));
}

const date = new Date().toISOString().slice(0, 10);
console.log(
  `Turnpike ${version} · ${date} · ${cpus()[0].model} · Node ${process.versions.node} (V8 ${process.versions.v8})`,
);
console.log(
  'One sixth-order tick of the paper economy with spillover, one thread. ns per lab-tick, medians of interleaved runs.\n',
);
const header = ['', ...SIZES.map((N) => `N = ${N.toLocaleString('en')}`)];
const rows = CONTESTANTS.map(({ name }, i) => [
  name,
  ...results.map((ns) =>
    i === 0 ? ns[i].toFixed(1) : `${ns[i].toFixed(1)} (${(ns[i] / ns[0]).toFixed(1)}×)`,
  ),
]);
console.log(`| ${header.join(' | ')} |\n|${header.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
