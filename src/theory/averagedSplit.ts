import { extended, positive } from './domain.ts';
import { type Economy, readState } from './economy.ts';
import { optimalPlan } from './optimalPlan.ts';

/**
 * The optimal plan's share averaged over a tick, (1/h)·∫₀^h q dt: what a lab that must hold q for a tick
 * should play.
 * (Sampling the feedback law once a tick instead chatters across the curve.) After the horizon q counts as 0;
 * after a blow-up inside the tick the turnpike's share is held. Source: optimalPlan()'s arcs.
 *
 * @param input K > 0, T ≥ 0, c > 0, a, b > 0; horizon ≥ 0 (Infinity too), h > 0, both in 1/a
 */
export function averagedSplit(
  input: Economy & { readonly K: number; readonly T: number; readonly horizon: number; readonly h: number },
): number {
  const { K0, T0, c, a, b } = readState(input);
  const h = positive('h', input.h);
  const plan = optimalPlan({ K0, T0, c, a, b, horizon: extended('horizon', input.horizon) });
  let trained = 0;
  for (const { q, start, end } of plan.arcs) trained += q * Math.max(0, Math.min(end, h) - start);
  if (plan.case === 'blowup')
    trained += (c / (1 + 2 * c)) * Math.max(0, Math.min(h, plan.horizon) - plan.blowUpTime);
  return trained / h;
}
