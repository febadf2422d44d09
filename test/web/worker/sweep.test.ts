import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/core/simulation.ts';
import { Runner, type RunRecord } from '../../../src/experiment/index.ts';
import { hireNode } from '../../../src/experiment/pool/hireNode.ts';
import { applySet, encodeLink, preset, presets, ScenarioError } from '../../../src/scenario/index.ts';
import { defaultAxis, defaultSetup } from '../../../web/page/sweep/defaults.ts';
import { sweepParameters } from '../../../web/shared/sweep/parameters.ts';
import { SweepResults } from '../../../web/shared/sweep/results.ts';
import type { SweepSetup } from '../../../web/shared/sweep/setup.ts';
import { Conduct } from '../../../web/worker/sweep/conduct.ts';
import { experimentOf } from '../../../web/worker/sweep/experiment.ts';
import { measuresOf } from '../../../web/worker/sweep/measures.ts';
import { coarseFirst } from '../../../web/worker/sweep/order.ts';
import { core, crowd } from './lab.ts';

const all = presets.map(({ name }) => preset(name));

describe('the order of cells', () => {
  it('has each once, and every coarser grid before what lies between', () => {
    for (const [columns, rows] of [
      [1, 1],
      [7, 1],
      [5, 9],
      [21, 21],
      [2, 50],
    ]) {
      const order = coarseFirst(columns, rows);
      expect([...order].sort((a, b) => a - b)).toEqual(order.map((_, i) => i));
      for (const stride of [2, 4, 8, 16]) {
        const isCoarse = (cell: number) =>
          Math.floor(cell / rows) % stride === 0 && (cell % rows) % stride === 0;
        const coarse = order.filter(isCoarse).length;
        expect(order.slice(0, coarse).every(isCoarse)).toBe(true);
      }
    }
  });
});

describe('the parameters of a sweep', () => {
  it('can all be set, at both ends of the stretch they come with, in every preset', () => {
    for (const of of all)
      for (const parameter of sweepParameters(of)) {
        const { path, from, to } = defaultAxis(parameter, 21);
        for (const value of [from, to])
          try {
            applySet(of, path, value);
          } catch (error) {
            // Some values are legal by themselves and not beside the rest: then they are failed runs, and say so.
            expect(error, `${of.name}: ${path} = ${value}`).toBeInstanceOf(ScenarioError);
            const { problems } = error as ScenarioError;
            expect(problems.every((problem) => !/a number|a whole number from/.test(problem.allowed))).toBe(
              true,
            );
          }
      }
  });

  it('tell what they are now', () => {
    const found = new Map(sweepParameters(crowd).map(({ path, value }) => [path, value]));
    expect(found.get('economy.c')).toBe(crowd.economy.c);
    expect(found.get('groups.fixed.rule.q')).toBe(0.3);
    expect(found.get('groups.walk.K0.spread')).toBe(0.5);
    expect(found.get('groups.fixed.K0')).toBe(1);
    expect(found.get('groups.walk.c')).toBeNull();
    expect(found.has('seed')).toBe(false);
  });
});

const setup: SweepSetup = {
  x: { path: 'economy.c', from: 0.5, to: 2, steps: 4, scale: 'log' },
  y: { path: 'groups.walk.count', from: 1, to: 9, steps: 3, scale: 'log' },
  measure: 'efficiency',
  economy: 'open',
  seeds: 2,
};

