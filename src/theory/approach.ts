/** The way from a state to the turnpike, a = b = 1. */
export interface Approach {
  /** Chips abundant, c·k ≥ T0^(1+c): train first. Otherwise grow first. */
  readonly above: boolean;
  /** Already on the curve but for rounding: the first arc has no length. */
  readonly onCurve: boolean;
  /** t_a */
  readonly time: number;
  /** ln(K_a/K0) */
  readonly logGrowth: number;
  /** T_a */
  readonly T: number;
  /** T_a^(−c), the time scale on arrival: an e-fold of K at q = 0 takes this long. */
  readonly pace: number;
}

/** Rounding of T^(1+c), K and their quotient; anything wider would show in the envelope's 14th digit. */
const ROUNDING = 4e-15;

export function approachFrom(k: number, T: number, c: number): Approach {
  const level = T ** (1 + c);
  const onCurve = Math.abs(c * k - level) <= ROUNDING * level;
  if (c * k >= level) {
    const arrival = (c * k) ** (1 / (1 + c));
    const time = Math.max(0, (arrival - T) / k);
    return { above: true, onCurve, time, logGrowth: 0, T: arrival, pace: arrival / (c * k) };
  }
  const logGrowth = Math.log(level / (c * k));
  const pace = T ** -c;
  return { above: false, onCurve, time: logGrowth * pace, logGrowth, T, pace };
}

/**
 * Time from arrival to blow-up in units of the pace: (1+2c)/c, written as an e-fold more than the arc's
 * (1+c)/c.
 */
export const blowUpPaces = (c: number): number => 1 + (1 + c) / c;
