// The reference Euler economy, or another by Euler's method, in typed arrays: one loop a tick.
import { columns, euler } from '../../economies.mjs';
import { observed } from '../observed.mjs';
import { runner } from '../runner.mjs';

export const name = 'JavaScript, typed arrays';

export function create(N, h, economy = euler) {
  const { c, delta } = economy;
  const start = columns(economy, N);
  const { q } = start;
  const K = start.K.slice();
  const T = start.T.slice();
  const spill = economy.sigma(N);
  const own = 1 - spill;
  let seen = observed({ K, T, q });

  function tick() {
    const spilled = spill * seen[1];
    for (let i = 0; i < N; i++) {
      const k = K[i];
      const t = T[i];
      const output = (1 - q[i]) * k * (own * t + spilled) ** c;
      K[i] = k + h * (output - delta * k);
      T[i] = t + h * q[i] * k;
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
