const POINTS = 16;
/** Nodes in (0, 1] half and weights of the 16-point rule on [−1, 1], by Newton on the Legendre recurrence. */
const RULE = legendreRule(POINTS);

function legendreRule(n: number): { node: number; weight: number }[] {
  const rule: { node: number; weight: number }[] = [];
  for (let i = 1; i <= n / 2; i++) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 10; step++) {
      let previous = 1;
      let value = x;
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
        previous = value;
        value = next;
      }
      slope = (n * (x * value - previous)) / (x * x - 1);
      x -= value / slope;
    }
    rule.push({ node: x, weight: 2 / ((1 - x * x) * slope * slope) });
  }
  return rule;
}

/**
 * ∫ f over [from, to] by one 16-point Gauss–Legendre panel: exact to rounding where f is analytic well around
 * it.
 */
export function panel(f: (x: number) => number, from: number, to: number): number {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  let sum = 0;
  for (const { node, weight } of RULE) sum += weight * (f(middle - half * node) + f(middle + half * node));
  return half * sum;
}
