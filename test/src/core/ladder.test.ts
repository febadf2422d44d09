import { instantiateSync } from '@assemblyscript/loader';
import { describe, expect, it } from 'vitest';
import { EconomyView } from '../../../src/core/economyView.ts';
import type { CoreExports } from '../../../src/core/exports.ts';
import { RowLayout } from '../../../src/core/row.ts';
import { listValues, place, writeTables } from '../../../src/core/tables.ts';
import { projectedBlowUp } from '../../../src/measure/index.ts';
import { economiesOf } from '../../../src/scenario/economies.ts';
import { parseScenario } from '../../../src/scenario/index.ts';
import { type Rung, rungsOf } from '../../../src/scenario/rungs.ts';
import { type TechniqueId, techniques } from '../../../src/scenario/techniques.ts';
import { type Ladder, ladder, ladderProductivity } from '../../../src/theory/index.ts';
import { core, relative, rowsOf, simulate } from './harness.ts';
import { end, lab } from './oneLab.ts';

/** A bound that never binds, and sends the economy to the general method. */
const general = { k2: 1e12 };

/** ∫ G dT from T₀ to T, in closed form on each rung: G is A·T^c there. */
function integral(on: Ladder, T0: number, T: number): number {
  const joints = on.breakpoints.map((end) => 10 ** end).filter((end) => end > T0 && end < T);
  const points = [T0, ...joints, T];
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const middle = Math.sqrt(from * to);
    const rung = on.breakpoints.findIndex((end) => middle < 10 ** end);
    const c = rung < 0 ? 0 : on.slopes[rung];
    const A = ladderProductivity(on, middle) / middle ** c;
    sum += (A / (c + 1)) * (to ** (c + 1) - from ** (c + 1));
  }
  return sum;
}

/** Chips when training stands at T: dK/dT = (1−q)·G/q, whatever the pace. */
const chipsAt = (on: Ladder, q: number, start: { K0: number; T0: number }, T: number) =>
  start.K0 + ((1 - q) / q) * integral(on, start.T0, T);

/** Time to reach T, ∫ dT/(q·K(T)), by Simpson's rule in ln T between the joints. */
function timeTo(on: Ladder, q: number, start: { K0: number; T0: number }, T: number): number {
  const joints = on.breakpoints.map((end) => 10 ** end).filter((end) => end > start.T0 && end < T);
  const points = [start.T0, ...joints, T].map(Math.log);
  const n = 400;
  let time = 0;
  for (let i = 1; i < points.length; i++) {
    const step = (points[i] - points[i - 1]) / n;
    for (let j = 0; j <= n; j++) {
      const at = Math.exp(points[i - 1] + j * step);
      const weight = j === 0 || j === n ? 1 : j % 2 === 1 ? 4 : 2;
      time += ((weight * step) / 3) * (at / (q * chipsAt(on, q, start, at)));
    }
  }
  return time;
}

/** One lab on the given rungs, whatever techniques could make them: through the tables that Simulation writes. */
function climber(rungs: readonly Rung[], economy: object, start: { K0: number; T0: number }, q: number) {
  const scenario = parseScenario({
    clock: { h: 0.05, until: 100 },
    economy,
    groups: [{ ...start, rule: { type: 'fixed', q } }],
  });
  const { exports } = instantiateSync<CoreExports>(core.module);
  const { economies, groups, slots } = place(economiesOf(scenario));
  const climbing = economies.map((one) => ({
    ...one,
    groups: one.groups.map((group) => ({ ...group, rungs })),
  }));
  exports.reserve(1, groups, 1, slots, listValues(exports, climbing), 1024);
  writeTables(exports, climbing, [0]);
  exports.start();
  const view = new EconomyView(exports, new RowLayout(exports), climbing[0], 0);
  const tick = () => {
    exports.clearRows();
    exports.advance(1, 2 ** 30);
    return { t: view.t, K: view.groups[0].K[0], T: view.groups[0].T[0] };
  };
  return { tick };
}

const rung = (slope: number, span: number): Rung => ({
  technique: 'mcts',
  slope,
  span,
  endsWhenPerfect: false,
});

