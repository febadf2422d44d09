import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cellOf,
  cellsOf,
  domainOf,
  lookOf,
  shareOf,
  standIn,
} from '../../../../web/page/sweep/cells.ts';
import { cellText } from '../../../../web/page/sweep/words.ts';
import type { SweepPlan } from '../../../../web/shared/sweep/protocol.ts';
import { SweepResults, statuses } from '../../../../web/shared/sweep/results.ts';

const plan: SweepPlan = {
  xs: [1, 2],
  ys: null,
  seeds: 3,
  runs: 6,
  measures: [
    { id: 'K', label: 'Chips', unit: 'chips', meaning: '', heading: '', isKept: true },
    { id: 'blowUpTime', label: 't*', unit: '', meaning: '', heading: '', isKept: true },
  ],
  economies: [
    {
      name: 'base',
      classifications: [
        {
          id: 'regime:growth',
          title: 'Growth',
          regimes: [
            { id: 'runaway', label: 'runaway', criterion: '' },
            { id: 'plateau', label: 'plateau', criterion: '' },
          ],
        },
      ],
    },
  ],
};

interface Made {
  K: number | null;
  blowUpTime?: number;
  failure?: string;
}

/** One cell's runs; null: not made. */
function resultsOf(made: readonly (Made | null)[]): SweepResults {
  const results = new SweepResults({ ...plan, runs: made.length });
  made.forEach((run, i) => {
    if (!run) return;
    const { K, blowUpTime = Number.NaN, failure } = run;
    const status = failure !== undefined ? 'failed' : Number.isNaN(blowUpTime) ? 'finished' : 'blow-up';
    results.add({
      runs: Int32Array.of(i),
      statuses: Int8Array.of(statuses.indexOf(status)),
      values: Float64Array.of(K ?? Number.NaN, blowUpTime),
      regimes: Int8Array.of(Number.isNaN(blowUpTime) ? 1 : 0),
      failures: failure === undefined ? [] : [[i, failure]],
    });
  });
  return results;
}

describe('a cell', () => {
  const of = (measure: string) => lookOf(plan, measure, 'base')!;
  const cell = (made: readonly (Made | null)[], measure: string) =>
    cellOf(resultsOf(made), 0, made.length, of(measure), false);

  it('is the mean of its seeds so far, with their span and how many have a value', () => {
    const runs = [{ K: 1, blowUpTime: 5 }, { K: 3 }, null];
    expect(cell(runs, 'K')).toEqual({
      kind: 'value',
      value: 2,
      isLog: false,
      least: 1,
      most: 3,
      of: 2,
      with: 2,
      blown: 1,
    });
    expect(cell(runs, 'blowUpTime')).toMatchObject({ value: 5, of: 2, with: 1, blown: 0 });
    expect(cell(runs, 'regime:growth')).toMatchObject({ kind: 'regime', share: 0.5, of: 2 });
  });

  it('without a value says why: not made, none to be had, failed', () => {
    expect(cell([null], 'K')).toEqual({ kind: 'pending' });
    expect(cell([{ K: 1 }], 'blowUpTime')).toEqual({ kind: 'none', why: 'the run reached its end' });
    expect(cell([{ K: 9, failure: 'K is not finite' }], 'K')).toEqual({
      kind: 'failed',
      why: 'K is not finite',
    });
    expect(lookOf(plan, 'T', 'base')).toBeNull();
    expect(lookOf(plan, 'K', 'gone')).toBeNull();
  });

  it('counts a run once, however often it comes', () => {
    const results = resultsOf([{ K: 1 }, { K: 2, failure: 'x' }, null]);
    expect([results.made, results.failed]).toEqual([2, 1]);
    results.add({
      runs: Int32Array.of(0),
      statuses: Int8Array.of(0),
      values: Float64Array.of(7, 8),
      regimes: Int8Array.of(0),
      failures: [],
    });
    expect(results.made).toBe(2);
    expect(results.valueOf(0, of('K'))).toBe(7);
  });

  it('says all of it in words', () => {
    const words = { label: 'Chips', unit: 'chips', regimes: ['runaway', 'plateau'] };
    const text = (made: (Made | null)[], measure = 'K') => cellText(cell(made, measure), words);
    expect(text([{ K: 2 }])).toBe('Chips 2.000 chips');
    expect(text([{ K: 2, blowUpTime: 5 }])).toBe('Chips 2.000 chips, the last before its blow-up');
    expect(text([{ K: 1, blowUpTime: 5 }, { K: 3 }])).toBe(
      'Chips 2.000 chips, the mean of 2 seeds, from 1.000 to 3.000; 1 blew up',
    );
    expect(text([{ K: 1 }, { K: null }])).toContain('the mean of 1 of 2 seeds');
    expect(text([null])).toBe('not run yet');
    expect(text([{ K: 1 }, { K: 1 }, { K: 1, blowUpTime: 5 }], 'regime:growth')).toBe(
      'plateau in 66.7 % of 3 seeds',
    );
  });

  it('is coloured by a logarithm only where values span more than three decades', () => {
    const domain = (...values: number[]) =>
      domainOf(
        cellsOf(
          { ...plan, seeds: 1, xs: values, runs: values.length },
          resultsOf(values.map((K) => ({ K }))),
          of('K'),
        ),
      );
    expect(domain(1, 1000)).toEqual({ min: 1, max: 1000, isLog: false });
    expect(domain(1, 1001)!.isLog).toBe(true);
    expect(domain(-1, 5000)!.isLog).toBe(false);
    expect(shareOf(10, { min: 1, max: 1e4, isLog: true })).toBeCloseTo(0.25, 12);
    expect(shareOf(3, { min: 3, max: 3, isLog: false })).toBe(0.5);
    expect(domainOf([{ kind: 'pending' }])).toBeNull();
  });

  it('that is not made yet borrows from the coarser grid that is', () => {
    const rows = 5;
    const cells: Cell[] = Array.from({ length: 25 }, (_, at) =>
      Math.floor(at / rows) % 4 === 0 && (at % rows) % 4 === 0
        ? { kind: 'none', why: '' }
        : { kind: 'pending' },
    );
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 5; j++)
        if (i % 4 !== 0 || j % 4 !== 0)
          expect(standIn(cells, rows, i, j)).toBe((i - (i % 4)) * rows + (j - (j % 4)));
    expect(standIn([{ kind: 'pending' }, { kind: 'pending' }], 1, 1, 0)).toBe(-1);
  });
});
