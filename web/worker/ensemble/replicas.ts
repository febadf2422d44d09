import type { Core } from '../../../src/core/core.ts';
import { Simulation } from '../../../src/core/simulation.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { Bands } from '../../shared/protocol.ts';
import { Pace } from '../run/pace.ts';
import { Path } from './path.ts';
import { bandsOf } from './quantiles.ts';

/** Ticks between two looks at the record: fewer than the core keeps. */
const TICKS = 512;

/** The base economy of a scenario under the seeds that follow its own, one after the other: only one is in memory. */
export class Replicas {
  readonly count: number;
  readonly #core: Core;
  readonly #scenario: Scenario;
  readonly #paths: Path[] = [];
  #simulation: Simulation | null = null;
  #path = new Path();
  #pace: Pace;

  constructor(core: Core, scenario: Scenario, count: number) {
    this.#core = core;
    this.#scenario = { ...scenario, variants: [] };
    this.count = count;
    this.#pace = new Pace(scenario.groups.reduce((sum, group) => sum + group.count, 0));
  }

  get done(): number {
    return this.#paths.length;
  }

  get isDone(): boolean {
    return this.done === this.count || this.isWithoutLuck;
  }

  /** Do two seeds give one and the same run? Then all do, and there is nothing to be drawn. */
  get isWithoutLuck(): boolean {
    const [first, second] = this.#paths;
    return second?.isSameAs(first) ?? false;
  }

  /** Goes on until the clock reaches `deadline`. */
  advance(now: () => number, deadline: number): void {
    for (let time = now(); time < deadline && !this.isDone; ) {
      this.#simulation ??= new Simulation(this.#core, {
        ...this.#scenario,
        seed: this.#seedOf(this.done + 1),
      });
      const [economy] = this.#simulation.economies;
      const before = economy.substeps;
      this.#simulation.advance(TICKS, this.#pace.substeps(deadline - time));
      const after = now();
      this.#pace.learn(economy.substeps - before, after - time);
      time = after;
      this.#simulation.drain((row) => this.#path.see(row));
      if (this.#simulation.isRunning) continue;
      this.#paths.push(this.#path);
      this.#path = new Path();
      this.#simulation = null;
    }
  }

  /** Quantiles over the replicas done so far; null for fewer than two, or where there is no luck. */
  bands(): Bands | null {
    return this.done < 2 || this.isWithoutLuck ? null : bandsOf(this.#paths, this.#scenario.clock.h);
  }

  /** Seeds are whole numbers that a double holds exactly; past the last they begin again. */
  #seedOf(replica: number): number {
    return (this.#scenario.seed + replica) % Number.MAX_SAFE_INTEGER;
  }
}
