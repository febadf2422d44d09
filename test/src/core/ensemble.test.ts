import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EconomyView, Ensemble, type Row, Simulation } from '../../../src/core/index.ts';
import { economiesOf } from '../../../src/scenario/economies.ts';
import { parseScenario, type Scenario } from '../../../src/scenario/index.ts';
import { goldenRuns } from '../../golden/runs.ts';
import { core } from './harness.ts';

/** Everything that can be told of an economy, but for its place in the list. */
const told = (economy: EconomyView) => ({
  hash: economy.hash(),
  blowUpTime: economy.blowUpTime,
  substeps: economy.substeps,
  stepError: economy.stepError,
  isInsideTick: economy.isInsideTick,
  observation: { ...economy.observation(), economy: 0 },
});

/** The base of a scenario by itself. */
function alone(scenario: Scenario): { end: ReturnType<typeof told>; rows: Row[] } {
  const simulation = new Simulation(core, { ...scenario, variants: [] });
  const rows: Row[] = [];
  simulation.run((row) => rows.push(row));
  return { end: told(simulation.economies[0]), rows };
}

const replica = (scenario: Scenario) => ({ spec: economiesOf(scenario)[0], seed: scenario.seed });

/** Rules that stand still, that draw, that look at the state, at the public and at their own past. */
const rules = [
  { type: 'fixed', q: 0.3 },
  { type: 'parity' },
  { type: 'turnpike' },
  { type: 'randomWalk', q: 0.4, volatility: 0.8 },
  { type: 'hillClimb' },
  { type: 'imitate' },
  { type: 'race' },
  { type: 'freeRide' },
  { type: 'qLearning' },
];

const stock = fc.oneof(
  fc.double({ min: 0.3, max: 3, noNaN: true }),
  fc.constant({ distribution: 'lognormal', median: 1, spread: 0.6 }),
);

/** Replicas of one shape: what may differ from one to the next differs. */
const replicas = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 7 }), rule: fc.constantFrom(...rules) }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((groups) =>
    fc
      .array(
        fc.record({
          seed: fc.nat(),
          h: fc.constantFrom(0.03, 0.05, 0.2),
          until: fc.constantFrom(0.5, 2.02, 30),
          c: fc.constantFrom(0.5, 0.8, 1.3),
          sigma: fc.constantFrom(0, 0.2, 1),
          noise: fc.constantFrom(0, 0, 0.1),
          K0: stock,
          T0: stock,
          s: fc.constantFrom(1, 0.7),
          delta: fc.constantFrom(0, 0, 0, 0.1),
        }),
        { minLength: 1, maxLength: 40 },
      )
      .map((members) =>
        members.map(({ seed, h, until, c, sigma, noise, K0, T0, s, delta }) =>
          parseScenario({
            seed,
            clock: { h, until },
            economy: { c, sigma, s, delta },
            groups: groups.map(({ count, rule }, g) => ({ name: `g${g}`, count, rule, noise, K0, T0 })),
          }),
        ),
      ),
  );

