export { nashGrowthConstant, priceOfAnarchy, priceOfAnarchyInChips } from './anarchy.ts';
export { averagedSplit } from './averagedSplit.ts';
export { bestConstantSplit, bestConstantSplitAtHorizon, constantTrainingOnset } from './bestConstantSplit.ts';
export type { PlanCase } from './bestGrowth.ts';
export { brent } from './brent.ts';
export type { Cap } from './cap.ts';
export { cappedGrowth, capTime, flowWithCap } from './cap.ts';
export type { CappedPlan } from './cappedPlan.ts';
export { optimalPlanWithCap } from './cappedPlan.ts';
export type { Cone } from './cone.ts';
export { coneOutput, coneStaticShare } from './cone.ts';
export type { ConeSplit } from './coneFlow.ts';
export {
  coneBlowUpTime,
  idleInferenceChips,
  idleInferenceRemainingTime,
  idleTrainingFlow,
  leavingTheCone,
} from './coneFlow.ts';
export type { ConeOptimum } from './coneOptimum.ts';
export { coneMinimalRemainingTime, coneOptimum } from './coneOptimum.ts';
export type { ConstantSplit, FlowState } from './constantSplit.ts';
export {
  blowUpTime,
  firstIntegral,
  flow,
  flowBeforeBlowUp,
  remainingTime,
  timeToLevel,
} from './constantSplit.ts';
export type { Contest, Elasticities, Existence, Market } from './contest.ts';
export {
  contestElasticities,
  contestExistence,
  contestStaticShare,
  contestTurnpikeShare,
  revenueExponent,
} from './contest.ts';
export type { ContestPlan, ContestState } from './contestPath.ts';
export { contestPath, contestPlan, contestShare } from './contestPath.ts';
export type { DepreciatedSplit, DepreciatedState } from './depreciatedSplit.ts';
export { flowWithChipLoss, trainingAtRest } from './depreciatedSplit.ts';
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
export type { DirectOptimum, DirectOptions } from './direct/directOptimum.ts';
export { directOptimum } from './direct/directOptimum.ts';
export type { PlannerProblem } from './direct/problem.ts';
export type { Economy, Start } from './economy.ts';
export { envelope, minimalTime } from './envelope.ts';
export type { FragmentedStart, Fragments } from './fragmentation.ts';
export {
  fragmentationLimits,
  fragmentationPenalty,
  labProductivity,
  optimalFragmentationPenalty,
  pooledProductivity,
} from './fragmentation.ts';
export type { LongRun } from './glut.ts';
export { glutGrowth, glutThreshold, longRunGrowth } from './glut.ts';
export { hypergeometric, hypergeometricElasticity } from './hypergeometric.ts';
export type { Labs } from './labs.ts';
export { spilloverFactor } from './labs.ts';
export type { Ladder } from './ladder.ts';
export { combinedRungs, ladder, ladderProductivity, localSlope, logG } from './ladder.ts';
export type { Commons } from './nash.ts';
export { greedyShare, nashRatio, nashShare, nashShareAt, priceOfAnarchyWithoutTraining } from './nash.ts';
export type { ControlPlan } from './nashControls.ts';
export { controlTakingPath, controlTakingPlan } from './nashControls.ts';
export { nashPath } from './nashPath.ts';
export type { NashArc, NashPlan } from './nashPlan.ts';
export { nashBlowUpTime, nashPlan } from './nashPlan.ts';
export type { RegionPoint } from './nashRegion.ts';
export { nashTimeToGo, nashTrainingRatio } from './nashRegion.ts';
export type { Arc, Control, Plan, TimePlan } from './optimalPlan.ts';
export { minimalTimePlan, optimalPlan } from './optimalPlan.ts';
export { optimalSplit } from './optimalSplit.ts';
export type { LabStart } from './planner.ts';
export { concentratedBlowUpTime, concentratedPlan, plannerBlowUpTime, plannerPlan } from './planner.ts';
export type { PathPoint } from './planPath.ts';
export { planPath } from './planPath.ts';
export type { Exchange, Mix } from './staticParity.ts';
export { cheapestMix, parityShare, parityShareFor, tradeForTraining } from './staticParity.ts';
export { output, rayGrowth } from './steadyRay.ts';
export type { Shortage, Supply } from './supply.ts';
export { chipPrice, rationedFlow, shortageGrowth, shortagePower, supplyThreshold } from './supply.ts';
export type { Rung, Scale, Technique, TechniqueName } from './techniques.ts';
export { exchangeCounts, queryCompute, TECHNIQUES, techniqueRung } from './techniques.ts';
export {
  minimalBlowUpTime,
  turnpikeApproach,
  turnpikeChips,
  turnpikeFlow,
  turnpikeRemainingTime,
  turnpikeShare,
  turnpikeTraining,
} from './turnpike.ts';
