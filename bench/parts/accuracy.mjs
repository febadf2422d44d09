// Time to an accuracy: what a whole run to a given error costs, each contestant in as few steps as it can.
import { contestantsByMethod } from '../accuracy/contestants.mjs';
import { errorsOf, fewestSteps } from '../accuracy/fewestSteps.mjs';
import { endOf, HORIZON, referenceFor, wholeRuns } from '../accuracy/run.mjs';
import { paper } from '../economies.mjs';
import { count, figure, large, table } from '../report/table.mjs';
import { checkAgreement, takeTurns, ticksFor } from '../timing.mjs';

const SIZES = [1000, 100_000];
const TARGETS = [1e-3, 1e-6, 1e-9];
/** Typed arrays find the number of steps with this to spare, for what others round otherwise. */
const ROUNDING = 1e-12;
/** A run that would take longer than this many times what a contestant is timed for is not made. */
const MOST_EFFORT = 20;
/** Nor, on the way to such a run, one that takes this share of it. */
const SHARE_OF_HOPELESS = 0.1;
/** What a step costs is known from this share of it, in a run of so many. */
const SHARE_OF_TIMING = 0.001;
const STEPS_TIMED = 1000;

/** Milliseconds of a step, from the first steps of a run of so many. */
async function stepTime(runner, steps, slice) {
  for (let ticks = 1; ; ticks = Math.min(2 * ticks, steps)) {
    await runner.restart();
    const took = await runner.time(ticks);
    if (took >= slice || ticks === steps) return took / ticks;
  }
}

/** Resolves to the fewest steps for each target, by a method's first contestant. like: the same with fewer labs, if known. */
async function stepsFor({ create }, N, reference, longest, like) {
  const perStep = await stepTime(create(N, HORIZON / STEPS_TIMED), STEPS_TIMED, SHARE_OF_TIMING * longest);
  const errors = errorsOf(async (steps) =>
    Math.abs((await endOf(create(N, HORIZON / steps), steps)) / reference - 1),
  );
  const canRun = (steps, wanted) =>
    steps * perStep < (wanted * perStep < longest ? longest : SHARE_OF_HOPELESS * longest);
  const found = [];
  for (const [t, target] of TARGETS.entries())
    found.push(await fewestSteps(errors, target - ROUNDING, canRun, like?.[t]));
  return found;
}

/**
 * A contestant made ready for its turns. The turn is some whole runs, one every so many rounds, or a part of the run that is
 * `share` of it, where the whole would take too long.
 */
async function prepare({ name, create }, N, { steps, isEstimate }, { rounds, slice }) {
  const runner = create(N, HORIZON / steps);
  const longest = MOST_EFFORT * rounds * slice;
  const perStep = await stepTime(runner, steps, slice);
  const whole = steps * perStep;
  if (isEstimate || whole > longest) {
    const part = Math.min(steps, Math.ceil(slice / perStep));
    return {
      name,
      runner,
      steps,
      isEstimate,
      share: part / steps,
      runs: wholeRuns(runner, part),
      turn: { ticks: 1, every: 1 },
    };
  }
  const runs = wholeRuns(runner, steps);
  const turn = {
    ticks: whole < slice ? await ticksFor(runs, slice) : 1,
    every: Math.min(rounds, Math.ceil(whole / slice)),
  };
  return { name, runner, steps, share: 1, runs, turn };
}

/** Times all to one target; throws if one that made its whole run is off by more. */
async function timeToTarget(ready, N, target, reference, rounds) {
  const results = await takeTurns(
    ready.map(({ runs }) => runs),
    ready.map(({ turn }, i) => (i === 0 ? { ...turn, every: 1 } : turn)),
    ready.map(() => N),
    rounds,
  );
  return ready.map(({ name, runner, steps, isEstimate, share }, i) => {
    const error = Math.abs(runner.observe()[0] / reference - 1);
    if (share === 1 && !(error <= target))
      throw new Error(`${name} is off by ${error} at N = ${N} in ${steps} steps, more than ${target}`);
    const { median, ratio } = results[i];
    return {
      steps: runner.substeps?.() ?? steps,
      isEstimate,
      isPart: share < 1,
      ns: median / share,
      ratio: ratio / share,
    };
  });
}

function cells({ steps, isEstimate, isPart, ns, ratio }, isFirst) {
  const about = isEstimate || isPart ? '≈ ' : '';
  const why = isEstimate ? ' (from its order)' : isPart ? ' (from a part)' : '';
  return [
    isEstimate ? `≈ ${large(steps)}` : count(steps),
    isFirst ? large(ns) : `${about}${large(ns)} ${large(ratio)}×${why}`,
  ];
}

const words = (growths) =>
  [
    `The paper economy with spillover from t = 0 to ${HORIZON}, by when ΣK has grown ${figure(Math.max(...growths))}-fold, one thread. What counts is the relative error of ΣK at the end.`,
    'ns per lab for the whole run: the median of the rounds; then the median of the ratios to the core within a round. × above 1: the core is faster. A long run has a turn only every so many rounds, and is compared with the core in all of these.',
    'Steps are the fewest of equal length that meet the target: one less misses it, and every whole run that was timed has met it. The core takes one tick, or as many as it needs, in substeps of its own choice, which are shown.',
    '≈ (from its order): such a run would take too long; its steps are what the order promises by which the error fell in runs with fewer. ≈ (from a part): the steps are certain, but only the first of them were timed.',
  ].join('\n');

export async function accuracy({ effort, sizes: asked, say }) {
  const sizes = SIZES.filter((N) => N <= Math.max(...asked));
  const methods = await contestantsByMethod();
  // What agrees in a few steps is the same method: so steps found by one of its contestants are those of all.
  for (const contestants of methods) await checkAgreement(contestants, paper, sizes[0]);
  const smallest = Math.min(...TARGETS);
  const byTarget = TARGETS.map(() => []);
  const growths = [];
  const found = [];
  for (const N of sizes) {
    const { end, growth } = await referenceFor(N, smallest);
    growths.push(growth);
    const longest = MOST_EFFORT * effort.rounds * effort.slice;
    for (const [m, [first]] of methods.entries()) {
      say(`N = ${count(N)}: fewest steps, ${first.name} …`);
      found[m] = await stepsFor(first, N, end, longest, found[m]);
    }
    for (const [t, target] of TARGETS.entries()) {
      say(`N = ${count(N)}: timing to ${target} …`);
      const ready = [];
      for (const [m, contestants] of methods.entries())
        for (const contestant of contestants) ready.push(await prepare(contestant, N, found[m][t], effort));
      byTarget[t].push(await timeToTarget(ready, N, target, end, effort.rounds));
    }
  }
  const names = methods.flat().map(({ name }) => name);
  const tables = TARGETS.map((target, t) => {
    const header = [`ΣK to ${target.toExponential()}`, ...sizes.flatMap((N) => ['steps', `N = ${count(N)}`])];
    const rows = names.map((name, i) => [
      name,
      ...byTarget[t].flatMap((column) => cells(column[i], i === 0)),
    ]);
    return table(header, rows);
  });
  return { text: `${words(growths)}\n\n${tables.join('\n\n')}` };
}
