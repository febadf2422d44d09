import { fields, nonNegative, positive } from './domain.ts';

/**
 * The paper economy of S1 ("Train once, deploy many"), all output reinvested:
 * dK/dt = a·(1−q)·K·T^c, dT/dt = b·q·K.
 */
export interface Economy {
  /** OOMs of inference saved by one OOM of training; above 0. */
  readonly c: number;
  /** Productivity of inference, 1/yr per unit of T^c; 1 when left out. */
  readonly a?: number;
  /** Productivity of training, units of T per chip and year; 1 when left out (T in chip-years). */
  readonly b?: number;
}

export interface Start extends Economy {
  /** Chip stock at time 0; above 0. */
  readonly K0: number;
  /** Training stock at time 0; 0 or more. */
  readonly T0: number;
}

/** A checked start; `k` = b·K0/a, which with time a·t turns every formula into the one for a = b = 1. */
export interface BaseStart {
  readonly K0: number;
  readonly T0: number;
  readonly c: number;
  readonly a: number;
  readonly b: number;
  readonly k: number;
}

export function readStart(input: Start): BaseStart {
  const { K0, T0, c, a = 1, b = 1 } = fields(input);
  positive('K0', K0);
  nonNegative('T0', T0);
  positive('c', c);
  positive('a', a);
  positive('b', b);
  return { K0, T0, c, a, b, k: (b * K0) / a };
}

export function readState(input: { K: number; T: number } & Economy): BaseStart {
  const { K, T, c, a = 1, b = 1 } = fields(input);
  positive('K', K);
  nonNegative('T', T);
  return readStart({ K0: K, T0: T, c, a, b });
}
