const rounds = 10;
const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;

/** Upper 32 bits of the 64-bit product of two 32-bit numbers, in halves, so that every step is exact in a double. */
function upper(a: number, b: number): number {
  const low = (a & 0xffff) * (b & 0xffff);
  const middle = (a >>> 16) * (b & 0xffff) + (low >>> 16);
  const other = (a & 0xffff) * (b >>> 16) + (middle & 0xffff);
  return (a >>> 16) * (b >>> 16) + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000);
}

/**
 * Philox4x32-10 of Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC'11), the core's
 * generator: four 32-bit words from a counter of four and a key of two, written to `to`.
 */
export function philox4x32(
  to: Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  let [w0, w1, w2, w3, key0, key1] = [c0, c1, c2, c3, k0, k1];
  for (let round = 0; round < rounds; round++) {
    const high0 = upper(multiplier0, w0 >>> 0);
    const high1 = upper(multiplier1, w2 >>> 0);
    const low0 = Math.imul(multiplier0, w0);
    const low1 = Math.imul(multiplier1, w2);
    w0 = high1 ^ w1 ^ key0;
    w1 = low1;
    w2 = high0 ^ w3 ^ key1;
    w3 = low0;
    key0 = (key0 + weyl0) | 0;
    key1 = (key1 + weyl1) | 0;
  }
  to[0] = w0;
  to[1] = w1;
  to[2] = w2;
  to[3] = w3;
}
