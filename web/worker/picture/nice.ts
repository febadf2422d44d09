/** A round step (1, 2 or 5 times a power of ten) that divides a span into five to fourteen. */
export function niceStep(span: number): number {
  const rough = span / 8;
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  if (ratio < 1.5) return power;
  if (ratio < 3.5) return 2 * power;
  return ratio < 7.5 ? 5 * power : 10 * power;
}

/** The least multiple of a round step that is not below x > 0: 3.77 → 4. */
export function niceCeil(x: number): number {
  const step = niceStep(x);
  return roundTo(Math.ceil(x / step - 1e-9), step);
}

/** Steps of a logarithmic axis, in decades: whole ones unless the range is short. */
function decadeStep(span: number): number {
  if (span <= 1.2) return 0.1;
  if (span <= 3) return 0.25;
  return span <= 8 ? 0.5 : 1;
}

/** A range of log10 rounded outward, so that small movements leave it as it is. */
export function niceDecades(low: number, high: number): [number, number] {
  const step = decadeStep(high - low);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/** A multiple of a step without the step's rounding: 3·0.1 is 0.3. */
function roundTo(count: number, step: number): number {
  return Number((count * step).toPrecision(12));
}
