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

/**
 * Uniform numbers in the open interval (0, 1), keyed by a seed (a whole number from 0 to 2^53 − 1): odd 53-bit whole
 * numbers times 2^-53, made of two Philox words as in the core.
 */
export function drawer(seed: number, purpose: Purpose): Draw {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw refusal('seed', seed, 'a whole number from 0 to 9007199254740991');
  const key = [seed >>> 0, Math.floor(seed / 2 ** 32)] as const;
  const words = new Uint32Array(4);
  return (row, column, layer = 0) => {
    philox4x32(words, [row, column, layer, purposes[purpose] << 16], key);
    return (words[0] * 2 ** 21 + ((words[1] >>> 11) | 1)) / 2 ** 53;
  };
}

/** A whole number from 0 to n − 1, all equally likely to within 2^-52·n, from a uniform number. */
export const below = (n: number, u: number): number => Math.floor(u * n);
