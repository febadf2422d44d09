import { type CoreExports, exported } from './exports.ts';

/** What became of an economy. */
export type Status = 'running' | 'finished' | 'blow-up' | 'overflow' | 'failed';
/** By the core's status codes. */
export const STATUSES: readonly Status[] = ['running', 'finished', 'blow-up', 'overflow', 'failed'];

/** What is observed of one group, or of a whole economy, at the end of a tick. */
export interface Observation {
  /** ΣK. */
  readonly K: number;
  /** ΣT. */
  readonly T: number;
  /** Chip-weighted training share Σq·K/ΣK, with the q of the tick just done; NaN before the first tick. */
  readonly q: number;
  /** ΣK². */
  readonly KSquared: number;
  readonly maxK: number;
  readonly maxT: number;
  /** Least and largest q of any lab; NaN before the first tick. */
  readonly minQ: number;
  readonly maxQ: number;
}

/** One economy at the end of one tick. */
export interface Row extends Observation {
  /** Index of the economy: 0 is the base. */
  readonly economy: number;
  readonly tick: number;
  readonly t: number;
  readonly status: Status;
  readonly groups: readonly Observation[];
}

/** Offsets of what the core records, read once from its exports. */
export class RowLayout {
  readonly header: number;
  readonly fields: number;
  readonly economy: number;
  readonly tick: number;
  readonly time: number;
  readonly status: number;
  readonly #K: number;
  readonly #T: number;
  readonly #training: number;
  readonly #KSquared: number;
  readonly #maxK: number;
  readonly #maxT: number;
  readonly #minQ: number;
  readonly #maxQ: number;

  constructor(exports: CoreExports) {
    this.header = exported(exports, 'ROW_HEADER');
    this.fields = exported(exports, 'RECORD_FIELDS');
    this.economy = exported(exports, 'ROW_ECONOMY');
    this.tick = exported(exports, 'ROW_TICK');
    this.time = exported(exports, 'ROW_TIME');
    this.status = exported(exports, 'ROW_STATUS');
    this.#K = exported(exports, 'RECORD_K');
    this.#T = exported(exports, 'RECORD_T');
    this.#training = exported(exports, 'RECORD_TRAINING');
    this.#KSquared = exported(exports, 'RECORD_K_SQUARED');
    this.#maxK = exported(exports, 'RECORD_MAX_K');
    this.#maxT = exported(exports, 'RECORD_MAX_T');
    this.#minQ = exported(exports, 'RECORD_MIN_Q');
    this.#maxQ = exported(exports, 'RECORD_MAX_Q');
  }

  /**
   * Decodes `count` groups, `stride` apart from `at`, and sums them in their order.
   * t: 0 means that no split has been decided yet.
   */
  observe(
    buffer: Float64Array,
    at: number,
    stride: number,
    count: number,
    t: number,
  ): Observation & { readonly groups: readonly Observation[] } {
    const decided = t > 0;
    const groups: Observation[] = [];
    let K = 0;
    let T = 0;
    let training = 0;
    let KSquared = 0;
    let maxK = 0;
    let maxT = 0;
    let minQ = Number.POSITIVE_INFINITY;
    let maxQ = Number.NEGATIVE_INFINITY;
    for (let g = 0; g < count; g++) {
      const from = at + g * stride;
      const trained = buffer[from + this.#training];
      const observed: Observation = {
        K: buffer[from + this.#K],
        T: buffer[from + this.#T],
        q: decided ? trained / buffer[from + this.#K] : Number.NaN,
        KSquared: buffer[from + this.#KSquared],
        maxK: buffer[from + this.#maxK],
        maxT: buffer[from + this.#maxT],
        minQ: decided ? buffer[from + this.#minQ] : Number.NaN,
        maxQ: decided ? buffer[from + this.#maxQ] : Number.NaN,
      };
      groups.push(observed);
      K += observed.K;
      T += observed.T;
      training += trained;
      KSquared += observed.KSquared;
      maxK = Math.max(maxK, observed.maxK);
      maxT = Math.max(maxT, observed.maxT);
      minQ = Math.min(minQ, observed.minQ);
      maxQ = Math.max(maxQ, observed.maxQ);
    }
    return { K, T, q: decided ? training / K : Number.NaN, KSquared, maxK, maxT, minQ, maxQ, groups };
  }

  /** Decodes the row of `count` groups at `at` in the record buffer. */
  read(buffer: Float64Array, at: number, count: number): Row {
    const t = buffer[at + this.time];
    return {
      economy: buffer[at + this.economy],
      tick: buffer[at + this.tick],
      t,
      status: STATUSES[buffer[at + this.status]],
      ...this.observe(buffer, at + this.header, this.fields, count, t),
    };
  }
}
