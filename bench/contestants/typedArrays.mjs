// The same sixth-order step in typed arrays: what a careful JavaScript programmer writes.
import { c, h, K0, sigma, T0, thirds } from '../economy.mjs';

export const name = 'JavaScript, typed arrays';

const SEQUENCES = [
  [1, 1 / 24],
  [2, -16 / 15],
  [3, 81 / 40],
];

export function create(N) {
  const K = Float64Array.from({ length: N }, (_, lab) => K0(lab));
  const T = Float64Array.from({ length: N }, (_, lab) => T0(lab));
  const q = new Float64Array(N);
  for (const [first, count, split] of thirds(N)) q.fill(split, first, first + count);
  const power = new Float64Array(N);
  const growth = new Float64Array(N);
  const stage = new Float64Array(N);
  const sumK = new Float64Array(N);
  const sumT = new Float64Array(N);
  const spill = sigma(N);
  const own = 1 - spill;

  function total(column) {
    let sum = 0;
    for (let i = 0; i < N; i++) sum += column[i];
    return sum;
  }

  function tick() {
    const totalT = spill * total(T);
    for (let i = 0; i < N; i++) {
      power[i] = (own * T[i] + totalT) ** c;
      sumK[i] = 0;
      sumT[i] = 0;
    }
    for (const [n, weight] of SEQUENCES) {
      const d = h / n;
      for (let i = 0; i < N; i++) {
        growth[i] = 0.5 * d * (1 - q[i]) * power[i];
        stage[i] = T[i] + d * q[i] * K[i] * Math.exp(growth[i]);
      }
      for (let step = 1; step <= n; step++) {
        const spilled = spill * total(stage);
        const kick = step < n ? d : 0.5 * d;
        for (let i = 0; i < N; i++) growth[i] += kick * (1 - q[i]) * (own * stage[i] + spilled) ** c;
        if (step < n) for (let i = 0; i < N; i++) stage[i] += d * q[i] * K[i] * Math.exp(growth[i]);
      }
      for (let i = 0; i < N; i++) {
        sumK[i] += weight * growth[i];
        sumT[i] += weight * Math.log(stage[i] / T[i]);
      }
    }
    for (let i = 0; i < N; i++) {
      K[i] *= Math.exp(sumK[i]);
      T[i] *= Math.exp(sumT[i]);
    }
  }

  return {
    run(ticks) {
      for (let i = 0; i < ticks; i++) tick();
    },
    totals: () => [total(K), total(T)],
  };
}
