import { meanOf } from './statistics.ts';

/** Positive throughout and over more than three decades: then it is the log₁₀ of values that is compared, averaged and drawn. */
export const spansDecades = (min: number, max: number): boolean => min > 0 && max / min > 1000;

/** A value as it is compared. */
export const asCompared = (value: number, isLog: boolean): number => (isLog ? Math.log10(value) : value);

/** The value that is compared as this. */
export const asShown = (compared: number, isLog: boolean): number => (isLog ? 10 ** compared : compared);

/** Mean of the finite values as they are compared, so that shown it is the geometric mean where logarithms are; NaN if there are none. */
export const meanAsCompared = (values: readonly number[], isLog: boolean): number =>
  meanOf(values.map((value) => asCompared(value, isLog)));
