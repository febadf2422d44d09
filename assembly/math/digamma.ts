import { log } from './log';

/** ψ(x) for x > 0: the recurrence up to x ≥ 12, then the asymptotic series (Abramowitz & Stegun 6.3.18). */
export function digamma(x: f64): f64 {
  let shift: f64 = 0;
  while (x < 12) {
    shift += 1 / x;
    x += 1;
  }
  const f = 1 / (x * x);
  let series = 1.0 / 132 - (f * 691) / 32760;
  series = 1.0 / 240 - f * series;
  series = 1.0 / 252 - f * series;
  series = 1.0 / 120 - f * series;
  series = 1.0 / 12 - f * series;
  return log(x) - 0.5 / x - f * series - shift;
}
