import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/core/index.ts';
import { hyperbolicBlowUp } from '../../../src/measure/hyperbola.ts';
import { benchmarksOf, watchAll, watchesOf } from '../../../src/measure/index.ts';
import { preset } from '../../../src/scenario/index.ts';
import { core, simulate } from '../core/harness.ts';

/** Of all projections made before a located blow-up that came with an error: how many had it within that error, and how many there were. */
function coverage(simulation: Simulation): { covered: number; made: number; share: number } {
  const watches = watchesOf(simulation, benchmarksOf(simulation));
  const all: { economy: number; t: number; at: number; error: number }[] = [];
  watchAll(simulation, watches, (row) => {
    const { t: at, error } = watches[row.economy].projection();
    all.push({ economy: row.economy, t: row.t, at, error });
  });
  let [covered, made] = [0, 0];
  for (const { economy, t, at, error } of all) {
    const { blowUpTime } = simulation.economies[economy];
    if (blowUpTime === null || t >= blowUpTime - 1e-6 || !Number.isFinite(error)) continue;
    made++;
    if (Math.abs(at - blowUpTime) <= error) covered++;
  }
  return { covered, made, share: covered / made };
}

describe('the hyperbola through recent growth', () => {
  it('finds t* of a hyperbola, however far apart the points', () => {
    for (const [n, end] of [
      [1, 3],
      [2, 3],
      [11, 40],
      [0.2, 1],
    ])
      for (const times of [
        [0, 0.1, 0.2],
        [0, 0.5, 0.9],
        [0.9, 0.98, 0.999],
      ]) {
        const [first, middle, last] = times.map((t) => ({ t, logK: -n * Math.log(end - t) }));
        // Differences of ln K lose digits where it is nearly straight.
        expect(Math.abs(hyperbolicBlowUp(first, middle, last) / end - 1)).toBeLessThan(1e-7);
      }
  });

  it('finds none in exponential or slowing growth', () => {
    const through = (logK: (t: number) => number) =>
      hyperbolicBlowUp(
        ...([0, 1, 2].map((t) => ({ t, logK: logK(t) })) as Parameters<typeof hyperbolicBlowUp>),
      );
    expect(through((t) => 0.3 * t)).toBe(Number.POSITIVE_INFINITY);
    expect(through((t) => Math.log1p(t))).toBe(Number.POSITIVE_INFINITY);
    expect(through(() => 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the error of a projected t*', () => {
  it.each([
    ['constant splits', { clock: { until: 4 } }],
    ['a rule that turns', { clock: { h: 0.01, until: 4 }, groups: [{ K0: 10, rule: { type: 'turnpike' } }] }],
    ['losses', { clock: { until: 20 }, economy: { delta: 0.1, rho: 0.2 } }],
    ['saturating demand', { clock: { until: 20 }, economy: { elasticity: 3 } }],
    ['c = ½ and losses', { clock: { until: 40 }, economy: { c: 0.5, delta: 0.05 } }],
    [
      'a random walk under losses',
      {
        clock: { until: 60 },
        economy: { sigma: 1, delta: 0.05 },
        groups: [{ count: 20, K0: 0.05, T0: 0.05, rule: { type: 'randomWalk' } }],
      },
    ],
    ['noise', { clock: { until: 20 }, economy: { delta: 0.02 }, groups: [{ noise: 0.1 }] }],
    [
      'a contest',
      {
        clock: { until: 60 },
        economy: { theta: 1.5 },
        groups: [
          {
            count: 5,
            T0: 0.2,
            K0: { distribution: 'lognormal', median: 0.2, spread: 0.5 },
            rule: { type: 'parity' },
          },
        ],
      },
    ],
  ])('covers nine in ten projections or more: %s', (_, scenario) => {
    const { share, made } = coverage(simulate(scenario));
    expect(made).toBeGreaterThanOrEqual(8);
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  it('covers most even where projections settle slowly: unlike labs that share a part, short-lived models', () => {
    for (const name of ['commons', 'short-lived-models']) {
      const { share, made } = coverage(new Simulation(core, preset(name)));
      expect(made).toBeGreaterThan(400);
      expect(share).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('is tight where splits stay, and gives none where no blow-up is to come', () => {
    const simulation = simulate({ clock: { until: 3 } });
    const [watch] = watchesOf(simulation, benchmarksOf(simulation));
    watchAll(simulation, [watch]);
    const { t, error } = watch.projection();
    expect(Math.abs(t - Math.PI)).toBeLessThan(1e-9);
    expect(error).toBeLessThan(1e-7);
    const capped = simulate({ clock: { until: 8 }, economy: { Tmax: 4 } });
    const [none] = watchesOf(capped, benchmarksOf(capped));
    watchAll(capped, [none]);
    expect(none.projection()).toEqual({ t: Number.POSITIVE_INFINITY, error: Number.NaN });
  });
});
