import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, PANELS, PANELS_AT_FIRST } from '../../../web/shared/protocol.ts';
import { BINS, countCeil, Histogram, sizesOf, splitsOf } from '../../../web/worker/picture/histogram.ts';
import { Counted } from '../../../web/worker/picture/histogramLines.ts';
import { shareMoments } from '../../../web/worker/picture/streamLines.ts';
import { crowd, engineFor, hashesOf, scenario } from './lab.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

function played(of: ReturnType<typeof scenario>, steps: number) {
  const lab = engineFor(of);
  lab.engine.show(PANELS);
  for (let i = 0; i < steps; i++) lab.engine.step();
  lab.clock.frames();
  const linesOf = (panel: Line['panel'], style: Line['style']): Line[] =>
    lab.seen.frame!.lines.filter((line) => line.panel === panel && line.style === style);
  return { ...lab, linesOf };
}

describe('histograms', () => {
  it('count every value once, at its place or in the end bins', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2, max: 3, noNaN: true })), (values) => {
        const histogram = new Histogram([0, 1]);
        for (const value of values) histogram.add(value);
        expect(sum(histogram.counts)).toBe(values.length);
        for (const value of values.filter((one) => one >= 0 && one < 1))
          expect(histogram.counts[histogram.binAt(value)]).toBeGreaterThan(0);
      }),
    );
  });

  it('count every lab in business, of q and of K', () => {
    const { engine } = played(crowd, 10);
    for (const economy of engine.run!.simulation.economies) {
      expect(sum(splitsOf(economy).counts)).toBe(5);
      expect(sum(sizesOf(economy, engine.picture!.domains().sizes.x).counts)).toBe(5);
    }
    const { splits, sizes } = engine.picture!.histograms;
    expect([splits.size, sizes.size]).toEqual([2, 2]);
  });

  it('know no q before the first split', () => {
    expect(sum(splitsOf(engineFor(crowd).engine.run!.simulation.economies[0]).counts)).toBe(0);
  });

  it('are drawn as high as they count, within their axis', () => {
    const { linesOf, seen, engine } = played(crowd, 10);
    const [outline] = linesOf('splits', 'economy');
    const heights = Array.from({ length: BINS }, (_, bin) => outline.data[4 * bin + 1]);
    expect(heights).toEqual([...engine.picture!.histograms.splits.get(outline.economy)!.counts]);
    expect(Math.max(...heights)).toBeLessThanOrEqual(seen.frame!.domains.splits.y[1]);
    expect(linesOf('splits', 'bars')).toHaveLength(1);
  });

  it('have an axis that ends at 1, 2 or 5 times a power of ten, not below the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (most) => {
        const end = countCeil(most);
        expect(end).toBeGreaterThanOrEqual(most);
        expect(end).toBeLessThan(2.5 * most + 1e-9);
        expect(String(end)).toMatch(/^[125]0*$/);
      }),
    );
  });
});

describe('counting', () => {
  it('that takes long is done now and then, and once more when the run waits', () => {
    // Every look at the clock takes 3 ms, and so does counting.
    const { engine, clock } = engineFor(crowd, 3);
    engine.show(['splits']);
    engine.step();
    clock.frames();
    const first = engine.picture!.histograms.splits;
    engine.step();
    while (engine.run!.position < 2) clock.frame(0);
    clock.frames();
    const last = engine.picture!.histograms.splits;
    expect(last).not.toBe(first);
    expect(last.get(0)!.counts).toEqual(splitsOf(engine.run!.simulation.economies[0]).counts);
  });

  it('stands until its turn comes again', () => {
    let made = 0;
    let time = 0;
    const counted = new Counted(() => {
      made++;
      time += 5;
      return new Map();
    });
    const now = () => time;
    expect(counted.refresh(1, now)).toBe(true);
    expect(counted.refresh(1, now)).toBe(true);
    time += 49;
    expect(counted.refresh(2, now)).toBe(false);
    time += 1;
    expect(counted.refresh(2, now)).toBe(true);
    expect(made).toBe(2);
  });
});

