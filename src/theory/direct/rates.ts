import type { Algebra } from './algebra.ts';
import type { Planned } from './problem.ts';
import { serve } from './serving.ts';

/** A lab's ln K and T, and the time. */
export interface Moment<X> {
  readonly L: X;
  readonly T: X;
  readonly t: number;
}

export interface Rates<X> {
  /** d ln K/dt */
  readonly L: X;
  /** dT/dt */
  readonly T: X;
  /** Chips of one lab on training. */
  readonly training: X;
}

/** How the stocks move at control u in its tier, the kinks of G and T_max rounded over η. */
export function ratesAt<X>(
  on: Algebra<X>,
  p: Planned,
  moment: Moment<X>,
  u: X,
  tier: number,
  eta: number,
): Rates<X> {
  const { K, bought, serving } = serve(on, p, moment, u, tier, eta);
  const training = on.subtract(K, serving);
  const gained = on.scale(training, p.b);
  return {
    L: on.shift(on.divide(bought, on.scale(K, p.N)), -p.delta),
    T: p.rho === 0 ? gained : on.subtract(gained, on.scale(moment.T, p.rho)),
    training,
  };
}

/** One step of the classical Runge–Kutta method. */
export function rungeKuttaStep<X>(
  on: Algebra<X>,
  p: Planned,
  from: Moment<X>,
  dt: number,
  u: X,
  tier: number,
  eta: number,
): Moment<X> {
  const after = (slope: Rates<X>, time: number): Moment<X> => ({
    L: on.add(from.L, on.scale(slope.L, time)),
    T: on.add(from.T, on.scale(slope.T, time)),
    t: from.t + time,
  });
  const one = ratesAt(on, p, from, u, tier, eta);
  const two = ratesAt(on, p, after(one, dt / 2), u, tier, eta);
  const three = ratesAt(on, p, after(two, dt / 2), u, tier, eta);
  const four = ratesAt(on, p, after(three, dt), u, tier, eta);
  const mean = (w: X, x: X, y: X, z: X): X =>
    on.scale(on.add(on.add(w, z), on.scale(on.add(x, y), 2)), dt / 6);
  return {
    L: on.add(from.L, mean(one.L, two.L, three.L, four.L)),
    T: on.add(from.T, mean(one.T, two.T, three.T, four.T)),
    t: from.t + dt,
  };
}