describe('the experiment of a setup', () => {
  it('is legal for every preset as the page first offers it', () => {
    for (const of of all) expect(experimentOf(defaultSetup(of, true), of).scenario).toEqual(of);
  });

  it('has ranges for numbers, and for whole numbers those that are nearest, each once', () => {
    const { factors, measures } = experimentOf(setup, crowd);
    expect(factors[0]).toMatchObject({ kind: 'range', from: 0.5, to: 2, steps: 4, scale: 'log' });
    expect(factors[1]).toMatchObject({ kind: 'list', values: [1, 3, 9] });
    expect(measures.summary).toContain('efficiency');
    expect(measures.summary).toContain('stateHash');
  });

  it('is refused by name for what the scenario does not have', () => {
    const refused = (more: Partial<SweepSetup>, of = crowd) => {
      try {
        experimentOf({ ...setup, ...more }, of);
        return null;
      } catch (error) {
        return (error as ScenarioError).problems.map(({ path }) => path);
      }
    };
    expect(refused({})).toBeNull();
    expect(refused({ y: { ...setup.y!, path: 'groups.gone.count' } })).toEqual(['y']);
    expect(refused({ x: { ...setup.x, path: '__proto__.c' } })).toEqual(['x']);
    expect(refused({ x: { ...setup.x, path: 'seed' } })).toEqual(['x']);
    expect(refused({ economy: 'gone' })).toEqual(['economy']);
    expect(refused({ measure: 'gone' })).toEqual(['measure']);
    expect(refused({ seeds: 1e6 })).toEqual(['seeds']);
    expect(refused({ x: { ...setup.x, to: 1e6 } })![0]).toContain('economy.c');
  });
});

it('every measure on offer can be kept', () => {
  const { measures, classifications } = measuresOf(crowd);
  expect(classifications.map(({ id }) => id)).toEqual(['regime:strategy', 'regime:growth']);
  for (const { id } of measures)
    expect(experimentOf({ ...setup, measure: id }, crowd).measures.summary).toContain(id);
  expect(measures.map(({ id }) => id)).toContain('groups.walk.K');
  expect(measuresOf(preset('figure-1')).measures.some(({ id }) => id.startsWith('groups.'))).toBe(false);
});

describe('a sweep that is conducted', () => {
  const experiment = experimentOf(setup, crowd);

  it('has the records of the library, though it was stopped under way', async () => {
    const conduct = new Conduct(core, experiment);
    const { shown } = conduct;
    expect(shown.xs[0]).toBe(0.5);
    expect(shown.xs).toHaveLength(4);
    expect(shown.ys).toEqual([1, 3, 9]);
    expect(shown.runs).toBe(24);
    expect(shown.economies.map(({ name }) => name)).toEqual(['base', 'open']);
    const seen: RunRecord[] = [];
    const stop = new AbortController();
    await conduct.run({ hire: hireNode, workers: 1, signal: stop.signal }, (run) => {
      seen.push(run);
      if (seen.length === 5) stop.abort();
    });
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(conduct.left).toHaveLength(24 - seen.length);
    await conduct.run({ hire: hireNode, workers: 2, signal: new AbortController().signal }, (run) =>
      seen.push(run),
    );
    expect(conduct.left).toEqual([]);
    expect(seen.map(({ run }) => run).sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i));
    const runner = new Runner(core, experiment);
    for (const record of seen) expect(record).toEqual(runner.run(record.run));
    const results = new SweepResults(shown);
    results.add(conduct.packed(seen.slice(0, 10)));
    results.add(conduct.packed(seen.slice(10)));
    expect([results.made, results.failed]).toEqual([24, 0]);
    for (const { run, economies } of seen)
      economies.forEach(({ status, values }, economy) => {
        const look = { economy, regimes: -1, isOfEnd: true };
        shown.measures.forEach(({ id }, measure) => {
          expect(results.statusOf(run, { ...look, measure })).toBe(status);
          expect(results.valueOf(run, { ...look, measure })).toBe(values[id] ?? Number.NaN);
        });
        shown.economies[economy].classifications.forEach(({ regimes: known }, regimes) => {
          expect(known[results.valueOf(run, { ...look, measure: -1, regimes })]).toBeDefined();
        });
      });
    expect((await conduct.csv()).split('\n')).toHaveLength(1 + 2 * 24 + 1);
  });

  it('opens each run as the scenario that it was', () => {
    const conduct = new Conduct(core, experiment);
    const runner = new Runner(core, experiment);
    for (const run of [0, 7, 23]) {
      const scenario = conduct.scenarioOf(run);
      expect(scenario.seed).toBe(crowd.seed + (run % 2));
      expect(encodeLink(scenario)).not.toBe(encodeLink(crowd));
      const simulation = new Simulation(core, scenario);
      while (simulation.isRunning) simulation.step();
      const hashes = simulation.economies.map((economy) => economy.hash());
      expect(hashes).toEqual(runner.run(run).economies.map(({ values }) => values.stateHash));
    }
  });
});
