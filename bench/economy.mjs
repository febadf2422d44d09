// The economy every contestant runs: N labs that share a little of their training, one sixth-order step a tick.

/** Exponent, spillover, decision interval. h is short, so a tick is one substep and every contestant does the same work. */
export const c = 0.8;
export const h = 1e-6;

/** Spillover σ; per lab, so that ΣT's weight does not grow with N. */
export const sigma = (N) => 0.1 / N;

/** Splits by thirds of the labs. */
export const splits = [0.2, 0.35, 0.5];

/** Stocks differ from lab to lab, the same way for every contestant. */
export const K0 = (lab) => 1 + (lab % 97) / 97;
export const T0 = (lab) => 1 + (lab % 89) / 89;

/** Groups of equal q: [first lab, count, q]. */
export function thirds(N) {
  const size = Math.floor(N / 3);
  return [
    [0, size, splits[0]],
    [size, size, splits[1]],
    [2 * size, N - 2 * size, splits[2]],
  ];
}
