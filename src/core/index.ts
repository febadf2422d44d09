export { type Core, compileCore } from './core.ts';
export { EconomyView, GroupView } from './economyView.ts';
export { Ensemble, type Replica } from './ensemble.ts';
export { groupId } from './groupId.ts';
export { ACCOUNTS, type Accounts, type Observation, type Row, type Status } from './row.ts';
export { Simulation, type Snapshot } from './simulation.ts';
