// How few steps of a method meet a target.
import { orderAt, orderThrough, stepsBy } from './powerLaw.mjs';

/** Without a better guess a try has so many times the steps of the last that missed. */
const STRIDE = 4;

/** Errors of a method by its number of steps, each run once. errorIn: resolves to the error in so many steps. */
export function errorsOf(errorIn) {
  const known = new Map();
  return {
    known,
    async in(steps) {
      if (!known.has(steps)) known.set(steps, await errorIn(steps));
      return known.get(steps);
    },
  };
}

const most = (runs) => runs.reduce((far, run) => (run[0] > (far?.[0] ?? 0) ? run : far), undefined);

/** The fewest steps that met the target and, below them, the most that missed it: two runs, either may be undefined. */
function bracket(runs, target) {
  const met = runs
    .filter(([, error]) => error <= target)
    .reduce((few, run) => (few && few[0] < run[0] ? few : run), undefined);
  return [most(runs.filter(([n, error]) => error > target && !(n > met?.[0]))), met];
}

/**
 * Steps that should do, by the power law: between two runs that bracket the target; else from those that did with fewer labs,
 * corrected by how the errors compare in the most steps that both were run in; else beyond the last run.
 */
function guess(runs, target, [missed, met], like) {
  if (missed && met) return stepsBy(missed, orderThrough(missed, met), target);
  if (like) {
    const both = most(runs.filter(([n]) => like.errors.known.has(n)));
    if (!both || !like.order) return like.steps;
    return stepsBy([like.steps, both[1]], like.order, like.errors.known.get(both[0]));
  }
  if (!missed) return 1;
  const order = orderAt(runs, missed);
  return order > 0 ? stepsBy(missed, order, target) : STRIDE * missed[0];
}

/**
 * The fewest steps that meet a target: one less misses it. errors: of `errorsOf`, shared by all targets of a method.
 * canRun(steps, wanted): may a run of so many be made on the way to so many as are wanted? If not, what the power law promises
 * is returned, with isEstimate. like: errors, steps and order of the same target with fewer labs, a better law than an order
 * far from the target.
 */
export async function fewestSteps(errors, target, canRun, like) {
  for (;;) {
    const runs = [...errors.known];
    const [missed, met] = bracket(runs, target);
    const [low, high] = [missed?.[0] ?? 0, met?.[0] ?? Number.POSITIVE_INFINITY];
    if (high - low === 1) return { steps: high, order: orderAt(runs, met), errors };
    const wanted = guess(runs, target, [missed, met], like);
    const reach = like || high < Number.POSITIVE_INFINITY ? wanted : Math.min(wanted, STRIDE * low);
    let next = Math.min(high - 1, Math.max(low + 1, Math.ceil(reach)));
    if (!canRun(next, wanted)) {
      const near = like && Math.max(...[...like.errors.known.keys()].filter((n) => canRun(n, wanted)));
      if (!(near > low)) {
        const order = like?.order ?? orderAt(runs, missed);
        return { steps: Math.ceil(wanted), order, errors, isEstimate: true };
      }
      next = near;
    }
    await errors.in(next);
  }
}
