import { describe, expect, test } from 'vitest';
import { errorsOf, fewestSteps } from '../../bench/accuracy/fewestSteps.mjs';
import { endOf, HORIZON, referenceFor, wholeRuns } from '../../bench/accuracy/run.mjs';
import * as eulerObjects from '../../bench/contestants/euler/objects.mjs';
import * as eulerTypedArrays from '../../bench/contestants/euler/typedArrays.mjs';
import * as paperObjects from '../../bench/contestants/paper/objects.mjs';
import * as paperRungeKutta from '../../bench/contestants/paper/rungeKutta.mjs';
import * as paperTypedArrays from '../../bench/contestants/paper/typedArrays.mjs';
import { scenarioOf, simulateWith } from '../../bench/contestants/simulate.mjs';
import { euler, paper } from '../../bench/economies.mjs';
import { allowedProcessors, lastOf, runOn } from '../../bench/oneProcessor.mjs';
import { withSection } from '../../bench/report/write.mjs';
import { checkAgreement, interleave, takeTurns } from '../../bench/timing.mjs';
import { Simulation } from '../../src/core/index.ts';
import { loadCore } from '../../src/core/loadNode.ts';
import { parseScenario } from '../../src/scenario/index.ts';

const library = { Simulation, parseScenario, core: await loadCore() };
const coreFor = (economy: typeof paper | typeof euler) => ({
  name: 'core',
  create: (N: number, h: number) => simulateWith(library, scenarioOf(economy, N, h), undefined),
});

describe('the contestants of the bench', () => {
  // 1 and 2 leave groups without a lab; 10 and 130 have padding, and 130 more than one chunk in all.
  test.each([1, 2, 10, 130])('observe what the core does with %i labs', async (N) => {
    await checkAgreement([coreFor(paper), paperTypedArrays, paperObjects], paper, N);
    await checkAgreement([coreFor(euler), eulerTypedArrays, eulerObjects], euler, N);
  });

  test('one that computes something else is found out by name', async () => {
    const other = { name: 'another h', create: (N: number, h: number) => paperObjects.create(N, h * 1.0001) };
    await expect(checkAgreement([paperTypedArrays, other], paper, 10)).rejects.toThrow(
      'another h disagrees at N = 10',
    );
  });
});

describe('timing in turns', () => {
  test('figures are per lab and tick, ratios within a round', async () => {
    // A machine that slows down from call to call: 1 ms a tick at first, then more, the second runner always 3 times that.
    let slowness = 1;
    const runner = (factor: number) => ({
      time: (ticks: number) => {
        if (factor === 1) slowness *= 1.5;
        return ticks * factor * slowness;
      },
    });
    const [first, second] = await interleave([runner(1), runner(3)], [10, 10], { rounds: 5, slice: 8 });
    expect(first.ratio).toBe(1);
    expect(second.ratio).toBeCloseTo(3, 12);
    expect(first.least).toBeLessThan(first.median);
    expect(second.median / first.median).toBeCloseTo(3, 12);
  });
});

describe('turns that are not taken every round', () => {
  test('are spread over the rounds, and compared with the first runner in the rounds they stand for', async () => {
    const log: string[] = [];
    let slowness = 1;
    const runner = (name: string, factor: number) => ({
      time: (ticks: number) => {
        // Each turn of the first runner is slower than the one before.
        if (name === 'first') slowness++;
        log.push(name);
        return ticks * factor * (name === 'first' ? slowness : 1);
      },
    });
    const runners = [runner('first', 1), runner('second', 9), runner('third', 12)];
    const turns = [
      { ticks: 2, every: 1 },
      { ticks: 1, every: 3 },
      { ticks: 1, every: 3 },
    ];
    const [first, second, third] = await takeTurns(runners, turns, [1, 1, 1], 3);
    expect(log.filter((name) => name === 'first')).toHaveLength(3);
    expect(log.filter((name) => name !== 'first')).toEqual(['second', 'third']);
    // The first runner took 2, 3 and 4 ms a tick.
    expect(first.median).toBeCloseTo(3e6, 6);
    expect(second.ratio).toBeCloseTo(9 / 3, 12);
    expect(third.ratio).toBeCloseTo(12 / 3, 12);
  });
});

