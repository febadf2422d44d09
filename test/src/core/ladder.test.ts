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
import { ladder } from '../../../src/theory/index.ts';
import { core, relative, rowsOf, simulate } from './harness.ts';
import { chipsAt, type Start, timeTo } from './ladderAtFixedSplit.ts';
import { end, general, lab } from './oneLab.ts';

/** One lab on the given rungs, whatever techniques could make them: through the tables that Simulation writes. */
function climber(rungs: readonly Rung[], economy: object, start: Start, q: number) {
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

it('an economy without ladders has the hash it had: techniques add nothing of their own', () => {
  const plain = simulate({});
  const scaled = simulate({ economy: { techniqueScale: 2, Tperfect: 3 } });
  plain.run();
  scaled.run();
  expect(scaled.economies[0].hash()).toBe(plain.economies[0].hash());
});
