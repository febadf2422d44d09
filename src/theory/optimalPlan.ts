import { approachFrom, blowUpPaces } from './approach.ts';
import { type BestGrowth, bestGrowthAt, bestTimeTo, type PlanCase } from './bestGrowth.ts';
import { logRatio } from './constantSplit.ts';
import { extended } from './domain.ts';
import { type BaseStart, readStart, type Start } from './economy.ts';

export type Control = 'train' | 'turnpike' | 'grow';

/** One arc of a plan: a control held from start to end (unit 1/a). */
export interface Arc {
  readonly control: Control;
  /** Training share on the arc: 1, c/(1+2c) or 0. */
  readonly q: number;
  readonly start: number;
  readonly end: number;
}

export interface Plan {
  /** Where it starts, with c, a and b. */
  readonly from: Required<Start>;
  /** Chips at the horizon, in K0's unit; Infinity in case 'blowup'. */
  readonly K: number;
  readonly horizon: number;
  readonly case: PlanCase;
  /** In order, without gaps; arcs of no length are left out. In case 'blowup' they end at blowUpTime. */
  readonly arcs: readonly Arc[];
  /** The least blow-up time from this start, whatever the horizon. */
  readonly blowUpTime: number;
}

/**
 * The plan that maximises chips at a horizon t_f: bang–singular–bang (k = b·K0/a, times in 1/a, T_a and t_a
 * as in turnpikeApproach()).
 *   A0  chips abundant, t_f ≤ T0/(c·k): grow only
 *   A1  chips abundant, t_f ≤ t_a + T_a^(−c): train until (c·t_f − T0/k)/(1+c), then grow
 *   A2  chips abundant, longer: train until t_a, turnpike, grow for the last T_s^(−c)
 *   B0  training abundant, t_f ≤ t_a + T_a^(−c): grow only
 *   B2  training abundant, longer: grow until t_a, turnpike, grow for the last T_s^(−c)
 *   blowup  t_f ≥ t*: approach, then turnpike until t*
 * with T_s^(−c) = c(t* − t_f)/(1+c); the last arc multiplies K by exactly e. A start on the curve is A0, then
 * A2.
 * Source: S1's model by Pontryagin's principle, global by Green's theorem on dt = dK/(a·K·T^c) + dT/(b·K).
 *
 * @param input K0 > 0, T0 ≥ 0, c > 0, a, b > 0; horizon ≥ 0, unit 1/a (Infinity too)
 */
export function optimalPlan(input: Start & { readonly horizon: number }): Plan {
  const start = readStart(input);
  const horizon = extended('horizon', input.horizon);
  return assemble(start, bestGrowthAt(start.a * horizon, start.k, start.T0, start.c), horizon);
}

/** A Plan for a chip level, with the time it takes. */
export interface TimePlan extends Plan {
  readonly time: number;
}

/**
 * The plan that reaches `target` chips in the least time: optimalPlan() read the other way. Time 0 and no
 * arcs when target ≤ K0; the blow-up plan for target = Infinity. Source and domain as optimalPlan(); target ≥
 * 0, in K0's unit.
 */
export function minimalTimePlan(input: Start & { readonly target: number }): TimePlan {
  const start = readStart(input);
  const target = extended('target', input.target);
  const L = target <= start.K0 ? 0 : logRatio(target, start.K0);
  const best = bestTimeTo(L, start.k, start.T0, start.c);
  const time = best.time / start.a;
  return { ...assemble(start, best, time), K: Math.max(target, start.K0), time };
}

function assemble({ K0, T0, c, a, b, k }: BaseStart, best: BestGrowth, horizon: number): Plan {
  const { above, onCurve, time: t_a, pace } = approachFrom(k, T0, c);
  const blowUpTime = (t_a + pace * blowUpPaces(c)) / a;
  const arcs: Arc[] = [];
  let at = 0;
  const until = (end: number, control: Control, q: number): void => {
    if (end <= at) return;
    arcs.push({ control, q, start: at, end });
    at = end;
  };
  const grow = (end: number): void => until(end, 'grow', 0);
  const approach = (): void => {
    if (onCurve) return;
    if (above) until(t_a / a, 'train', 1);
    else grow(t_a / a);
  };
  if (best.case === 'A1') until((c * best.time - T0 / k) / (1 + c) / a, 'train', 1);
  if (best.case === 'A2' || best.case === 'B2') {
    approach();
    until(horizon - (pace * best.leave) / a, 'turnpike', c / (1 + 2 * c));
  }
  if (best.case === 'blowup') {
    approach();
    until(blowUpTime, 'turnpike', c / (1 + 2 * c));
  } else grow(horizon);
  return { from: { K0, T0, c, a, b }, K: K0 * Math.exp(best.L), horizon, case: best.case, arcs, blowUpTime };
}
