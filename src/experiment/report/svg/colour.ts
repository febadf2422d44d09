import { scaleLinear } from 'd3-scale';

/**
 * From little to much: lightness falls from one end to the other, so that the order survives print, grey and colour-blind
 * eyes; hues of viridis (S. van der Walt & N. Smith, 2015), stopped short of its darkest and lightest ends.
 */
const stops = ['#f1e51d', '#9fda3a', '#4ac16d', '#1fa187', '#277f8e', '#365c8d', '#46327e', '#440f54'];

const ramp = scaleLinear<string>(
  stops.map((_, i) => i / (stops.length - 1)),
  stops,
).clamp(true);

/** The colour of a share from 0 (little) to 1 (much), as #rrggbb. */
export function rampColour(share: number): string {
  const parts = /(\d+), (\d+), (\d+)/.exec(ramp(share));
  const hex = (text: string) => Number(text).toString(16).padStart(2, '0');
  return parts ? `#${hex(parts[1])}${hex(parts[2])}${hex(parts[3])}` : ramp(share);
}
