import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../../src/core/index.ts';
import { relative, rowsOf, simulate } from './harness.ts';
import { end, lab, rungeKutta } from './oneLab.ts';

describe('contest θ and demand ε', () => {
  const three = (economy: object) =>
    simulate({
      clock: { h: 0.05, until: 0.5 },
      economy,
      groups: [
        { name: 'big', K0: 2, rule: { type: 'fixed', q: 0.2 } },
        { name: 'wise', T0: 3, rule: { type: 'fixed', q: 0.5 } },
        { name: 'idle', rule: { type: 'fixed', q: 1 } },
      ],
    });

  it('at θ = 0 shares equally among those who sell at all', () => {
    const simulation = three({ theta: 0 });
    simulation.step();
    const [big, wise, idle] = simulation.economies[0].observation().groups;
    expect(big.revenue).toBeGreaterThan(0);
    // Accounts carry the tick's error estimate.
    expect(relative(big.revenue, wise.revenue)).toBeLessThan(1e-12);
    expect(idle.revenue).toBe(0);
    // Padded to four slots, and on quality everybody counts.
    for (const contest of ['output', 'quality']) {
      const alike = simulate({
        economy: { theta: 0, contest },
        groups: [{ count: 3 }, { name: 'one more' }],
      });
      alike.run();
      expect(alike.economies[0].status).not.toBe('failed');
      const [three, one] = alike.economies[0].groups;
      for (const K of three.K) expect(K).toBe(one.K[0]);
    }
  });

  it('only shares out: total revenue is total output for every θ', () => {
    for (const theta of [0.5, 2, 30]) {
      // The first instant: same states, so the same output.
      const start = (simulation: Simulation) => {
        simulation.step();
        return simulation.economies[0].observation();
      };
      const tiny = { clock: { h: 1e-7, until: 1 } };
      const make = (economy: object) =>
        simulate({
          ...tiny,
          economy,
          groups: [
            { name: 'big', K0: 2 },
            { name: 'wise', T0: 3 },
          ],
        });
      const paid = start(make({ k2: 1e12 })).revenue;
      expect(relative(start(make({ theta })).revenue, paid)).toBeLessThan(1e-6);
      expect(relative(start(make({ theta, contest: 'quality' })).revenue, paid)).toBeLessThan(1e-6);
    }
  });

  it('gives shares Y_i^θ/ΣY_j^θ, and nothing to who makes nothing', () => {
    const simulation = simulate({
      clock: { h: 1e-7, until: 1 },
      economy: { theta: 2 },
      groups: [
        { name: 'x', K0: 3, rule: { type: 'fixed', q: 0 } },
        { name: 'y', K0: 1, rule: { type: 'fixed', q: 0 } },
        { name: 'none', rule: { type: 'fixed', q: 1 } },
      ],
    });
    simulation.step();
    const { groups, revenue } = simulation.economies[0].observation();
    expect(groups.map((group) => group.revenue / revenue)).toEqual([
      expect.closeTo(0.9, 6),
      expect.closeTo(0.1, 6),
      0,
    ]);
  });

  it('on quality pays G(T̂)^θ, whatever is served', () => {
    const simulation = simulate({
      clock: { h: 1e-7, until: 1 },
      economy: { theta: 2, contest: 'quality', c: 0.5 },
      groups: [
        { name: 'x', T0: 4, rule: { type: 'fixed', q: 0.9 } },
        { name: 'y', T0: 1, rule: { type: 'fixed', q: 0 } },
      ],
    });
    simulation.step();
    const { groups, revenue } = simulation.economies[0].observation();
    expect(groups[0].revenue / revenue).toBeCloseTo(0.8, 6);
  });

  it('does not overflow for sharp contests of huge labs', () => {
    const simulation = three({ theta: 100 });
    simulation.run();
    expect(simulation.economies[0].status).toBe('finished');
    expect(Number.isFinite(simulation.economies[0].observation().K)).toBe(true);
  });

  it('with elasticity ε earns Y_ref·(Y/Y_ref)^(1−1/ε): against Runge–Kutta of the lab’s own equations', () => {
    for (const elasticity of [1.5, 3, 0.8]) {
      const kappa = 1 - 1 / elasticity;
      const Y = (K: number, T: number) => 0.5 * K * T;
      const reference = Y(1, 1);
      const exact = rungeKutta(
        (_, [K, T]) => [reference * (Y(K, T) / reference) ** kappa, 0.5 * K],
        [1, 1],
        2,
        2000,
      );
      const { K, T } = end(lab({ elasticity }));
      expect(relative(K, exact[0])).toBeLessThan(1e-8);
      expect(relative(T, exact[1])).toBeLessThan(1e-8);
    }
  });

  it('at ε = (1+c)/c the blow-up is gone', () => {
    const blowUp = (elasticity: number | null) => {
      const simulation = lab({ elasticity }, {}, { until: 60 });
      simulation.run();
      return simulation.economies[0].status;
    };
    expect(blowUp(null)).toBe('blow-up');
    expect(blowUp(3)).toBe('blow-up');
    // At the threshold growth is exponential, below it slower: both outlive the run.
    expect(blowUp(2)).toBe('finished');
    expect(blowUp(1.5)).toBe('finished');
  });
});