describe('an ensemble', () => {
  test('gives every replica the bits it has by itself, however it is cut into calls', () => {
    fc.assert(
      fc.property(
        replicas,
        fc.array(
          fc.record({ ticks: fc.integer({ min: 1, max: 60 }), substeps: fc.integer({ min: 1, max: 3000 }) }),
        ),
        (scenarios, calls) => {
          const ensemble = new Ensemble(core, scenarios.map(replica));
          let goal = 0;
          for (const { ticks, substeps } of calls) {
            goal += ticks;
            ensemble.advance(goal, substeps);
          }
          ensemble.run();
          scenarios.forEach((scenario, i) => {
            expect(told(ensemble.economies[i])).toEqual(alone(scenario).end);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('hands over, for every replica, the rows of its own run', () => {
    fc.assert(
      fc.property(replicas, (scenarios) => {
        const ensemble = new Ensemble(core, scenarios.map(replica));
        const rows = scenarios.map((): Row[] => []);
        ensemble.run((row) => rows[row.economy].push({ ...row, economy: 0 }));
        scenarios.forEach((scenario, i) => {
          expect(rows[i]).toEqual(alone(scenario).rows);
        });
      }),
      { numRuns: 15 },
    );
  });

  // The record holds 4,096 rows: one economy that goes by itself leaves room for fewer than the lanes of a block write at once.
  test.each([4096, 4095, 4090, 4070, 4040])('keeps all rows where %i of the record are taken', (ticks) => {
    const h = 1e-6;
    const groups = [{ count: 2, K0: { distribution: 'lognormal', median: 1, spread: 0.5 } }];
    const slow = parseScenario({ clock: { h, until: ticks * h }, economy: { delta: 0.1 }, groups });
    const quick = Array.from({ length: 40 }, (_, seed) =>
      parseScenario({ seed, clock: { h: 0.05, until: 1 }, economy: { sigma: 0.1 }, groups }),
    );
    const scenarios = [slow, ...quick];
    const ensemble = new Ensemble(core, scenarios.map(replica));
    const rows = scenarios.map((): Row[] => []);
    ensemble.run((row) => rows[row.economy].push({ ...row, economy: 0 }));
    scenarios.forEach((scenario, i) => {
      const own = alone(scenario);
      expect(told(ensemble.economies[i])).toEqual(own.end);
      expect(rows[i]).toEqual(own.rows);
    });
  });

  test('takes any mixture: the golden runs, large and small, with and without mechanisms, several times over', () => {
    const scenarios = Object.values(goldenRuns);
    const mixture = [...scenarios, ...scenarios.filter(({ groups }) => groups.length < 3), scenarios[0]];
    const ensemble = new Ensemble(core, mixture.map(replica));
    ensemble.run();
    mixture.forEach((scenario, i) => {
      expect(told(ensemble.economies[i]), scenario.name).toEqual(alone(scenario).end);
    });
  });

  test('stands at the tick it was taken to, between two ticks', () => {
    const scenarios = [1, 2, 3, 4, 5].map((seed) =>
      parseScenario({
        seed,
        clock: { h: 0.05, until: 10 },
        economy: { sigma: 0.1 },
        groups: [{ count: 3, K0: { distribution: 'lognormal', median: 0.1, spread: 1 }, T0: 0.1 }],
      }),
    );
    const ensemble = new Ensemble(core, scenarios.map(replica));
    for (const tick of [1, 2, 7, 20]) {
      expect(ensemble.advance(tick)).toBe(true);
      scenarios.forEach((scenario, i) => {
        const simulation = new Simulation(core, scenario);
        simulation.advance(tick);
        expect(told(ensemble.economies[i])).toEqual(told(simulation.economies[0]));
      });
    }
  });

  test('an instance goes on to another ensemble, larger or smaller', () => {
    const scenarios = Object.values(goldenRuns).slice(0, 6);
    let spent: Ensemble | null = null;
    for (const members of [scenarios, scenarios.slice(2, 3), [...scenarios].reverse()]) {
      spent = new Ensemble(core, members.map(replica), spent);
      spent.run();
      members.forEach((scenario, i) => {
        expect(spent?.economies[i].hash()).toBe(alone(scenario).end.hash);
      });
    }
    const other = new Ensemble({ ...core }, [replica(scenarios[0])]);
    expect(() => new Ensemble(core, [replica(scenarios[0])], other)).toThrow('another core');
  });

  test('refuses forks by name', () => {
    const scenario = parseScenario({
      groups: [{ count: 1 }],
      variants: [{ name: 'later', from: 1, set: { 'economy.c': 1 } }],
    });
    const specs = economiesOf(scenario).map((spec) => ({ spec, seed: 1 }));
    expect(() => new Ensemble(core, specs)).toThrow(
      'replicas: got a fork, "later"; allowed: economies from t = 0',
    );
  });
});
