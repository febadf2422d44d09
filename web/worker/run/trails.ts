import type { Simulation } from '../../../src/core/simulation.ts';

/** Above this many labs trails are a fog; only the economies' own paths are drawn then. */
const MOST_LABS = 200;
/** Places kept over all labs. */
const MOST_PLACES = 24_000;

/** Where the labs of one group have been: a place a lab and sample. */
export interface GroupTrail {
  readonly economy: number;
  readonly group: number;
  /** First lab of the group in a sample. */
  readonly first: number;
  readonly count: number;
}

/**
 * Paths of single labs through the phase plane, in bounded memory: when it is full every other sample goes, and from then on
 * only every second tick is sampled.
 */
export class Trails {
  readonly groups: readonly GroupTrail[];
  readonly labs: number;
  readonly #capacity: number;
  readonly #places: Float32Array;
  #samples = 0;
  #stride = 1;
  #ticks = 0;

  private constructor(groups: readonly GroupTrail[], labs: number) {
    this.groups = groups;
    this.labs = labs;
    this.#capacity = 2 * Math.floor(MOST_PLACES / labs / 2);
    this.#places = new Float32Array(this.#capacity * labs * 2);
  }

  /** Null where no lab has a trail of its own: too many labs, or each alone, so that its economy's path is its trail. */
  static of(simulation: Simulation): Trails | null {
    const groups: GroupTrail[] = [];
    let labs = 0;
    for (const economy of simulation.economies) {
      if (economy.labs === 1) continue;
      economy.groups.forEach(({ count }, group) => {
        groups.push({ economy: economy.index, group, first: labs, count });
        labs += count;
      });
    }
    return labs === 0 || labs > MOST_LABS ? null : new Trails(groups, labs);
  }

  get samples(): number {
    return this.#samples;
  }

  /** log10 T and log10 K of a lab (in the order of `groups`) in a sample are at this index and the next of `places`. */
  at(sample: number, lab: number): number {
    return (sample * this.labs + lab) * 2;
  }

  get places(): Float32Array {
    return this.#places;
  }

  /** Call after every decision interval. */
  record(simulation: Simulation): void {
    if (this.#ticks++ % this.#stride !== 0) return;
    if (this.#samples === this.#capacity) this.#halve();
    const from = this.at(this.#samples++, 0);
    const points = simulation.economies.map((economy) => economy.points());
    for (const { economy, group, first, count } of this.groups) {
      const { groups } = simulation.economies[economy];
      const slot = (groups[group].first - groups[0].first) * 2;
      this.#places.set(points[economy].subarray(slot, slot + count * 2), from + first * 2);
    }
  }

  #halve(): void {
    const width = this.labs * 2;
    for (let i = 1; i < this.#capacity / 2; i++)
      this.#places.copyWithin(i * width, 2 * i * width, (2 * i + 1) * width);
    this.#samples = this.#capacity / 2;
    this.#stride *= 2;
  }
}
