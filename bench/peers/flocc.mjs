// The reference Euler economy, or another by Euler's method, as a flocc model: agents with data, a tick rule that returns their next data, in a fixed order.
import { Agent, Environment } from 'flocc';
import { runner } from '../contestants/runner.mjs';
import { euler, K0, T0, thirds } from '../economies.mjs';

export const name = 'flocc 0.7';

function step(agent) {
  const { totalT, spill, c, delta, h } = agent.environment.shared;
  const K = agent.get('K');
  const T = agent.get('T');
  const q = agent.get('q');
  const output = (1 - q) * K * (T + spill * (totalT - T)) ** c;
  return { K: K + h * (output - delta * K), T: T + h * q * K };
}

/** Labs as agents with data K, T and q and a tick rule; `shared` has what every rule reads. */
export function environmentOf(N, h, economy, rule) {
  const environment = new Environment({ torus: false });
  const { c, delta } = economy;
  const scale = economy.scale(N);
  for (const [first, count, q] of thirds(N, economy.splits))
    for (let lab = first; lab < first + count; lab++) {
      const agent = new Agent({ K: K0(lab, scale), T: T0(lab, scale), q });
      agent.set('tick', rule);
      environment.addAgent(agent);
    }
  environment.shared = { spill: economy.sigma(N), c, delta, h };
  return environment;
}

/** Sets all stocks to those at t = 0. */
export function restart(environment, economy) {
  const agents = environment.getAgents();
  const scale = economy.scale(agents.length);
  for (const [lab, agent] of agents.entries()) agent.set({ K: K0(lab, scale), T: T0(lab, scale) });
}

export function observe(environment) {
  const seen = [0, 0, 0, 0, 0, 0];
  for (const agent of environment.getAgents()) {
    const K = agent.get('K');
    const T = agent.get('T');
    seen[0] += K;
    seen[1] += T;
    seen[2] += agent.get('q') * K;
    seen[3] += K * K;
    seen[4] = Math.max(seen[4], K);
    seen[5] = Math.max(seen[5], T);
  }
  return seen;
}

export function create(N, h, economy = euler) {
  const environment = environmentOf(N, h, economy, step);
  let seen;

  function look() {
    seen = observe(environment);
    environment.shared.totalT = seen[1];
  }

  look();
  return runner(
    () => {
      environment.tick({ randomizeOrder: false });
      look();
    },
    () => seen,
    () => {
      restart(environment, economy);
      look();
    },
  );
}
