import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preset, presets, ScenarioError } from '../../../src/scenario/index.ts';
import {
  type Cell,
  cellOf,
  cellsOf,
  domainOf,
  lookOf,
  shareOf,
  standIn,
} from '../../../web/page/sweep/cells.ts';
import { moved } from '../../../web/page/sweep/cursor.ts';
import { defaultSetup, withParameter } from '../../../web/page/sweep/defaults.ts';
import { Pace } from '../../../web/page/sweep/pace.ts';
import { nearest, scaleOf } from '../../../web/page/sweep/scale.ts';
import { cellText, fitting, waitText } from '../../../web/page/sweep/words.ts';
import { sweepParameters } from '../../../web/shared/sweep/parameters.ts';
import type { SweepPlan } from '../../../web/shared/sweep/protocol.ts';
import { SweepResults, statuses } from '../../../web/shared/sweep/results.ts';
import { type SweepSetup, setupIn, setupProblems, setupText } from '../../../web/shared/sweep/setup.ts';

const axis = fc.record({
  path: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  from: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  to: fc.double({ min: 2e9, max: 1e30, noNaN: true }),
  steps: fc.integer({ min: 2, max: 50 }),
  scale: fc.constantFrom('linear' as const, 'log' as const),
});

describe('the setup of a sweep', () => {
  it('comes back from a link as it went, whatever groups are called', () => {
    fc.assert(
      fc.property(axis, fc.option(axis), fc.integer({ min: 1, max: 20 }), (x, other, seeds) => {
        const y = other && { ...other, path: `${other.path}'` };
        fc.pre(x.path !== y?.path);
        const setup: SweepSetup = { x, y, measure: 'groups.a;b,c.K', economy: 'fork 2', seeds };
        const address = new URL('http://lab.example/');
        address.searchParams.set('sweep', setupText(setup));
        expect(setupIn(new URL(address.href).searchParams.get('sweep')!)).toEqual(setup);
      }),
    );
  });

  it('of version 1 is read for ever', () => {
    expect(setupIn('1;economy.c,0.5,2,16,log;groups.lab%2C1.rule.q,0,1,5,linear;K;base;3')).toEqual({
      x: { path: 'economy.c', from: 0.5, to: 2, steps: 16, scale: 'log' },
      y: { path: 'groups.lab,1.rule.q', from: 0, to: 1, steps: 5, scale: 'linear' },
      measure: 'K',
      economy: 'base',
      seeds: 3,
    });
    expect(setupIn('1;economy.c,0.5,2,16,log;;K;base;3').y).toBeNull();
  });

  const good = '1;economy.c,0.5,2,16,log;;K;base;3';
  for (const [what, text, path] of [
    ['another version', good.replace('1;', '2;'), 'sweep'],
    ['a part too few', good.slice(0, -2), 'sweep'],
    ['no number', good.replace('0.5', '0x10'), 'sweep.x.from'],
    ['an empty number', good.replace('0.5', ''), 'sweep.x.from'],
    ['an infinite number', good.replace('2,', '1e999,'), 'sweep.x.to'],
    ['an end before its beginning', good.replace('2,', '0.1,'), 'sweep.x.to'],
    ['a log scale from 0', good.replace('0.5', '0'), 'sweep.x.from'],
    ['another scale', good.replace('log', 'sqrt'), 'sweep.x.scale'],
    ['a million steps', good.replace('16', '1000000'), 'sweep.x.steps'],
    ['half a step', good.replace('16', '2.5'), 'sweep.x.steps'],
    ['a billion seeds', good.replace(';3', ';1000000000'), 'sweep.seeds'],
    ['broken encoding', good.replace('K', '%E0%A4%A'), 'sweep.measure'],
    ['one parameter twice', good.replace(';;', ';economy.c,1,2,3,log;'), 'sweep.y'],
    ['too many cells', good.replace(';;', ';economy.f,0,1,101,linear;').replace('16', '101'), 'sweep.steps'],
    [
      'too many runs',
      good.replace('16', '101').replace(';;', ';economy.f,0.1,1,20,linear;').replace(';3', ';99'),
      'sweep.seeds',
    ],
    ['endless text', good + 'x'.repeat(5000), 'sweep'],
  ] as const)
    it(`is refused with ${what}, by name`, () => {
      try {
        setupIn(text);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(ScenarioError);
        expect((error as ScenarioError).problems[0].path).toBe(path);
      }
    });

  it('refuses nothing but by a ScenarioError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isNear) => {
        try {
          setupIn(isNear ? `1;${text}` : text);
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError);
        }
      }),
    );
  });

  it('has a beginning for every preset, and for every parameter of it', () => {
    for (const of of presets.map(({ name }) => preset(name))) {
      const setup = defaultSetup(of, false);
      expect(setupProblems(setup)).toEqual([]);
      for (const parameter of sweepParameters(of)) {
        const next = withParameter({ ...setup, y: null }, 'x', parameter);
        expect(setupProblems(next)).toEqual([]);
        const { min, max, minOpen, maxOpen } = parameter.row;
        expect(next.x.from).toBeGreaterThanOrEqual(min);
        expect(next.x.to).toBeLessThanOrEqual(max);
        if (minOpen) expect(next.x.from).not.toBe(min);
        if (maxOpen) expect(next.x.to).not.toBe(max);
      }
    }
  });
});

