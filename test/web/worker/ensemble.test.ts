import { quantileSorted } from 'd3-array';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/row.ts';
import { Simulation } from '../../../src/core/simulation.ts';
import { Path } from '../../../web/worker/ensemble/path.ts';
import { bandsOf, quantile } from '../../../web/worker/ensemble/quantiles.ts';
import { Replicas } from '../../../web/worker/ensemble/replicas.ts';
import { core, crowd, engineFor, hashesOf, scenario } from './lab.ts';

const row = (tick: number, logK: number, status: Row['status'] = 'running'): Row =>
  ({ tick, status, K: 10 ** logK, q: tick === 0 ? Number.NaN : 0.5 }) as Row;

function pathOf(logKs: readonly number[], capacity?: number): Path {
  const path = new Path(capacity);
  for (const [tick, logK] of logKs.entries()) path.see(row(tick, logK));
  return path;
}

/** Runs all replicas on a clock that moves by `tick` milliseconds with every look, in slices of 8. */
function ran(of: ReturnType<typeof scenario>, count: number, tick: number): Replicas {
  const replicas = new Replicas(core, of, count);
  let time = 0;
  const now = () => (time += tick);
  while (!replicas.isDone) replicas.advance(now, time + 8);
  return replicas;
}

describe('quantiles', () => {
  it('are what sorting gives', () => {
    const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, p) => {
        const sorted = Float64Array.from(all).sort();
        // The same two neighbours, weighted by the same share: rounding alone.
        expect(quantile(sorted, p)).toBeCloseTo(quantileSorted([...sorted], p)!, 9);
      }),
    );
  });

  it('are infinite where a blow-up lies above', () => {
    const sorted = Float64Array.of(1, 2, Number.POSITIVE_INFINITY);
    expect(quantile(sorted, 0.5)).toBe(2);
    expect(quantile(sorted, 0.51)).toBe(Number.POSITIVE_INFINITY);
  });

  it('of many paths lie tick by tick on those of their values', () => {
    const paths = Array.from({ length: 21 }, (_, i) => pathOf([0, i / 10, i / 5]));
    const { chips, share, seeds } = bandsOf(paths, 0.5);
    expect(seeds).toBe(21);
    expect(chips.outer.length).toBe(12);
    [0, 0, 0, 0, 0.5, 0.1, 0.5, 1.9, 1, 0.2, 1, 3.8].forEach((value, i) => {
      expect(chips.outer[i]).toBeCloseTo(value, 6);
    });
    expect(chips.inner[7]).toBeCloseTo(1.5, 6);
    // No split is decided at t = 0; the first holds from there to the end of its tick.
    expect([share.outer[0], share.outer[4]]).toEqual([0, 0.5]);
  });

  it('count a blown-up replica as above all, and stop once even the slowest are', () => {
    const paths = [0, 1, 2].map((i) => {
      const path = pathOf(Array.from({ length: 3 + i }, (_, tick) => tick));
      path.see(row(3 + i, 9, 'blow-up'));
      return path;
    });
    const { chips, share } = bandsOf(paths, 1);
    expect([...chips.outer.slice(12, 16)]).toEqual([3, 3, 3, 400]);
    expect(Math.max(...chips.outer.filter((_, i) => i % 2 === 0))).toBe(3);
    // q of fewer than half would be that of the slow alone.
    expect(Math.max(...share.outer.filter((_, i) => i % 2 === 0))).toBe(3);
  });
});

describe('a path', () => {
  it('is thinned to its capacity and keeps every 2ⁿth tick', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (ticks) => {
        const path = pathOf(
          Array.from({ length: ticks }, (_, tick) => tick),
          16,
        );
        expect(Math.log2(path.stride) % 1).toBe(0);
        expect(path.lastTick).toBeLessThan(ticks);
        expect(path.lastTick).toBeGreaterThanOrEqual(ticks - path.stride - 1);
        for (let tick = 0; tick <= path.lastTick; tick += path.stride)
          expect(path.logKAt(tick)).toBeCloseTo(tick, 9);
        expect(path.lastTick / path.stride).toBeLessThan(16);
      }),
    );
  });
});

describe('replicas', () => {
  it('are the runs of the seeds that follow, however they are sliced', () => {
    const few = scenario({ ...crowd, clock: { h: 0.05, until: 0.4 }, variants: [] });
    const [fast, slow] = [ran(few, 4, 0.01), ran(few, 4, 3)];
    expect(fast.bands()).toEqual(slow.bands());
    const finals = [1, 2, 3, 4].map((i) => {
      const simulation = new Simulation(core, { ...few, seed: few.seed + i });
      simulation.run();
      return Math.log10(simulation.economies[0].observation().K);
    });
    const sorted = Float64Array.from(finals).sort();
    const outer = fast.bands()!.chips.outer;
    // Bands are single precision.
    expect(outer[outer.length - 3]).toBeCloseTo(quantile(sorted, 0.05), 6);
    expect(outer[outer.length - 1]).toBeCloseTo(quantile(sorted, 0.95), 6);
  });

  it('end after two where there is no luck', () => {
    const replicas = ran(scenario({ clock: { h: 0.1, until: 1 } }), 40, 0.01);
    expect(replicas).toMatchObject({ done: 2, isWithoutLuck: true });
    expect(replicas.bands()).toBeNull();
  });
});

describe('a pinned run and bands', () => {
  it('are drawn under the run, in either scale, and change no bit of it', async () => {
    const { engine, clock, seen } = engineFor(crowd);
    for (let i = 0; i < 12; i++) engine.step();
    clock.frames();
    const before = [
      ...seen.frame!.lines.find(({ panel, style }) => panel === 'chips' && style === 'economy')!.data,
    ];
    engine.keepGhost(true);
    engine.setBands(ran(scenario({ ...crowd, clock: { h: 0.1, until: 1 } }), 3, 0.01).bands());
    engine.load(core, [{ ...crowd, seed: 8 }]);
    for (let i = 0; i < 5; i++) engine.step();
    clock.frames();
    const styles = (panel: string): string[] =>
      seen.frame!.lines.filter((line) => line.panel === panel).map(({ style }) => style);
    for (const panel of ['chips', 'share'])
      expect(styles(panel)).toEqual(expect.arrayContaining(['ghost', 'outer', 'inner']));
    const ghost = seen.frame!.lines.find(({ panel, style }) => panel === 'chips' && style === 'ghost')!;
    expect([...ghost.data]).toEqual(before);
    expect(seen.summary).toMatchObject({ hasGhost: true, seeds: 3 });
    expect(await engine.hashes()).toEqual(hashesOf({ ...crowd, seed: 8 }, 5));
    engine.setLinear(true);
    clock.frames();
    for (const { data } of seen.frame!.lines.filter(({ style }) => style === 'outer'))
      expect(data.every(Number.isFinite)).toBe(true);
    engine.keepGhost(false);
    engine.setBands(null);
    clock.frames();
    expect(styles('chips')).not.toContain('ghost');
    expect(seen.summary).toMatchObject({ hasGhost: false, seeds: 0 });
  });
});
