import { loadCore } from '../../../src/core/loadNode.ts';
import { Simulation } from '../../../src/core/simulation.ts';
import { parseScenario } from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { Frame, Summary } from '../../../web/shared/protocol.ts';
import { Engine } from '../../../web/worker/engine.ts';
import { ManualClock } from './manualClock.ts';

export const core = await loadCore();

export const scenario = (changes: object): Scenario =>
  parseScenario({ name: 'test', groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }], ...changes });

/** Five labs under three rules with luck, beside a variant: every kind of line there is. */
export const crowd = scenario({
  seed: 7,
  clock: { h: 0.05, until: 6 },
  groups: [
    { name: 'walk', count: 2, rule: { type: 'randomWalk' }, K0: { distribution: 'lognormal' } },
    { name: 'pike', count: 2, rule: { type: 'turnpike' }, T0: { distribution: 'pareto' } },
    { name: 'fixed', count: 1, rule: { type: 'fixed', q: 0.3 } },
  ],
  variants: [{ name: 'open', set: { 'economy.sigma': 0.5 } }],
});

/** State hashes after an undisturbed run. */
export function hashesOf(of: Scenario, steps = Number.POSITIVE_INFINITY): Record<string, string> {
  const simulation = new Simulation(core, of);
  for (let step = 0; step < steps && simulation.isRunning; step++) simulation.step();
  return Object.fromEntries(simulation.economies.map((economy) => [economy.name, economy.hash()]));
}

/** An engine that plays two scenarios side by side, with every pair of summaries it told. */
export function engineForTwo(first: Scenario, second: Scenario, tick = 0) {
  const clock = new ManualClock(tick);
  const told: Told[][] = [];
  const frames: Frame[] = [];
  const engine = new Engine(clock, {
    draw(frame, side) {
      frames[side] = frame;
    },
    summary(summary, side) {
      if (side === 0) told.push([]);
      told[told.length - 1][side] = summary;
    },
  });
  engine.load(core, [first, second]);
  return { engine, clock, told, frames };
}

type Told = Omit<Summary, 'renderer' | 'pictureLost'>;

/** An engine on a clock of its own, with what it showed last. */
export function engineFor(of: Scenario, tick = 0) {
  const clock = new ManualClock(tick);
  const seen = {
    frames: 0,
    summaries: 0,
    frame: null as Frame | null,
    summary: null as Told | null,
  };
  const engine = new Engine(clock, {
    draw(frame) {
      seen.frames++;
      seen.frame = frame;
    },
    summary(summary) {
      seen.summaries++;
      seen.summary = summary;
    },
  });
  engine.load(core, [of]);
  return { engine, clock, seen };
}