describe('the stream', () => {
  it('fills the panel: the groups’ shares sum to 1 at every moment', () => {
    const { engine, linesOf } = played(crowd, 25);
    // Sums of at most a few shares in double precision; the lines are single precision.
    for (const { shares } of shareMoments(engine.run!.recorders[0], 1000))
      expect(sum(shares)).toBeCloseTo(1, 12);
    const areas = linesOf('stream', 'area');
    expect(areas).toHaveLength(3);
    areas.forEach(({ data }, group) => {
      for (let i = 0; i < data.length; i += 4) {
        expect(data[i + 1]).toBe(group === 0 ? 0 : areas[group - 1].data[i + 3]);
        if (group === 2) expect(data[i + 3]).toBeCloseTo(1, 6);
      }
    });
  });

  it('is thinned for many moments, and keeps the last', () => {
    const { engine } = played(crowd, 60);
    const [recorder] = engine.run!.recorders;
    const moments = shareMoments(recorder, 16);
    expect(moments.length).toBeLessThanOrEqual(17);
    expect(moments[moments.length - 1].t).toBe(recorder.latest!.t);
  });
});

describe('concentration', () => {
  it('is 1 and 0 where all labs are alike', () => {
    const { linesOf } = played(
      scenario({ groups: [{ name: 'x', count: 4, rule: { type: 'parity' } }], clock: { h: 0.1, until: 1 } }),
      5,
    );
    const [effective] = linesOf('concentration', 'economy');
    const [gini] = linesOf('concentration', 'second');
    expect(effective.data.length).toBe(12);
    expect(gini.data.length).toBe(12);
    for (let i = 1; i < 12; i += 2) {
      expect(effective.data[i]).toBeCloseTo(1, 6);
      expect(gini.data[i]).toBeCloseTo(0, 6);
    }
  });

  it('of two labs with 3 and 1 chips is (4²/10)/2 and 1/4', () => {
    const one = (name: string, K0: number) => ({ name, K0, rule: { type: 'fixed', q: 0.5 } });
    const { linesOf } = played(scenario({ groups: [one('x', 3), one('y', 1)] }), 0);
    expect(linesOf('concentration', 'economy')[0].data[1]).toBeCloseTo(0.8, 6);
    expect(linesOf('concentration', 'second')[0].data[1]).toBeCloseTo(0.25, 6);
  });
});

describe('a linear axis', () => {
  it('shows K itself, from 0 to above the most chips there were', () => {
    const lab = played(scenario({ clock: { h: 0.01, until: 2 } }), 150);
    const logs = [...lab.linesOf('chips', 'economy')[0].data];
    lab.engine.setLinear(true);
    lab.clock.frames();
    const { data } = lab.linesOf('chips', 'economy')[0];
    // Single precision of log10 K, times ln 10.
    for (let i = 1; i < data.length; i += 2) expect(data[i] / 10 ** logs[i] - 1).toBeCloseTo(0, 6);
    const [low, high] = lab.seen.frame!.domains.chips.y;
    const { K } = lab.engine.run!.simulation.economies[0].observation();
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(K);
    expect(high).toBeLessThan(3 * K);
  });
});

describe('watching', () => {
  it('all panels, in either scale, changes no bit', async () => {
    const { engine, clock } = played(crowd, 0);
    engine.setLinear(true);
    for (let steps = 1; steps <= 30; steps++) {
      engine.show(steps % 2 === 0 ? PANELS : PANELS_AT_FIRST);
      engine.setLinear(steps % 3 === 0);
      engine.step();
      clock.frames();
    }
    expect(await engine.hashes()).toEqual(hashesOf(crowd, 30));
  });

  it('draws nothing for a panel that is hidden', () => {
    const { engine, clock, seen } = played(crowd, 3);
    engine.show(['share']);
    clock.frames();
    expect(new Set(seen.frame!.lines.map(({ panel }) => panel))).toEqual(new Set(['share']));
  });
});
