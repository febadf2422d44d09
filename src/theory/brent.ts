import { finite, refusal } from './domain.ts';

/**
 * Root of f in [low, high] by Brent's method (bisection, secant and inverse quadratic steps; R. P. Brent,
 * "Algorithms for Minimization without Derivatives", 1973, ch. 4), to the last bit or so of the root.
 * Domain: f continuous with f(low) and f(high) of unlike sign (or one of them 0); otherwise a RangeError.
 */
export function brent(f: (x: number) => number, low: number, high: number): number {
  finite('low', low);
  finite('high', high);
  if (typeof f !== 'function') throw refusal('f', f, 'a function of one number');
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (Number.isNaN(fa)) throw refusal('f(low)', fa, 'a number');
  if (Number.isNaN(fb) || (fa > 0 && fb > 0) || (fa < 0 && fb < 0))
    throw refusal('f(high)', fb, `a number of the other sign than f(low) = ${fa}`);
  let c = a;
  let fc = fa;
  let step = b - a;
  let previous = step;
  for (let i = 0; i < 200; i++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const enough = 2 * Number.EPSILON * Math.abs(b);
    const half = (c - b) / 2;
    if (fb === 0 || Math.abs(half) <= enough) return b;
    if (Math.abs(previous) >= enough && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa;
      let p: number;
      let q: number;
      if (a === c) {
        p = 2 * half * s;
        q = 1 - s;
      } else {
        const r = fb / fc;
        const u = fa / fc;
        p = s * (2 * half * u * (u - r) - (b - a) * (r - 1));
        q = (u - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (2 * p < Math.min(3 * half * q - Math.abs(enough * q), Math.abs(previous * q))) {
        previous = step;
        step = p / q;
      } else {
        step = half;
        previous = half;
      }
    } else {
      step = half;
      previous = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > enough ? step : half > 0 ? enough : -enough;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previous = step;
    }
  }
  return b;
}
