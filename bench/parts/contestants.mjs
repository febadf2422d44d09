// The table of contestants for one economy: ns per lab-tick by number of labs, ratios to the core of the same round.
import { coreFor } from '../contestants/core.mjs';
import * as eulerObjects from '../contestants/euler/objects.mjs';
import * as eulerTypedArrays from '../contestants/euler/typedArrays.mjs';
import { compiler, sameAlgorithm, unleashed } from '../contestants/native.mjs';
import * as paperObjects from '../contestants/paper/objects.mjs';
import * as paperTypedArrays from '../contestants/paper/typedArrays.mjs';
import * as economies from '../economies.mjs';
import { loadPeers } from '../peers/install.mjs';
import { count, figure, table } from '../report/table.mjs';
import { checkAgreement, timeContestants } from '../timing.mjs';

/** Evaluations of T̂^c with their kick and drift in a sixth-order tick: one at its start, then 1 + 2 + 3. */
const STAGES = 7;
/** The frameworks keep a kilobyte or so a lab. */
const MOST_FRAMEWORK_LABS = 100_000;

/** Resolves to one row a contestant: its name and, by size, its result or null. */
async function compare(economy, contestants, { sizes, effort, say }) {
  const rows = contestants.map(({ name }) => ({ name, results: [] }));
  for (const N of sizes) {
    const present = contestants.filter(({ most = Number.POSITIVE_INFINITY }) => N <= most);
    await checkAgreement(present, economy, N);
    say(`N = ${count(N)}: outputs agree, timing …`);
    const results = await timeContestants(present, economy, N, effort);
    contestants.forEach((contestant, i) => {
      rows[i].results.push(results[present.indexOf(contestant)] ?? null);
    });
  }
  return rows;
}

const heading = (sizes) => ['', ...sizes.map((N) => `N = ${count(N)}`)];

function cells({ results }, isFirst) {
  return results.map((result) => {
    if (!result) return '–';
    const ns = `${figure(result.median)} (${figure(result.least)})`;
    return isFirst ? ns : `${ns} ${figure(result.ratio)}×`;
  });
}

const legend =
  'ns per lab-tick: the median of the rounds, in brackets the least; then the median of the ratios to the core within a round. × above 1: the core is faster.';

export async function paper(options) {
  const contestants = [
    coreFor(economies.paper),
    ...(compiler ? sameAlgorithm(economies.paper, 'paper.c') : []),
    paperTypedArrays,
    paperObjects,
  ];
  const rows = await compare(economies.paper, contestants, options);
  const [core] = rows;
  const stage = ['core, ns per lab-stage', ...core.results.map(({ median }) => figure(median / STAGES))];
  const text = table(heading(options.sizes), [
    ...rows.map((row, i) => [row.name, ...cells(row, i === 0)]),
    stage,
  ]);
  return {
    rows,
    text: `One sixth-order tick of the paper economy with spillover, one thread; a lab-stage is one of its ${STAGES} evaluations of T̂^c with kick and drift.\n${legend}\n\n${text}`,
  };
}

export async function euler(options) {
  const peers = (await loadPeers()).map(({ name, create }) => ({ name, create, most: MOST_FRAMEWORK_LABS }));
  const native = compiler
    ? [unleashed(economies.euler, 'euler.c'), ...sameAlgorithm(economies.euler, 'eulerLanes.c')]
    : [];
  const contestants = [coreFor(economies.euler), ...native, eulerTypedArrays, eulerObjects, ...peers];
  const rows = await compare(economies.euler, contestants, options);
  const speeds = rows[0].results.map(
    ({ median, least }) => `${figure(1e3 / median)} (${figure(1e3 / least)})`,
  );
  const text = table(heading(options.sizes), [
    ...rows.map((row, i) => [row.name, ...cells(row, i === 0)]),
    ['core, million lab-ticks a second', ...speeds],
  ]);
  return {
    rows,
    text: `One Euler tick of the reference economy: c = 0.8, σ = 0.1, δ = 0.01, q = 0.2, 0.35, 0.5 by thirds, all sums each tick, one thread.\n${legend}\n\n${text}`,
  };
}

const QUOTED_SIZES = [1000, 100_000];

/** One small table of both economies: medians and ratios to the core. compared: rows by economy. */
export function quoted({ paper: sixth, euler: reference }, sizes) {
  const at = QUOTED_SIZES.map((N) => sizes.indexOf(N));
  const names = [...new Set([...sixth, ...reference].map(({ name }) => name))];
  const cellsOf = (rows, name) => {
    const row = rows.find((candidate) => candidate.name === name);
    return at.map((i) => {
      const result = row?.results[i];
      if (!result) return '–';
      return row === rows[0] ? figure(result.median) : `${figure(result.median)} (${figure(result.ratio)}×)`;
    });
  };
  const header = [
    'ns per lab-tick',
    ...['sixth-order', 'Euler'].flatMap((tick) => QUOTED_SIZES.map((N) => `${tick}, N = ${count(N)}`)),
  ];
  return table(
    header,
    names.map((name) => [name, ...cellsOf(sixth, name), ...cellsOf(reference, name)]),
  );
}
