import type { Core } from '../../../src/core/core.ts';
import { Ensemble } from '../../../src/core/ensemble.ts';
import { economiesOf } from '../../../src/scenario/economies.ts';
import type { EconomySpec, Scenario } from '../../../src/scenario/types.ts';
import type { Bands } from '../../shared/protocol.ts';
import { Pace } from '../run/pace.ts';
import { Path } from './path.ts';
import { bandsOf } from './quantiles.ts';

/** Replicas that run at a time, fewer where they have many labs: small ones share the core's vectors. */
const MOST_AT_ONCE = 32;
const MOST_LABS = 20_000;
/** The first two tell whether seeds matter at all. */
const FIRST = 2;

/** Later than any tick. */
const END = 2 ** 31 - 1;

/** The base economy of a scenario under the seeds that follow its own, wave after wave: only one is in memory. */
export class Replicas {
  readonly count: number;
  readonly #core: Core;
  readonly #seed: number;
  readonly #h: number;
  readonly #spec: EconomySpec;
  readonly #labs: number;
  /** Of replicas that are done, in the order of their seeds. */
  readonly #paths: Path[] = [];
  #ensemble: Ensemble | null = null;
  #wave: Path[] = [];
  #pace: Pace;

  constructor(core: Core, scenario: Scenario, count: number) {
    this.#core = core;
    this.#seed = scenario.seed;
    this.#h = scenario.clock.h;
    [this.#spec] = economiesOf({ ...scenario, variants: [] });
    this.count = count;
    this.#labs = scenario.groups.reduce((sum, group) => sum + group.count, 0);
    this.#pace = new Pace(this.#labs);
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
      this.#ensemble ??= this.#nextWave();
      const ensemble = this.#ensemble;
      const before = substepsOf(ensemble);
      const isOver = ensemble.advance(END, this.#pace.substeps(deadline - time), (row) =>
        this.#wave[row.economy].see(row),
      );
      const after = now();
      this.#pace.learn(substepsOf(ensemble) - before, after - time);
      time = after;
      if (!isOver) continue;
      this.#paths.push(...this.#wave);
      this.#ensemble = null;
    }
  }

  /** Quantiles over the replicas done so far; null for fewer than two, or where there is no luck. */
  bands(): Bands | null {
    return this.done < 2 || this.isWithoutLuck ? null : bandsOf(this.#paths, this.#h);
  }

  #nextWave(): Ensemble {
    const most = this.done < FIRST ? FIRST : Math.min(MOST_AT_ONCE, Math.ceil(MOST_LABS / this.#labs));
    const size = Math.min(most, this.count - this.done);
    this.#wave = Array.from({ length: size }, () => new Path());
    const replicas = this.#wave.map((_, i) => ({ spec: this.#spec, seed: this.#seedOf(this.done + i + 1) }));
    return new Ensemble(this.#core, replicas);
  }

  /** Seeds are whole numbers that a double holds exactly; past the last they begin again. */
  #seedOf(replica: number): number {
    return (this.#seed + replica) % Number.MAX_SAFE_INTEGER;
  }
}

function substepsOf({ economies }: Ensemble): number {
  return economies.reduce((sum, { substeps }) => sum + substeps, 0);
}
