import type { NumberRow } from '../../../src/scenario/parameters.ts';

/** A slider's thumb runs over whole steps; the row's scale says what a step is worth. */
export const sliderSteps = 400;

const isLog = ({ scale, slider }: NumberRow): boolean => scale === 'log' && slider[0] > 0;

/** Where the thumb is for a value; values beyond the slider's stretch rest at its end, and keep their own number. */
export function thumbOf(row: NumberRow, value: number): number {
  const [low, high] = row.slider;
  const share = isLog(row) ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.round(Math.min(1, Math.max(0, share)) * sliderSteps);
}

/** The value under the thumb, to three digits: what a hand on a slider can mean. */
export function valueOfThumb(row: NumberRow, thumb: number): number {
  const [low, high] = row.slider;
  const share = thumb / sliderSteps;
  const value = isLog(row) ? low * (high / low) ** share : low + (high - low) * share;
  if (thumb <= 0) return low;
  if (thumb >= sliderSteps) return high;
  return row.kind === 'integer' ? Math.round(value) : Number(value.toPrecision(3));
}
