import type { Tolerance } from './row.ts';

/** Two closed forms of one number differ by the rounding of a few dozen operations. */
export const ROUNDING: Tolerance = { relative: 1e-12, reason: 'two closed forms: rounding only' };

/** The core's sixth-order steps keep ln K to about 1e-12; near the blow-up K loses what the clock rounds off. */
export const SIMULATED: Tolerance = {
  relative: 1e-8,
  reason: 'sixth-order steps, and what rounding of t does to K near the blow-up',
};

/** The core locates t* within 1e-9 of its run's unit of time; the general method within 1e-8. */
export const LOCATED: Tolerance = {
  relative: 1e-8,
  reason: 'the core locates a blow-up within 1e-9 of the time unit',
};

/** The article prints a rounded number: half a unit of its last digit. */
export const printed = (halfUnit: number, reason = 'half a unit of the last digit printed'): Tolerance => ({
  absolute: halfUnit,
  reason,
});
