// What each mechanism, decision rule and reinvestment rule costs when it is on, one at a time.
import { parameters, rules as ruleTable } from '../../build/lib/scenario/index.js';
import { simulate } from '../contestants/core.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { paper } from '../economies.mjs';
import { count, figure, table } from '../report/table.mjs';
import { interleave } from '../timing.mjs';

const SIZES = [1000, 100_000];
/** Long enough for a lag of some ticks, short enough for one step a tick. */
const H = 1e-6;
/** A lag of ten ticks. */
const TAU = 1e-5;

/** Every mechanism on, with values that make it do its work and let no lab leave while it is timed. */
const settings = [
  { w: 0.9 },
  { k1: 0.01 },
  { k2: 100 },
  { Tmax: 50 },
  { delta: 0.1 },
  { rho: 0.2 },
  { tau: TAU },
  { releaseEvery: 4 },
  { releaseGrowth: 1.2 },
  { techniques: ['scaling-policy', 'mcts'], techniqueScale: 2, Tperfect: 50 },
  { contest: 'quality' },
  { theta: 1.2 },
  { elasticity: 3 },
  { F: 1 },
  { F: 1, gF: 0.4, phi: 0.5 },
  { gp: 0.1 },
  { f: 0.05 },
  { omega: 0.1 },
  { credit: 1000 },
  { entry: 2, entrySpread: 0.2 },
];
const reinvestments = [
  { reinvest: 'constant' },
  { reinvest: 'hurdle', r: 0.5 },
  { reinvest: 'payout', payout: 0.1 },
];

/** The paper economy's own parameters. */
const PAPER = ['a', 'b', 'c', 's', 'sigma'];

/** Throws if the parameter table has an economy's row that no setting here turns on. */
function checkCovered() {
  const covered = new Set([...PAPER, ...[...settings, ...reinvestments].flatMap(Object.keys)]);
  const missing = parameters.filter(({ scope, id }) => scope === 'economy' && !covered.has(id));
  if (missing.length > 0)
    throw new Error(`bench/parts/mechanisms.mjs has no value for ${missing.map(({ id }) => id).join(', ')}`);
}

const words = (economy) =>
  Object.entries(economy)
    .map(([id, value]) => `${parameters.find((row) => row.id === id).symbol} = ${value}`)
    .join(', ');

/** A table of what each change costs beside the economy unchanged. changes: [name, change]. */
async function costs(changes, { effort, say }) {
  const all = [['nothing', {}], ...changes];
  const columns = [];
  for (const N of SIZES) {
    say(`${changes.length} at N = ${count(N)}`);
    const runners = all.map(([, change]) => simulate(scenarioOf(paper, N, H, change)));
    columns.push(
      await interleave(
        runners,
        all.map(() => N),
        effort,
      ),
    );
  }
  const header = ['on', ...SIZES.flatMap((N) => [`N = ${count(N)}`, '×'])];
  const rows = all.map(([name], i) => [
    name,
    ...columns.flatMap((results) => [figure(results[i].median), figure(results[i].ratio)]),
  ]);
  return table(header, rows);
}

const intro = 'Core, paper economy with spillover, one step a tick, one thread; ns per lab-tick and ratio to';

export async function mechanisms(options) {
  checkCovered();
  const one = settings.map((economy) => [words(economy), { economy }]);
  const all = Object.assign({}, ...settings, ...reinvestments);
  return {
    text: `${intro} the same with no mechanism on.\n\n${await costs([...one, ['all of them', { economy: all }]], options)}`,
  };
}

export async function rules(options) {
  const one = ruleTable.map(({ id, label }) => [label, { groups: { rule: { type: id } } }]);
  const noisy = ['any, with execution noise (shown: fixed)', { groups: { noise: 0.01 } }];
  return { text: `${intro} three groups of fixed splits.\n\n${await costs([...one, noisy], options)}` };
}

export async function reinvestment(options) {
  const one = reinvestments.map((economy) => [words(economy), { economy }]);
  return { text: `${intro} the default.\n\n${await costs(one, options)}` };
}
