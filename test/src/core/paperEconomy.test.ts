import { describe, expect, it } from 'vitest';
import { flow } from '../../../src/theory/index.ts';
import { relative, rowsOf, simulate } from './harness.ts';

const figure1 = (clock: object = {}) => ({
  clock: { h: 0.05, until: 3.2, ...clock },
  groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }],
});

describe('the paper economy, one lab at q = 1/2', () => {
  it('follows K = 1/(1 − sin(t/2)) to 1e-9 at t = 2.5 at the default tick', () => {
    const simulation = simulate(figure1({ until: 2.5 }));
    simulation.run();
    const { K, T } = simulation.economies[0].observation();
    // The bar is 1e-9. What is reached is 2e-12: the substep ε = 0.05 leaves 6e-11 near t* and less here.
    expect(relative(K, 1 / (1 - Math.sin(1.25)))).toBeLessThan(1e-11);
    expect(relative(T, Math.tan(2.5 / 4 + Math.PI / 4))).toBeLessThan(1e-11);
  });

  it('follows the closed form at every tick up to 0.9 t*', () => {
    for (const row of rowsOf(simulate(figure1({ until: 2.8 })))) {
      const exact = flow({ K0: 1, T0: 1, c: 1, q: 0.5, t: row.t });
      // K's condition number in time is 2t/(t* − t) < 20 here.
      expect(relative(row.K, exact.K)).toBeLessThan(1e-11);
      expect(relative(row.T, exact.T)).toBeLessThan(1e-11);
    }
  });

  it('locates the blow-up within 1e-9 of π, whatever the tick', () => {
    for (const h of [0.01, 0.05, 0.3, 3.2]) {
      const simulation = simulate(figure1({ h }));
      simulation.run();
      const economy = simulation.economies[0];
      expect(economy.status).toBe('blow-up');
      expect(Math.abs((economy.blowUpTime as number) - Math.PI)).toBeLessThan(1e-11);
      expect(economy.t).toBeLessThan(Math.PI);
      expect(economy.observation().K).toBeGreaterThan(1e17);
    }
  });

  it('converges with order six in the substep', () => {
    // One substep a tick while h·g < 0.1: growth rates reach 3.2 at t = 2.5, so h < 0.0312. Beyond 160 ticks rounding shows.
    const errors = [1, 2].map((n) => {
      const simulation = simulate(figure1({ h: 0.03125 / n, until: 2.5, epsilon: 0.1 }));
      simulation.run();
      expect(simulation.economies[0].substeps).toBe(80 * n);
      const { K, T } = simulation.economies[0].observation();
      return [relative(K, 1 / (1 - Math.sin(1.25))), relative(T, Math.tan(0.625 + Math.PI / 4))];
    });
    for (const stock of [0, 1]) {
      const order = Math.log2(errors[0][stock] / errors[1][stock]);
      expect(order).toBeGreaterThan(5.8);
      expect(order).toBeLessThan(6.2);
    }
  });

  it('takes no substep in which a stock could grow by more than a tenth, whatever ε', () => {
    const [tenth, half] = [0.1, 0.5].map((epsilon) => {
      const simulation = simulate(figure1({ h: 0.5, epsilon }));
      simulation.run();
      return simulation.economies[0].substeps;
    });
    expect(half).toBe(tenth);
  });

  it('is as exact for steep and flat exponents at the longest substep', () => {
    for (const c of [0.05, 0.8, 2.5, 5]) {
      const K = [0.1, 0.05, 0.01].map((epsilon) => {
        const simulation = simulate({
          clock: { h: 0.4, until: 1.2, epsilon },
          economy: { c },
          groups: [{ count: 1, K0: 0.3, T0: 0.7, rule: { type: 'fixed', q: 0.4 } }],
        });
        simulation.run();
        return simulation.economies[0].observation().K;
      });
      // The method's own error, steepest for c = 5: 2.1e-8 at the longest substep, 3.4e-10 at the default one.
      expect(relative(K[0], K[2])).toBeLessThan(3e-8);
      expect(relative(K[1], K[2])).toBeLessThan(5e-10);
    }
  });

  it('bounds its own error by the reported difference of the orders 6 and 4', () => {
    const simulation = simulate(figure1({ until: 2.5 }));
    simulation.run();
    expect(simulation.economies[0].stepError).toBeGreaterThan(1e-13);
    expect(simulation.economies[0].stepError).toBeLessThan(1e-7);
  });

  it('is first order with Euler ticks', () => {
    const error = (n: number) => {
      const simulation = simulate(figure1({ h: 2 / n, until: 2, method: 'euler' }));
      simulation.run();
      return relative(simulation.economies[0].observation().K, 1 / (1 - Math.sin(1)));
    };
    // At 4,000 ticks the second-order term is below a percent of the first.
    expect(Math.log2(error(4000) / error(8000))).toBeCloseTo(1, 1);
  });

  it('takes depreciation in an Euler tick as it comes, and accounts for it', () => {
    const [h, delta, rho, c, q] = [0.1, 0.2, 0.3, 0.8, 0.4];
    const simulation = simulate({
      clock: { h, until: 0.5, method: 'euler' },
      economy: { c, delta, rho },
      groups: [{ count: 1, K0: 2, T0: 3, rule: { type: 'fixed', q } }],
    });
    let [K, T] = [2, 3];
    for (const row of rowsOf(simulation).slice(1)) {
      const bought = h * (1 - q) * K * T ** c;
      const lost = h * delta * K;
      T += h * (q * K - rho * T);
      K += bought - lost;
      // Roundings of a few operations a tick.
      expect(relative(row.K, K)).toBeLessThan(1e-14);
      expect(relative(row.T, T)).toBeLessThan(1e-14);
      expect(relative(row.groups[0].bought, bought)).toBeLessThan(1e-13);
      expect(relative(row.groups[0].lost, lost)).toBeLessThan(1e-13);
    }
  });

  it('ends exactly at `until`, also when h does not divide it', () => {
    const simulation = simulate(figure1({ h: 0.3, until: 1 }));
    const rows = rowsOf(simulation);
    expect(rows.map((row) => row.t)).toEqual([0, 0.3, 0.6, 0.8999999999999999, 1]);
    expect(relative(rows[4].K, 1 / (1 - Math.sin(0.5)))).toBeLessThan(1e-11);
    expect(simulation.economies[0].status).toBe('finished');
  });
});

