/** A common interval may be so many of the longest one. */
const MOST = 10;
/** Ratios of decimals such as 0.1 and 0.02 are whole but for rounding. */
const ROUNDING = 1e-9;

/**
 * The step of a clock for decisions that fall on multiples of several intervals: the shortest time that is a multiple of each,
 * so that all stand at one t after every step. Where that is longer than ten of the longest interval, the longest.
 */
export function commonInterval(intervals: readonly number[]): number {
  const longest = Math.max(...intervals);
  for (let count = 1; count <= MOST; count++) {
    const ratios = intervals.map((interval) => (count * longest) / interval);
    if (ratios.every((ratio) => Math.abs(ratio - Math.round(ratio)) <= ROUNDING * ratio))
      return count * longest;
  }
  return longest;
}
