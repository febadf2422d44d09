import { brent } from './brent.ts';
import { between, fields, refusal } from './domain.ts';
import { logTraining, ratioAt, shareAt, timeToGo } from './nashClock.ts';
import { logEntry, type NashPlan, type Problem, problemOf } from './nashPlan.ts';
import type { PathPoint } from './planPath.ts';

/**
 * One lab's K, T and q at time t of a Nash plan. Training and growing arcs by their exact flows (K·e^(a·T̂^c·Δt),
 * T + b·K·Δt); in the region λ from its time to go, T̂(λ)^(−c)·Γ(λ) = t_f − t; a blow-up's last arc by T̂^(−c)
 * falling linearly at rate a·m·q_N·z*. At a switch the later control counts, at the horizon the last. K and T
 * are Infinity at and past a blow-up.
 *
 * @param plan from nashPlan()
 * @param t from 0 to the plan's horizon, unit 1/a
 */
export function nashPath(plan: NashPlan, t: number): PathPoint {
  if (!Array.isArray(fields(plan, 'plan').arcs)) throw refusal('plan', plan, 'a plan of nashPlan');
  between('t', t, 0, plan.horizon);
  const { K0, T0, b } = plan.from;
  if (plan.case === 'blowup' && t >= plan.blowUpTime)
    return { K: Number.POSITIVE_INFINITY, T: Number.POSITIVE_INFINITY, q: plan.arcs.at(-1)!.q };
  const problem = problemOf(plan.from);
  const { region, constants } = problem;
  const { a, m, c } = problem.start;
  let K = K0;
  let T = T0;
  let q = 0;
  for (const arc of plan.arcs) {
    if (!(arc.start < t || (arc.start === t && t < plan.horizon))) break;
    const dt = Math.min(t, arc.end) - arc.start;
    q = arc.q;
    if (arc.control === 'train') T += b * K * dt;
    else if (arc.control === 'grow' && plan.case === 'region' && arc.end === plan.horizon)
      // Back from the end: near a blow-up the clock holds the time to go better than the time gone.
      K = plan.K * Math.exp(-a * (m * T) ** c * (plan.horizon - t));
    else if (arc.control === 'grow') K *= Math.exp(a * (m * T) ** c * dt);
    else if (plan.entry === undefined) {
      // On z* (or the turnpike) T^(−c) falls linearly.
      const left = 1 - a * m * arc.q * constants.saddle * (m * T) ** c * dt;
      T *= left ** (-1 / c);
      K *= left ** (-(1 + c) / c);
    } else {
      const lambda = arc.end <= t ? 0 : lambdaWithLeft(problem, plan.entry, a * (plan.horizon - t));
      const logT =
        logEntry(problem, plan.entry) + logTraining(region, lambda) - logTraining(region, plan.entry);
      q = shareAt(region, lambda);
      T = Math.exp(logT) / m;
      K = (ratioAt(region, lambda) * Math.exp((1 + c) * logT) * a) / (c * b);
    }
  }
  return { K, T, q };
}

/** λ of the region with `left` to go to the horizon, base units. */
function lambdaWithLeft(problem: Problem, entry: number, left: number): number {
  const { region, constants } = problem;
  const logEnd = logEntry(problem, entry) - logTraining(region, entry);
  const excess = (lambda: number): number =>
    (timeToGo(region, lambda) * Math.exp(-constants.c * (logEnd + logTraining(region, lambda)))) / left - 1;
  if (excess(entry) <= 0) return entry;
  return excess(0) >= 0 ? 0 : brent(excess, 0, entry);
}
