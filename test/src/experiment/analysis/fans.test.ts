import { describe, expect, it } from 'vitest';
import { fansOf } from '../../../../src/experiment/analysis/fans.ts';
import type { ResultsTable } from '../../../../src/experiment/analysis/index.ts';

/** Run r has K = r·t at t = 0, 1, … up to its end. */
async function* series(ends: readonly number[]): AsyncGenerator<ResultsTable> {
  for (const [run, end] of ends.entries()) {
    const t = Array.from({ length: end + 1 }, (_, tick) => tick);
    yield {
      rows: t.length,
      columns: new Map<string, unknown[]>([
        ['run', t.map(() => run)],
        ['economy', t.map(() => 'base')],
        ['t', t],
        ['K', t.map((at) => run * at)],
        ['q', t.map((at) => (at === 0 ? null : 0.5))],
      ]),
    };
  }
}

describe('fansOf', () => {
  it('has the quantiles of the runs that are still going, as of their last tick kept', async () => {
    const ends = [...Array.from({ length: 10 }, () => 6), 12];
    const [[K, q]] = await fansOf(series(ends), 'base', ['K', 'q'], 1, () => 0);
    const at = (t: number) => K.t.findIndex((moment) => Math.abs(moment - t) < 1e-9);
    expect(K.t[120]).toBe(12);
    expect([K.runs[at(0)], K.runs[at(6)], K.runs[at(6.1)], K.runs[at(12)]]).toEqual([11, 11, 1, 1]);
    // Runs 0 … 10 at t = 3: 0, 3, … 30.
    expect(K.quantiles.map((line) => line[at(3)])).toEqual([1.5, 7.5, 15, 22.5, 28.5]);
    expect(K.quantiles[2][at(3.5)]).toBe(15);
    expect(K.quantiles[0][at(12)]).toBe(120);
    // What is not there at t = 0 counts from the first tick on.
    expect([q.runs[at(0)], q.runs[at(1)]]).toEqual([0, 11]);
    expect(q.quantiles[2][at(0)]).toBeNaN();
  });

  it('keeps facets apart, and leaves out runs of none', async () => {
    const fans = await fansOf(series([4, 4, 4, 4]), 'base', ['K'], 2, (run) => (run === 3 ? null : run % 2));
    expect(fans.map(([K]) => K.runs[60])).toEqual([2, 1]);
    expect(fans[1][0].quantiles[2][120]).toBe(4);
  });
});
