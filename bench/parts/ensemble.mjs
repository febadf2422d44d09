// ns per lab-tick of ensembles: replicas of a few labs in one instance, two to a vector.
import { Ensemble } from '../../build/lib/core/index.js';
import { economiesOf } from '../../build/lib/scenario/economies.js';
import { milliseconds } from '../clock.mjs';
import { built, simulate } from '../contestants/core.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { paper } from '../economies.mjs';
import { count, figure, table } from '../report/table.mjs';
import { interleave } from '../timing.mjs';

/** Ensembles are compared with one economy of so many labs. */
const LARGE = 100_000;
const REPLICAS = 4096;
const NUMBERS = [1, 2, 8, 64, 512, REPLICAS];
const LABS = [1, 2, 3, 5, 8, 16, 32];

/** Labs that differ from lab to lab and from seed to seed, in groups of the given sizes. */
const scenario = (sizes) => {
  const { groups, ...rest } = scenarioOf(paper, 3, paper.h);
  const labs = sizes.reduce((sum, size) => sum + size, 0);
  return {
    ...rest,
    economy: { ...rest.economy, sigma: paper.sigma(labs) },
    groups: sizes.map((size, i) => ({
      ...groups[i],
      count: size,
      K0: { distribution: 'uniform', min: 1, max: 2 },
      T0: { distribution: 'uniform', min: 1, max: 2 },
    })),
  };
};

function ensemble(sizes, replicas) {
  const [spec] = economiesOf(built.parseScenario(scenario(sizes)));
  const members = Array.from({ length: replicas }, (_, i) => ({ spec, seed: i + 1 }));
  let all = new Ensemble(built.core, members);
  let tick = 0;
  return {
    time(ticks) {
      const most = spec.clock.until / spec.clock.h;
      if (tick + ticks > most) {
        all = new Ensemble(built.core, members, all);
        tick = 0;
      }
      tick += ticks;
      const start = milliseconds();
      all.advance(tick);
      return milliseconds() - start;
    },
    hashes: () => all.economies.slice(0, 40).map((economy) => economy.hash()),
  };
}

/** Every replica must have the bits of its own run before anything is timed. */
function checkIdentity(sizes) {
  const together = ensemble(sizes, 40);
  together.time(30);
  together.hashes().forEach((hash, i) => {
    const { Simulation, core, parseScenario } = built;
    const alone = new Simulation(core, parseScenario({ ...scenario(sizes), seed: i + 1 }));
    alone.advance(30);
    if (alone.economies[0].hash() !== hash) throw new Error(`replica ${i} of ${sizes} has other bits alone`);
  });
}

/**
 * Every shape, [sizes, number of replicas], beside the large economy and one replica alone, the three of them in turns. A turn
 * takes the replicas some hundred ticks on, as sweeps take theirs: to come into a lane and leave it costs a replica as much as
 * some ten lab-ticks.
 */
async function compared(shapes, { rounds, slice }) {
  const large = simulate(scenarioOf(paper, LARGE, paper.h));
  const results = [];
  for (const [sizes, n] of shapes) {
    const labs = sizes.reduce((sum, size) => sum + size, 0);
    const runners = [large, ensemble(sizes, n), simulate(scenario(sizes))];
    const effort = { rounds: Math.ceil(rounds / 2), slice: 4 * slice };
    const [one, together, alone] = await interleave(runners, [LARGE, n * labs, labs], effort);
    results.push({ large: one, together, alone });
  }
  return results;
}

export async function ensembles({ effort, say }) {
  const cell = ({ median, ratio }) => `${figure(median)} (${ratio.toFixed(2)}×)`;
  const shapes = [...LABS.map((labs) => [labs]), [2, 2, 4], [3, 3, 4]];
  for (const sizes of shapes) checkIdentity(sizes);
  say(`${count(REPLICAS)} replicas of each size`);
  const bySize = await compared(
    shapes.map((sizes) => [sizes, REPLICAS]),
    effort,
  );
  say('8 labs, one replica to many');
  const byNumber = await compared(
    NUMBERS.map((n) => [[8], n]),
    effort,
  );
  const sizeRows = shapes.map((sizes, i) => {
    const { together, alone } = bySize[i];
    return [
      sizes.join(' + '),
      cell(together),
      cell(alone),
      `${(alone.median / together.median).toFixed(1)}×`,
    ];
  });
  const number = byNumber.map(({ together }) => cell(together));
  const least = Math.min(...[...bySize, ...byNumber].map(({ large }) => large.least));
  return {
    text: `Sixth-order ticks of the paper economy with spillover, one thread; ns per lab-tick, in brackets the ratio to one economy of ${count(LARGE)} labs within a round (${figure(least)} ns at best). Before timing, 40 replicas of each shape must have the state hashes of their own runs.

${table([`${count(REPLICAS)} replicas of labs in groups of`, 'in an ensemble', 'alone', 'gain'], sizeRows)}

${table(['replicas of 8 labs', ...NUMBERS.map(count)], [['ns per lab-tick', ...number]])}`,
  };
}
