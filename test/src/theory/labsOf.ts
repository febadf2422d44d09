/** Labs with a given m: two of them up to 2, more beyond. */
export const labsOf = (m: number): { N: number; sigma: number } => {
  const N = Math.max(2, Math.ceil(m));
  return { N, sigma: (m - 1) / (N - 1) };
};
