// Who runs to the horizon, by method: all that step by the same one need the same number of steps.
import { built, simulate } from '../contestants/core.mjs';
import * as euler from '../contestants/euler/typedArrays.mjs';
import * as rungeKutta from '../contestants/paper/rungeKutta.mjs';
import * as sixthOrder from '../contestants/paper/typedArrays.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { paper } from '../economies.mjs';
import { loadPeers } from '../peers/install.mjs';

/** The core takes no longer substeps than this; a larger ε changes nothing. */
const LONGEST_EPSILON = 0.1;

const core = (epsilon, remark = '') => ({
  name: `Turnpike core, ε = ${epsilon}${remark}`,
  create: (N, h) => simulate(scenarioOf(paper, N, h, { clock: { epsilon } })),
});

const onPaper = ({ create }, name) => ({ name, create: (N, h) => create(N, h, paper) });

/** Resolves to lists of contestants: in each the first finds the number of steps for all. The core comes first. */
export async function contestantsByMethod() {
  const { epsilon } = built.parseScenario(scenarioOf(paper, 1, paper.h)).clock;
  const peers = async (method, words) =>
    (await loadPeers(method)).map((peer) => onPaper(peer, `${peer.name}, ${words}`));
  return [
    [core(LONGEST_EPSILON)],
    [core(epsilon, ', as it comes')],
    [onPaper(sixthOrder, 'JavaScript, typed arrays, sixth order')],
    [
      onPaper(rungeKutta, 'JavaScript, typed arrays, Runge–Kutta'),
      ...(await peers('rungeKutta', 'Runge–Kutta')),
    ],
    [onPaper(euler, 'JavaScript, typed arrays, Euler'), ...(await peers('euler', 'Euler'))],
  ];
}
