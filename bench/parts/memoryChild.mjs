// A process of its own for `memory`: so many labs, twenty recorded ticks, then what it holds.

import { Simulation } from '../../build/lib/core/index.js';
import { loadCore } from '../../build/lib/core/loadNode.js';
import { parseScenario } from '../../build/lib/scenario/index.js';

const N = Number(process.argv[2]);
const { economy, groups } = JSON.parse(process.argv[3]);
const spread = { distribution: 'lognormal', median: 1, spread: 0.2 };
const core = await loadCore();
const before = process.memoryUsage().rss;
const simulation = new Simulation(
  core,
  parseScenario({
    clock: { h: 1e-6, until: 20e-6 },
    economy: { sigma: 0.1 / N, ...economy },
    groups: [{ name: 'labs', count: N, K0: spread, T0: spread, rule: { type: 'fixed', q: 0.3 }, ...groups }],
  }),
);
const rows = [];
simulation.run((row) => rows.push(row));
if (rows.length !== 21) throw new Error(`${rows.length} rows instead of 21`);
const bytesPerLab = simulation.economies[0].groups[0].K.buffer.byteLength / N;
console.log(JSON.stringify({ before, resident: process.memoryUsage().rss, bytesPerLab }));
