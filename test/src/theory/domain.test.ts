import { describe, expect, test } from 'vitest';
import * as theory from '../../../src/theory/index.ts';
import * as strategic from './strategicArguments.ts';

/** One accepted argument object of every exported function, and what its fields refuse beside NaN, strings and null. */
const economy = { c: 1, a: 1, b: 1 };
const start = { K0: 1, T0: 1, ...economy };
const state = { K: 1, T: 1, ...economy };
const lossy = { ...economy, delta: 0.1, rho: 0.1 };

const BAD: Record<string, number[]> = {
  K0: [0, -1, Number.POSITIVE_INFINITY],
  K: [-1, Number.POSITIVE_INFINITY],
  T0: [-1, Number.POSITIVE_INFINITY],
  T: [-1, Number.POSITIVE_INFINITY],
  c: [0, -1, Number.POSITIVE_INFINITY],
  a: [0, -1, Number.POSITIVE_INFINITY],
  b: [0, -1, Number.POSITIVE_INFINITY],
  q: [-0.1, 1.2],
  t: [-1],
  remaining: [0, -1],
  K1: [-1],
  target: [-1],
  horizon: [-1],
  timeToGo: [-1],
  h: [0, -1, Number.POSITIVE_INFINITY],
  delta: [-0.1, Number.POSITIVE_INFINITY],
  rho: [-0.1, Number.POSITIVE_INFINITY],
  y: [0, -1],
  lossPerReturn: [-1],
  alpha: [0, -1],
  beta: [0, -1],
  training: [-1],
  inference: [-1],
  ooms: [Number.POSITIVE_INFINITY],
  ...strategic.REFUSED,
};
const OPTIONAL = new Set(['a', 'b', 'delta', 'rho', 'sigma']);
const isOptional = (name: string, field: string): boolean =>
  (OPTIONAL.has(field) && !strategic.NEEDED_IN[name]?.includes(field)) ||
  (strategic.OPTIONAL_IN[name]?.includes(field) ?? false);

const OBJECTS: Record<string, Record<string, unknown>> = {
  averagedSplit: { ...state, horizon: 1, h: 0.1 },
  bestConstantSplit: start,
  bestConstantSplitAtHorizon: { ...start, horizon: 1 },
  constantTrainingOnset: start,
  blowUpTime: { ...start, q: 0.5 },
  firstIntegral: { ...state, q: 0.5 },
  flow: { ...start, q: 0.5, t: 1 },
  flowBeforeBlowUp: { ...start, q: 0.5, remaining: 1 },
  remainingTime: { ...state, q: 0.5 },
  timeToLevel: { ...start, q: 0.5, K1: 2 },
  arcChips: { ...lossy, y: 1 },
  arcClock: { ...lossy, y: 1 },
  arcPace: { ...lossy, y: 1 },
  arcRemainingTime: { ...lossy, y: 1 },
  arcShare: { ...lossy, y: 1 },
  arcThreshold: lossy,
  harvestDuration: { ...lossy, y: 1 },
  depreciationPlan: { ...lossy, K0: 1, T0: 1, horizon: 1 },
  directOptimum: { K0: 1, T0: 1, c: 1, horizon: 0.1 },
  durabilityShare: { c: 1, lossPerReturn: 1 },
  proportionalLosses: { c: 1, rho: 0.1, t: 1 },
  optimalSplitWithLosses: { ...lossy, K: 1, T: 1, timeToGo: 1 },
  minimalTimePlan: { ...start, target: 2 },
  optimalPlan: { ...start, horizon: 1 },
  optimalSplit: { ...state, timeToGo: 1 },
  cheapestMix: { alpha: 1, beta: 1, training: 1, inference: 1 },
  parityShare: { alpha: 1, beta: 1 },
  tradeForTraining: { alpha: 1, beta: 1, training: 1, inference: 1, ooms: 0.1 },
  output: { K: 1, T: 1, q: 0.5, c: 1, a: 1 },
  rayGrowth: { ...economy, q: 0.5 },
  minimalBlowUpTime: start,
  turnpikeApproach: start,
  turnpikeChips: { ...economy, T: 1 },
  turnpikeFlow: { ...economy, T: 1, t: 1 },
  turnpikeRemainingTime: { ...economy, T: 1 },
  turnpikeTraining: { ...economy, K: 1 },
  ...strategic.OBJECTS,
};

