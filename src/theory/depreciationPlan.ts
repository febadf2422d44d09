import type { PlanCase } from './bestGrowth.ts';
import { brent } from './brent.ts';
import {
  clockOn,
  type Depreciation,
  harvestFrom,
  paceOn,
  type Rates,
  readRates,
  roots,
  shareOn,
} from './depreciation.ts';
import { growWithLosses, type State, trainWithLosses } from './depreciationFlow.ts';
import { arrival, onArc, paysBack } from './depreciationSwitching.ts';
import { nonNegative, positive } from './domain.ts';
import type { Control } from './optimalPlan.ts';

export interface LossyArc {
  readonly control: Control;
  /** Training share at the arc's start and end; on the turnpike it drifts with y. */
  readonly q: number;
  readonly qEnd: number;
  readonly start: number;
  readonly end: number;
}

export interface LossyPlan {
  /** Chips at the horizon in K0's unit; Infinity in case 'blowup'. */
  readonly K: number;
  readonly case: PlanCase;
  readonly arcs: readonly LossyArc[];
  /** When a plan that never harvests blows up; Infinity where it rides no growing arc. */
  readonly blowUpTime: number;
}

/**
 * The plan that maximises chips at a horizon with losses δ of chips and ρ of training: optimalPlan()'s cases
 * with the arc b·c·K = T(y+g), entered from either side, ridden up or (below y₊) down, and left
 * harvestDuration() before the end.
 * Scalar root-finds only: the hitting time t_a, the leaving point y_s from t_a + G(y_s) − G(y_a) + s(y_s) =
 * t_f, and case A1's switch from (1 − e^(−cρ(t_f−t1)))/ρ = T(t1)/(b·K(t1)).
 * A plan rides the arc only where a harvest from it would end, y > δ−ρ, and there 0 < q_s < 1.
 * Source: Pontryagin's principle (depreciation.ts); global by Green's theorem only where b·K(y−δ) > y·ρ·T,
 * elsewhere checked against direct optimisation.
 *
 * @param input K0 > 0, T0 ≥ 0, c > 0, a, b > 0, delta, rho ≥ 0 (0 when left out); horizon ≥ 0, finite
 */
export function depreciationPlan(
  input: Depreciation & { readonly K0: number; readonly T0: number; readonly horizon: number },
): LossyPlan {
  const rates = readRates(input);
  const start: State = { K: positive('K0', input.K0), T: nonNegative('T0', input.T0) };
  const horizon = nonNegative('horizon', input.horizon);
  const pays = (state: State, t: number): number => paysBack(rates, state, horizon - t);
  const growOnly = (name: PlanCase): LossyPlan =>
    plan(name, growWithLosses(rates, start, horizon).K, [grow(0, horizon)]);

  const position = onArc(rates, start);
  if (position === 0) {
    return pays(start, 0) > 0 ? ride(rates, start, 0, horizon, 'train') : growOnly('A0');
  }
  if (position > 0) {
    const meeting = arrival(rates, start, 'grow', horizon);
    const met = meeting === undefined ? undefined : growWithLosses(rates, start, meeting);
    if (meeting === undefined || met === undefined || pays(met, meeting) <= 0) return growOnly('B0');
    return ride(rates, met, meeting, horizon, 'grow');
  }
  if (pays(start, 0) <= 0) return growOnly('A0');
  const meeting = arrival(rates, start, 'train', horizon);
  const end = meeting ?? horizon;
  const trained = (t: number): State => trainWithLosses(rates, start, t);
  if (meeting === undefined || pays(trained(end), end) < 0) {
    const switching = brent((t) => pays(trained(t), t), 0, end);
    const K = growWithLosses(rates, trained(switching), horizon - switching).K;
    return plan('A1', K, [train(0, switching), grow(switching, horizon)]);
  }
  return ride(rates, trained(meeting), meeting, horizon, 'train');
}

/** From the arc, met at time t_a in state `met`. */
function ride(rates: Rates, met: State, t_a: number, horizon: number, first: 'train' | 'grow'): LossyPlan {
  const { c, a, b, delta, g } = rates;
  const ya = a * met.T ** c;
  const rising = ya > roots(rates).high;
  const blowUpTime = rising ? t_a - clockOn(rates, ya) : Number.POSITIVE_INFINITY;
  const approach = first === 'train' ? train(0, t_a) : grow(0, t_a);
  if (horizon >= blowUpTime) {
    const limit = c / (1 + 2 * c);
    const arc = turnpike(shareOn(rates, ya), limit, t_a, blowUpTime);
    return plan('blowup', Number.POSITIVE_INFINITY, [approach, arc], blowUpTime);
  }
  const ys = leavingPoint(rates, ya, horizon - t_a);
  const s = harvestFrom(rates, ys);
  const K = (((ys / a) ** (1 / c) * (ys + g)) / (b * c)) * Math.exp(ys / (ys + g) - delta * s);
  const arcs = [
    approach,
    turnpike(shareOn(rates, ya), shareOn(rates, ys), t_a, horizon - s),
    grow(horizon - s, horizon),
  ];
  return plan(first === 'train' ? 'A2' : 'B2', K, arcs, blowUpTime);
}

/** y_s: riding from ya to it and harvesting from it together take `time`. */
function leavingPoint(rates: Rates, ya: number, time: number): number {
  const { c, rho, g } = rates;
  const pace = paceOn(rates, ya);
  const { high, low } = roots(rates);
  // At rest on the arc: it is left where it was met.
  if (Math.abs(ya - high) <= 4 * Number.EPSILON * high || pace === 0) return ya;
  const from = clockOn(rates, ya);
  const late = (y: number): number => clockOn(rates, y) - from + harvestFrom(rates, y) - time;
  if (late(ya) >= 0) return ya;
  // The far end, where riding or harvesting takes for ever.
  const limit =
    pace > 0
      ? ya < low
        ? low
        : Number.POSITIVE_INFINITY
      : Math.max(0, c * rho - g, low > 0 && low < ya ? low : 0);
  let far = ya;
  for (let i = 0; i < 2000 && !(late(far) > 0); i++)
    far = limit === Number.POSITIVE_INFINITY ? far * 2 : far + (limit - far) / 2;
  // A harvest that takes for ever cannot be a bracket's value; a finite stand-in keeps its sign.
  const bounded = (y: number): number => Math.min(late(y), 1e300);
  return brent(bounded, Math.min(ya, far), Math.max(ya, far));
}

const train = (start: number, end: number): LossyArc => ({ control: 'train', q: 1, qEnd: 1, start, end });
const grow = (start: number, end: number): LossyArc => ({ control: 'grow', q: 0, qEnd: 0, start, end });
const turnpike = (q: number, qEnd: number, start: number, end: number): LossyArc => ({
  control: 'turnpike',
  q,
  qEnd,
  start,
  end,
});

function plan(name: PlanCase, K: number, arcs: LossyArc[], blowUpTime = Number.POSITIVE_INFINITY): LossyPlan {
  return { K, case: name, arcs: arcs.filter(({ start, end }) => end > start), blowUpTime };
}
