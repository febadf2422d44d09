import { count, refusal } from '../../theory/domain.ts';
import { type SaltelliOptions, saltelliBlock } from '../designs/saltelli.ts';
import { type BootstrapOptions, bootstrap, type Estimate } from './bootstrap.ts';

export interface SobolIndices {
  /** Base samples whose runs all have a value. */
  samples: number;
  /** Base samples left out because a run of theirs has none. */
  dropped: number;
  mean: number;
  variance: number;
  /** By factor: the share of the variance that is the factor's own. */
  first: Estimate[];
  /** By factor: the share that goes if all other factors are known, interactions included. */
  total: Estimate[];
  /** [i][j], i < j: the share of the interaction of two factors alone; null without second order. */
  second: Estimate[][] | null;
}

export type SobolOptions = SaltelliOptions & BootstrapOptions;

/** The blocks whose values are all finite. */
function wholeBlocks(values: Float64Array, size: number): Float64Array[] {
  return Array.from({ length: values.length / size }, (_, k) =>
    values.subarray(k * size, (k + 1) * size),
  ).filter((block) => block.every(Number.isFinite));
}

function momentsOf(blocks: readonly Float64Array[], last: number): { mean: number; variance: number } {
  const n = 2 * blocks.length;
  const mean = blocks.reduce((sum, block) => sum + block[0] + block[last], 0) / n;
  const square = (x: number) => (x - mean) ** 2;
  return {
    mean,
    variance: blocks.reduce((sum, block) => sum + square(block[0]) + square(block[last]), 0) / n,
  };
}

/**
 * First-order, total and second-order Sobol' indices from the values of a `saltelliDesign` of d factors, in its order,
 * NaN where a run failed: such a run's base sample is left out whole.
 *
 * First order S_i = mean(f_B·(f_ABi − f_A))/V and total T_i = ½·mean((f_A − f_ABi)²)/V (Saltelli et al., Comput. Phys.
 * Commun. 181 (2010) 259–270, table 2 (b) and Jansen's (f)), second order S_ij = mean(f_BAi·f_ABj − f_A·f_B)/V − S_i − S_j
 * (A. Saltelli, Comput. Phys. Commun. 145 (2002) 280–297), with f less its mean, V that of A and B together. Intervals
 * resample base samples; for Sobol' points, more even than independent ones, they are on the wide side.
 *
 * NaN everywhere if nothing varies. RangeError if the values are no whole blocks or fewer than two blocks are whole.
 */
export function sobolIndices(values: Float64Array, d: number, options: SobolOptions = {}): SobolIndices {
  const size = saltelliBlock(count('d', d), options);
  if (values.length % size !== 0)
    throw refusal('values.length', values.length, `whole blocks of ${size}, as ${d} factors have`);
  const blocks = wholeBlocks(values, size);
  if (blocks.length < 2) throw refusal('base samples without a failed run', blocks.length, 'two or more');
  const last = size - 1;
  const { mean, variance } = momentsOf(blocks, last);
  const centred = blocks.map((block) => block.map((value) => value - mean));
  const pairs = options.secondOrder ? pairsOf(d) : [];

  const estimates = bootstrap(centred.length, (places) => indicesOf(centred, places, d, pairs), options);
  const second = options.secondOrder ? Array.from({ length: d }, (): Estimate[] => []) : null;
  pairs.forEach(([i, j], p) => {
    second![i][j] = estimates[2 * d + p];
  });
  return {
    samples: blocks.length,
    dropped: values.length / size - blocks.length,
    mean,
    variance,
    first: estimates.slice(0, d),
    total: estimates.slice(d, 2 * d),
    second,
  };
}

function pairsOf(d: number): [number, number][] {
  return Array.from({ length: d }, (_, i) =>
    Array.from({ length: d - 1 - i }, (_, k): [number, number] => [i, i + 1 + k]),
  ).flat();
}

/** First-order indices, then total ones, then those of the pairs, of the blocks at these places. */
function indicesOf(
  blocks: readonly Float64Array[],
  places: Uint32Array,
  d: number,
  pairs: readonly (readonly [number, number])[],
): Float64Array {
  const sums = new Float64Array(2 * d + pairs.length);
  let sum = 0;
  let squares = 0;
  for (const place of places) {
    const block = blocks[place];
    const A = block[0];
    const B = block[block.length - 1];
    sum += A + B;
    squares += A * A + B * B;
    for (let i = 0; i < d; i++) {
      const moved = block[1 + i] - A;
      sums[i] += B * moved;
      sums[d + i] += moved * moved;
    }
    for (let p = 0; p < pairs.length; p++) {
      const [i, j] = pairs[p];
      sums[2 * d + p] += block[1 + d + i] * block[1 + j] - A * B;
    }
  }
  const n = places.length;
  const variance = squares / (2 * n) - (sum / (2 * n)) ** 2;
  for (let i = 0; i < d; i++) {
    sums[i] /= n * variance;
    sums[d + i] /= 2 * n * variance;
  }
  for (let p = 0; p < pairs.length; p++) {
    const [i, j] = pairs[p];
    sums[2 * d + p] = sums[2 * d + p] / (n * variance) - sums[i] - sums[j];
  }
  return sums;
}