describe.each([
  ['RE6', {}],
  ['the general method', general],
])('a technique ladder under %s', (_, method) => {
  it.each(techniques.map(({ id }) => id))('of one rung, %s, is T^c to the bit while the rung lasts', (id) => {
    const [{ slope, span }] = rungsOf([id]);
    for (const T0 of [0.3, 1, 40]) {
      // In units of K₀ = T₀ and with a·T₀^c = 1: growth is 1/2 at first.
      const a = T0 ** -slope;
      const stocks = { K0: T0, T0 };
      const ladderRun = lab({ ...method, a, techniques: [id] }, stocks, { until: 1.5 });
      const powerRun = lab({ ...method, a, c: slope }, stocks, { until: 1.5 });
      const [climbed, plain] = [ladderRun, powerRun].map(end);
      expect(climbed.T).toBeLessThan(T0 * 10 ** span);
      expect([climbed.K, climbed.T]).toEqual([plain.K, plain.T]);
    }
  });

  it('of four rungs is exact on each and through every joint', () => {
    const rungs = [rung(2, 0.5), rung(1.2, 0.4), rung(0.7, 0.6), rung(0.3, 0.5)];
    for (const start of [
      { K0: 1, T0: 1 },
      { K0: 3, T0: 0.2 },
    ]) {
      const on = ladder({ T0: start.T0, rungs });
      const { tick } = climber(rungs, method, start, 0.4);
      const seen = new Set<number>();
      for (let now = tick(); now.T < start.T0 * 1e3; now = tick()) {
        // The general method's error control holds each of some hundred substeps to 1e-11 in ln K; RE6's are a hundredth of
        // that, and joints add nothing to speak of.
        const tolerance = method === general ? 5e-9 : 5e-11;
        expect(relative(now.K, chipsAt(on, 0.4, start, now.T))).toBeLessThan(tolerance);
        expect(relative(now.t, timeTo(on, 0.4, start, now.T))).toBeLessThan(tolerance);
        seen.add(on.breakpoints.findIndex((end) => Math.log10(now.T) < end));
      }
      // Every rung was stood on, and what is beyond the last.
      expect([...seen].sort()).toEqual([-1, 0, 1, 2, 3]);
    }
  });

  it('does not depend on the order of the names', () => {
    const run = (list: TechniqueId[]) => {
      const simulation = lab({ ...method, techniques: list }, {}, { until: 3 });
      simulation.run();
      return simulation.economies[0].hash();
    };
    expect(run(['scaling-policy', 'mcts', 'pruning'])).toBe(run(['pruning', 'scaling-policy', 'mcts']));
  });

  it('ends in exponential growth at (1−q)·G of its top, never in a blow-up', () => {
    // Overtraining and MCTS: from T₀ = 2 on 1.6 and 0.7 OOM of inference.
    const simulation = lab({ ...method, techniques: ['scaling-policy', 'mcts'] }, { T0: 2 }, { until: 3.5 });
    const rows = rowsOf(simulation);
    const [before, last] = rows.slice(-2);
    expect(simulation.economies[0].status).toBe('finished');
    expect(relative(Math.log(last.K / before.K) / 0.05, 0.5 * 2 * 10 ** 2.3)).toBeLessThan(1e-11);
    expect(projectedBlowUp(simulation.economies[0])).toBe(Number.POSITIVE_INFINITY);
  });

  it('leaves the range of numbers in good order', () => {
    const simulation = lab({ ...method, techniques: ['cheap-verification'] }, {}, { until: 5 });
    simulation.run();
    expect(simulation.economies[0].status).toBe('overflow');
    expect(simulation.economies[0].observation().K).toBeGreaterThan(1e270);
  });

  it('ends the rung of MCTS where performance is perfect, for each lab at the same T', () => {
    const top = (T0: number) => {
      const rows = rowsOf(lab({ ...method, techniques: ['mcts'], Tperfect: 5 }, { T0 }, { until: 4 }));
      const [before, last] = rows.slice(-2);
      return Math.log(last.K / before.K) / 0.05 / 0.5;
    };
    expect(relative(top(1), 5)).toBeLessThan(1e-11);
    expect(relative(top(3), 5)).toBeLessThan(1e-11);
    // Beyond it there was nothing left to search for.
    expect(relative(top(6), 6)).toBeLessThan(1e-11);
    // Far off, the span of 1.6 OOM ends first.
    const far = rowsOf(lab({ ...method, techniques: ['mcts'], Tperfect: 1e4 }, {}, { until: 4 })).slice(-2);
    expect(relative(Math.log(far[1].K / far[0].K) / 0.05 / 0.5, 10 ** 1.6)).toBeLessThan(1e-11);
  });

  it('is longer and steeper with scale: pruning at x = 2 saves 1.16 OOM on the way to T₀·10^0.58', () => {
    const simulation = lab({ ...method, techniques: ['pruning'], techniqueScale: 2 }, {}, { until: 3 });
    const rows = rowsOf(simulation);
    const [before, last] = rows.slice(-2);
    expect(relative(Math.log(last.K / before.K) / 0.05, 0.5 * 10 ** 1.16)).toBeLessThan(1e-11);
    for (const { K, T } of rows.filter((row) => row.T < 10 ** 0.58))
      expect(relative(K, 1 + (T ** 3 - 1) / 3)).toBeLessThan(1e-10);
  });

  it('may differ from group to group: each does as it would alone', () => {
    const groups = [
      { name: 'x', T0: 0.6, rule: { type: 'fixed', q: 0.4 }, techniques: 'mcts,scaling-policy' },
      { name: 'y', rule: { type: 'fixed', q: 0.3 }, techniques: 'pruning' },
      { name: 'z', rule: { type: 'fixed', q: 0.3 }, c: 0.7 },
    ];
    const shared = { clock: { h: 0.05, until: 2.5 }, economy: method };
    const together = simulate({ ...shared, groups });
    together.run();
    groups.forEach((group, index) => {
      const alone = simulate({ ...shared, groups: [group] });
      alone.run();
      const [one, same] = [alone.economies[0].groups[0], together.economies[0].groups[index]];
      expect(relative(same.K[0], one.K[0])).toBeLessThan(1e-9);
      expect(relative(same.T[0], one.T[0])).toBeLessThan(1e-9);
    });
    // A group takes the economy's ladder where it has none of its own.
    const [own, given] = [
      simulate({ ...shared, groups: [groups[1]] }),
      simulate({
        ...shared,
        economy: { ...method, techniques: 'pruning' },
        groups: [{ ...groups[1], techniques: null }],
      }),
    ];
    own.run();
    given.run();
    expect(given.economies[0].hash()).toBe(own.economies[0].hash());
  });
});

