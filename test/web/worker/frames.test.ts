import { describe, expect, it } from 'vitest';
import { turnpikeChips } from '../../../src/theory/index.ts';
import type { Frame, Line } from '../../../web/shared/protocol.ts';
import { crowd, engineFor, scenario } from './lab.ts';

const pairs = ({ data }: Line): [number, number][] =>
  Array.from({ length: data.length / 2 }, (_, i) => [data[2 * i], data[2 * i + 1]]);
const linesOf = (frame: Frame, panel: Line['panel'], style: Line['style']): Line[] =>
  frame.lines.filter((line) => line.panel === panel && line.style === style);

function finished(of: ReturnType<typeof scenario>) {
  const lab = engineFor(of);
  lab.engine.setSpeed(Number.POSITIVE_INFINITY);
  lab.engine.play();
  lab.clock.frames();
  return { ...lab, frame: lab.engine.frame()! };
}

describe('a frame', () => {
  it('has every kind of line that the panels promise', () => {
    const { frame } = finished(crowd);
    const kinds = new Set(frame.lines.map(({ panel, style }) => `${panel} ${style}`));
    for (const kind of [
      ...['phase turnpike', 'phase economy', 'phase trail'],
      ...['chips economy', 'chips optimum', 'chips parity', 'chips projection'],
      ...['share economy', 'share band', 'share optimum', 'share parity'],
    ])
      expect(kinds).toContain(kind);
    expect(linesOf(frame, 'chips', 'economy').map(({ economy }) => economy)).toEqual([0, 1]);
  });

  it('draws V once where variants share it, and again where they do not', () => {
    const variants = [
      { name: 'same', set: { 'economy.sigma': 1 } },
      { name: 'other', set: { 'economy.a': 2 } },
    ];
    const { frame } = finished(scenario({ clock: { h: 0.1, until: 1 }, variants }));
    expect(linesOf(frame, 'chips', 'optimum').map(({ label }) => label)).toEqual(['V(t)', 'V(t), other']);
  });

  it('says why there is no V where labs differ in c, and draws none', () => {
    const groups = [
      { name: 'x', rule: { type: 'parity' } },
      { name: 'y', rule: { type: 'parity' }, c: 2 },
    ];
    const { frame, seen } = finished(scenario({ clock: { h: 0.1, until: 1 }, groups }));
    expect(linesOf(frame, 'chips', 'optimum')).toEqual([]);
    expect(linesOf(frame, 'phase', 'turnpike')).toHaveLength(2);
    expect(seen.summary!.economies[0]).toMatchObject({ V: null, efficiency: null });
    expect(seen.summary!.economies[0].whyNoOptimum).toMatch(/differ in c/);
  });

  it('draws the turnpike through K = aT^(1+c)/(bc)', () => {
    const { frame } = finished(scenario({ economy: { a: 3, b: 2, c: 0.7 }, clock: { h: 0.1, until: 0.5 } }));
    for (const [logT, logK] of pairs(linesOf(frame, 'phase', 'turnpike')[0]))
      expect(logK).toBeCloseTo(Math.log10(turnpikeChips({ a: 3, b: 2, c: 0.7, T: 10 ** logT })), 5);
  });

  it('puts one dot where each lab is, coloured by its rule', () => {
    const { engine, frame } = finished(crowd);
    const { economies } = engine.run!.simulation;
    expect(frame.runs.map(({ count, rule, economy }) => [count, rule, economy])).toEqual(
      economies.flatMap((economy) =>
        economy.groups.map(({ count }, group) => [
          count,
          economy.spec.groups[group].rule.type,
          economy.index,
        ]),
      ),
    );
    frame.runs.forEach(({ first, count, economy }, index) => {
      const group = economies[economy].groups[index % 3];
      for (let lab = 0; lab < count; lab++) {
        expect(frame.points[(first + lab) * 2]).toBeCloseTo(Math.log10(group.T[lab]), 4);
        expect(frame.points[(first + lab) * 2 + 1]).toBeCloseTo(Math.log10(group.K[lab]), 4);
      }
    });
  });

  it('draws K of figure 1 as 1/(1 − sin(t/2)), also inside the tick in which it blows up', () => {
    const { frame } = finished(scenario({ clock: { h: 0.5, until: 3.5 } }));
    const path = pairs(linesOf(frame, 'chips', 'economy')[0]);
    expect(path.length).toBeGreaterThan(20);
    expect(path.map(([t]) => t)).toEqual(path.map(([t]) => t).sort((a, b) => a - b));
    // Ticks are exact; between the last one at t = 3 and π, K is interpolated as a power of the remaining time.
    for (const [t, logK] of path.filter(([at]) => at < 3.14))
      expect(Math.abs(logK + Math.log10(1 - Math.sin(t / 2)))).toBeLessThan(t <= 3 ? 1e-6 : 0.01);
  });

  it('draws the share as a staircase from t = 0 on', () => {
    const { frame } = finished(scenario({ clock: { h: 0.5, until: 1 } }));
    expect(pairs(linesOf(frame, 'share', 'economy')[0])).toEqual([
      [0, 0.5],
      [0.5, 0.5],
      [0.5, 0.5],
      [1, 0.5],
    ]);
  });
});

describe('the axes', () => {
  it('stand still while a run below V plays', () => {
    const { engine, clock, seen } = engineFor(scenario({ clock: { h: 0.01, until: 3.2 } }));
    clock.frames();
    const before = structuredClone(seen.frame!.domains);
    engine.setSpeed(200);
    engine.play();
    while (!seen.summary!.ended) {
      clock.frame();
      expect(seen.frame!.domains).toEqual(before);
    }
    expect(before.chips).toEqual({ x: [0, 3.2], y: [0, 4] });
  });

  it('show what happens where the scenario would go on long after', () => {
    const { engine, clock, seen } = engineFor(scenario({ clock: { h: 0.05, until: 1000 } }));
    clock.frames();
    const [, first] = seen.frame!.domains.chips.x;
    expect(first).toBeGreaterThan(3);
    expect(first).toBeLessThan(6);
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    clock.frames();
    expect(seen.frame!.domains.chips.x[1]).toBeGreaterThan(Math.PI);
    expect(seen.frame!.domains.chips.x[1]).toBeLessThan(6);
  });

  it('hold every lab of a wide population at the start', () => {
    const wide = { distribution: 'pareto', min: 0.01, shape: 0.7 };
    const groups = [{ name: 'x', count: 500, rule: { type: 'parity' }, K0: wide, T0: wide }];
    const { clock, seen } = engineFor(scenario({ groups }));
    clock.frames();
    const { domains, points } = seen.frame!;
    for (let i = 0; i < points.length; i += 2) {
      expect(points[i]).toBeGreaterThanOrEqual(domains.phase.x[0]);
      expect(points[i]).toBeLessThanOrEqual(domains.phase.x[1]);
      expect(points[i + 1]).toBeGreaterThanOrEqual(domains.phase.y[0]);
      expect(points[i + 1]).toBeLessThanOrEqual(domains.phase.y[1]);
    }
  });
});
