import type { EconomyView } from '../core/economyView.ts';
import type { Ensemble } from '../core/ensemble.ts';
import type { Row } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';

/** How far a run goes and where it is looked at. */
export interface Course {
  /** Look after every so many ticks, at the start and at the end; null: at the end only. */
  every: number | null;
  /** An economy ends with the first tick that ends with ΣK at least this. */
  K: number | null;
  /** Is shown every row, while the labs are as they were then; null: nobody is. */
  onRow: ((row: Row) => void) | null;
}

/** Ticks between two looks where nothing is to be seen: the core's record has room for as many rows. */
const TICKS = 1024;
/** Later than any. */
const LAST_TICK = 2 ** 31 - 1;

/** Follows one economy to its end. */
class Watch {
  readonly economy: EconomyView;
  isOver = false;
  isStopped = false;
  #seen = -1;

  constructor(economy: EconomyView) {
    this.economy = economy;
  }

  /** Looks at the economy if it moved. Returns whether it just ended, and whether it is at a tick to be kept. */
  look({ every, K }: Course): { ends: boolean; isKept: boolean } {
    const { economy } = this;
    // A fork has no past of its own: it is looked at from the tick at which it leaves the base.
    if (economy.status === 'waiting') return { ends: false, isKept: false };
    const { tick } = economy;
    const hasMoved = tick !== this.#seen;
    this.#seen = tick;
    if (this.isOver || (!hasMoved && economy.isRunning)) return { ends: false, isKept: false };
    const isStopped = K !== null && economy.isRunning && economy.observation().K >= K;
    const ends = isStopped || !economy.isRunning;
    this.isStopped = isStopped;
    this.isOver = ends;
    return { ends, isKept: every !== null && (ends || tick % every === 0) };
  }
}

/**
 * Runs a simulation to the end of every economy. onKept: at the ticks of a time series. onEnd: once for each economy, while
 * its state is that of its end; the others may still be on their way.
 */
export function play(
  simulation: Simulation,
  course: Course,
  onKept: (economy: EconomyView) => void,
  onEnd: (economy: EconomyView, isStopped: boolean) => void,
): void {
  const watches = simulation.economies.map((economy) => new Watch(economy));
  const lookAll = (): void => {
    for (const watch of watches) {
      const { ends, isKept } = watch.look(course);
      if (isKept) onKept(watch.economy);
      if (ends) onEnd(watch.economy, watch.isStopped);
    }
  };
  const step = stepOf(simulation, course);
  const onRow = course.onRow ?? undefined;
  simulation.drain(onRow);
  lookAll();
  while (watches.some(({ isOver }) => !isOver)) {
    simulation.advance(step);
    simulation.drain(onRow);
    lookAll();
  }
}

/**
 * The same for runs that share an ensemble, none of which ends by its chips or shows its rows: all their economies are looked at
 * whenever they are at a tick to be kept.
 */
export function playTogether(
  ensemble: Ensemble,
  every: number | null,
  onKept: (economy: EconomyView) => void,
  onEnd: (economy: EconomyView) => void,
): void {
  const watches = ensemble.economies.map((economy) => new Watch(economy));
  const lookAll = (): void => {
    for (const watch of watches) {
      const { ends, isKept } = watch.look({ every, K: null, onRow: null });
      if (isKept) onKept(watch.economy);
      if (ends) onEnd(watch.economy);
    }
  };
  lookAll();
  for (let tick = every ?? LAST_TICK; ensemble.isRunning; tick += every ?? 0) {
    ensemble.advance(tick);
    lookAll();
  }
}

/** Ticks in one call: one by one where every tick, or which of several economies it was of, matters. */
function stepOf(simulation: Simulation, { every, K, onRow }: Course): number {
  if (K !== null || onRow) return 1;
  if (every === null) return TICKS;
  return simulation.economies.length === 1 ? every : 1;
}
