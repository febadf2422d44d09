import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/experiment/analysis/index.ts';
import type { PlannedRun } from '../../../../src/experiment/plan.ts';
import { numberText } from '../../../../src/experiment/report/numbers.ts';
import { outcomeMarks, planeOf } from '../../../../src/experiment/report/plane.ts';
import { cellsOf, domainOf, lookOf } from '../../../../web/page/sweep/cells.ts';
import { cellText } from '../../../../web/page/sweep/words.ts';
import type { SweepPlan } from '../../../../web/shared/sweep/protocol.ts';
import { SweepResults } from '../../../../web/shared/sweep/results.ts';
import { experimentOf, resultsOf } from '../../../src/experiment/analysis/made.ts';

const [xs, ys, seeds] = [[0.5, 1, 2], [0.2, 0.4], 3];
const runs = xs.length * ys.length * seeds;

const experiment = experimentOf({
  factors: [
    { path: 'economy.c', kind: 'list', values: xs },
    { path: 'groups.lab.rule.q', kind: 'list', values: ys },
  ],
  replications: { count: seeds },
  measures: { summary: ['K'] },
});

const plan: SweepPlan = {
  xs,
  ys,
  seeds,
  runs,
  measures: [{ id: 'K', label: 'Chips', unit: '', meaning: '', heading: '', isKept: true }],
  economies: [{ name: 'base', classifications: [] }],
};
const look = lookOf(plan, 'K', 'base')!;

/** The same runs as the page has them. */
function pageResults(values: readonly number[]): SweepResults {
  const results = new SweepResults(plan);
  results.add({
    runs: Int32Array.from(values, (_, run) => run),
    statuses: new Int8Array(values.length),
    values: Float64Array.from(values),
    regimes: new Int8Array(0),
    failures: [],
  });
  return results;
}

/** What the report says of each place: its mean, in the report's words. */
async function reportedMeans(values: readonly number[]): Promise<{ isLog: boolean; texts: string[] }> {
  const made = resultsOf(experiment, ({ run }: PlannedRun) => ({
    values: { K: Number.isNaN(values[run]) ? null : values[run] },
  }));
  const analysis = await analyse(made);
  const [economy] = analysis.economies;
  const plane = planeOf(experiment, analysis.table, economy)!;
  const [{ outcome }] = economy.outcomes;
  const { marks } = outcomeMarks(plane, experiment, outcome, () => null)!;
  return { isLog: outcome.isLog, texts: marks.map(({ text }) => text) };
}

// A seed of one cell is a thousand times the others: there the two means are far apart.
const decades = Array.from({ length: runs }, (_, run) => (run === 4 ? 5000 : 1 + run));

describe('the mean of a cell is the report’s of the same runs', () => {
  it.each([
    ['geometric where runs span more than three decades', decades, true],
    ['though the means of cells span less', decades.map((value) => Math.min(value, 1500)), true],
    ['arithmetic where they span three', decades.map((value) => Math.min(value, 1000)), false],
    ['arithmetic where one of them is not positive', decades.map((value, run) => (run ? value : 0)), false],
    ['of those that there are', decades.map((value, run) => (run === 3 ? Number.NaN : value)), true],
  ])('%s', async (_, values, isLog) => {
    const reported = await reportedMeans(values);
    const cells = cellsOf(plan, pageResults(values), look);
    expect(reported.isLog).toBe(isLog);
    expect(domainOf(cells)!.isLog).toBe(isLog);
    cells.forEach((cell, at) => {
      expect(cell).toMatchObject({ kind: 'value', isLog });
      if (cell.kind === 'value') expect(reported.texts[at]).toContain(` ${numberText(cell.value)} `);
    });
  });

  it('and is called so', () => {
    const cells = cellsOf(plan, pageResults(decades), look);
    // Runs 3, 4 and 5 have 4, 5000 and 6.
    expect(cellText(cells[1], { label: 'Chips', unit: '', regimes: [] })).toBe(
      'Chips 49.32, the geometric mean of 3 seeds, from 4.000 to 5,000',
    );
  });

  it('is one number’s own where there is one seed', () => {
    const one = { ...plan, seeds: 1, runs: 6 };
    const values = [0.1, 1e5, 3, 7, 11, 13];
    const cells = cellsOf(one, pageResults(values), look);
    expect(cells.map((cell) => cell.kind === 'value' && cell.value)).toEqual(values);
  });
});
