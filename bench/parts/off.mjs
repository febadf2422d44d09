// A mechanism that is off costs nothing: the paper economy at the commits just before and just after the mechanisms came,
// and now.
import { atCommit } from '../contestants/builds.mjs';
import { built, simulate } from '../contestants/core.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { paper } from '../economies.mjs';
import { count, figure, table } from '../report/table.mjs';
import { interleave } from '../timing.mjs';

/** The commit that brought the market economy, and all rules that look at others. */
const ARRIVAL = '1f850aa';
const SIZES = [10, 1000, 100_000];

export async function off({ effort, say }) {
  const before = await atCommit(`${ARRIVAL}^`);
  const after = await atCommit(ARRIVAL);
  if (!before || !after) return { text: `Left out: commit ${ARRIVAL} is not in this clone's history.` };
  const builds = [before, after, built];
  const columns = [];
  for (const N of SIZES) {
    say(`N = ${count(N)}`);
    const scenario = scenarioOf(paper, N, paper.h);
    columns.push(
      await interleave(
        builds.map((library) => simulate(scenario, { library })),
        builds.map(() => N),
        { ...effort, rounds: 2 * effort.rounds },
      ),
    );
  }
  const rows = ['before the mechanisms', 'with them, all off', 'now'].map((name, i) => [
    name,
    ...columns.map((results) => {
      const { median, least, ratio } = results[i];
      return `${figure(median)} (${figure(least)})${i > 0 ? ` ${ratio.toFixed(3)}×` : ''}`;
    }),
  ]);
  const header = ['', ...SIZES.map((N) => `N = ${count(N)}`)];
  return {
    text: `The paper economy with spillover by three builds of the core in turns (${ARRIVAL}^, ${ARRIVAL} and this one): ns per lab-tick, in brackets the least; ratio to the first within a round.\n\n${table(header, rows)}`,
  };
}
