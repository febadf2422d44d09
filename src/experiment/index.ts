export {
  type Analysis,
  type AnalysisSummary,
  analyse,
  type Results,
  runsOf,
  summaryOf,
} from './analysis/index.ts';
export * as designs from './designs/index.ts';
export { Identity } from './identity.ts';
export { experimentSchema } from './jsonSchema.ts';
export { type SeriesMeasure, seriesMeasures } from './measures/series.ts';
export { type SummaryMeasure, summaryNames } from './measures/summary.ts';
export { Plan, type PlannedRun } from './plan.ts';
export { hireWeb } from './pool/hireWeb.ts';
export type { Hire, WorkerPort } from './pool/protocol.ts';
export { analysisText, type ReportOptions, reportOf } from './report/index.ts';
export { type Column, runsTable, seriesTable, type Table } from './results/columns.ts';
export { Runner } from './runner.ts';
export * as sensitivity from './sensitivity/index.ts';
export { type SweepOptions, sweep } from './sweep.ts';
export type {
  Design,
  EconomyRecord,
  Experiment,
  Factor,
  Failure,
  Outcome,
  RunRecord,
  Stage,
} from './types.ts';
export { experimentJson, parseExperiment } from './validate.ts';
