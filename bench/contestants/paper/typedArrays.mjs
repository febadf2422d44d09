// The same sixth-order step in typed arrays: what a careful JavaScript programmer writes.
import { columns, paper } from '../../economies.mjs';
import { observed } from '../observed.mjs';
import { runner } from '../runner.mjs';

export const name = 'JavaScript, typed arrays';

const SEQUENCES = [
  [1, 1 / 24],
  [2, -16 / 15],
  [3, 81 / 40],
];

export function create(N, h) {
  const { c } = paper;
  const start = columns(paper, N);
  const { q } = start;
  const K = start.K.slice();
  const T = start.T.slice();
  const power = new Float64Array(N);
  const growth = new Float64Array(N);
  const stage = new Float64Array(N);
  const sumK = new Float64Array(N);
  const sumT = new Float64Array(N);
  const spill = paper.sigma(N);
  const own = 1 - spill;
  let seen = observed({ K, T, q });

  function total(column) {
    let sum = 0;
    for (let i = 0; i < N; i++) sum += column[i];
    return sum;
  }

  function tick() {
    const spilledAtStart = spill * seen[1];
    for (let i = 0; i < N; i++) {
      power[i] = (own * T[i] + spilledAtStart) ** c;
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
        sumT[i] += weight * (stage[i] - T[i]);
      }
    }
    for (let i = 0; i < N; i++) {
      K[i] *= Math.exp(sumK[i]);
      T[i] += sumT[i];
    }
    seen = observed({ K, T, q });
  }

  function restart() {
    K.set(start.K);
    T.set(start.T);
    seen = observed({ K, T, q });
  }

  return runner(tick, () => seen, restart);
}