describe('RE6 at the ends of rungs', () => {
  /** 300 labs, each with its own T₀ and so its own joints, three chunks of them. */
  const crowd = (economy: object, clock: object = {}) =>
    simulate({
      seed: 3,
      clock: { h: 0.05, until: 2.5, ...clock },
      economy,
      groups: [
        {
          count: 300,
          K0: { distribution: 'uniform', min: 0.5, max: 3 },
          T0: { distribution: 'lognormal', median: 1, spread: 0.5 },
          rule: { type: 'fixed', q: 0.4 },
        },
      ],
    });

  it('is exact for every lab of a crowd, each on its own ladder', () => {
    const simulation = crowd({ techniques: 'mcts,scaling-policy' });
    const [{ K, T }] = simulation.economies[0].groups;
    const starts = Array.from(K, (K0, i) => ({ K0, T0: T[i] }));
    simulation.run();
    const tops = starts.filter((start, i) => {
      const on = ladder({ T0: start.T0, rungs: rungsOf(['mcts', 'scaling-policy']) });
      expect(relative(K[i], chipsAt(on, 0.4, start, T[i]))).toBeLessThan(1e-10);
      return Math.log10(T[i]) > on.breakpoints[1];
    });
    // Some have left their ladder, some have not.
    expect(tops.length).toBeGreaterThan(20);
    expect(tops.length).toBeLessThan(280);
  });

  it('keeps its order: a substep that ends at a joint is one of a smooth flow', () => {
    const run = (epsilon: number) => {
      const simulation = lab({ techniques: 'mcts,scaling-policy' }, {}, { until: 3, epsilon });
      const { K } = end(simulation);
      return { K, substeps: simulation.economies[0].substeps };
    };
    const exact = run(0.01).K;
    const [coarse, fine] = [0.1, 0.05].map(run);
    const errors = [coarse, fine].map(({ K }) => relative(K, exact));
    // Crossed in the middle of a substep, a kink would leave second order. Some substeps are as long as a tick, whatever ε.
    const order = Math.log(errors[0] / errors[1]) / Math.log(fine.substeps / coarse.substeps);
    expect(order).toBeGreaterThan(5);
    expect(errors[1]).toBeLessThan(2e-11);
  });

  it.each([0.3, 1])('agrees with the general method for labs that share training, σ = %s', (sigma) => {
    const run = (economy: object) => {
      const simulation = simulate({
        clock: { h: 0.05, until: 1.6 },
        economy: { sigma, ...economy },
        groups: [
          {
            name: 'x',
            count: 3,
            T0: { distribution: 'list', values: [0.2, 0.3, 0.5] },
            techniques: 'mcts,scaling-policy',
          },
          { name: 'y', K0: 0.5, T0: 0.5, techniques: 'pruning' },
          { name: 'z', K0: 0.5, T0: 0.5, c: 0.6 },
        ],
      });
      simulation.run();
      return simulation.economies[0].groups.flatMap(({ K }) => [...K]);
    };
    const [paper, other] = [run({}), run(general)];
    // The general method's tolerance, 1e-11 a step, some hundreds of them.
    for (const [i, K] of paper.entries()) expect(relative(K, other[i])).toBeLessThan(2e-9);
  });

  it('cuts, snapshots and forks change nothing', () => {
    const make = () => crowd({ techniques: 'mcts,scaling-policy', sigma: 0.001 }, { until: 1 });
    const quiet = make();
    quiet.run();
    const cut = make();
    cut.advance(9, 60);
    const other = make();
    other.restore(cut.snapshot());
    expect(other.economies[0].hash()).toBe(cut.economies[0].hash());
    while (other.isRunning) {
      other.advance(1, 7);
      other.drain();
    }
    expect(other.economies[0].hash()).toBe(quiet.economies[0].hash());
  });

  it('locates the blow-up of a lab beside those that climb', () => {
    const simulation = simulate({
      clock: { until: 4 },
      groups: [{ name: 'plain' }, { name: 'climbing', techniques: 'pruning' }],
    });
    simulation.run();
    expect(simulation.economies[0].status).toBe('blow-up');
    expect(Math.abs((simulation.economies[0].blowUpTime as number) - Math.PI)).toBeLessThan(1e-9);
  });
});

