import { instantiateSync } from '@assemblyscript/loader';
import type { EconomySpec } from '../scenario/types.ts';
import type { Core } from './core.ts';
import { EconomyView } from './economyView.ts';
import { type CoreExports, exported, pointer } from './exports.ts';
import { type Row, RowLayout } from './row.ts';
import { listValues, place, writeTables } from './tables.ts';

/** One member of an ensemble: an economy (`economiesOf` gives those of a scenario) and the seed of its draws. */
export interface Replica {
  readonly spec: EconomySpec;
  readonly seed: number;
}

/** Rows the core keeps before the host must take them. */
const ROWS = 4096;
/** Later than any: the core counts ticks in 31 bits. */
const LAST_TICK = 2 ** 31 - 1;
/** More substeps than a call can take. */
const ALL = 2 ** 30;

/**
 * Many economies that know nothing of one another in one core instance: other seeds, other parameters. Each has, after every
 * tick, the bits that it has in a `Simulation` of its own; small ones share vectors, two to each, and are the faster for it.
 */
export class Ensemble {
  readonly core: Core;
  readonly economies: readonly EconomyView[];
  readonly #exports: CoreExports;
  readonly #layout: RowLayout;

  /**
   * replicas: of validated scenarios; none may be a fork (`from` > 0). Throws if one is, or if the memory cannot be had.
   * spent: an ensemble of the same core that is not needed any more, nor its views: this one takes over its instance.
   */
  constructor(core: Core, replicas: readonly Replica[], spent: Ensemble | null = null) {
    if (spent && spent.core !== core) throw new Error('spent: an ensemble of another core');
    const fork = replicas.find(({ spec }) => spec.from > 0);
    if (fork)
      throw new RangeError(
        `replicas: got a fork, ${JSON.stringify(fork.spec.name)}; allowed: economies from t = 0`,
      );
    this.core = core;
    const exports = spent ? spent.#exports : instantiateSync<CoreExports>(core.module).exports;
    const { economies, groups, slots } = place(replicas.map(({ spec }) => spec));
    const maxGroups = economies.reduce((most, economy) => Math.max(most, economy.groups.length), 1);
    const rows = Math.max(ROWS, economies.length);
    const memory = `replicas: no memory for ${slots} labs`;
    if (
      exports.reserve(economies.length, groups, maxGroups, slots, listValues(exports, economies), rows) === 0
    )
      throw new Error(memory);
    writeTables(
      exports,
      economies,
      replicas.map(({ seed }) => seed),
    );
    if (!exports.start()) throw new Error(memory);
    const layout = spent ? spent.#layout : new RowLayout(exports);
    this.#exports = exports;
    this.#layout = layout;
    this.economies = economies.map((economy, index) => new EconomyView(exports, layout, economy, index));
  }

  get isRunning(): boolean {
    return this.economies.some(({ isRunning }) => isRunning);
  }

  /**
   * Takes every running economy to tick `tick` or to its end, within about `substeps` substeps of all of them; ticks that the
   * budget cuts short go on in the next call. onRow: is handed a row after each tick of each economy, in no order among
   * economies. Returns whether all are there.
   */
  advance(tick: number, substeps: number = ALL, onRow?: (row: Row) => void): boolean {
    if (!onRow) return this.#exports.advanceEach(tick, substeps, 0) === 0;
    this.#drain(onRow);
    let left = substeps;
    while (left > 0) {
      const short = this.#exports.advanceEach(tick, left, 1);
      this.#drain(onRow);
      if (short === 0) return true;
      left = exported(this.#exports, 'substepsLeft');
    }
    return false;
  }

  /** Runs every economy to its end. */
  run(onRow?: (row: Row) => void): void {
    let isOver = false;
    while (!isOver) isOver = this.advance(LAST_TICK, ALL, onRow);
  }

  #drain(onRow: (row: Row) => void): void {
    const used = exported(this.#exports, 'rowsUsed');
    const buffer = new Float64Array(this.#exports.memory.buffer);
    const from = pointer(this.#exports, 'rows') / 8;
    const stride = exported(this.#exports, 'rowStride');
    for (let i = 0; i < used; i++) {
      const at = from + i * stride;
      const economy = this.economies[buffer[at + this.#layout.economy]];
      onRow(this.#layout.read(buffer, at, economy.groups.length));
    }
    this.#exports.clearRows();
  }
}
