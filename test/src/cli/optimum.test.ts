import { describe, expect, test } from 'vitest';
import { turnpike, turnpikeJson } from './cli.ts';

const figure1 = ['--K0', '1', '--T0', '1', '--c', '1'];

describe('turnpike optimum', () => {
  test('--blowup: the least blow-up time of Figure 1’s start is 3, on the turnpike all the way', async () => {
    const plan = await turnpikeJson(['optimum', ...figure1, '--blowup']);
    expect(plan.time).toBeCloseTo(3, 12);
    expect(plan.case).toBe('blowup');
    expect(plan.arcs).toHaveLength(1);
    expect(plan.arcs[0]).toMatchObject({ control: 'turnpike', start: 0 });
    expect(plan.arcs[0].end).toBeCloseTo(3, 12);
    expect(plan.arcs[0].q).toBeCloseTo(1 / 3, 15);
  });

  test('--horizon: a start on the curve is case A2, the turnpike and then a last arc of T_s^(−c)', async () => {
    const plan = await turnpikeJson(['optimum', ...figure1, '--horizon', '2.5']);
    expect(plan.case).toBe('A2');
    expect(plan.arcs.map(({ control }: { control: string }) => control)).toEqual(['turnpike', 'grow']);
    // T^(−1) falls at 1/3 from 1; the last arc lasts c(t* − t_f)/(1+c) = 0.25 and multiplies K = T² = 16 by e.
    expect(plan.arcs[1].start).toBeCloseTo(2.25, 12);
    expect(plan.K / (16 * Math.E)).toBeCloseTo(1, 12);
  });

  test('--target: the least time to a level is the horizon whose best K is that level', async () => {
    const { K } = await turnpikeJson(['optimum', ...figure1, '--horizon', '2']);
    const { time } = await turnpikeJson(['optimum', ...figure1, '--target', String(K)]);
    expect(time).toBeCloseTo(2, 12);
  });

  test('a horizon past the blow-up has K null and case blowup', async () => {
    const plan = await turnpikeJson(['optimum', ...figure1, '--horizon', '4']);
    expect(plan).toMatchObject({ K: null, case: 'blowup' });
  });

  test('a and b scale the problem: twice the productivity halves the blow-up time of a scaled start', async () => {
    const { time } = await turnpikeJson([
      'optimum',
      '--K0',
      '2',
      '--T0',
      '1',
      '--c',
      '1',
      '--a',
      '2',
      '--blowup',
    ]);
    expect(time).toBeCloseTo(1.5, 12);
  });

  test('text for people says the answer, the case and the arcs', async () => {
    const { code, stdout } = await turnpike(['optimum', ...figure1, '--horizon', '2.5']);
    expect(code).toBe(0);
    expect(stdout).toContain('case A2');
    expect(stdout).toMatch(/turnpike +0\.3333333 +0 +2\.25/);
  });

  test.each([
    [['--horizon', '1', '--blowup'], '--horizon, --target, --blowup'],
    [[], '--horizon, --target, --blowup'],
    [['--horizon', '-1'], 'horizon'],
    [['--horizon', 'soon'], '--horizon'],
  ])('%j is bad input: exit 2, naming the option', async (args, name) => {
    const { code, stdout, stderr } = await turnpike(['optimum', ...figure1, ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^turnpike: .*got .*allowed: /);
    expect(stderr).toContain(name);
  });

  test('negative chips are refused by name, as JSON if asked', async () => {
    const args = ['optimum', '--K0', '-1', '--T0', '1', '--c', '1', '--blowup', '--json'];
    const { code, stderr } = await turnpike(args);
    expect(code).toBe(2);
    const { error } = JSON.parse(stderr);
    expect(error.kind).toBe('bad input');
    expect(error.problems).toEqual([{ path: 'K0', got: '-1', allowed: expect.stringContaining('above 0') }]);
  });
});
