// The paper economy by the classic fourth-order Runge–Kutta method as a flocc model: one tick of the environment is a stage, and
// the tick rule moves an agent's data in place: returned, they would be copied twice.
import { STAGES } from '../../contestants/paper/rungeKutta.mjs';
import { runner } from '../../contestants/runner.mjs';
import { paper } from '../../economies.mjs';
import { environmentOf, observe, restart } from '../flocc.mjs';

export { name } from '../flocc.mjs';

function stage(agent) {
  const { shared } = agent.environment;
  const lab = agent.getData();
  const slopeT = lab.q * lab.stageK;
  const effective = lab.stageT + shared.spill * (shared.totalT - lab.stageT);
  const slopeK = (lab.stageK - slopeT) * effective ** shared.c;
  lab.nextK += shared.add * slopeK;
  lab.nextT += shared.add * slopeT;
  if (shared.isLast) {
    lab.K = lab.nextK;
    lab.T = lab.nextT;
    lab.stageK = lab.K;
    lab.stageT = lab.T;
  } else {
    lab.stageK = lab.K + shared.ahead * slopeK;
    lab.stageT = lab.T + shared.ahead * slopeT;
  }
  shared.sum += lab.stageT;
}

export function create(N, h) {
  const environment = environmentOf(N, h, paper, stage);
  const { shared } = environment;

  function begin() {
    restart(environment, paper);
    for (const agent of environment.getAgents()) {
      const { K, T } = agent.getData();
      agent.set({ stageK: K, stageT: T, nextK: K, nextT: T });
    }
    shared.totalT = observe(environment)[1];
  }

  function step() {
    STAGES.forEach(([weight, share], which) => {
      shared.add = weight * h;
      shared.ahead = share * h;
      shared.isLast = which === STAGES.length - 1;
      shared.sum = 0;
      environment.tick({ randomizeOrder: false });
      shared.totalT = shared.sum;
    });
  }

  begin();
  return runner(step, () => observe(environment), begin);
}
