import { describe, expect, it } from 'vitest';
import { relative, rowsOf, simulate } from './harness.ts';

const lab = (economy: object, group: object = {}, clock: object = {}) =>
  simulate({
    clock: { h: 0.05, until: 2, ...clock },
    economy,
    groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 }, ...group }],
  });

describe('model releases', () => {
  it('every m ticks: between releases K grows exponentially at the deployed T, while T accrues', () => {
    const simulation = lab({ releaseEvery: 10 }, {}, { h: 0.05, until: 1.5 });
    let K = 1;
    let T = 1;
    for (const row of rowsOf(simulation).filter(({ tick }) => tick % 10 === 0 && tick > 0)) {
      // Half a time unit at a constant growth rate g = (1 − q)·T.
      const g = 0.5 * T;
      T += (0.5 * K * Math.expm1(g * 0.5)) / g;
      K *= Math.exp(g * 0.5);
      expect(relative(row.K, K)).toBeLessThan(1e-9);
      expect(relative(row.T, T)).toBeLessThan(1e-9);
    }
  });

  it('at growth γ: a release comes on the tick at which T has grown by the factor', () => {
    const rows = rowsOf(lab({ releaseGrowth: 1.5 }, {}, { h: 0.01, until: 1.5 }));
    const rate = (i: number) => Math.log(rows[i].K / rows[i - 1].K) / 0.01;
    let deployed = 1;
    for (let i = 1; i < rows.length; i++) {
      if (rows[i - 1].T >= 1.5 * deployed) deployed = rows[i - 1].T;
      expect(relative(rate(i), 0.5 * deployed)).toBeLessThan(1e-7);
    }
    expect(deployed).toBeGreaterThan(1.5);
  });

  it('have no singularity: a run that leaves the range ends in overflow, never with a blow-up', () => {
    for (const releaseEvery of [5, 10, 25]) {
      const simulation = lab({ releaseEvery }, {}, { until: 20 });
      simulation.run();
      expect(simulation.economies[0].status).toBe('overflow');
      expect(simulation.economies[0].blowUpTime).toBeNull();
    }
  });

  it('rare releases slow growth; continuous ones are the limit', () => {
    const K = (economy: object) => rowsOf(lab(economy, {}, { h: 0.01, until: 2 })).at(-1)?.K as number;
    const [rare, often, always] = [K({ releaseEvery: 50 }), K({ releaseEvery: 1 }), K({})];
    expect(rare).toBeLessThan(often);
    expect(often).toBeLessThan(always);
    // Deploying once a tick is late by half a tick on average.
    expect(relative(often, always)).toBeLessThan(0.03);
  });
});

describe('diffusion lag τ', () => {
  const two = (tau: number, clock: object = {}) =>
    simulate({
      clock: { h: 0.05, until: 1, ...clock },
      economy: { sigma: 0.5, tau },
      groups: [
        { name: 'leader', T0: 2, rule: { type: 'fixed', q: 0.6 } },
        { name: 'follower', rule: { type: 'fixed', q: 0 } },
      ],
    });

  it('until τ has passed others count with what they had at t = 0', () => {
    const simulation = two(1);
    simulation.run();
    // The follower trains nothing: T̂ = 1 + 2/2 for the whole time unit.
    expect(relative(simulation.economies[0].groups[1].K[0], Math.exp(2))).toBeLessThan(1e-9);
  });

  it('then with what they had τ ago: K = exp(∫(1 + T(t − τ)/2)dt) for a follower that only serves', () => {
    // A leader that only trains: T = 2 + t exactly, so the follower's integral is elementary.
    const simulation = simulate({
      clock: { h: 0.05, until: 1.5 },
      economy: { sigma: 0.5, tau: 0.5 },
      groups: [
        { name: 'leader', T0: 2, rule: { type: 'fixed', q: 1 } },
        { name: 'follower', rule: { type: 'fixed', q: 0 } },
      ],
    });
    simulation.run();
    const exponent = 1.5 + 0.5 * (2 * 0.5 + (2 * 1 + 0.5));
    expect(relative(simulation.economies[0].groups[1].K[0], Math.exp(exponent))).toBeLessThan(1e-9);
  });

  it('converges with fourth order in the decision interval where T curves', () => {
    const K = (h: number) => {
      const simulation = two(0.25, { h, until: 1.25 });
      simulation.run();
      return simulation.economies[0].groups[1].K[0];
    };
    const best = K(0.25 / 64);
    const errors = [4, 8, 16].map((n) => relative(K(0.25 / n), best));
    expect(Math.log2(errors[0] / errors[1])).toBeGreaterThan(3.5);
    expect(errors[2]).toBeLessThan(1e-8);
  });

  it('of one tick is allowed, and snapshots carry the history', () => {
    const quiet = two(0.05);
    quiet.run();
    const one = two(0.05);
    one.advance(7, 40);
    const other = two(0.05);
    other.restore(one.snapshot());
    other.run();
    expect(other.economies[0].hash()).toBe(quiet.economies[0].hash());
  });

  it('only ever delays growth', () => {
    const K = (tau: number) => {
      const simulation = two(tau);
      simulation.run();
      return simulation.economies[0].observation().K;
    };
    expect(K(0.5)).toBeLessThan(K(0.1));
    expect(K(0.1)).toBeLessThan(K(0));
  });
});