describe('the corners of the split', () => {
  it('with q = 0 grows exponentially at a·T^c and never trains', () => {
    const simulation = simulate({
      clock: { h: 0.1, until: 2 },
      economy: { a: 1.5, c: 0.7 },
      groups: [{ T0: 3, K0: 2, rule: { type: 'fixed', q: 0 } }],
    });
    simulation.run();
    const { K, T } = simulation.economies[0].observation();
    expect(T).toBe(3);
    expect(relative(K, 2 * Math.exp(1.5 * 3 ** 0.7 * 2))).toBeLessThan(1e-13);
  });

  it('with q = 1 never grows in chips and trains linearly', () => {
    const simulation = simulate({ economy: { b: 0.5 }, groups: [{ K0: 2, rule: { type: 'fixed', q: 1 } }] });
    simulation.run();
    const { K, T } = simulation.economies[0].observation();
    expect(K).toBe(2);
    expect(relative(T, 1 + 0.5 * 2 * 3)).toBeLessThan(1e-13);
  });

  it('stops with `overflow`, not a blow-up, where K only grows exponentially out of range', () => {
    const simulation = simulate({
      clock: { until: 2000, h: 1 },
      groups: [{ rule: { type: 'fixed', q: 0 } }],
    });
    simulation.run();
    const economy = simulation.economies[0];
    expect(economy.status).toBe('overflow');
    expect(economy.blowUpTime).toBeNull();
    expect(economy.observation().K).toBeGreaterThan(1e279);
    expect(economy.observation().K).toBeLessThan(1e300);
  });

  it('ends a run that turns non-finite and names the lab and the quantity', () => {
    // One Euler tick of this length carries K from 1 beyond the range of f64.
    const simulation = simulate({
      clock: { h: 1, until: 400, method: 'euler' },
      economy: { c: 5 },
      groups: [
        { name: 'calm', rule: { type: 'fixed', q: 1 } },
        { name: 'wild', count: 3, K0: { distribution: 'list', values: [1, 1, 1e20] } },
      ],
    });
    simulation.run();
    expect(simulation.economies[0].status).toBe('failed');
    expect(simulation.economies[0].firstNonFinite()).toEqual({ group: 'wild', lab: 2, quantity: 'K' });
  });
});

describe('general exponents and stocks', () => {
  it.each([
    // c, K0, T0, q, t*: an independent 30-digit Taylor integration.
    [1, 1, 1, 0.5, Math.PI],
    [1, 1, 2, 0.5, 2.492900960560922],
    [1, 0.5, 1, 0.5, 4],
    [0.5, 1, 1, 0.5, 5.409865551165058],
    [0.5, 0.05, 1, 0.3, 8.622913425507532],
    [2, 1, 1, 0.5, 1.8655552229867294],
    [2, 20, 1, 0.6, 0.37091789084700966],
    [3.7, 1, 1, 0.5, 1.1843954782855388],
  ])('c = %f, K₀ = %f, T₀ = %f, q = %f blows up at %f', (c, K0, T0, q, blowUp) => {
    const simulation = simulate({
      clock: { h: blowUp / 40, until: blowUp * 1.1 },
      economy: { c },
      groups: [{ K0, T0, rule: { type: 'fixed', q } }],
    });
    simulation.run();
    // RE6 at ε = 0.05 locates t* to 3e-12; steeper c costs a little more.
    expect(relative(simulation.economies[0].blowUpTime as number, blowUp)).toBeLessThan(2e-11);
  });

  it('scales with a and b: (K, t) → (bK/a, at)', () => {
    const one = simulate({
      clock: { h: 0.02, until: 0.8 },
      economy: { a: 3, b: 2 },
      groups: [{ K0: 1.5, T0: 1 }],
    });
    const other = simulate({ clock: { h: 0.06, until: 2.4 }, groups: [{ K0: 1, T0: 1 }] });
    one.run();
    other.run();
    const [x, y] = [one.economies[0].observation(), other.economies[0].observation()];
    expect(relative(x.K, 1.5 * y.K)).toBeLessThan(1e-12);
    expect(relative(x.T, y.T)).toBeLessThan(1e-12);
  });

  it('treats reinvestment s as a factor on a', () => {
    const one = simulate({ clock: { until: 2 }, economy: { s: 0.4 } });
    const other = simulate({ clock: { until: 2 }, economy: { a: 0.4 } });
    one.run();
    other.run();
    expect(relative(one.economies[0].observation().K, other.economies[0].observation().K)).toBeLessThan(
      1e-13,
    );
  });
});
