import { envelope, optimalPlan, type PathPoint, planPath, type Start } from '../../theory/index.ts';

/** Where the plan that has the most chips at t is at t; T when asked for. Each t has its own plan: q says nothing of a path. */
export function bestAt(start: Start, t: number): PathPoint {
  const K = envelope(start, t);
  return {
    K,
    get T() {
      return K === Number.POSITIVE_INFINITY ? K : planPath(optimalPlan({ ...start, horizon: t }), t).T;
    },
    q: Number.NaN,
  };
}