describe('a technique ladder among other mechanisms', () => {
  const growth = (economy: object, group: object = {}) => {
    const [before, last] = rowsOf(lab(economy, group, { until: 4 })).slice(-2);
    return Math.log(last.K / before.K) / 0.05 / 0.5;
  };

  it('is climbed by T̂: after T_max', () => {
    // 10^1.6 at the end of MCTS, then overtraining's slope up to T_max = 60.
    const G = 10 ** 1.6 * (60 / 10 ** 1.6) ** (0.7 / 1.2);
    expect(relative(growth({ techniques: 'mcts,scaling-policy', Tmax: 60 }), G)).toBeLessThan(1e-10);
  });

  it('is what a contest on quality compares', () => {
    const simulation = simulate({
      clock: { h: 1e-7, until: 1 },
      economy: { theta: 2, contest: 'quality', sigma: 1 },
      // T̂ = 50 for both: 10^1.6·(50/10^1.6)^0.58 = 45.5 against 10·49 at the top of pruning.
      groups: [
        { name: 'x', T0: 1, techniques: 'mcts,scaling-policy', rule: { type: 'fixed', q: 0 } },
        { name: 'y', T0: 49, techniques: 'pruning', rule: { type: 'fixed', q: 0.9 } },
      ],
    });
    simulation.step();
    const { groups, revenue } = simulation.economies[0].observation();
    const x = 10 ** 1.6 * (50 / 10 ** 1.6) ** (0.7 / 1.2);
    expect(groups[0].revenue / revenue).toBeCloseTo(x ** 2 / (x ** 2 + 50 ** 2), 6);
  });

  it('is what rivals see of one another: on its first rung they respond as to T^c', () => {
    const run = (economy: object) => {
      const simulation = simulate({
        clock: { h: 0.05, until: 1 },
        economy: { contest: 'quality', ...economy },
        groups: [
          { count: 3, T0: { distribution: 'list', values: [0.5, 1, 2] }, rule: { type: 'bestResponse' } },
        ],
      });
      simulation.run();
      const [{ K, q }] = simulation.economies[0].groups;
      return [...K, ...q];
    };
    expect(run({ techniques: 'mcts' })).toEqual(run({ c: 1 }));
    // Where the rungs have no length labs are judged by T₀ for ever, and respond to that.
    expect(run({ techniques: 'mcts', Tperfect: 0.1 })).not.toEqual(run({ c: 1 }));
  });

  it('is climbed by Euler’s steps too', () => {
    const simulation = lab({ techniques: 'mcts' }, { T0: 1 }, { method: 'euler', h: 0.5, until: 6 });
    const rows = rowsOf(simulation);
    let [K, T] = [1, 1];
    for (const row of rows.slice(1)) {
      const G = Math.min(T, 10 ** 1.6);
      [K, T] = [K + 0.25 * K * G, T + 0.25 * K];
      expect(relative(row.K, K)).toBeLessThan(1e-13);
      expect(relative(row.T, T)).toBeLessThan(1e-13);
    }
    expect(T).toBeGreaterThan(10 ** 1.6);
  });

  it('a newcomer climbs its model’s ladder: without spread the two never part', () => {
    const simulation = simulate({
      clock: { h: 0.05, until: 2.2 },
      economy: { techniques: 'mcts', omega: 1, s: 0.5, credit: 0, entry: 1000, entrySpread: 0 },
      // The lab at T₀ = 1 earns less than its chips cost and leaves; that at 10 stays, and is copied.
      groups: [{ count: 2, T0: { distribution: 'list', values: [1, 10] } }],
    });
    const [{ K, T }] = simulation.economies[0].groups;
    simulation.step();
    simulation.step();
    expect(T[0]).toBe(T[1]);
    simulation.run();
    expect(T[0]).toBeGreaterThan(10 ** 2.6);
    expect([K[0], T[0]]).toEqual([K[1], T[1]]);
  });
});

