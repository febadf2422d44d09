export { answered } from './answered.ts';
export { Benchmark, type Compared, type Pooled } from './benchmark.ts';
export { type Beginning, beginningOf, type LabsAlike } from './benchmarks/beginning.ts';
export {
  accuracyText,
  type BenchmarkEntry,
  type BenchmarkPath,
  type PathAccuracy,
} from './benchmarks/entry.ts';
export { benchmarkTable } from './benchmarks/table.ts';
export { benchmarksOf, groupBenchmarksOf } from './benchmarksOf.ts';
export { type Comparison, type ComparisonRow, comparison } from './comparison.ts';
export { csvCell, csvComments, csvHeader, csvRow, csvText, groupNames, type RecordRow } from './csv.ts';
export { type Lorenz, lorenz } from './lorenz.ts';
export type { Look, Measure, MeasureUnit } from './measures/measure.ts';
export { measureTable } from './measures/table.ts';
export { type PlannerOptimum, type PlannerPath, plannerOptimum, pooledStartOf } from './plannerOptimum.ts';
export type { PooledStart } from './plannerProblem.ts';
export { projectedBlowUp } from './projection.ts';
export { type Bucket, Recorder, sharesOf } from './recorder.ts';
export {
  type BenchmarkSummary,
  type EconomySummary,
  type GroupSummary,
  type RunSummary,
  summarise,
  summariseBenchmarks,
  summariseEconomy,
  type WatchedSummary,
} from './summary.ts';
export { timeToReach } from './timeToReach.ts';
export { type Measured, Watch, type WatchMemory, watchAll, watchesOf } from './watch.ts';
