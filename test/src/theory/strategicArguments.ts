import { contestPlan, controlTakingPlan, ladder, nashPlan } from '../../../src/theory/index.ts';

/** Accepted arguments and refused values for domain.test.ts: labs, markets, techniques, supply, cone and cap. */
const economy = { c: 1, a: 1, b: 1 };
const labs = { N: 2, sigma: 1 };
const start = { K0: 1, T0: 1, ...economy };
const labStart = { ...start, ...labs };
const state = { K: 1, T: 1, ...economy, q: 0.5 };
const market = { on: 'output', N: 2, theta: 1, kappa: 0.8 };

export const REFUSED: Record<string, number[]> = {
  N: [0, -1, 1.5, Number.POSITIVE_INFINITY],
  sigma: [-0.1, 1.1],
  s: [-0.1, 1.1],
  z: [0, -1, 1.1],
  on: [0, 1],
  theta: [-1, Number.POSITIVE_INFINITY],
  kappa: [0, -1, 1.1],
  epsilon: [1, 0],
  Tmax: [0, -1],
  k1: [-1, Number.POSITIVE_INFINITY],
  k2: [0, -1],
  I: [-1, Number.POSITIVE_INFINITY],
  to: [-1, 0.5, Number.POSITIVE_INFINITY],
  phi: [-1],
  spend: [-1, Number.POSITIVE_INFINITY],
  F: [0, -1],
  gF: [-0.1, Number.POSITIVE_INFINITY],
  gp: [Number.POSITIVE_INFINITY],
  A: [0, -1],
  rungs: [],
};

export const OBJECTS: Record<string, Record<string, unknown>> = {
  spilloverFactor: labs,
  labProductivity: { ...labs, c: 1, a: 1, s: 1 },
  pooledProductivity: { ...labs, c: 1, a: 1, s: 1 },
  fragmentationPenalty: { ...labStart, q: 0.5 },
  optimalFragmentationPenalty: labStart,
  fragmentationLimits: { ...labs, c: 1 },
  plannerPlan: { ...labStart, horizon: 1 },
  plannerBlowUpTime: labStart,
  concentratedPlan: { ...labStart, horizon: 1 },
  concentratedBlowUpTime: labStart,
  nashShare: { ...labs, c: 1 },
  nashRatio: { ...labs, c: 1 },
  nashShareAt: { N: 2, sigma: 1, c: 1, z: 0.9 },
  nashTrainingRatio: { N: 2, sigma: 1, c: 1, z: 0.9 },
  nashTimeToGo: { N: 2, sigma: 1, c: 1, z: 0.9 },
  greedyShare: { ...labs, c: 1 },
  priceOfAnarchyWithoutTraining: { ...labs, c: 1 },
  nashGrowthConstant: { ...labs, c: 1 },
  nashPlan: { ...labStart, horizon: 1.2 },
  nashBlowUpTime: labStart,
  controlTakingPlan: { ...labStart, horizon: 0.4 },
  priceOfAnarchy: labStart,
  priceOfAnarchyInChips: { ...labStart, horizon: 1 },
  contestElasticities: { ...market, c: 1 },
  contestExistence: market,
  contestStaticShare: { ...market, c: 1 },
  contestTurnpikeShare: { ...market, c: 1 },
  contestPlan: { ...market, ...start, horizon: 0.5 },
  contestShare: { ...market, K: 1, T: 1, ...economy, timeToGo: 0.5 },
  capTime: { ...start, q: 0.5, Tmax: 2 },
  flowWithCap: { ...start, q: 0.5, Tmax: 2, t: 1 },
  cappedGrowth: { q: 0.5, c: 1, a: 1, Tmax: 2 },
  optimalPlanWithCap: { ...start, Tmax: 2, horizon: 1 },
  coneOutput: { c: 1, k1: 0.5, k2: 2, T: 1, I: 1 },
  coneStaticShare: { c: 1, k1: 0.5, k2: 2 },
  idleInferenceChips: { ...state, k1: 4, to: 2 },
  idleInferenceRemainingTime: { ...state, k1: 4 },
  idleTrainingFlow: { ...state, k2: 0.5, t: 0.1 },
  leavingTheCone: { ...state, k1: 0.5 },
  coneBlowUpTime: { ...state, k1: 0.5 },
  coneMinimalRemainingTime: { ...economy, T: 1, k1: 0.5 },
  chipPrice: { spend: 2, F: 1, phi: 1, gp: 0.1, t: 1 },
  rationedFlow: { K0: 1, T0: 1, F: 1, gF: 0.1, q: 0.5, b: 1, t: 1 },
  supplyThreshold: { c: 1, kappa: 1 },
  shortageGrowth: { c: 1, kappa: 1, phi: 0.5, gF: 0.1, gp: 0 },
  shortagePower: { c: 1, kappa: 1, phi: 0.5 },
  longRunGrowth: { c: 1, epsilon: 4 },
  glutGrowth: { q: 0.5, c: 1, A: 1, b: 1 },
  flowWithChipLoss: { K0: 1, T0: 1, a: 1, b: 1, q: 0.5, delta: 0.1, t: 1 },
  trainingAtRest: { K0: 1, T0: 1, a: 1, b: 1, q: 0.5, delta: 0.1 },
  ladder: { T0: 1, rungs: [{ slope: 1, span: 1 }] },
};

