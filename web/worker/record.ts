import { csvHeader, csvRow } from '../../src/measure/index.ts';
import { MOST_MEASURED, type Run } from './run/run.ts';

/** Rows written before the worker does something else. */
const ROWS = 2000;

/** The record as the command line writes it; where it had to be thinned, a line of its own says so. */
export async function recordAsCsv(run: Run): Promise<string> {
  const { simulation, benchmarks, rows } = run;
  const thinned =
    rows.every === 1
      ? ''
      : `# rows: every ${rows.every}th tick and each economy's last; the whole record did not fit\n`;
  const isMeasured = simulation.economies.every(({ labs }) => labs <= MOST_MEASURED);
  const unmeasured = isMeasured
    ? ''
    : `# measures: not recorded here for more than ${MOST_MEASURED} labs; turnpike run --csv records them\n`;
  const parts = [thinned, unmeasured, csvHeader(simulation)];
  let count = 0;
  for (const row of rows.rows()) {
    parts.push(csvRow(simulation, row, benchmarks[row.economy]));
    if (++count % ROWS === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return parts.join('');
}
