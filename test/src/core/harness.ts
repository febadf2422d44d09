import { type Row, Simulation } from '../../../src/core/index.ts';
import { loadCore } from '../../../src/core/loadNode.ts';
import { parseScenario, type Scenario } from '../../../src/scenario/index.ts';

/** The core under test, compiled once a file. */
export const core = await loadCore();

/** A simulation of a scenario given in short; what is left out has its default. */
export function simulate(scenario: object): Simulation {
  return new Simulation(core, parseScenario(scenario) as Scenario);
}

/** Runs to the end and returns the rows of every economy. */
export function rowsOf(simulation: Simulation): Row[] {
  const rows: Row[] = [];
  simulation.run((row) => rows.push(row));
  return rows;
}

/** |x/y − 1|. */
export function relative(x: number, y: number): number {
  return Math.abs(x / y - 1);
}