describe('the picture', () => {
  it('finds every cell under its own place, on either scale and either way up', () => {
    for (const isLog of [false, true])
      for (const [from, to] of [
        [10, 400],
        [400, 10],
      ]) {
        const values = [1, 2, 3, 5, 10, 100];
        const scale = scaleOf(values, isLog, from, to);
        values.forEach((value, i) => {
          expect(scale.cellAt(scale.pixel(scale.positions[i]))).toBe(i);
          expect(nearest(scale, value * 1.01)).toBe(i);
        });
        expect(scale.cellAt(from - Math.sign(to - from))).toBe(-1);
        expect(scale.cellAt(to + Math.sign(to - from))).toBe(-1);
        expect(scale.pixel(scale.edges[0])).toBeCloseTo(from, 9);
        expect(scale.pixel(scale.edges[values.length])).toBeCloseTo(to, 9);
      }
  });

  it('moves from cell to cell as the arrows point, and stays within', () => {
    const [columns, rows] = [3, 4];
    const at = 1 * rows + 2;
    expect(moved('ArrowRight', at, columns, rows)).toBe(2 * rows + 2);
    expect(moved('ArrowLeft', at, columns, rows)).toBe(2);
    expect(moved('ArrowUp', at, columns, rows)).toBe(at + 1);
    expect(moved('ArrowDown', at, columns, rows)).toBe(at - 1);
    expect(moved('Home', at, columns, rows)).toBe(2);
    expect(moved('End', at, columns, rows)).toBe(2 * rows + 2);
    expect(moved('PageUp', at, columns, rows)).toBe(1 * rows + 3);
    expect(moved('PageDown', at, columns, rows)).toBe(1 * rows);
    expect(moved('ArrowRight', 2 * rows, columns, rows)).toBe(2 * rows);
    expect(moved('x', at, columns, rows)).toBeNull();
  });
});

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
    cellOf(resultsOf(made), 0, made.length, of(measure));

  it('is the mean of its seeds so far, with their span and how many have a value', () => {
    const runs = [{ K: 1, blowUpTime: 5 }, { K: 3 }, null];
    expect(cell(runs, 'K')).toEqual({ kind: 'value', value: 2, least: 1, most: 3, of: 2, with: 2, blown: 1 });
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

describe('waiting', () => {
  it('is told roughly, in seconds, minutes and hours', () => {
    expect(waitText(300)).toBe('less than a second');
    expect(waitText(40_000)).toBe('about 40 s');
    expect(waitText(180_000)).toBe('about 3 min');
    expect(waitText(7_800_000)).toBe('about 2 h 10 min');
  });

  it('follows the pace of the last seconds', () => {
    const pace = new Pace();
    pace.see(0, 0);
    expect(pace.rate).toBeNull();
    for (let second = 1; second <= 20; second++) pace.see(1000 * second, 10 * second);
    expect(pace.rate).toBeCloseTo(10, 9);
    for (let second = 21; second <= 40; second++) pace.see(1000 * second, 200 + 2 * (second - 20));
    expect(pace.rate).toBeCloseTo(2, 9);
  });
});

it('the name of an axis is as full as it has room for', () => {
  const titles = ['c, the exponent of it all (units)', 'c (units)', 'c'];
  expect(fitting(titles, 1000, 12)).toBe(titles[0]);
  expect(fitting(titles, 80, 12)).toBe(titles[1]);
  expect(fitting(titles, 1, 12)).toBe('c');
});
