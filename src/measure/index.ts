export { answered } from './answered.ts';
export { Benchmark, type Pooled } from './benchmark.ts';
export { benchmarksOf } from './benchmarks.ts';
export { csvHeader, csvRow, groupNames, type RecordRow } from './csv.ts';
export { type PlannerOptimum, type PlannerPath, plannerOptimum, pooledStartOf } from './plannerOptimum.ts';
export type { PooledStart } from './plannerProblem.ts';
export { projectedBlowUp } from './projection.ts';
export { type Bucket, Recorder } from './recorder.ts';
export {
  type EconomySummary,
  type GroupSummary,
  type RunSummary,
  summarise,
  summariseEconomy,
} from './summary.ts';
