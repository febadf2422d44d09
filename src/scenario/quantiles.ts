import type { Distribution } from './types.ts';

/**
 * x such that a share p of the labs is expected at or below it, for p in (0, 1): what the core puts a uniform draw
 * through, to about nine digits. Of a list: the value of the lab at that place when sorted.
 */
export function quantile(of: Distribution, p: number): number {
  switch (of.distribution) {
    case 'constant':
      return of.value;
    case 'uniform':
      return of.min + (of.max - of.min) * p;
    case 'lognormal':
      return of.median * Math.exp(of.spread * normalQuantile(p));
    case 'pareto':
      return of.min * (1 - p) ** (-1 / of.shape);
    case 'list':
      return of.values.toSorted((a, b) => a - b)[
        Math.min(of.values.length - 1, Math.floor(p * of.values.length))
      ];
  }
}

// P. J. Acklam's rational approximation (2003), relative error below 1.15e-9.
const centre = [
  [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
] as const;
const tail = [
  [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
] as const;
const tailBegins = 0.02425;

const horner = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
const ratio = ([above, below]: readonly [readonly number[], readonly number[]], x: number): number =>
  horner(above, x) / horner(below, x);

/** The inverse of the standard normal distribution function, for p in (0, 1). */
export function normalQuantile(p: number): number {
  if (p < tailBegins) return ratio(tail, Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - tailBegins) return -ratio(tail, Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  return q * ratio(centre, q * q);
}
