import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../../src/core/index.ts';
import { flow, timeToLevel } from '../../../src/theory/index.ts';
import { relative, rowsOf, simulate } from './harness.ts';

/** One lab at a fixed split in an economy with the given mechanisms. */
const lab = (economy: object, group: object = {}, clock: object = {}) =>
  simulate({
    clock: { h: 0.05, until: 2, ...clock },
    economy,
    groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 }, ...group }],
  });
const end = (simulation: Simulation) => {
  simulation.run();
  return simulation.economies[0].observation();
};

/** Classical Runge–Kutta in (K, T), an independent reference: n steps of y' = f(t, y). */
function rungeKutta(f: (t: number, y: number[]) => number[], y0: number[], t: number, n: number): number[] {
  const h = t / n;
  let y = y0;
  const shifted = (base: number[], slope: number[], by: number) => base.map((x, i) => x + by * slope[i]);
  for (let i = 0; i < n; i++) {
    const at = i * h;
    const k1 = f(at, y);
    const k2 = f(at + h / 2, shifted(y, k1, h / 2));
    const k3 = f(at + h / 2, shifted(y, k2, h / 2));
    const k4 = f(at + h, shifted(y, k3, h));
    y = y.map((x, j) => x + (h / 6) * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]));
  }
  return y;
}

describe('the general method', () => {
  /** A bound that never binds: everything else is the paper economy. */
  const idle = { k2: 1e12 };

  it('gives the paper economy where its mechanisms do not bind', () => {
    for (const c of [0.5, 1, 2]) {
      const { K, T } = end(lab({ c, ...idle }, {}, { until: 1.5 }));
      const exact = flow({ K0: 1, T0: 1, c, q: 0.5, t: 1.5 });
      // Its error control holds each substep to 1e-11 in ln K; some tens of them.
      expect(relative(K, exact.K)).toBeLessThan(1e-9);
      expect(relative(T, exact.T)).toBeLessThan(1e-9);
    }
  });

  it('locates the blow-up of Figure 1 within 1e-9 of π', () => {
    const simulation = lab(idle, {}, { until: 4 });
    simulation.run();
    expect(simulation.economies[0].status).toBe('blow-up');
    expect(Math.abs((simulation.economies[0].blowUpTime as number) - Math.PI)).toBeLessThan(1e-9);
  });

  it('couples labs as RE6 does', () => {
    const groups = [
      { name: 'x', count: 3, K0: 0.3, rule: { type: 'fixed', q: 0.4 } },
      { name: 'y', a: 1.2, T0: 0.5, rule: { type: 'fixed', q: 0.2 } },
    ];
    const scenario = { clock: { h: 0.05, until: 1 }, economy: { sigma: 0.4, c: 0.8 }, groups };
    const paper = simulate(scenario);
    const general = simulate({ ...scenario, economy: { ...scenario.economy, ...idle } });
    const [x, y] = [end(paper), end(general)];
    expect(relative(x.K, y.K)).toBeLessThan(1e-9);
    expect(relative(x.T, y.T)).toBeLessThan(1e-9);
  });

  it('snapshots inside a tick and budgets change nothing', () => {
    const make = () =>
      lab(
        { delta: 0.1, theta: 2, Tmax: 3 },
        { count: 9, K0: { distribution: 'pareto', min: 0.1, shape: 2 } },
      );
    const quiet = make();
    quiet.run();
    const cut = make();
    cut.advance(5, 23);
    const other = make();
    other.restore(cut.snapshot());
    while (other.isRunning) {
      other.advance(1, 7);
      other.drain();
    }
    expect(other.economies[0].hash()).toBe(quiet.economies[0].hash());
    expect(other.economies[0].observation().revenue).toBe(quiet.economies[0].observation().revenue);
  });
});

describe('bandwidth factor w', () => {
  it('is a factor on a', () => {
    expect(end(lab({ w: 0.4 })).K).toBe(end(lab({ a: 0.4 })).K);
  });
});

describe('breakdown T_max', () => {
  it('follows the closed form up to the cap, then grows exponentially at (1−q)·T_max^c', () => {
    for (const [c, Tmax] of [
      [1, 2],
      [0.6, 3],
    ]) {
      const K = 1 + (Tmax ** (1 + c) - 1) / (1 + c);
      const reached = timeToLevel({ K0: 1, T0: 1, c, q: 0.5, K1: K });
      const simulation = lab({ c, Tmax }, {}, { until: 4 });
      const rows = rowsOf(simulation);
      expect(simulation.economies[0].status).toBe('finished');
      for (const row of rows) {
        const exact =
          row.t < reached
            ? flow({ K0: 1, T0: 1, c, q: 0.5, t: row.t }).K
            : K * Math.exp(0.5 * Tmax ** c * (row.t - reached));
        // The kink is crossed within some steps' tolerance of 1e-11.
        expect(relative(row.K, exact)).toBeLessThan(2e-9);
      }
    }
  });
});