describe('time to an accuracy', () => {
  const always = () => true;

  test.each([
    [2, 0.3, 4],
    [40, 1e-6, 4],
    [1, 1e-3, 1],
    [7, 1e-9, 6],
  ])('%d·n^−p comes down to %d in as few steps as it can, p = %i', async (size, target, order) => {
    const tried: number[] = [];
    const errors = errorsOf((n: number) => {
      tried.push(n);
      return size * n ** -order;
    });
    const { steps } = await fewestSteps(errors, target, always);
    expect(size * steps ** -order).toBeLessThanOrEqual(target);
    expect(size * (steps - 1) ** -order).toBeGreaterThan(target);
    expect(new Set(tried).size).toBe(tried.length);
  });

  test('an error that leaves its power law is still met, and missed by one step less', async () => {
    const error = (n: number) => (1 + Math.sin(n) / 9) * (n + 5) ** -3;
    const { steps } = await fewestSteps(errorsOf(error), 1e-7, always);
    expect(error(steps)).toBeLessThanOrEqual(1e-7);
    expect(error(steps - 1)).toBeGreaterThan(1e-7);
  });

  test('runs that may not be made are estimated, from the order or from fewer labs', async () => {
    const cheap = (n: number) => n <= 100;
    const few = errorsOf((n: number) => 3 / n);
    const estimated = await fewestSteps(few, 1e-6, cheap);
    expect(estimated.isEstimate).toBe(true);
    expect(estimated.steps / 3e6).toBeCloseTo(1, 6);
    expect(Math.max(...few.known.keys())).toBeLessThanOrEqual(100);
    const many = errorsOf((n: number) => 3.3 / n);
    const like = await fewestSteps(many, 1e-6, cheap, estimated);
    expect(like.isEstimate).toBe(true);
    expect(like.steps / 3.3e6).toBeCloseTo(1, 6);
    expect(many.known.size).toBe(1);
  });

  test('with what fewer labs needed, a search takes few runs', async () => {
    const found = await fewestSteps(
      errorsOf((n: number) => n ** -4),
      1e-9,
      always,
    );
    const errors = errorsOf((n: number) => 1.1 * n ** -4);
    const { steps } = await fewestSteps(errors, 1e-9, always, found);
    expect(steps).toBe(Math.ceil((1.1 / 1e-9) ** 0.25));
    expect(errors.known.size).toBeLessThanOrEqual(3);
  });

  test('the reference is what the fourth-order method comes to, and the core in one tick', async () => {
    const N = 130;
    const { end, growth } = await referenceFor(N, 1e-9);
    expect(growth).toBeGreaterThan(3);
    const errors = await Promise.all(
      [256, 512].map(async (n) => (await endOf(paperRungeKutta.create(N, HORIZON / n), n)) / end - 1),
    );
    // An error that falls by 2⁴ as steps are halved; what is left of it by extrapolation is a sixteenth of 1e-9 or less.
    expect(errors[0] / errors[1]).toBeGreaterThan(14);
    expect(errors[0] / errors[1]).toBeLessThan(18);
    expect(Math.abs(16 * errors[1] - errors[0]) / 15).toBeLessThan(1e-11);
    const scenario = scenarioOf(paper, N, HORIZON, { clock: { epsilon: 0.1 } });
    const core = simulateWith(library, scenario, undefined);
    expect(Math.abs((await endOf(core, 1)) / end - 1)).toBeLessThan(1e-10);
    expect(core.substeps()).toBeGreaterThan(10);
  });

  test('every whole run begins at the start', async () => {
    const N = 10;
    const scenario = scenarioOf(paper, N, HORIZON / 8);
    for (const runner of [
      simulateWith(library, scenario, undefined),
      paperTypedArrays.create(N, HORIZON / 8),
      paperRungeKutta.create(N, HORIZON / 8),
      eulerTypedArrays.create(N, HORIZON / 8, paper),
    ]) {
      const once = await endOf(runner, 8);
      await wholeRuns(runner, 8).time(3);
      expect((await runner.observe())[0]).toBe(once);
    }
  });
});

describe('writing what was measured into a file', () => {
  const text = 'before\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nafter\n';

  test('replaces what stands between the markers, and nothing else', () => {
    const written = withSection(text, 'a', 'new');
    expect(written).toBe('before\n<!-- bench:a -->\n\nnew\n\n<!-- /bench:a -->\nafter\n');
    expect(withSection(written, 'a', 'new')).toBe(written);
  });

  test('refuses a section that the file has not', () => {
    expect(() => withSection(text, 'b', 'new')).toThrow('no section <!-- bench:b -->');
  });
});

describe('one processor', () => {
  test('is the last of a list', () => {
    for (const list of ['3', '0,3', '0-3', '0,2-3']) expect(lastOf(list)).toBe('3');
  });

  test.runIf(allowedProcessors())('holds the process until it may go anywhere again', () => {
    const before = allowedProcessors() as string;
    runOn(lastOf(before));
    try {
      expect(allowedProcessors()).toBe(lastOf(before));
    } finally {
      runOn(before);
    }
    expect(allowedProcessors()).toBe(before);
  });

  test('where there is none to choose, all stays as it is', () => {
    const before = allowedProcessors();
    runOn(null);
    expect(allowedProcessors()).toBe(before);
  });
});
