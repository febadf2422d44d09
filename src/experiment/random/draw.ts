import { refusal } from '../../theory/domain.ts';
import { philox4x32 } from './philox.ts';

/**
 * What a random number of an experiment is for. Part of its name, so that no two uses share a draw; above the core's
 * own purposes, so that none of these is ever a lab's luck under the same seed. Never renumber.
 */
export const purposes = {
  independent: 256,
  latinOrder: 257,
  latinPlace: 258,
  morris: 259,
  bootstrap: 260,
} as const;

export type Purpose = keyof typeof purposes;

/** A random number by its name: (row, column, layer) of one purpose. Nothing is remembered between draws. */
export type Draw = (row: number, column: number, layer?: number) => number;

/** Philox blocks of one purpose: fills four 32-bit words by name (row, column, layer). */
function blocks(seed: number, purpose: Purpose) {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw refusal('seed', seed, 'a whole number from 0 to 9007199254740991');
  const [low, high] = [seed >>> 0, Math.floor(seed / 2 ** 32)];
  const last = purposes[purpose] << 16;
  return (to: Uint32Array, row: number, column: number, layer: number): void =>
    philox4x32(to, row, column, layer, last, low, high);
}

/**
 * Uniform numbers in the open interval (0, 1), keyed by a seed (a whole number from 0 to 2^53 − 1): odd 53-bit whole
 * numbers times 2^-53, made of two Philox words as in the core.
 */
export function drawer(seed: number, purpose: Purpose): Draw {
  const fill = blocks(seed, purpose);
  const words = new Uint32Array(4);
  return (row, column, layer = 0) => {
    fill(words, row, column, layer);
    return (words[0] * 2 ** 21 + ((words[1] >>> 11) | 1)) / 2 ** 53;
  };
}

/**
 * Fills `places` with whole numbers below its length, drawn independently: four of 32 bits from a block, so all are
 * equally likely to within 2^-32 of the length. sample: the number of the draw.
 */
export function resampler(seed: number, purpose: Purpose): (places: Uint32Array, sample: number) => void {
  const fill = blocks(seed, purpose);
  const words = new Uint32Array(4);
  return (places, sample) => {
    const n = places.length;
    for (let k = 0; k < n; k++) {
      if (k % 4 === 0) fill(words, k, sample, 0);
      places[k] = below(n, words[k % 4] / 2 ** 32);
    }
  };
}

/** A whole number from 0 to n − 1, all equally likely to within 2^-52·n, from a uniform number. */
export const below = (n: number, u: number): number => Math.floor(u * n);
