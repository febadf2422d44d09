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

describe('turnpike optimum --scenario', () => {
  test('a scenario without a closed form: K, how it was got, residual and error, what is in and what is left out', async () => {
    const args = ['optimum', '--scenario', 'glut', '--set', 'economy.omega=0.1', '--horizon', '3'];
    const optimum = await turnpikeJson(args);
    expect(optimum).toMatchObject({ scenario: 'glut', economy: 'base', horizon: 3, isClosedForm: false });
    expect(optimum.how).toContain('direct transcription');
    expect(optimum.error).toBeLessThan(1e-5);
    expect(optimum.residual).toBeLessThan(1e-5);
    expect(optimum.included).toEqual(['elasticity of demand ε']);
    expect(optimum.leftOut).toEqual([expect.stringContaining('running cost ω')]);
    expect(optimum.path.t.at(-1)).toBe(3);
    expect(optimum.path.K.at(-1)).toBeCloseTo(optimum.K, 9);
    const { stdout } = await turnpike(args);
    expect(stdout).toMatch(/^K {2}[\d.]+ {3}at t = 3: the most/);
    expect(stdout).toMatch(/error of ln K about .*; projected gradient .*; defect/s);
  });

  test('figure-1 is the closed form, also of a variant; past its blow-up there is none, and the reason is said', async () => {
    const { K, isClosedForm } = await turnpikeJson(['optimum', '--scenario', 'figure-1', '--horizon', '2.5']);
    expect(isClosedForm).toBe(true);
    expect(K).toBe((await turnpikeJson(['optimum', ...figure1, '--horizon', '2.5'])).K);
    const late = await turnpikeJson(['optimum', '--scenario', 'figure-1', '--horizon', '3']);
    expect(late).toMatchObject({ K: null, reason: expect.stringContaining('before t = 3') });
    const wall = ['optimum', '--scenario', 'soft-wall', '--economy', 'T_max alone', '--horizon', '4'];
    expect(await turnpikeJson(wall)).toMatchObject({ economy: 'T_max alone', isClosedForm: true });
  });

  test.each([
    [['--scenario', 'figure-1'], '--horizon'],
    [['--scenario', 'figure-1', '--horizon', '1', '--K0', '2'], '--K0'],
    [['--scenario', 'figure-1', '--horizon', '1', '--a', '2'], '--a'],
    [['--scenario', 'figure-1', '--horizon', '1', '--economy', 'none'], '--economy'],
    [['--scenario', 'figure-1', '--horizon', '1', '--set', 'economy.nope=1'], 'economy.nope'],
    [['--horizon', '1', '--T0', '1', '--c', '1'], '--K0'],
    [[...figure1, '--horizon', '1', '--cells', '32'], '--cells'],
  ])('%j is bad input: exit 2, naming %s', async (args, name) => {
    const { code, stdout, stderr } = await turnpike(['optimum', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(name);
  });
});
