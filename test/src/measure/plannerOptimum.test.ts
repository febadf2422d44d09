import { describe, expect, it } from 'vitest';
import { type PlannerOptimum, plannerOptimum, pooledStartOf } from '../../../src/measure/index.ts';
import { preset } from '../../../src/scenario/index.ts';
import { depreciationPlan, optimalPlan, optimalPlanWithCap } from '../../../src/theory/index.ts';
import { simulate } from '../core/harness.ts';

function optimumOf(scenario: object, horizon: number, cells = 32): PlannerOptimum {
  const [economy] = simulate(scenario).economies;
  const optimum = plannerOptimum(economy.spec, pooledStartOf(economy), horizon, { cells });
  if ('reason' in optimum) throw new Error(optimum.reason);
  return optimum;
}

function reasonOf(scenario: object, horizon: number): string | undefined {
  const [economy] = simulate(scenario).economies;
  const optimum = plannerOptimum(economy.spec, pooledStartOf(economy), horizon);
  return 'reason' in optimum ? optimum.reason : undefined;
}

/** Chips of all labs at a time, run as the scenario says. */
function emergent(scenario: object & { clock?: object }, until: number): number {
  const simulation = simulate({ ...scenario, variants: [], clock: { ...scenario.clock, until } });
  simulation.run();
  return simulation.economies[0].observation().K;
}

