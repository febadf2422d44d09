// ns per lab-tick of the core against the number of labs.
import { simulate } from '../contestants/core.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { euler, paper } from '../economies.mjs';
import { count, figure, table } from '../report/table.mjs';
import { interleave } from '../timing.mjs';

const SIZES = [1, 3, 10, 30, 100, 1000, 10_000, 100_000, 1_000_000];
/** Sizes are compared with this one. */
const REFERENCE = 1000;

const economies = [
  ['paper economy with spillover', (N) => scenarioOf(paper, N, paper.h)],
  ['paper economy without', (N) => scenarioOf(paper, N, paper.h, { economy: { sigma: 0 } })],
  ['reference Euler economy', (N) => scenarioOf(euler, N, euler.h)],
];

export async function sizes({ effort, sizes: asked, say }) {
  const all = SIZES.filter((N) => N <= Math.max(...asked));
  // The reference size first: ratios are to it, within a round.
  const order = [REFERENCE, ...all.filter((N) => N !== REFERENCE)];
  const rows = [];
  for (const [name, scenario] of economies) {
    say(name);
    const runners = order.map((N) => simulate(scenario(N)));
    const results = await interleave(runners, order, effort);
    rows.push([
      name,
      ...all.map((N) => {
        const { median, ratio } = results[order.indexOf(N)];
        return `${figure(median)} (${figure(ratio)}×)`;
      }),
    ]);
  }
  return {
    text: `Core, one thread; ns per lab-tick, in brackets the ratio to N = ${count(REFERENCE)} within a round.\n\n${table(['labs', ...all.map(count)], rows)}`,
  };
}
