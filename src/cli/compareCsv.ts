import type { Simulation } from '../core/simulation.ts';
import { csvCell, csvComments, csvText } from '../measure/index.ts';
import type { Compared } from './compareText.ts';

const COLUMNS = [
  ...['economy', 'group', 't', 'benchmark', 'K', 'T', 'q', 'K of it', 'T of it', 'q of it'],
  ...['ratio', 'delay', 'blowUpTime', 'reason', 'how'],
];

/** A row an economy or group and benchmark, those that do not apply with their reason. group is empty for all labs together. */
export function compareCsv(simulation: Simulation, economies: readonly Compared[]): string {
  const lines = economies.flatMap(({ name, comparisons }) =>
    comparisons.flatMap(({ group, t, K, T, q, rows }) =>
      rows.map((row) =>
        [
          csvText(name),
          csvText(group ?? ''),
          csvCell(t),
          csvText(row.id),
          ...[K, T, q, row.K, row.T, row.q, row.ratio, row.delay, row.blowUpTime].map(csvCell),
          csvText(row.reason ?? ''),
          csvText(row.how),
        ].join(','),
      ),
    ),
  );
  return `${csvComments(simulation)}${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
}
