// The core as built, in Node.
import { Simulation } from '../../build/lib/core/index.js';
import { loadCore } from '../../build/lib/core/loadNode.js';
import { parseScenario } from '../../build/lib/scenario/index.js';
import { scenarioOf, simulateWith } from './simulate.mjs';

/** The library and its core; other builds of both may stand in their place. */
export const built = { Simulation, parseScenario, core: await loadCore() };

/** A runner of a scenario; see `simulateWith`. */
export const simulate = (scenario, { onRow, library = built } = {}) => simulateWith(library, scenario, onRow);

export const name = 'Turnpike core (WebAssembly, 128-bit SIMD)';

export const coreFor = (economy) => ({
  name,
  create: (N, h) => simulate(scenarioOf(economy, N, h)),
});
