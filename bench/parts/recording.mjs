// What recording costs: every aggregate of every group after every tick, reduced in the core and handed to the host.
import { variant } from '../contestants/builds.mjs';
import { simulate } from '../contestants/core.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { euler, paper } from '../economies.mjs';
import { count, figure, percent, table } from '../report/table.mjs';
import { interleave } from '../timing.mjs';

const SIZES = [1000, 100_000];

export async function recording({ effort, say }) {
  const unobserved = await variant('unobserved', {
    changes: [
      [
        'assembly/tick.ts',
        ['  if (!account(economy, h)) setEconomyField(economy, ECONOMY_STATUS, STATUS_FAILED);\n', ''],
        ['  recordRow(economy);\n', ''],
      ],
      // Spillover needs ΣT at a tick's start, which is otherwise at hand from the observation.
      [
        'assembly/integrate/coupling.ts',
        ['groupField(g, GROUP_RECORD + RECORD_T);', 'sumColumn(columnOf(COLUMN_T, g), paddedBytes(g));'],
        ['  COLUMN_Q,\n', '  COLUMN_Q,\n  COLUMN_T,\n'],
      ],
    ],
  });
  const rows = [];
  for (const [name, economy] of [
    ['sixth-order tick', paper],
    ['Euler tick', euler],
  ])
    for (const N of SIZES) {
      say(`${name}, N = ${count(N)}`);
      const scenario = scenarioOf(economy, N, economy.h);
      let kept = 0;
      const results = await interleave(
        [
          simulate(scenario, { library: unobserved }),
          simulate(scenario),
          simulate(scenario, { onRow: (row) => (kept += row.K) }),
        ],
        [N, N, N],
        effort,
      );
      if (!(kept > 0)) throw new Error('no row was recorded');
      rows.push([
        `${name}, N = ${count(N)}`,
        figure(results[0].median),
        ...results.slice(1).map(({ ratio }) => percent(ratio)),
      ]);
    }
  const header = [
    '',
    'unobserved, ns',
    'observed and recorded in the core',
    'and every row decoded by the host',
  ];
  return {
    text: `Against a build of the core that leaves out observation and recording, but for ΣT, which spillover needs anyway; three groups, so three sets of aggregates a tick.\n\n${table(header, rows)}`,
  };
}
