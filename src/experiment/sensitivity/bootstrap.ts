import { resampler } from '../random/draw.ts';

/** An estimate with the ends of its confidence interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface BootstrapOptions {
  /** Share of intervals that hold the truth, above 0 and below 1. */
  confidence?: number;
  /** Samples drawn with replacement. */
  resamples?: number;
  seed?: number;
}

/** The p-quantile of sorted numbers, linear between neighbours (type 7 of Hyndman & Fan, Am. Stat. 50 (1996) 361–365). */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const under = Math.floor(place);
  const over = Math.min(under + 1, sorted.length - 1);
  return sorted[under] + (place - under) * (sorted[over] - sorted[under]);
}

/**
 * Percentile bootstrap (B. Efron, Ann. Stat. 7 (1979) 1–26): `statistics` of the n observations whose places it is
 * given, several numbers at once, with their intervals. The draws are counter-based: same seed, same intervals.
 */
export function bootstrap(
  n: number,
  statistics: (places: Uint32Array) => Float64Array,
  { confidence = 0.95, resamples = 1000, seed = 1 }: BootstrapOptions = {},
): Estimate[] {
  const places = Uint32Array.from({ length: n }, (_, k) => k);
  const values = statistics(places);
  const resample = resampler(seed, 'bootstrap');
  const columns = Array.from(values, () => new Float64Array(resamples));
  for (let sample = 0; sample < resamples; sample++) {
    resample(places, sample);
    statistics(places).forEach((value, i) => {
      columns[i][sample] = value;
    });
  }
  const tail = (1 - confidence) / 2;
  return Array.from(values, (value, i) => {
    const sorted = columns[i].sort();
    return { value, low: sortedQuantile(sorted, tail), high: sortedQuantile(sorted, 1 - tail) };
  });
}
