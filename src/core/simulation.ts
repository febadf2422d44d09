import { instantiateSync } from '@assemblyscript/loader';
import { haveSameRun } from '../scenario/amendments.ts';
import { economiesOf } from '../scenario/economies.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Core } from './core.ts';
import { EconomyView } from './economyView.ts';
import { type CoreExports, exported, pointer } from './exports.ts';
import { type Row, RowLayout } from './row.ts';
import { listValues, place, writeTables } from './tables.ts';

/** The whole state of a simulation between or inside ticks: bytes that restore to the same bits. */
export interface Snapshot {
  readonly scenario: Scenario;
  readonly coreHash: string;
  /** Copies of the regions of the core's memory that are state. */
  readonly regions: readonly Uint8Array[];
}

/** Rows the core keeps before the host must take them. */
const ROWS = 1024;

/**
 * A scenario's economies (the base and its variants) in one core instance.
 * Identified by (scenario, seed, core hash): the same three give the same bits after every tick, in any engine.
 */
export class Simulation {
  readonly core: Core;
  #scenario: Scenario;
  readonly economies: readonly EconomyView[];
  readonly #exports: CoreExports;
  readonly #layout: RowLayout;

  /**
   * scenario: validated (`parseScenario`). Throws if the memory for its labs cannot be had.
   * spent: a simulation of the same core that is not needed any more, nor its views: this one takes over its instance,
   * because making one takes as long as a third of a run of 1,000 ticks with 8 labs. The bits are those of a fresh one.
   */
  constructor(core: Core, scenario: Scenario, spent: Simulation | null = null) {
    if (spent && spent.core !== core) throw new Error('spent: a simulation of another core');
    this.core = core;
    this.#scenario = scenario;
    const exports = spent ? spent.#exports : instantiateSync<CoreExports>(core.module).exports;
    const { economies, groups, slots } = place(economiesOf(scenario));
    const maxGroups = Math.max(...economies.map((economy) => economy.groups.length));
    const rows = Math.max(ROWS, economies.length);
    if (
      exports.reserve(economies.length, groups, maxGroups, slots, listValues(exports, economies), rows) === 0
    )
      throw new Error(`groups: no memory for ${slots} labs`);
    writeTables(
      exports,
      economies,
      economies.map(() => scenario.seed),
    );
    if (!exports.start()) throw new Error(`groups: no memory for ${slots} labs`);
    this.#exports = exports;
    const layout = spent ? spent.#layout : new RowLayout(exports);
    this.#layout = layout;
    this.economies = economies.map((economy, index) => new EconomyView(exports, layout, economy, index));
  }

  get scenario(): Scenario {
    return this.#scenario;
  }

  /** Goes on as a scenario that differs in words alone. Throws RangeError if anything else does. */
  reword(scenario: Scenario): void {
    if (!haveSameRun(this.#scenario, scenario))
      throw new RangeError('scenario: got other changes; allowed: name, title, lookFor and units');
    this.#scenario = scenario;
  }

  get isRunning(): boolean {
    return this.economies.some((economy) => economy.isRunning);
  }

  /**
   * Takes up to `ticks` ticks, each by the running economy furthest behind, within `substeps` substeps of the integrator;
   * a tick that the budget cuts short goes on in the next call. Stops early when the record buffer is full: `drain` it.
   * Returns the ticks completed.
   */
  advance(ticks: number, substeps: number = 2 ** 30): number {
    return this.#exports.advance(ticks, substeps);
  }

  /** One decision interval: every running economy that is furthest behind takes one tick. Rows go to `onRow`. */
  step(onRow?: (row: Row) => void): void {
    const running = this.economies.filter((economy) => economy.isRunning);
    const behind = Math.min(...running.map((economy) => economy.t));
    this.drain(onRow);
    this.advance(running.filter((economy) => economy.t === behind).length);
    this.drain(onRow);
  }

  /** Runs to the end of every economy. */
  run(onRow?: (row: Row) => void): void {
    this.drain(onRow);
    while (this.isRunning) {
      this.advance(ROWS);
      this.drain(onRow);
    }
  }

  /** Hands over and forgets the recorded rows: one a tick and economy, in the order taken, t = 0 first. */
  drain(onRow?: (row: Row) => void): void {
    const used = exported(this.#exports, 'rowsUsed');
    if (onRow && used > 0) {
      const buffer = new Float64Array(this.#exports.memory.buffer);
      const from = pointer(this.#exports, 'rows') / 8;
      const stride = exported(this.#exports, 'rowStride');
      for (let i = 0; i < used; i++) {
        const at = from + i * stride;
        const economy = this.economies[buffer[at + this.#layout.economy]];
        onRow(this.#layout.read(buffer, at, economy.groups.length));
      }
    }
    this.#exports.clearRows();
  }

  /** Copies the state out. Rows not yet drained are not part of it. */
  snapshot(): Snapshot {
    const regions = this.#regions().map((region) => region.slice());
    return { scenario: this.scenario, coreHash: this.core.hash, regions };
  }

  /** Returns to a snapshot of the same scenario, but for words, and core. Throws if it belongs to another. */
  restore(snapshot: Snapshot): void {
    if (snapshot.coreHash !== this.core.hash)
      throw new Error(`snapshot: of core ${snapshot.coreHash}; this one is ${this.core.hash}`);
    if (!haveSameRun(snapshot.scenario, this.scenario))
      throw new Error('snapshot: belongs to another scenario');
    this.#regions().forEach((region, index) => {
      region.set(snapshot.regions[index]);
    });
    this.#exports.clearRows();
  }

  /** A second simulation that goes on from here on its own. */
  fork(): Simulation {
    const other = new Simulation(this.core, this.scenario);
    other.restore(this.snapshot());
    return other;
  }

  /** Tables, state columns and what rules remember, in the core's memory. */
  #regions(): Uint8Array[] {
    const exports = this.#exports;
    const tables = pointer(exports, 'economies');
    const labs = pointer(exports, 'labs');
    const column = pointer(exports, 'columnBytes');
    const columns = (first: number, count: number): Uint8Array =>
      new Uint8Array(exports.memory.buffer, labs + column * first, column * count);
    const extended = Math.min(exported(exports, 'columnCount'), exported(exports, 'EXTENDED_STATE_COLUMNS'));
    const paper = exported(exports, 'PAPER_COLUMNS');
    const memories = pointer(exports, 'memories');
    return [
      new Uint8Array(exports.memory.buffer, tables, pointer(exports, 'rows') - tables),
      columns(0, exported(exports, 'STATE_COLUMNS')),
      columns(paper, extended - paper),
      new Uint8Array(exports.memory.buffer, memories, pointer(exports, 'memoryBytes')),
    ];
  }
}
