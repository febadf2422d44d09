import { Decimal } from 'decimal.js';

/**
 * Independent reference in 30 digits, a = b = 1: the time along a constant split is ∫ dK/((1−q)·K·T^c) = ∫
 * dT/(q·K) with the first integral joining K and T, by composite Gauss–Legendre quadrature. No
 * hypergeometric function and none of the code under test is involved. Integrated over ln K where X =
 * (1+c)qK0/((1−q)T0^(1+c)) ≤ 1, over ln T^(1+c) else: then all singularities are π away, and a panel of 3
 * with n nodes leaves 4.4^(−2n): 3e-21 for 16.
 */
export const D = Decimal.clone({ precision: 30 });
export type Big = Decimal;

const WIDTH = 3;

interface Rule {
  readonly nodes: readonly Decimal[];
  readonly weights: readonly Decimal[];
}

/** Gauss–Legendre on [0, 1], by Newton on the recurrence. */
function rule(n: number): Rule {
  const nodes: Decimal[] = [];
  const weights: Decimal[] = [];
  for (let i = 1; i <= n; i++) {
    let x = new D(Math.cos((Math.PI * (i - 0.25)) / (n + 0.5)));
    let slope = new D(1);
    for (let step = 0; step < 6; step++) {
      let before = new D(1);
      let value = x;
      for (let k = 2; k <= n; k++) {
        const next = x
          .times(value)
          .times(2 * k - 1)
          .minus(before.times(k - 1))
          .div(k);
        before = value;
        value = next;
      }
      slope = x.times(value).minus(before).times(n).div(x.times(x).minus(1));
      x = x.minus(value.div(slope));
    }
    nodes.push(x.plus(1).div(2));
    weights.push(new D(1).div(new D(1).minus(x.times(x)).times(slope).times(slope)));
  }
  return { nodes, weights };
}

const RULES = new Map<number, Rule>();

/** ∫₀^end of f(e^y, e^(power·y)) dy; whole panels share their exponentials, which are what takes the time. */
function overLog(
  f: (exp: Decimal, expPower: Decimal) => Decimal,
  end: Decimal,
  points: number,
  power: Decimal = new D(0),
): Decimal {
  const { nodes, weights } = RULES.get(points) ?? rule(points);
  RULES.set(points, { nodes, weights });
  const whole = Math.floor(end.div(WIDTH).toNumber());
  const rest = end.minus(whole * WIDTH);
  const stride = new D(WIDTH).exp();
  const stridePower = power.times(WIDTH).exp();
  let sum = new D(0);
  nodes.forEach((node, i) => {
    const y = node.times(WIDTH);
    let e = y.exp();
    let r = y.times(power).exp();
    for (let j = 0; j < whole; j++) {
      sum = sum.plus(f(e, r).times(weights[i]!).times(WIDTH));
      e = e.times(stride);
      r = r.times(stridePower);
    }
    const last = node.times(rest).plus(whole * WIDTH);
    sum = sum.plus(f(last.exp(), last.times(power).exp()).times(weights[i]!).times(rest));
  });
  return sum;
}

/** F(X) = β·∫ of the flow's clock to infinity, the far end by its geometric tail to second order. */
export function hypergeometricReference(X: number, beta: number, points = 16): Decimal {
  const ratio = new D(1).minus(X).div(Math.min(X, 1));
  const far = new D(27 + Math.abs(Math.log(X)));
  const second = ratio.times(far.neg().exp()).times(beta / (1 + beta));
  const tail = far.times(-beta).exp().div(beta);
  if (X <= 1) {
    const clock = overLog((e) => e.minus(1).times(X).plus(1).pow(-beta), far, points);
    return clock.plus(tail.times(new D(X).pow(-beta)).times(new D(1).minus(second.times(beta)))).times(beta);
  }
  const clock = overLog((e, r) => r.div(new D(1).minus(ratio.div(e))), far, points, new D(-beta));
  return clock.plus(tail.times(second.plus(1))).times(beta);
}

export interface Case {
  readonly K0: number;
  readonly T0: number;
  readonly c: number;
  readonly q: number;
}

/** (1−q)/(q(1+c)), the slope of K over T^(1+c). */
const ray = ({ c, q }: Case): Decimal => new D(1).minus(q).div(new D(c).plus(1).times(q));

/** K on the flow through (K0, T0) when training has reached T. */
export function chipsAt(start: Case, T: Decimal): Decimal {
  const p = new D(start.c).plus(1);
  const from = start.T0 === 0 ? 0 : new D(start.T0).pow(p);
  return ray(start).times(T.pow(p).minus(from)).plus(start.K0);
}

/** Time from T0 to T1 at constant q. */
export function timeTo(start: Case, T1: number, points = 16): Decimal {
  const { K0, T0, c, q } = start;
  const p = new D(c).plus(1);
  const end = new D(T1).pow(p);
  if (T0 === 0) {
    // From so far below T1 that what is left out, T/(q·K0), is 1e-22 of the whole.
    const low = new D(T1).times('1e-22');
    const from = low.pow(p);
    const f = (e: Decimal): Decimal =>
      e
        .times(from)
        .pow(new D(1).div(p))
        .div(e.times(from).times(ray(start)).plus(K0));
    return overLog(f, end.div(from).ln(), points)
      .div(p.times(q))
      .plus(low.div(new D(q).times(K0)));
  }
  const from = new D(T0).pow(p);
  const way = ray(start).times(from);
  if (new D(K0).lte(way)) {
    const slope = new D(K0).div(ray(start));
    const power = new D(-c).div(p);
    const f = (e: Decimal): Decimal => e.minus(1).times(slope).plus(from).pow(power);
    return overLog(f, chipsAt(start, new D(T1)).div(K0).ln(), points).div(new D(1).minus(q));
  }
  const f = (e: Decimal, r: Decimal): Decimal => r.div(e.minus(1).times(way).plus(K0));
  return overLog(f, end.div(from).ln(), points, new D(1).div(p)).times(T0).div(p.times(q));
}

/** Relative errors of a computed state (K, T) at time t, to first order in the error of T. */
export function errors(start: Case, t: number, K: number, T: number): { K: number; T: number } {
  const late = new D(t).minus(timeTo(start, T));
  const chips = chipsAt(start, new D(T));
  const rise = new D(1).minus(start.q).times(chips).times(new D(T).pow(start.c));
  return {
    K: new D(K).minus(chips).minus(rise.times(late)).div(K).abs().toNumber(),
    T: chips.times(start.q).times(late).div(T).abs().toNumber(),
  };
}
