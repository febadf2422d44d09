// node bench/sweep.mjs: what the runner costs beside the core, and how runs per second grow with workers, for runs of 1,000
// ticks with 8 labs; beside a loop as other frameworks' batch runners are written: a fresh model for every parameter set,
// one step at a time, every step's observation kept, summarised at the end.
import { cpus } from 'node:os';
import { Simulation } from '../build/lib/core/index.js';
import { loadCore } from '../build/lib/core/loadNode.js';
import { encodeLine } from '../build/lib/experiment/journal/line.js';
import { hireNode } from '../build/lib/experiment/pool/hireNode.js';
import { Runner } from '../build/lib/experiment/runner.js';
import { sweepLines } from '../build/lib/experiment/sweep.js';
import { parseExperiment } from '../build/lib/experiment/validate.js';
import { benchmarksOf, summarise } from '../build/lib/measure/index.js';
import { applyAll } from '../build/lib/scenario/index.js';

const RUNS = 2000;
const ROUNDS = 5;
const core = await loadCore();
const experimentOf = (summary) =>
  parseExperiment({
    scenario: {
      clock: { h: 0.001, until: 1 },
      groups: [{ name: 'labs', count: 8, rule: { type: 'fixed', q: 0.3 }, K0: 0.1, T0: 0.1 }],
    },
    factors: [{ path: 'economy.c', name: 'c', kind: 'uniform', min: 0.8, max: 1.2 }],
    design: { type: 'latinHypercube', n: RUNS * 4 },
    measures: summary ? { summary } : {},
  });

const quantile = (values, p) => values.toSorted((x, y) => x - y)[Math.floor(values.length * p)];
const median = (values) => quantile(values, 0.5);

/** Time in the core, and around it, of each run of an experiment, in µs. */
function timesOf(experiment) {
  const runner = new Runner(core, experiment);
  const { advance } = Simulation.prototype;
  let inside = 0;
  Simulation.prototype.advance = function (...ticks) {
    const started = performance.now();
    const done = advance.apply(this, ticks);
    inside += performance.now() - started;
    return done;
  };
  const times = [];
  for (let run = 0; run < RUNS * 4; run++) {
    inside = 0;
    const started = performance.now();
    encodeLine(runner.run(run));
    const took = performance.now() - started;
    if (run >= RUNS) times.push({ core: inside * 1000, around: (took - inside) * 1000 });
  }
  Simulation.prototype.advance = advance;
  return times;
}

/** Seconds that a pool takes for a run, and CPU seconds of all its threads, its start left out. */
async function poolTime(experiment, workers) {
  const runs = Array.from({ length: RUNS + 200 }, (_, run) => run);
  let started = 0;
  let used = null;
  let counted = 0;
  for await (const { runs: made } of sweepLines(
    experiment,
    { core, hire: hireNode, workers },
    runs,
    runs.length,
  )) {
    if (started > 0) counted += made.length;
    // The first are made while the threads warm up.
    else if (made.length >= 10) {
      started = performance.now();
      used = process.cpuUsage();
    }
  }
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - started) / 1000 / counted, cpu: (user + system) / 1e6 / counted };
}

/** Seconds a run in a loop as in Mesa's `batch_run`: a model of its own a parameter set, rows collected step by step. */
function loopTime(experiment) {
  const runner = new Runner(core, experiment);
  const count = 60;
  const started = performance.now();
  for (let run = 0; run < count; run++) {
    const { values, seed } = runner.plan.run(run);
    const scenario = applyAll(experiment.scenario, [
      { path: 'economy.c', value: values[0] },
      { path: 'seed', value: seed },
    ]);
    const simulation = new Simulation(core, scenario);
    const benchmarks = benchmarksOf(simulation);
    const rows = [];
    while (simulation.isRunning) simulation.step((row) => rows.push(row));
    JSON.stringify(summarise(simulation, benchmarks));
  }
  return (performance.now() - started) / 1000 / count;
}

console.log(`${cpus()[0].model} · Node ${process.versions.node} · runs of 1,000 ticks with 8 labs\n`);
for (const [name, summary] of [
  ['state only', ['ticks', 't', 'K', 'T', 'q', 'blowUpTime', 'stateHash']],
  ['the default measures', null],
]) {
  const times = timesOf(experimentOf(summary));
  const at = (p) => {
    const inside = quantile(
      times.map((time) => time.core),
      p,
    );
    const around = quantile(
      times.map((time) => time.around),
      p,
    );
    return `${inside.toFixed(0)} µs + ${around.toFixed(1)} µs = ${((100 * around) / inside).toFixed(1)} %`;
  };
  console.log(`core + runner, ${name}: quickest tenth ${at(0.1)}, median ${at(0.5)}`);
}

const experiment = experimentOf(null);
const one = [];
const two = [];
const loop = [];
for (let round = 0; round < ROUNDS; round++) {
  one.push(await poolTime(experiment, 1));
  two.push(await poolTime(experiment, 2));
  loop.push(loopTime(experiment));
}
const rate = (seconds) => `${Math.round(1 / median(seconds)).toLocaleString('en')} runs/s`;
const wall = (times) => times.map((time) => time.wall);
const ratios = one.map((time, i) => time.wall / two[i].wall);
const work = one.map((time, i) => time.cpu / two[i].cpu);
console.log(
  `\n1 worker ${rate(wall(one))}, 2 workers ${rate(wall(two))}: ${median(ratios).toFixed(2)} × (best round ${Math.max(...ratios).toFixed(2)} ×)`,
);
console.log(
  `CPU time a run, all threads: 1 worker ${(median(one.map(({ cpu }) => cpu)) * 1e6).toFixed(0)} µs, 2 workers ${(median(two.map(({ cpu }) => cpu)) * 1e6).toFixed(0)} µs: on two free cores ${(2 * median(work)).toFixed(2)} ×`,
);
console.log(
  `a fresh model for every run, stepped and observed one by one: ${rate(loop)} (${(median(loop) / median(wall(one))).toFixed(1)} × as long as 1 worker)`,
);
