/** Folds the line into [0, 1] as a mirror at either end would: unlike a clamp it leaves nothing sitting on the ends. */
export function reflect(x: f64): f64 {
  const folded = x - 2 * floor(x * 0.5);
  return folded > 1 ? 2 - folded : folded;
}
