import { type CoreExports, exported } from './exports.ts';

/** What became of an economy. */
export type Status = 'running' | 'finished' | 'blow-up' | 'overflow' | 'failed' | 'waiting';
/** By the core's status codes. */
export const STATUSES: readonly Status[] = [
  'running',
  'finished',
  'blow-up',
  'overflow',
  'failed',
  'waiting',
];

/** Money and chips that moved. Money is in chips at their price of t = 0. */
export interface Accounts {
  readonly revenue: number;
  /** Chips bought and chips lost to depreciation: ΔK = bought − lost, where no lab leaves or enters. */
  readonly bought: number;
  readonly lost: number;
  /** Revenue that left the economy: (1 − s)·revenue. */
  readonly paid: number;
  /** Running cost ω·∫K dt. */
  readonly cost: number;
}

/** The accounts, in the order in which the core records them. */
export const ACCOUNTS = ['revenue', 'bought', 'lost', 'paid', 'cost'] as const;

/** What is observed of one group, or of a whole economy, at the end of a tick. Its accounts are those of the tick just done. */
export interface Observation extends Accounts {
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
  /** The accounts of all ticks so far. */
  readonly totals: Accounts;
  /** Labs in business. */
  readonly labs: number;
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
  readonly #revenue: number;
  readonly #totals: number;
  readonly #labs: number;

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
    this.#revenue = exported(exports, 'RECORD_REVENUE');
    this.#totals = exported(exports, 'RECORD_TOTALS');
    this.#labs = exported(exports, 'RECORD_LABS');
  }

  /**
   * The row of an economy: decodes `count` groups, `stride` apart from `at`, and sums them in their order.
   * t: 0 means that no split has been decided yet. One object, written out: two put together take twice as long and as much
   * memory, and there is one for every economy and tick.
   */
  observe(
    buffer: Float64Array,
    at: number,
    stride: number,
    count: number,
    economy: number,
    tick: number,
    t: number,
    status: Status,
  ): Row {
    const groups = new Array<Observation>(count);
    let K = 0;
    let T = 0;
    let training = 0;
    let KSquared = 0;
    let maxK = 0;
    let maxT = 0;
    let minQ = Number.POSITIVE_INFINITY;
    let maxQ = Number.NEGATIVE_INFINITY;
    let labs = 0;
    const flows = noAccounts();
    const totals = noAccounts();
    for (let g = 0; g < count; g++) {
      const from = at + g * stride;
      const observed = this.#group(buffer, from, t > 0);
      groups[g] = observed;
      K += observed.K;
      T += observed.T;
      training += buffer[from + this.#training];
      KSquared += observed.KSquared;
      maxK = Math.max(maxK, observed.maxK);
      maxT = Math.max(maxT, observed.maxT);
      minQ = Math.min(minQ, observed.minQ);
      maxQ = Math.max(maxQ, observed.maxQ);
      labs += observed.labs;
      add(flows, observed);
      add(totals, observed.totals);
    }
    return {
      economy,
      tick,
      t,
      status,
      K,
      T,
      q: t > 0 ? training / K : Number.NaN,
      KSquared,
      maxK,
      maxT,
      minQ,
      maxQ,
      labs,
      revenue: flows.revenue,
      bought: flows.bought,
      lost: flows.lost,
      paid: flows.paid,
      cost: flows.cost,
      totals,
      groups,
    };
  }

  #group(buffer: Float64Array, from: number, decided: boolean): Observation {
    const K = buffer[from + this.#K];
    const accounts = from + this.#revenue;
    return {
      K,
      T: buffer[from + this.#T],
      q: decided ? buffer[from + this.#training] / K : Number.NaN,
      KSquared: buffer[from + this.#KSquared],
      maxK: buffer[from + this.#maxK],
      maxT: buffer[from + this.#maxT],
      minQ: decided ? buffer[from + this.#minQ] : Number.NaN,
      maxQ: decided ? buffer[from + this.#maxQ] : Number.NaN,
      labs: buffer[from + this.#labs],
      revenue: buffer[accounts],
      bought: buffer[accounts + 1],
      lost: buffer[accounts + 2],
      paid: buffer[accounts + 3],
      cost: buffer[accounts + 4],
      totals: accountsAt(buffer, from + this.#totals),
    };
  }

  /** Decodes the row of `count` groups at `at` in the record buffer. */
  read(buffer: Float64Array, at: number, count: number): Row {
    return this.observe(
      buffer,
      at + this.header,
      this.fields,
      count,
      buffer[at + this.economy],
      buffer[at + this.tick],
      buffer[at + this.time],
      STATUSES[buffer[at + this.status]],
    );
  }
}

type Open = { -readonly [name in keyof Accounts]: number };

const noAccounts = (): Open => ({ revenue: 0, bought: 0, lost: 0, paid: 0, cost: 0 });

/** In the order of ACCOUNTS. Written out: this is done for every group of every row. */
function accountsAt(buffer: Float64Array, at: number): Accounts {
  return {
    revenue: buffer[at],
    bought: buffer[at + 1],
    lost: buffer[at + 2],
    paid: buffer[at + 3],
    cost: buffer[at + 4],
  };
}

function add(sum: Open, more: Accounts): void {
  sum.revenue += more.revenue;
  sum.bought += more.bought;
  sum.lost += more.lost;
  sum.paid += more.paid;
  sum.cost += more.cost;
}