describe('plannerOptimum', () => {
  it('is the closed form of the pooled start where there is one, path and all', () => {
    const labs = {
      groups: [
        { name: 'x', count: 3 },
        { name: 'y', K0: 2 },
      ],
      economy: { s: 0.8, w: 0.5 },
    };
    const { K, path, isClosedForm, error } = optimumOf(labs, 0.9);
    expect(isClosedForm).toBe(true);
    expect(K).toBe(optimalPlan({ K0: 5, T0: 4, c: 1, a: 0.8 * 0.5, horizon: 0.9 }).K);
    expect(path.K.at(-1)).toBeCloseTo(K, 9);
    expect(error).toBe(0);
  });

  it('with losses or a breakdown has the closed form’s K, and a computed path that ends there', () => {
    const lossy = optimumOf({ economy: { delta: 0.2, rho: 0.1 } }, 2.5);
    expect(lossy.K).toBe(depreciationPlan({ K0: 1, T0: 1, c: 1, delta: 0.2, rho: 0.1, horizon: 2.5 }).K);
    const capped = optimumOf({ economy: { Tmax: 2 } }, 2.9);
    expect(capped.K).toBe(optimalPlanWithCap({ K0: 1, T0: 1, c: 1, Tmax: 2, horizon: 2.9 }).K);
    for (const { how, error, isClosedForm, path, K } of [lossy, capped]) {
      expect(isClosedForm).toBe(true);
      expect(how).toMatch(/closed form.*path by direct transcription/);
      expect(error).toBeLessThan(1e-6);
      expect(Math.abs(Math.log(path.K.at(-1)! / K))).toBe(error);
    }
  });

  it.each([
    ['soft-wall', 4],
    ['chip-drought', 6],
    ['glut', 6],
    ['short-lived-models', 25],
    ['frontier-five-fab', 1.5],
    ['shake-out', 0.3],
    ['release-cadence', 1.5],
  ])('no lab of %s has more at t = %d, and what is computed says how well', (name, horizon) => {
    const scenario = { ...preset(name), variants: [] };
    const optimum = optimumOf(scenario, horizon);
    expect(optimum.whyNoBound).toBeNull();
    expect(emergent(scenario, horizon)).toBeLessThan(optimum.K * (1 + 1e-6));
    expect(optimum.error).toBeLessThan(1e-5);
    if (!optimum.isClosedForm) expect(optimum.how).toContain('direct transcription');
  });

  it('names what is on and in it, and what is on and not in it', () => {
    const { included, leftOut } = optimumOf(
      {
        clock: { h: 0.1 },
        groups: [{ name: 'x', count: 2 }],
        economy: {
          ...{ delta: 0.1, F: 4, elasticity: 3, theta: 1.2, tau: 0.2, sigma: 0.3 },
          ...{ releaseEvery: 3, omega: 0.1, credit: 5, reinvest: 'hurdle' },
        },
      },
      1,
    );
    expect(included).toEqual(['depreciation of chips δ', 'elasticity of demand ε', 'chip supply F, g_F, φ']);
    expect(leftOut.map((words) => words.split(':')[0])).toEqual([
      'the contest',
      'releases',
      'the diffusion lag',
      'hurdle and payout rules',
      'the running cost ω',
      'exit',
    ]);
  });

  it('of unlike labs takes the best of each parameter, so that it bounds them', () => {
    const groups = [
      { name: 'x', delta: 0.3, a: 1.2, rule: { type: 'fixed', q: 0.3 } },
      { name: 'y', delta: 0.1, a: 0.8, w: 0.9, Tmax: 3 },
    ];
    const scenario = { groups, economy: { Tmax: 2 } };
    const { K } = optimumOf(scenario, 1.2);
    expect(K).toBeGreaterThan(emergent(scenario, 1.2));
    const best = { groups: [{ name: 'z', count: 2 }], economy: { delta: 0.1, a: 1.2, Tmax: 3 } };
    expect(K).toBe(optimumOf(best, 1.2).K);
  });

  it('counts funding and cheaper chips, which the frictionless V(t) cannot', () => {
    const scenario = { economy: { f: 0.5, gp: 0.2 } };
    const { K, whyNoBound } = optimumOf(scenario, 1.5);
    expect(whyNoBound).toBeNull();
    expect(K).toBeGreaterThan(emergent(scenario, 1.5));
    expect(K).toBeGreaterThan(optimalPlan({ K0: 1, T0: 1, c: 1, horizon: 1.5 }).K);
  });

  it('climbs the technique ladder of a single lab, as the lab itself does; many have none in common', () => {
    const scenario = { economy: { techniques: ['expensive-verification', 'scaling-policy'] } };
    const { K, included, isClosedForm, error } = optimumOf(scenario, 1.5);
    expect(included).toEqual(['technique ladder']);
    expect(isClosedForm).toBe(false);
    expect(error).toBeLessThan(1e-5);
    // The lab's fixed half and half is a control of the same problem.
    expect(K).toBeGreaterThan(emergent(scenario, 1.5));
    expect(reasonOf({ ...scenario, groups: [{ name: 'x', count: 2 }] }, 1)).toContain('own T₀');
    const perfect = { economy: { techniques: ['mcts'], Tperfect: 5 } };
    expect(reasonOf(perfect, 1)).toContain('T_perfect');
  });

  it('says where it bounds nothing, and why there is none', () => {
    const many = { groups: [{ name: 'x', count: 2 }] };
    expect(optimumOf({ ...many, economy: { k1: 0.1, sigma: 0.5 } }, 0.5).whyNoBound).toContain('T̂/k₁');
    expect(optimumOf({ economy: { entry: 0.1, entrySpread: 0.1 } }, 0.5).whyNoBound).toContain('newcomers');
    expect(reasonOf({ groups: [{ name: 'x', c: 2 }, { name: 'y' }] }, 1)).toContain('differ in c');
    expect(reasonOf({}, 3)).toContain('before t = 3');
    expect(reasonOf({ economy: { F: 100, phi: 5 } }, 9)).toContain('blows up');
  });

  it('refuses a horizon that is none, and an economy that has moved', () => {
    expect(() => reasonOf({}, 0)).toThrow('horizon');
    expect(() => reasonOf({}, Number.NaN)).toThrow('horizon');
    const simulation = simulate({});
    simulation.step();
    expect(() => pooledStartOf(simulation.economies[0])).toThrow('t = 0');
  });
});