describe('reinvestment rules', () => {
  const share = (economy: object, T0: number) => {
    const simulation = lab(economy, { T0 });
    simulation.advance(1);
    return simulation.economies[0].groups[0].s[0];
  };

  it('hurdle: s·x⁴/(1 + x⁴) of the return on a chip over r', () => {
    // Return a·w·T̂^c/p − δ = 0.5·3 − 0.5 = 1 against r = 2: x = 1/2.
    expect(share({ reinvest: 'hurdle', r: 2, a: 0.5, delta: 0.5 }, 3)).toBeCloseTo(1 / 17, 12);
    expect(share({ reinvest: 'hurdle', r: 2, s: 0.6, a: 0.5, delta: 0.5 }, 1e6)).toBeCloseTo(0.6, 12);
    expect(share({ reinvest: 'hurdle', r: 2, delta: 0.5 }, 0.1)).toBe(0);
  });

  it('payout: what is left of revenue after the target', () => {
    const simulation = lab({ reinvest: 'payout', payout: 0.3 }, { T0: 2 });
    simulation.advance(1);
    const { s, q, T } = simulation.economies[0].groups[0];
    // Revenue per chip at the split of the tick before: (1 − 1/2)·T at the second tick's start.
    const left = 1 - 0.3 / (0.5 * T[0]);
    simulation.advance(1);
    expect(s[0]).toBeCloseTo(left, 12);
    expect(q[0]).toBe(0.5);
    expect(share({ reinvest: 'payout', payout: 9 }, 2)).toBe(0);
  });
});

describe('running cost, credit, exit and entry', () => {
  const crowd = (economy: object, group: object = {}, seed = 1) =>
    simulate({
      seed,
      clock: { h: 0.05, until: 2 },
      economy,
      groups: [
        {
          name: 'labs',
          count: 200,
          K0: { distribution: 'lognormal', median: 1, spread: 0.5 },
          T0: { distribution: 'lognormal', median: 0.5, spread: 0.7 },
          rule: { type: 'fixed', q: 0.3 },
          ...group,
        },
      ],
    });

  it('labs live off what they pay out, and leave when their cash falls below −credit', () => {
    const rows = rowsOf(crowd({ s: 0.8, omega: 0.15, credit: 0.05 }));
    const labs = rows.map((row) => row.labs);
    expect(labs[0]).toBe(200);
    expect(labs.at(-1)).toBeLessThan(200);
    expect(labs.at(-1)).toBeGreaterThan(0);
    for (let i = 1; i < labs.length; i++) expect(labs[i]).toBeLessThanOrEqual(labs[i - 1]);
  });

  it('one lab goes bankrupt on the very tick its books say', () => {
    // s = 1: nothing is paid out, cash = −ω·∫K. It leaves at the start of the first tick that finds it below −credit.
    const rows = rowsOf(lab({ omega: 0.2, credit: 0.1 }));
    let cash = 0;
    for (let i = 1; i < rows.length; i++) {
      if (cash < -0.1) {
        expect(rows[i].labs).toBe(0);
        expect(rows[i].K).toBe(0);
      } else expect(rows[i].labs).toBe(1);
      cash -= rows[i].cost;
    }
    expect(rows.at(-1)?.labs).toBe(0);
  });

  it('without a credit line nobody leaves, whatever the cost', () => {
    expect(rowsOf(crowd({ omega: 5 })).at(-1)?.labs).toBe(200);
  });

  it('newcomers fill empty places at the rate of entry, as copies of survivors up to the spread', () => {
    const harsh = { s: 0.8, omega: 0.15, credit: 0.05 };
    const alone = rowsOf(crowd(harsh)).at(-1)?.labs as number;
    const fed = rowsOf(crowd({ ...harsh, entry: 3 })).at(-1)?.labs as number;
    expect(fed).toBeGreaterThan(alone);
    const exact = crowd({ ...harsh, entry: 1000, entrySpread: 0 });
    exact.run();
    const [group] = exact.economies[0].groups;
    const stocks = new Map<string, number>();
    for (let i = 0; i < group.count; i++) {
      const key = `${group.T[i]}`;
      stocks.set(key, (stocks.get(key) ?? 0) + 1);
    }
    expect(Math.max(...stocks.values())).toBeGreaterThan(1);
  });

  it('newcomers are judged by the growth of those they copy, not by that of the empty place', () => {
    // The frail play q = 0.9, which grows K·T by 0.65 here against 1.55 at 0.3: nobody would copy them, unless their
    // places' rise from nothing were taken for growth.
    const simulation = simulate({
      clock: { h: 0.05, until: 0.5 },
      groups: [
        {
          name: 'frail',
          count: 200,
          K0: { distribution: 'lognormal', median: 1, spread: 0.8 },
          T0: 2,
          omega: 0.5,
          credit: 0.1,
          entry: 1000,
          rule: { type: 'fixed', q: 0.9 },
        },
        {
          name: 'copying',
          count: 200,
          T0: 2,
          rule: { type: 'imitate', rate: 50, intensity: 100, mutation: 0, q: 0.3 },
        },
      ],
    });
    const before = simulation.economies[0].groups[0].K.slice();
    simulation.run();
    const [frail, copying] = simulation.economies[0].groups;
    // Chips only grow: a place with fewer than at the start was emptied and taken anew.
    expect(before.some((K, lab) => frail.K[lab] < K)).toBe(true);
    expect([...copying.q].filter((q) => q !== 0.3)).toEqual([]);
  });

  it('the same seed leaves and enters the same', () => {
    const hash = () => {
      const simulation = crowd({ s: 0.8, omega: 0.15, credit: 0.05, entry: 2 });
      simulation.run();
      return simulation.economies[0].hash();
    };
    expect(hash()).toBe(hash());
  });
});
