// The same sixth-order step with one object a lab: what most agent-based models in JavaScript look like.
import { K0, paper, T0, thirds } from '../../economies.mjs';
import { observedOf } from '../observed.mjs';
import { runner } from '../runner.mjs';

export const name = 'JavaScript, one object a lab';

class Lab {
  constructor(K, T, q) {
    this.K = K;
    this.T = T;
    this.q = q;
  }

  rate(totalT, spill) {
    return (1 - this.q) * (this.stage + spill * (totalT - this.stage)) ** paper.c;
  }

  begin() {
    this.sumK = 0;
    this.sumT = 0;
  }

  restart() {
    this.growth = 0;
    this.stage = this.T;
  }

  kick(totalT, spill, d) {
    this.growth += d * this.rate(totalT, spill);
  }

  drift(d) {
    this.stage += d * this.q * this.K * Math.exp(this.growth);
  }

  weigh(weight) {
    this.sumK += weight * this.growth;
    this.sumT += weight * (this.stage - this.T);
  }

  finish() {
    this.K *= Math.exp(this.sumK);
    this.T += this.sumT;
  }
}

export function create(N, h) {
  const labs = thirds(N, paper.splits).flatMap(([first, count, q]) =>
    Array.from({ length: count }, (_, i) => new Lab(K0(first + i, 1), T0(first + i, 1), q)),
  );
  const spill = paper.sigma(N);
  const staged = () => labs.reduce((sum, lab) => sum + lab.stage, 0);
  const observe = () => observedOf((visit) => labs.forEach(visit));
  let seen = observe();

  function sequence(n, weight) {
    const d = h / n;
    for (const lab of labs) lab.restart();
    let totalT = seen[1];
    for (const lab of labs) lab.kick(totalT, spill, d / 2);
    for (let step = 1; step <= n; step++) {
      for (const lab of labs) lab.drift(d);
      totalT = staged();
      for (const lab of labs) lab.kick(totalT, spill, step < n ? d : d / 2);
    }
    for (const lab of labs) lab.weigh(weight);
  }

  function tick() {
    for (const lab of labs) lab.begin();
    sequence(1, 1 / 24);
    sequence(2, -16 / 15);
    sequence(3, 81 / 40);
    for (const lab of labs) lab.finish();
    seen = observe();
  }

  return runner(tick, () => seen);
}