describe('chip supply F, g_F, φ, g_p', () => {
  it('rations with φ = 0: the stock grows by F a year, then by F·e^(g_F·t)', () => {
    const rationed = lab({ F: 0.1 }, {}, { until: 4 });
    expect(relative(end(rationed).K, 1 + 0.1 * 4)).toBeLessThan(1e-9);
    const growing = lab({ F: 0.1, gF: 0.3 }, {}, { until: 4 });
    expect(relative(end(growing).K, 1 + (0.1 / 0.3) * Math.expm1(1.2))).toBeLessThan(1e-9);
  });

  it('costs nothing more while demand is within F', () => {
    expect(relative(end(lab({ F: 1e9 })).K, 1 / (1 - Math.sin(1)))).toBeLessThan(1e-9);
  });

  it('with 0 < φ buys F·(spend/F)^(φ/(1+φ))', () => {
    const [F, phi] = [0.2, 0.7];
    const exact = rungeKutta(
      (t, [K, T]) => {
        const spend = 0.5 * K * T;
        const fab = F * Math.exp(0.1 * t);
        return [spend / Math.max(1, spend / fab) ** (1 / (1 + phi)), 0.5 * K];
      },
      [1, 1],
      3,
      3000,
    );
    const { K } = end(lab({ F, phi, gF: 0.1 }, {}, { until: 3 }));
    expect(relative(K, exact[0])).toBeLessThan(1e-8);
  });

  it('with φ < 1/c tends to growth at g_F/(1 − φc)', () => {
    // c = 1, φ = 1/2, g_F = 0.3: 0.6 a year.
    const simulation = lab({ F: 0.5, phi: 0.5, gF: 0.3 }, {}, { h: 0.25, until: 60 });
    const rows = rowsOf(simulation);
    const [before, last] = [rows[rows.length - 5], rows[rows.length - 1]];
    const growth = Math.log(last.K / before.K) / (last.t - before.t);
    // The transient has died to a few thousandths after 60 years.
    expect(growth).toBeCloseTo(0.6, 2);
  });

  it('with φ a little above 1/c locates the blow-up, though output leaves the range of numbers long before K does', () => {
    const simulation = lab({ F: 3, phi: 1.2, gF: 0.4 }, {}, { until: 20 });
    simulation.run();
    const [economy] = simulation.economies;
    expect(economy.status).toBe('blow-up');
    // K ~ R^-17 there: at K = 1e144 nothing is left of R, and a finer step must find the same t*.
    const finer = lab({ F: 3, phi: 1.2, gF: 0.4 }, {}, { until: 20, epsilon: 0.02 });
    finer.run();
    expect(Math.abs((economy.blowUpTime as number) - (finer.economies[0].blowUpTime as number))).toBeLessThan(
      1e-8,
    );
  });

  it('takes no blow-up from growth that starts near 0, where depreciation just eats what is bought', () => {
    // (1 − q)·T = δ at the start: net growth is 0 there, and rises from it.
    const at = (q: number) => {
      const simulation = lab({ delta: 0.3, rho: 0.5 }, { rule: { type: 'fixed', q } }, { until: 60 });
      simulation.run();
      return simulation.economies[0].blowUpTime as number;
    };
    expect(Math.abs(at(0.7) - at(0.7 + 1e-7))).toBeLessThan(1e-4);
    expect(at(0.7)).toBeGreaterThan(9);
  });

  it('a price trend makes chips cheaper exponentially', () => {
    // q = 0, T = 1: K' = e^(g_p t)·K.
    const { K } = end(lab({ gp: 0.4 }, { rule: { type: 'fixed', q: 0 } }));
    expect(relative(K, Math.exp(Math.expm1(0.8) / 0.4))).toBeLessThan(1e-9);
  });
});

describe('external funding f', () => {
  it('buys chips on top of revenue', () => {
    const { K, revenue, bought } = end(lab({ f: 0.7 }, { rule: { type: 'fixed', q: 1 } }));
    expect(relative(K, Math.exp(1.4))).toBeLessThan(1e-9);
    expect(revenue).toBe(0);
    expect(bought).toBeGreaterThan(0);
  });
});

describe('accounts', () => {
  it('close: what is spent is s of revenue plus funding, what is paid out is the rest', () => {
    const rows = rowsOf(
      simulate({
        clock: { h: 0.05, until: 1 },
        economy: { s: 0.7, delta: 0.1, f: 0.05, theta: 1.3, sigma: 0.2 },
        groups: [
          { name: 'x', count: 5, K0: { distribution: 'uniform', min: 0.5, max: 1.5 } },
          { name: 'y', s: 0.2, rule: { type: 'parity' } },
        ],
      }),
    );
    for (const row of rows.slice(1)) {
      const sum = (key: 'revenue' | 'bought' | 'lost' | 'paid') =>
        row.groups.reduce((total, group) => total + group[key], 0);
      for (const key of ['revenue', 'bought', 'lost', 'paid'] as const)
        expect(relative(row[key], sum(key))).toBeLessThan(1e-12);
      const [x, y] = row.groups;
      expect(relative(x.paid, 0.3 * x.revenue)).toBeLessThan(1e-12);
      expect(relative(y.paid, 0.8 * y.revenue)).toBeLessThan(1e-12);
    }
  });

  it('of the paper economy: all revenue is s-shared between chips and payouts', () => {
    const rows = rowsOf(lab({ s: 0.6 }));
    for (let i = 1; i < rows.length; i++) {
      expect(rows[i].bought).toBe(rows[i].K - rows[i - 1].K);
      expect(relative(rows[i].revenue, rows[i].bought + rows[i].paid)).toBeLessThan(1e-12);
      expect(relative(rows[i].paid, 0.4 * rows[i].revenue)).toBeLessThan(1e-12);
    }
  });

  it('with s = 0 revenue is earned though nothing is bought', () => {
    const { K, revenue, bought, paid } = end(lab({ s: 0 }, {}, { h: 0.1, until: 0.1 }));
    expect(K).toBe(1);
    expect(bought).toBe(0);
    expect(revenue).toBeCloseTo(0.5 * (0.1 + 0.25 * 0.01), 12);
    expect(paid).toBe(revenue);
  });
});