describe('depreciation δ, ρ', () => {
  it('with δ = (1+c)ρ is the paper economy in shrinking units and slowing time', () => {
    for (const [c, rho, q] of [
      [1, 0.2, 0.5],
      [0.5, 0.3, 0.3],
      [2, 0.1, 0.4],
    ]) {
      const t = 1.2;
      const { K, T } = end(
        lab({ c, rho, delta: (1 + c) * rho }, { rule: { type: 'fixed', q } }, { until: t }),
      );
      const S = -Math.expm1(-c * rho * t) / (c * rho);
      const base = flow({ K0: 1, T0: 1, c, q, t: S });
      expect(relative(K, Math.exp(-(1 + c) * rho * t) * base.K)).toBeLessThan(1e-9);
      expect(relative(T, Math.exp(-rho * t) * base.T)).toBeLessThan(1e-9);
    }
  });

  it('of idle chips is exponential decay', () => {
    const { K, T } = end(lab({ delta: 0.3, rho: 0.2 }, { rule: { type: 'fixed', q: 1 } }));
    expect(relative(K, Math.exp(-0.6))).toBeLessThan(1e-9);
    // T' = e^(−δt) − ρT.
    expect(relative(T, Math.exp(-0.4) + (Math.exp(-0.6) - Math.exp(-0.4)) / (0.2 - 0.3))).toBeLessThan(1e-9);
  });

  it('keeps its books: chips lost are δ·∫K dt, and ΔK = bought − lost', () => {
    const rows = rowsOf(lab({ delta: 0.25, rho: 0.1 }));
    for (let i = 1; i < rows.length; i++) {
      const { K, bought, lost } = rows[i];
      // To the tick's error estimate, 1e-11 a substep, of stocks near 1.
      expect(Math.abs(K - rows[i - 1].K - (bought - lost))).toBeLessThan(1e-9 * K);
      expect(lost).toBeGreaterThan(0.25 * 0.05 * Math.min(K, rows[i - 1].K) * 0.99);
    }
  });
});

describe('tradeoff cone k₁, k₂', () => {
  it('with k₁ = 1/2 delays Figure 1’s blow-up from π to 3.5257055823', () => {
    const simulation = lab({ k1: 0.5 }, {}, { until: 5 });
    simulation.run();
    // Ten digits of the closed form R = (2/(cq√B))·T^(−c/2)·₂F₁(…) from the cone's edge on.
    expect(Math.abs((simulation.economies[0].blowUpTime as number) - 3.5257055823)).toBeLessThan(2e-9);
  });

  it('beyond k₁ conserves K² − 2T^(2+c)/((2+c)·q·k₁)', () => {
    const first = (row: { K: number; T: number }) => row.K ** 2 - (2 * row.T ** 3) / (3 * 0.5 * 0.5);
    const rows = rowsOf(lab({ k1: 0.5 }, {}, { until: 3.2 })).filter((row) => row.T / (0.5 * row.K) < 0.49);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(Math.abs(first(row) - first(rows[0]))).toBeLessThan(1e-8 * row.K ** 2);
  });

  it('with training abundant, output is I^(1+c)·k₂^c', () => {
    // T/I = 20 > k₂ = 5: K' = k₂·((1−q)K)², K = K₀/(1 − k₂(1−q)²K₀t).
    const { K } = end(lab({ k2: 5 }, { T0: 10 }, { until: 0.3 }));
    expect(relative(K, 1 / (1 - 5 * 0.25 * 0.3))).toBeLessThan(1e-9);
  });

  it('f(T, I) = h^(1+c)·f(T/h, I/h) inside and outside the cone', () => {
    // Output of a tick's start shows in the slope of K; K and T scaled by h scale Y by h^(1+c).
    for (const T0 of [0.01, 1, 100]) {
      const bought = (h: number) =>
        end(lab({ k1: 0.5, k2: 2, c: 0.7 }, { K0: h, T0: h * T0 }, { h: 1e-6, until: 1e-6 })).bought;
      for (const h of [0.1, 7]) expect(relative(bought(h), h ** 1.7 * bought(1))).toBeLessThan(1e-5);
    }
  });
});

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
