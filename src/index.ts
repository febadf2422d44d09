// The public API for Node. In a browser, import what is needed from the rooms themselves; only loadCore differs.
export * from './core/index.ts';
export { loadCore } from './core/loadNode.ts';
export {
  type Analysis,
  analyse,
  designs,
  type EconomyRecord,
  type Experiment,
  experimentSchema,
  type Failure,
  Plan,
  parseExperiment,
  type Results,
  type RunRecord,
  reportOf,
  runsOf,
  sensitivity,
  summaryOf,
} from './experiment/index.ts';
export { sweep } from './experiment/node/sweep.ts';
export * from './measure/index.ts';
export { type Finding, type Report, reproduce } from './reproduce/index.ts';
export * from './scenario/index.ts';
export * as theory from './theory/index.ts';
export { version } from './version.ts';
