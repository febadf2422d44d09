// The reference Euler economy as a flocc model: agents with data, a tick rule that returns their next data, in a fixed order.
import { Agent, Environment } from 'flocc';
import { runner } from '../contestants/runner.mjs';
import { euler, K0, T0, thirds } from '../economies.mjs';

export const name = 'flocc 0.7';

function step(agent) {
  const { totalT, spill, h } = agent.environment.shared;
  const K = agent.get('K');
  const T = agent.get('T');
  const q = agent.get('q');
  const output = (1 - q) * K * (T + spill * (totalT - T)) ** euler.c;
  return { K: K + h * (output - euler.delta * K), T: T + h * q * K };
}

function observe(environment) {
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

export function create(N, h) {
  const environment = new Environment({ torus: false });
  const scale = euler.scale(N);
  for (const [first, count, q] of thirds(N, euler.splits))
    for (let lab = first; lab < first + count; lab++) {
      const agent = new Agent({ K: K0(lab, scale), T: T0(lab, scale), q });
      agent.set('tick', step);
      environment.addAgent(agent);
    }
  let seen = observe(environment);
  environment.shared = { totalT: seen[1], spill: euler.sigma(N), h };
  return runner(
    () => {
      environment.tick({ randomizeOrder: false });
      seen = observe(environment);
      environment.shared.totalT = seen[1];
    },
    () => seen,
  );
}