describe('a fork', () => {
  // The lab at T₀ = 1 earns less than its chips cost: its place goes to a copy of the other, on that one's ladder.
  const scenario = {
    clock: { h: 0.05, until: 2 },
    economy: { techniques: 'mcts', omega: 1, s: 0.5, credit: 0, entry: 1000 },
    groups: [{ count: 2, T0: { distribution: 'list', values: [1, 10] } }],
  };
  const run = (set: object) => {
    const simulation = simulate({ ...scenario, variants: [{ name: 'fork', from: 0.5, set }] });
    simulation.run();
    return simulation.economies.map((economy) => economy.hash());
  };

  it('goes on with the ladders that labs stand on by then', () => {
    const [base, fork] = run({});
    expect(fork).toBe(base);
  });

  it('that has other techniques climbs them from T₀', () => {
    const [base, fork] = run({ 'economy.techniques': 'pruning' });
    expect(fork).not.toBe(base);
    const [lone, same] = (() => {
      const simulation = simulate({
        clock: { h: 0.05, until: 3 },
        groups: [{ name: 'lab' }],
        variants: [{ name: 'fork', from: 1, set: { 'economy.techniques': 'pruning' } }],
      });
      simulation.run();
      return simulation.economies.map(({ groups }) => groups[0].K[0]);
    })();
    // T = tan(t/4 + π/4) is below T₀·10 until t = 2.75, and pruning's slope is 1 = c: so far nothing differs but its top.
    expect(same).toBeLessThan(lone);
    const K = (T: number) => 1 + (T ** 2 - 1) / 2;
    expect(relative(same, K(10) * Math.exp(5 * (3 - 4 * (Math.atan(10) - Math.PI / 4))))).toBeLessThan(1e-10);
  });
});

it('an economy without ladders has the hash it had: techniques add nothing of their own', () => {
  const plain = simulate({});
  const scaled = simulate({ economy: { techniqueScale: 2, Tperfect: 3 } });
  plain.run();
  scaled.run();
  expect(scaled.economies[0].hash()).toBe(plain.economies[0].hash());
});
