import type { Core, Status, Row as Tick } from '../core/index.ts';
import { Simulation } from '../core/index.ts';
import { type Benchmark, benchmarksOf } from '../measure/index.ts';
import { type Assignment, applyAll, preset } from '../scenario/index.ts';

/** One economy of a scenario, run to its end in the core. */
export interface Played {
  readonly name: string;
  readonly status: Status;
  /** Located t*; Infinity if there is none. */
  readonly blowUpTime: number;
  /** One row a tick, t = 0 first. */
  readonly ticks: readonly Tick[];
  readonly benchmark: Benchmark;
  /** The row at t, which must be the end of a tick. */
  at(t: number): Tick;
  /** Mean growth rate of all chips between the ends of two ticks. */
  growth(from: number, to: number): number;
  /** When a stock first reaches a level, logarithms interpolated inside the tick; Infinity if it never does. */
  timeTo(stock: 'K' | 'T', level: number): number;
}

/** The simulations that rows ask for. The same one is run once. */
export class Runs {
  readonly core: Core;
  readonly #played = new Map<string, Readonly<Record<string, Played>>>();

  constructor(core: Core) {
    this.core = core;
  }

  /** A preset with changes, run to its end: its economies by name, the preset itself as `base`. */
  play(name: string, changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, Played>> {
    const key = JSON.stringify([name, changes]);
    const known = this.#played.get(key);
    if (known) return known;
    const assignments: Assignment[] = Object.entries(changes).map(([path, value]) => ({ path, value }));
    const played = run(new Simulation(this.core, applyAll(preset(name), assignments)));
    this.#played.set(key, played);
    return played;
  }

  /** The economy of a preset without variants. */
  alone(name: string, changes: Readonly<Record<string, unknown>> = {}): Played {
    return this.play(name, { variants: [], ...changes }).base;
  }
}

function run(simulation: Simulation): Record<string, Played> {
  const benchmarks = benchmarksOf(simulation);
  const ticks: Tick[][] = simulation.economies.map(() => []);
  simulation.run((row) => ticks[row.economy].push(row));
  return Object.fromEntries(
    simulation.economies.map(({ name, status, blowUpTime, index }) => {
      const own = ticks[index];
      const at = (t: number): Tick => {
        const row = own.find((candidate) => Math.abs(candidate.t - t) < 1e-9);
        if (!row) throw new Error(`${simulation.scenario.name}, ${name}: no tick ends at t = ${t}`);
        return row;
      };
      const played: Played = {
        name,
        status,
        blowUpTime: blowUpTime ?? Number.POSITIVE_INFINITY,
        ticks: own,
        benchmark: benchmarks[index],
        at,
        growth: (from, to) => Math.log(at(to).K / at(from).K) / (to - from),
        timeTo: (stock, level) => crossing(own, stock, level),
      };
      return [name, played];
    }),
  );
}

function crossing(ticks: readonly Tick[], stock: 'K' | 'T', level: number): number {
  const after = ticks.findIndex((row) => row[stock] >= level);
  if (after < 0) return Number.POSITIVE_INFINITY;
  if (after === 0) return ticks[0].t;
  const [before, now] = [ticks[after - 1], ticks[after]];
  const part = Math.log(level / before[stock]) / Math.log(now[stock] / before[stock]);
  return before.t + part * (now.t - before.t);
}