const cone = ['k1', 'k2'];
const region = ['sigma', 'N'];
/** What only some functions may go without; `needed` what they may not, though others may. */
export const OPTIONAL_IN: Record<string, string[]> = {
  labProductivity: ['s'],
  pooledProductivity: ['s'],
  coneOutput: cone,
  coneStaticShare: cone,
  chipPrice: ['gp', 't'],
  supplyThreshold: ['kappa'],
  shortageGrowth: ['kappa', 'gp'],
  shortagePower: ['kappa'],
};
export const NEEDED_IN: Record<string, string[]> = {
  nashShareAt: region,
  nashTrainingRatio: region,
  nashTimeToGo: region,
  flowWithChipLoss: ['delta'],
  trainingAtRest: ['delta'],
};

const rungs = ladder({ T0: 1, rungs: [{ slope: 1, span: 1 }] });
const c = [0, -1, Number.POSITIVE_INFINITY];

export const POSITIONAL: Record<string, { good: unknown[]; names: string[]; bad: unknown[][] }> = {
  revenueExponent: { good: [2], names: ['epsilon'], bad: [[1, 0.5, -1]] },
  glutThreshold: { good: [1], names: ['c'], bad: [c] },
  coneOptimum: { good: [1], names: ['c'], bad: [c] },
  exchangeCounts: { good: [1], names: ['slope'], bad: [[-1]] },
  queryCompute: { good: [1e23], names: ['training'], bad: [[0, -1]] },
  techniqueRung: { good: ['mcts'], names: ['technique'], bad: [['quantization', 3]] },
  combinedRungs: { good: [['mcts']], names: ['techniques'], bad: [['mcts', 3]] },
  logG: { good: [rungs, 0], names: ['ladder', 'logT'], bad: [[{}], [Number.POSITIVE_INFINITY]] },
  localSlope: { good: [rungs, 0], names: ['ladder', 'logT'], bad: [[{}], [Number.POSITIVE_INFINITY]] },
  ladderProductivity: { good: [rungs, 1], names: ['ladder', 'T'], bad: [[{}], [0, -1]] },
  nashPath: {
    good: [nashPlan({ ...labStart, horizon: 1 }), 0.5],
    names: ['plan', 't'],
    bad: [[{}], [-0.1, 1.1]],
  },
  controlTakingPath: {
    good: [controlTakingPlan({ ...labStart, horizon: 1 }), 0.5],
    names: ['plan', 't'],
    bad: [[{}], [-0.1, 1.1]],
  },
  contestPath: {
    good: [contestPlan({ ...start, on: 'output', N: 2, theta: 1, kappa: 0.8, horizon: 0.5 }), 0.2],
    names: ['plan', 't'],
    bad: [[{}], [-0.1, 0.6]],
  },
};
