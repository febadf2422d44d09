import { describe, expect, it } from 'vitest';
import { flow, timeToLevel } from '../../../src/theory/index.ts';
import { relative, rowsOf, simulate } from './harness.ts';
import { end, lab } from './oneLab.ts';

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
