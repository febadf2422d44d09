export { type Analysis, analyse, type Classed, type EconomyAnalysis, type FailedRun } from './analysis.ts';
export { commonRegime } from './cells.ts';
export type { Contrast } from './contrast.ts';
export type { Fan } from './fans.ts';
export type { Outcome } from './outcomes.ts';
export { type Results, type ResultsTable, runsOf } from './resultsTable.ts';
export type { Sensitivity } from './sensitivity.ts';
export { type Statistics, statisticsOf } from './statistics.ts';
export { type AnalysisSummary, summaryOf } from './summary.ts';
