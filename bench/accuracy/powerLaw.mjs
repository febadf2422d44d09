// Error ∝ steps^−p: what two runs of a method, each [steps, error], say about a third.

/** The order p by which the error fell from one run to another. */
export const orderThrough = ([n, error], [m, other]) => Math.log(error / other) / Math.log(m / n);

/** Steps after which an error has fallen to a target, from a run, by an order. */
export const stepsBy = ([n, error], order, target) => n * (error / target) ** (1 / order);

/** The order at a run: through it and the run with the most steps among those with at most half of its own; without one, none. */
export function orderAt(runs, run) {
  const before = runs.filter(([n]) => n <= run[0] / 2).sort(([n], [m]) => m - n)[0];
  return before && orderThrough(before, run);
}
