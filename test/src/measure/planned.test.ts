import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginningOf } from '../../../src/measure/benchmarks/beginning.ts';
import type { BenchmarkPath } from '../../../src/measure/benchmarks/entry.ts';
import { plannedEntry } from '../../../src/measure/benchmarks/planned.ts';
import { accuracyText, benchmarksOf, summariseBenchmarks } from '../../../src/measure/index.ts';
import { plannerOptimum } from '../../../src/measure/plannerOptimum.ts';
import { depreciationPlan, optimalPlanWithCap } from '../../../src/theory/index.ts';
import { simulate } from '../core/harness.ts';

// The real one, counted: how often it is asked is part of what is promised.
vi.mock(import('../../../src/measure/plannerOptimum.ts'), async (original) => {
  const module = await original();
  return { ...module, plannerOptimum: vi.fn(module.plannerOptimum) };
});

afterEach(() => {
  vi.mocked(plannerOptimum).mockClear();
});

function entryOf(scenario: object, economy = 0, group?: number): BenchmarkPath | string {
  const { economies } = simulate(scenario);
  return plannedEntry.of(beginningOf(economies[economy], group, economies[0]));
}

function pathOf(scenario: object): Required<BenchmarkPath> {
  const path = entryOf(scenario);
  if (typeof path === 'string' || !path.accuracy) throw new Error(String(path));
  return path as Required<BenchmarkPath>;
}

const one = { K0: 1, T0: 1, c: 1 };
const horizon = 2.5;
const clock = { until: horizon };

describe('the planner’s path under frictions', () => {
  it.each([
    [
      'losses',
      { delta: 0.2, rho: 0.1 },
      (t: number) => depreciationPlan({ ...one, delta: 0.2, rho: 0.1, horizon: t }).K,
    ],
    ['a breakdown', { Tmax: 2 }, (t: number) => optimalPlanWithCap({ ...one, Tmax: 2, horizon: t }).K],
  ])(
    'with %s ends with what the closed form has, and is never above what could be had by then',
    (_, economy, best) => {
      const path = pathOf({ clock, economy });
      const accuracy = path.accuracy();
      // How far off is said, and small; the rest is rounding of ln K.
      expect(accuracy).toMatchObject({ until: horizon, isMeasured: true });
      expect(accuracy?.error).toBeLessThan(1e-6);
      expect(Math.abs(Math.log(path.at(horizon).K / best(horizon)))).toBeCloseTo(
        accuracy?.error ?? Number.NaN,
        12,
      );
      for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const t = share * horizon;
        // A plan for a later end may be behind one for t, never ahead: 1e-4 is what a chord of ln K is off between two cells.
        expect(path.at(t).K).toBeLessThan(best(t) * (1 + 1e-4));
      }
    },
  );

  it('starts from all chips and all training, and is unknown before and after its run', () => {
    const path = pathOf({
      clock,
      economy: { delta: 0.2 },
      groups: [{ name: 'labs', count: 3, K0: 2, T0: 0.5 }],
    });
    expect(path.at(0).K).toBeCloseTo(6, 12);
    expect(path.at(0).T).toBeCloseTo(1.5, 12);
    for (const t of [-0.1, horizon * 1.001, Number.NaN]) expect(path.at(t).K).toBeNaN();
    expect(path.blowUpTime).toBeNaN();
  });
});

describe('how well it is known', () => {
  it('is part of every summary, and closed forms have nothing of the kind', () => {
    const simulation = simulate({ clock: { until: 1 }, economy: { k1: 0.2 } });
    const rows = summariseBenchmarks(benchmarksOf(simulation)[0], 0.5);
    const planned = rows.find(({ id }) => id === 'planned');
    expect(planned?.accuracy).toMatchObject({ until: 1, isMeasured: false });
    expect(planned?.accuracy?.error).toBeLessThan(1e-5);
    expect(rows.find(({ id }) => id === 'envelope')).toMatchObject({ reason: null, accuracy: null });
  });

  it('is said in words', () => {
    const known = { until: 2.5, error: 1.234e-7, isMeasured: false, residual: 2e-9, defect: 3.04e-8 };
    expect(accuracyText(known)).toBe(
      'up to t = 2.5, where ln K is right to about 1.2e-7; projected gradient 2e-9, defect of Pontryagin’s condition 3e-8',
    );
    expect(accuracyText({ ...known, isMeasured: true })).toContain('differs from the closed form by 1.2e-7');
  });
});

describe('its work', () => {
  it('is not begun before it is asked for, and done once', () => {
    const path = pathOf({ clock: { until: 1 }, economy: { delta: 0.2 } });
    expect(plannerOptimum).not.toHaveBeenCalled();
    for (const t of [0.2, 0.9, 0.5]) path.at(t);
    path.accuracy();
    expect(plannerOptimum).toHaveBeenCalledTimes(1);
  });

  it('goes for a part of the run where the optimum blows up before its end', () => {
    // With losses this small the optimum blows up a little after the 3 of the paper's economy, so within 0.6 · 6.
    const path = pathOf({ clock: { until: 6 }, economy: { delta: 0.01 } });
    const until = path.accuracy()?.until ?? Number.NaN;
    expect(until).toBeCloseTo(0.45 * 6, 12);
    expect(plannerOptimum).toHaveBeenCalledTimes(4);
    expect(path.at(until).K).toBeGreaterThan(1);
    expect(path.at(until * 1.001).K).toBeNaN();
  });

  it('ends without a path where even a tenth of the run is too long, and is not tried again', () => {
    const path = pathOf({ clock: { until: 60 }, economy: { delta: 0.01 } });
    expect(path.accuracy()).toBeNull();
    expect(path.at(0.1).K).toBeNaN();
    expect(plannerOptimum).toHaveBeenCalledTimes(7);
  });
});

describe('why there is none', () => {
  it.each([
    ['without frictions', {}, /without frictions this is V\(t\)/],
    [
      'where labs differ',
      { economy: { delta: 0.1 }, groups: [{ name: 'x' }, { name: 'y', c: 2 }] },
      /no one planner stands for them/,
    ],
  ])('%s', (_, scenario, reason) => {
    expect(entryOf(scenario)).toMatch(reason);
    expect(plannerOptimum).not.toHaveBeenCalled();
  });

  it('for a fork', () => {
    const variants = [{ name: 'later', from: 0.5, set: { 'economy.delta': 0.3 } }];
    expect(entryOf({ clock, economy: { delta: 0.1 }, variants }, 1)).toMatch(/forks off at t = 0\.5/);
  });

  it('for a group by itself where demand counts from the output of all', () => {
    const groups = [{ name: 'x' }, { name: 'y' }];
    const scenario = { clock, economy: { delta: 0.1, elasticity: 2 }, groups };
    expect(entryOf(scenario, 0, 1)).toMatch(/output of the whole economy at t = 0/);
    expect(typeof entryOf(scenario)).toBe('object');
  });
});
