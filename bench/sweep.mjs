// node bench/sweep.mjs: what the runner costs beside the core, and how runs per second grow with workers, for runs of 1,000
// ticks with 8 labs; beside a loop as other frameworks' batch runners are written: a fresh model for every parameter set,
// one step at a time, every step's observation kept, summarised at the end.
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Ensemble, Simulation } from '../build/lib/core/index.js';
import { loadCore } from '../build/lib/core/loadNode.js';
import { Lines } from '../build/lib/experiment/journal/line.js';
import { hireNode } from '../build/lib/experiment/pool/hireNode.js';
import { Runner } from '../build/lib/experiment/runner.js';
import { sweepLines } from '../build/lib/experiment/sweep.js';
import { parseExperiment } from '../build/lib/experiment/validate.js';
import { benchmarksOf, summarise } from '../build/lib/measure/index.js';
import { applyAll } from '../build/lib/scenario/index.js';

/** Runs of a worker that the engine's compiler takes to be done with, and runs that are timed after them. */
const WARM = 5000;
const TIMED = 8000;
/** About what a worker is given at a time. */
const BATCH = 100;
const SHORT = 2000;
const ROUNDS = 5;
const core = await loadCore();
const experimentOf = (summary) =>
  parseExperiment({
    scenario: {
      clock: { h: 0.001, until: 1 },
      groups: [{ name: 'labs', count: 8, rule: { type: 'fixed', q: 0.3 }, K0: 0.1, T0: 0.1 }],
    },
    factors: [{ path: 'economy.c', name: 'c', kind: 'uniform', min: 0.8, max: 1.2 }],
    design: { type: 'latinHypercube', n: 2 * WARM + TIMED },
    measures: summary ? { summary } : {},
  });
const upTo = (count) => Array.from({ length: count }, (_, run) => run);

const quantile = (values, p) => values.toSorted((x, y) => x - y)[Math.floor(values.length * p)];
const median = (values) => quantile(values, 0.5);

/** µs a run in the core, and around it, of each batch, made and written down as a worker does it. */
function timesOf(experiment) {
  const runner = new Runner(core, experiment);
  const lines = new Lines();
  let inside = 0;
  const undo = [Simulation, Ensemble].map(({ prototype }) => {
    const { advance } = prototype;
    prototype.advance = function (...given) {
      const started = performance.now();
      const done = advance.apply(this, given);
      inside += performance.now() - started;
      return done;
    };
    return () => {
      prototype.advance = advance;
    };
  });
  const times = [];
  for (let run = 0; run < WARM + TIMED; run += BATCH) {
    inside = 0;
    const started = performance.now();
    for (const record of runner.runFor(
      upTo(BATCH).map((i) => run + i),
      Infinity,
    ))
      lines.add(record);
    lines.taken();
    const took = performance.now() - started;
    const aRun = 1000 / BATCH;
    if (run >= WARM) times.push({ core: inside * aRun, around: (took - inside) * aRun });
  }
  for (const one of undo) one();
  return times;
}

/** CPU seconds of each thread of this process so far; empty where the system does not tell. */
function threadTimes() {
  try {
    return new Map(
      readdirSync('/proc/self/task').map((id) => [
        Number(id),
        Number(readFileSync(`/proc/self/task/${id}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e9,
      ]),
    );
  } catch {
    return new Map();
  }
}

/** Seconds a run of a sweep once it is warm: by the clock, and of CPU by who used them. */
async function poolTime(experiment, workers) {
  const known = new Set(threadTimes().keys());
  const warm = WARM * workers;
  let before = null;
  let used = null;
  let started = 0;
  let made = 0;
  let counted = 0;
  let after = null;
  for await (const { runs } of sweepLines(
    experiment,
    { core, hire: hireNode, workers },
    upTo(warm + TIMED),
    warm + TIMED,
  )) {
    made += runs.length;
    if (before) counted += runs.length;
    else if (made >= warm) {
      before = threadTimes();
      used = process.cpuUsage();
      started = performance.now();
    }
    if (made === warm + TIMED) after = threadTimes();
  }
  const wall = (performance.now() - started) / 1000 / counted;
  const { user, system } = process.cpuUsage(used);
  const sum = (isCounted) =>
    [...after].reduce((total, [id, time]) => total + (isCounted(id) ? time - (before.get(id) ?? 0) : 0), 0) /
    counted;
  return {
    wall,
    cpu: (user + system) / 1e6 / counted,
    coordinator: sum((id) => id === process.pid),
    workers: sum((id) => !known.has(id)),
    engine: sum((id) => known.has(id) && id !== process.pid),
  };
}

/** Seconds that a short sweep takes, threads and warm-up included. */
async function shortTime(experiment, workers) {
  const started = performance.now();
  for await (const _ of sweepLines(experiment, { core, hire: hireNode, workers }, upTo(SHORT), SHORT));
  return (performance.now() - started) / 1000;
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
const short = [];
for (let round = 0; round < ROUNDS; round++) {
  one.push(await poolTime(experiment, 1));
  two.push(await poolTime(experiment, 2));
  loop.push(loopTime(experiment));
  short.push({ one: await shortTime(experiment, 1), two: await shortTime(experiment, 2) });
}
const rate = (seconds) => `${Math.round(1 / median(seconds)).toLocaleString('en')} runs/s`;
const of = (rounds, key) => median(rounds.map((round) => round[key]));
const micro = (seconds) => `${(seconds * 1e6).toFixed(seconds < 1e-5 ? 1 : 0)} µs`;
const ratios = one.map((time, i) => time.wall / two[i].wall);
const walls = one.map(({ wall }) => wall);
console.log(
  `\n1 worker ${rate(walls)}, 2 workers ${rate(two.map(({ wall }) => wall))}: ${median(ratios).toFixed(2)} × (best round ${Math.max(...ratios).toFixed(2)} ×)`,
);
for (const [name, rounds] of [
  ['1 worker', one],
  ['2 workers', two],
])
  console.log(
    of(rounds, 'workers') > 0
      ? `CPU time a run, ${name}: worker ${micro(of(rounds, 'workers'))}, coordinator ${micro(of(rounds, 'coordinator'))}, the engine's compiler and collector ${micro(of(rounds, 'engine'))}`
      : `CPU time a run, ${name}: ${micro(of(rounds, 'cpu'))}`,
  );
// One worker has a core to itself and leaves the other to all else; two share both cores with it.
const expected = one.map(({ workers, cpu }, i) => (2 * (workers || cpu)) / two[i].cpu);
console.log(`so on two free cores: ${median(expected).toFixed(2)} ×`);
console.log(
  `a sweep of ${SHORT.toLocaleString('en')} runs, threads and the engine's warm-up included: 1 worker ${of(short, 'one').toFixed(2)} s, 2 workers ${of(short, 'two').toFixed(2)} s`,
);
console.log(
  `a fresh model for every run, stepped and observed one by one: ${rate(loop)} (${(median(loop) / median(walls)).toFixed(1)} × as long as 1 worker)`,
);
