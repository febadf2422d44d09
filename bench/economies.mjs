// The two economies that every contestant runs: N labs in three groups of equal q, that share some of their training.

/**
 * A sixth-order tick of the paper economy. Spillover per lab falls with N, so that ΣT's weight does not grow with N.
 * checkedH: tick in which the outputs are compared, long enough for real growth and one substep; h: the tick that is timed,
 * so short that no run blows up while it is timed. What a tick costs depends on neither.
 */
export const paper = {
  method: 're6',
  c: 0.8,
  delta: 0,
  sigma: (N) => 0.1 / N,
  scale: () => 1,
  splits: [0.2, 0.35, 0.5],
  checkedH: 0.01,
  h: 1e-9,
};

/** The reference Euler economy: one pow a lab and tick, chips depreciate, all sums each tick. Total stocks do not depend on N. */
export const euler = {
  method: 'euler',
  c: 0.8,
  delta: 0.01,
  sigma: () => 0.1,
  scale: (N) => 10 / N,
  splits: [0.2, 0.35, 0.5],
  checkedH: 0.001,
  h: 1e-9,
};

/** Stocks differ from lab to lab, the same way for every contestant. */
export const K0 = (lab, scale) => scale * (1 + (lab % 97) / 97);
export const T0 = (lab, scale) => scale * (1 + (lab % 89) / 89);

/** Groups of equal q: [first lab, count, q]; a group without a lab is none. */
export function thirds(N, splits) {
  const size = Math.floor(N / 3);
  return [
    [0, size, splits[0]],
    [size, size, splits[1]],
    [2 * size, N - 2 * size, splits[2]],
  ].filter(([, count]) => count > 0);
}

/** Typed columns K, T and q of N labs at the start. */
export function columns({ scale, splits }, N) {
  const K = Float64Array.from({ length: N }, (_, lab) => K0(lab, scale(N)));
  const T = Float64Array.from({ length: N }, (_, lab) => T0(lab, scale(N)));
  const q = new Float64Array(N);
  for (const [first, count, split] of thirds(N, splits)) q.fill(split, first, first + count);
  return { K, T, q };
}
