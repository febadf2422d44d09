// The paper economy by the classic fourth-order Runge–Kutta method as an AgentScript model: turtles asked once a stage, which
// sums ΣT for the next.
import { STAGES } from '../../contestants/paper/rungeKutta.mjs';
import { runner } from '../../contestants/runner.mjs';
import { paper } from '../../economies.mjs';
import { Economy } from '../agentscript.mjs';

export { name } from '../agentscript.mjs';

class RungeKuttaEconomy extends Economy {
  constructor(N, h) {
    super(N, h, paper);
    this.restart();
  }

  step() {
    const { h, c, spill } = this;
    const last = STAGES.length - 1;
    STAGES.forEach(([weight, share], stage) => {
      const totalT = this.totalT;
      const add = weight * h;
      const ahead = share * h;
      let sum = 0;
      this.turtles.ask((lab) => {
        const slopeT = lab.q * lab.stageK;
        const slopeK = (lab.stageK - slopeT) * (lab.stageT + spill * (totalT - lab.stageT)) ** c;
        lab.nextK += add * slopeK;
        lab.nextT += add * slopeT;
        if (stage < last) {
          lab.stageK = lab.K + ahead * slopeK;
          lab.stageT = lab.T + ahead * slopeT;
        } else {
          lab.K = lab.nextK;
          lab.T = lab.nextT;
          lab.stageK = lab.K;
          lab.stageT = lab.T;
        }
        sum += lab.stageT;
      });
      this.totalT = sum;
    });
  }

  restart() {
    super.restart();
    this.turtles.ask((lab) => {
      lab.stageK = lab.K;
      lab.stageT = lab.T;
      lab.nextK = lab.K;
      lab.nextT = lab.T;
    });
    this.totalT = this.seen[1];
  }
}

export function create(N, h) {
  const model = new RungeKuttaEconomy(N, h);
  return runner(
    () => model.step(),
    () => {
      model.observe();
      return model.seen;
    },
    () => model.restart(),
  );
}
