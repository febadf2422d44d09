// The reference Euler economy, or another by Euler's method, as an AgentScript model: turtles with variables of their own, asked once a tick.
import { observedOf } from '../contestants/observed.mjs';
import { runner } from '../contestants/runner.mjs';
import { euler, K0, T0, thirds } from '../economies.mjs';

// The package makes a canvas for its text labels when it loads; no model here draws any, and Node has none.
globalThis.OffscreenCanvas ??= class {
  getContext = () => ({});
};
const { Model } = await import('agentscript');

export const name = 'AgentScript 0.10';

/** Labs as turtles, moved by Euler steps of length h. */
export class Economy extends Model {
  constructor(N, h, economy) {
    // One patch: labs have no place.
    super({ minX: 0, maxX: 0, minY: 0, maxY: 0 });
    const scale = economy.scale(N);
    for (const [first, count, q] of thirds(N, economy.splits)) {
      let lab = first;
      this.turtles.create(count, (turtle) => {
        turtle.K = K0(lab, scale);
        turtle.T = T0(lab, scale);
        turtle.q = q;
        lab++;
      });
    }
    this.h = h;
    this.c = economy.c;
    this.delta = economy.delta;
    this.spill = economy.sigma(N);
    this.scale = scale;
    this.observe();
  }

  step() {
    const totalT = this.seen[1];
    this.turtles.ask((lab) => {
      const effective = lab.T + this.spill * (totalT - lab.T);
      const output = (1 - lab.q) * lab.K * effective ** this.c;
      lab.T += this.h * lab.q * lab.K;
      lab.K += this.h * (output - this.delta * lab.K);
    });
    this.observe();
  }

  observe() {
    this.seen = observedOf((visit) => this.turtles.ask(visit));
  }

  /** Back to t = 0. */
  restart() {
    this.turtles.ask((lab, i) => {
      lab.K = K0(i, this.scale);
      lab.T = T0(i, this.scale);
    });
    this.observe();
  }
}

export function create(N, h, economy = euler) {
  const model = new Economy(N, h, economy);
  return runner(
    () => model.step(),
    () => model.seen,
    () => model.restart(),
  );
}