/** Functions of plain numbers: accepted arguments, the name of each, and what each refuses. */
const POSITIONAL: Record<string, { good: unknown[]; names: string[]; bad: unknown[][] }> = {
  digamma: { good: [1], names: ['x'], bad: [[0, -1]] },
  hypergeometric: {
    good: [1, 0.5],
    names: ['X', 'beta'],
    bad: [
      [-1, Number.POSITIVE_INFINITY],
      [0, 1, -0.1],
    ],
  },
  hypergeometricElasticity: {
    good: [1, 0.5],
    names: ['X', 'beta'],
    bad: [
      [0, -1],
      [0, 1],
    ],
  },
  parityShareFor: { good: [1], names: ['c'], bad: [[0, -1]] },
  turnpikeShare: { good: [1], names: ['c'], bad: [[0, -1]] },
  envelope: { good: [start, 1], names: ['arguments', 't'], bad: [[], [-1]] },
  minimalTime: { good: [start, 2], names: ['arguments', 'K1'], bad: [[], [-1]] },
  planPath: {
    good: [theory.optimalPlan({ ...start, horizon: 1 }), 0.5],
    names: ['plan', 't'],
    bad: [[{}], [-0.1, 1.1]],
  },
  brent: {
    good: [(x: number) => x, -1, 1],
    names: ['f', 'low', 'high'],
    bad: [[], [Number.NEGATIVE_INFINITY], [Number.POSITIVE_INFINITY]],
  },
  ...strategic.POSITIONAL,
};

const call = (name: string, ...args: unknown[]): unknown =>
  (theory as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!(...args);

function expectRefusal(run: () => unknown, argument: string): void {
  expect(run).toThrow(RangeError);
  expect(run).toThrow(new RegExp(`^${argument}: got .+; allowed: .+`));
}

test('every exported function is in these tables', () => {
  const functions = Object.entries(theory).flatMap(([key, value]) =>
    typeof value === 'function' ? [key] : [],
  );
  expect([...Object.keys(OBJECTS), ...Object.keys(POSITIONAL)].sort()).toEqual(functions.sort());
});

describe.each(Object.entries(OBJECTS))('%s', (name, good) => {
  test('accepts its domain', () => {
    expect(() => call(name, good)).not.toThrow();
  });

  test('refuses what is not an object', () => {
    for (const bad of [undefined, null, 3, 'x']) expectRefusal(() => call(name, bad), 'arguments');
  });

  test.each(Object.keys(good))('refuses a bad %s by name', (field) => {
    for (const bad of [...BAD[field]!, Number.NaN, '1', null, true])
      expectRefusal(() => call(name, { ...good, [field]: bad }), field);
    const { [field]: _, ...without } = good;
    if (!isOptional(name, field)) expectRefusal(() => call(name, without), field);
    else if (name !== 'proportionalLosses') expect(() => call(name, without)).not.toThrow();
  });
});

describe.each(Object.entries(POSITIONAL))('%s', (name, { good, names, bad }) => {
  test('accepts its domain and refuses the rest by name', () => {
    expect(() => call(name, ...good)).not.toThrow();
    for (const [i, argument] of names.entries())
      for (const value of [...bad[i]!, Number.NaN, '1', undefined, null])
        expectRefusal(() => call(name, ...good.map((x, j) => (i === j ? value : x))), argument);
  });
});

test('envelope and minimalTime refuse a bad start', () => {
  expectRefusal(() => theory.envelope({ ...start, K0: -1 }, 1), 'K0');
  expectRefusal(() => theory.minimalTime({ ...start, c: 0 }, 1), 'c');
});

test('the message names the argument, what was got and what is allowed', () => {
  expect(() => theory.blowUpTime({ ...start, q: 1.2 })).toThrow(
    new RangeError('q: got 1.2; allowed: a number from 0 to 1'),
  );
  expect(() => theory.blowUpTime({ ...start, q: '0.5' as unknown as number })).toThrow(
    new RangeError('q: got "0.5"; allowed: a number from 0 to 1'),
  );
});

test('what only a combination rules out is refused too', () => {
  expectRefusal(() => theory.flowBeforeBlowUp({ ...start, q: 0, remaining: 1 }), 'q');
  expectRefusal(() => theory.flowBeforeBlowUp({ ...start, q: 0.5, remaining: 4 }), 'remaining');
  expectRefusal(() => theory.firstIntegral({ ...state, q: 0 }), 'q');
  expectRefusal(() => theory.arcShare({ c: 1, delta: 0.5, y: 0.4 }), 'y');
  expectRefusal(() => theory.turnpikeFlow({ T: 0, t: 1, c: 1 }), 'T');
});

test('absent a, b, delta and rho are 1, 1, 0 and 0', () => {
  const { a: _a, b: _b, ...bare } = start;
  expect(theory.flow({ ...bare, q: 0.5, t: 1 })).toEqual(theory.flow({ ...start, q: 0.5, t: 1 }));
  expect(theory.arcShare({ c: 1, y: 2 })).toBeCloseTo(1 / 3, 15);
});
