// The reference Euler economy with one object a lab.
import { euler, K0, T0, thirds } from '../../economies.mjs';
import { observedOf } from '../observed.mjs';
import { runner } from '../runner.mjs';

export const name = 'JavaScript, one object a lab';

class Lab {
  constructor(K, T, q) {
    this.K = K;
    this.T = T;
    this.q = q;
  }

  step(totalT, spill, h) {
    const effective = this.T + spill * (totalT - this.T);
    const output = (1 - this.q) * this.K * effective ** euler.c;
    this.T += h * this.q * this.K;
    this.K += h * (output - euler.delta * this.K);
  }
}

export function create(N, h) {
  const scale = euler.scale(N);
  const spill = euler.sigma(N);
  const labs = thirds(N, euler.splits).flatMap(([first, count, q]) =>
    Array.from({ length: count }, (_, i) => new Lab(K0(first + i, scale), T0(first + i, scale), q)),
  );
  const observe = () => observedOf((visit) => labs.forEach(visit));
  let seen = observe();
  return runner(
    () => {
      for (const lab of labs) lab.step(seen[1], spill, h);
      seen = observe();
    },
    () => seen,
  );
}
