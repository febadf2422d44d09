export { averagedSplit } from './averagedSplit.ts';
export { bestConstantSplit, bestConstantSplitAtHorizon, constantTrainingOnset } from './bestConstantSplit.ts';
export type { PlanCase } from './bestGrowth.ts';
export { brent } from './brent.ts';
export type { ConstantSplit, FlowState } from './constantSplit.ts';
export {
  blowUpTime,
  firstIntegral,
  flow,
  flowBeforeBlowUp,
  remainingTime,
  timeToLevel,
} from './constantSplit.ts';
export type { ArcPoint, Depreciation } from './depreciation.ts';
export {
  arcChips,
  arcClock,
  arcPace,
  arcRemainingTime,
  arcShare,
  arcThreshold,
  harvestDuration,
} from './depreciation.ts';
export type { LossyArc, LossyPlan } from './depreciationPlan.ts';
export { depreciationPlan } from './depreciationPlan.ts';
export { durabilityShare, proportionalLosses } from './depreciationReduction.ts';
export { optimalSplitWithLosses } from './depreciationSwitching.ts';
export { digamma } from './digamma.ts';
export type { Economy, Start } from './economy.ts';
export { envelope, minimalTime } from './envelope.ts';
export { hypergeometric, hypergeometricElasticity } from './hypergeometric.ts';
export type { Arc, Control, Plan, TimePlan } from './optimalPlan.ts';
export { minimalTimePlan, optimalPlan } from './optimalPlan.ts';
export { optimalSplit } from './optimalSplit.ts';
export type { PathPoint } from './planPath.ts';
export { planPath } from './planPath.ts';
export type { Exchange, Mix } from './staticParity.ts';
export { cheapestMix, parityShare, parityShareFor, tradeForTraining } from './staticParity.ts';
export { output, rayGrowth } from './steadyRay.ts';
export {
  minimalBlowUpTime,
  turnpikeApproach,
  turnpikeChips,
  turnpikeFlow,
  turnpikeRemainingTime,
  turnpikeShare,
  turnpikeTraining,
} from './turnpike.ts';
