/** Classical Runge–Kutta with n equal steps: an independent reference for closed forms. */
export function rungeKutta(
  f: (t: number, y: readonly number[]) => number[],
  y0: readonly number[],
  from: number,
  to: number,
  n: number,
): number[] {
  let y = [...y0];
  const h = (to - from) / n;
  const plus = (slope: readonly number[], by: number): number[] => y.map((v, i) => v + by * slope[i]!);
  for (let i = 0; i < n; i++) {
    const t = from + i * h;
    const k1 = f(t, y);
    const k2 = f(t + h / 2, plus(k1, h / 2));
    const k3 = f(t + h / 2, plus(k2, h / 2));
    const k4 = f(t + h, plus(k3, h));
    y = y.map((v, j) => v + (h / 6) * (k1[j]! + 2 * k2[j]! + 2 * k3[j]! + k4[j]!));
  }
  return y;
}
