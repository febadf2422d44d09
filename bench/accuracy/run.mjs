// The run whose end every contestant has to get right: the paper economy from t = 0 to the horizon.
import * as typedArrays from '../contestants/paper/typedArrays.mjs';

/** ΣK has grown nearly eightfold by then; the first lab blows up at 2.3. */
export const HORIZON = 1.5;

/** Sixth-order steps of the reference; what half as many find tells how far off it can be. */
const REFERENCE_STEPS = 64;
/** What the reference may be off by, as a share of the smallest target. */
const SURE = 0.1;

/** ΣK at the end of as many ticks as make up the run. */
export async function endOf(runner, ticks) {
  await runner.restart?.();
  await runner.time(ticks);
  return (await runner.observe())[0];
}

/** ΣK at the horizon, and by how much it has grown since t = 0. Throws unless it is surely good enough for the smallest target. */
export async function referenceFor(N, smallest) {
  const ends = [];
  let start;
  for (const steps of [REFERENCE_STEPS / 2, REFERENCE_STEPS]) {
    const runner = typedArrays.create(N, HORIZON / steps);
    start = runner.observe()[0];
    ends.push(await endOf(runner, steps));
  }
  const [half, end] = ends;
  if (!(Math.abs(half / end - 1) < SURE * smallest))
    throw new Error(
      `the reference at N = ${N} is ${end} in ${REFERENCE_STEPS} steps and ${half} in half as many`,
    );
  return { end, growth: end / start };
}

/** A runner whose ticks are runs of so many ticks each, from t = 0; going back there is not timed. */
export const wholeRuns = (runner, ticks) => ({
  async time(runs) {
    let spent = 0;
    for (let run = 0; run < runs; run++) {
      await runner.restart();
      spent += await runner.time(ticks);
    }
    return spent;
  },
});
