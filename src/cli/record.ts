import { setImmediate } from 'node:timers/promises';
import type { Row } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';

/** A slice of work between two looks at signals and the progress bar, in ms. */
const SLICE = 25;
/** Most rows a slice hands over. */
const ROWS = 1024;

/**
 * Runs every economy to its end, or until `signal` aborts. `onRow` sees each row while the labs are still as they were at
 * its tick; what it returns is handed over slice by slice to `onRows`. A tick is cut into pieces by its substeps where it
 * takes long, so that the run answers even inside the one long tick before a blow-up.
 */
export async function record<T>(
  simulation: Simulation,
  signal: AbortSignal,
  onRow: (row: Row) => T,
  onRows: (rows: readonly T[]) => Promise<void>,
): Promise<void> {
  let substeps = 16;
  let rows: T[] = [];
  const take = (): void => simulation.drain((row) => rows.push(onRow(row)));
  const handOver = async (): Promise<void> => {
    const full = rows;
    rows = [];
    await onRows(full);
  };
  take();
  await handOver();
  while (simulation.isRunning && !signal.aborted) {
    const started = performance.now();
    let now = started;
    while (simulation.isRunning && now - started < SLICE && rows.length < ROWS) {
      const before = now;
      simulation.advance(1, substeps);
      take();
      now = performance.now();
      if (now - before < SLICE / 2) substeps = Math.min(substeps * 2, 2 ** 24);
      if (now - before > SLICE * 2) substeps = Math.max(substeps >> 1, 1);
    }
    await handOver();
    await setImmediate();
  }
}
