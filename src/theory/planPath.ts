import { between, fields, refusal } from './domain.ts';
import type { Arc, Plan } from './optimalPlan.ts';
import { turnpikeFlow } from './turnpike.ts';

export interface PathPoint {
  readonly K: number;
  readonly T: number;
  /** The control from this time on; at the horizon the last one. */
  readonly q: number;
}

/**
 * Where an optimal plan is at time t: its arcs followed one after the other by their exact flows (train: T
 * grows by b·K·Δt; grow: K by e^(a·T^c·Δt); turnpike: turnpikeFlow()). K and T are Infinity at and past a
 * blow-up.
 *
 * @param plan from optimalPlan() or minimalTimePlan()
 * @param t from 0 to the plan's horizon, unit 1/a
 */
export function planPath(plan: Plan, t: number): PathPoint {
  if (!Array.isArray(fields(plan, 'plan').arcs))
    throw refusal('plan', plan, 'a plan of optimalPlan or minimalTimePlan');
  between('t', t, 0, plan.horizon);
  const { c, a, b } = plan.from;
  let K = plan.from.K0;
  let T = plan.from.T0;
  let q = 0;
  for (const arc of plan.arcs) {
    const begun = arc.start < t || (arc.start === t && t < plan.horizon);
    if (!begun) break;
    q = arc.q;
    [K, T] = follow(arc, Math.min(t, arc.end) - arc.start, K, T, c, a, b);
  }
  if (plan.case === 'blowup' && t >= plan.blowUpTime) K = T = Number.POSITIVE_INFINITY;
  return { K, T, q };
}

function follow(
  arc: Arc,
  dt: number,
  K: number,
  T: number,
  c: number,
  a: number,
  b: number,
): [number, number] {
  if (arc.control === 'train') return [K, T + b * K * dt];
  if (arc.control === 'grow') return [K * Math.exp(a * T ** c * dt), T];
  if (dt === 0) return [K, T];
  const on = turnpikeFlow({ T, t: dt, c, a, b });
  return [on.K, on.T];
}
