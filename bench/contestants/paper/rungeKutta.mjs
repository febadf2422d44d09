// The paper economy by the classic fourth-order Runge–Kutta method in typed arrays: four loops a step, each of which sums ΣT for
// the next.
import { columns, paper } from '../../economies.mjs';
import { observed } from '../observed.mjs';
import { runner } from '../runner.mjs';

/** Weight of each stage in a step, and the share of it after which the next stage stands. */
export const STAGES = [
  [1 / 6, 1 / 2],
  [1 / 3, 1 / 2],
  [1 / 3, 1],
  [1 / 6, 0],
];

export function create(N, h) {
  const { c } = paper;
  const start = columns(paper, N);
  const { q } = start;
  const K = start.K.slice();
  const T = start.T.slice();
  const stageK = new Float64Array(N);
  const stageT = new Float64Array(N);
  const nextK = new Float64Array(N);
  const nextT = new Float64Array(N);
  const spill = paper.sigma(N);
  const own = 1 - spill;
  let totalT;

  /** What every step begins with: its first stage stands at its start. */
  function begin() {
    stageK.set(K);
    stageT.set(T);
    nextK.set(K);
    nextT.set(T);
  }

  function restart() {
    K.set(start.K);
    T.set(start.T);
    totalT = T.reduce((sum, t) => sum + t, 0);
  }

  function tick() {
    begin();
    for (const [weight, share] of STAGES) {
      const spilled = spill * totalT;
      const add = weight * h;
      const ahead = share * h;
      totalT = 0;
      for (let i = 0; i < N; i++) {
        const k = stageK[i];
        const slopeT = q[i] * k;
        const slopeK = (k - slopeT) * (own * stageT[i] + spilled) ** c;
        nextK[i] += add * slopeK;
        nextT[i] += add * slopeT;
        stageK[i] = K[i] + ahead * slopeK;
        stageT[i] = T[i] + ahead * slopeT;
        totalT += stageT[i];
      }
    }
    K.set(nextK);
    T.set(nextT);
    totalT = 0;
    for (let i = 0; i < N; i++) totalT += T[i];
  }

  restart();
  return runner(tick, () => observed({ K, T, q }), restart);
}
