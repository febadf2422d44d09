import type { Algebra } from './algebra.ts';

/**
 * A value with its first and second derivatives in three variables: a Taylor series cut off after order two,
 * so that derivatives are exact to rounding (A. Griewank and A. Walther, "Evaluating Derivatives", 2nd ed.,
 * 2008, ch. 13). The variables are the two states at a cell's start (x, y) and its control (u).
 */
export class Jet {
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly u: number;
  readonly xx: number;
  readonly xy: number;
  readonly xu: number;
  readonly yy: number;
  readonly yu: number;
  readonly uu: number;

  constructor(value: number, x = 0, y = 0, u = 0, xx = 0, xy = 0, xu = 0, yy = 0, yu = 0, uu = 0) {
    this.value = value;
    this.x = x;
    this.y = y;
    this.u = u;
    this.xx = xx;
    this.xy = xy;
    this.xu = xu;
    this.yy = yy;
    this.yu = yu;
    this.uu = uu;
  }
}

function combine(a: Jet, b: Jet, value: number, s: number, r: number): Jet {
  return new Jet(
    value,
    s * a.x + r * b.x,
    s * a.y + r * b.y,
    s * a.u + r * b.u,
    s * a.xx + r * b.xx,
    s * a.xy + r * b.xy,
    s * a.xu + r * b.xu,
    s * a.yy + r * b.yy,
    s * a.yu + r * b.yu,
    s * a.uu + r * b.uu,
  );
}

function multiply(a: Jet, b: Jet): Jet {
  const p = a.value;
  const r = b.value;
  return new Jet(
    p * r,
    p * b.x + r * a.x,
    p * b.y + r * a.y,
    p * b.u + r * a.u,
    p * b.xx + r * a.xx + 2 * a.x * b.x,
    p * b.xy + r * a.xy + a.x * b.y + a.y * b.x,
    p * b.xu + r * a.xu + a.x * b.u + a.u * b.x,
    p * b.yy + r * a.yy + 2 * a.y * b.y,
    p * b.yu + r * a.yu + a.y * b.u + a.u * b.y,
    p * b.uu + r * a.uu + 2 * a.u * b.u,
  );
}

/** f(a), given f, f′ = d and f″ = e at a's value. */
function apply(a: Jet, f: number, d: number, e: number): Jet {
  return new Jet(
    f,
    d * a.x,
    d * a.y,
    d * a.u,
    d * a.xx + e * a.x * a.x,
    d * a.xy + e * a.x * a.y,
    d * a.xu + e * a.x * a.u,
    d * a.yy + e * a.y * a.y,
    d * a.yu + e * a.y * a.u,
    d * a.uu + e * a.u * a.u,
  );
}

function exp(a: Jet): Jet {
  const f = Math.exp(a.value);
  return apply(a, f, f, f);
}

const log = (a: Jet): Jet => apply(a, Math.log(a.value), 1 / a.value, -1 / (a.value * a.value));

function reciprocal(a: Jet): Jet {
  const f = 1 / a.value;
  return apply(a, f, -f * f, 2 * f * f * f);
}

function scale(a: Jet, k: number): Jet {
  return new Jet(
    k * a.value,
    k * a.x,
    k * a.y,
    k * a.u,
    k * a.xx,
    k * a.xy,
    k * a.xu,
    k * a.yy,
    k * a.yu,
    k * a.uu,
  );
}

const shift = (a: Jet, by: number): Jet =>
  new Jet(a.value + by, a.x, a.y, a.u, a.xx, a.xy, a.xu, a.yy, a.yu, a.uu);

export const jets: Algebra<Jet> = {
  constant: (value) => new Jet(value),
  value: (a) => a.value,
  add: (a, b) => combine(a, b, a.value + b.value, 1, 1),
  subtract: (a, b) => combine(a, b, a.value - b.value, 1, -1),
  multiply,
  divide: (a, b) => multiply(a, reciprocal(b)),
  scale: (a, factor) => (factor === 1 ? a : scale(a, factor)),
  shift: (a, by) => (by === 0 ? a : shift(a, by)),
  exp,
  log,
  apply,
};
