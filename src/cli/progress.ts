import { SingleBar } from 'cli-progress';
import type { Simulation } from '../core/simulation.ts';

/** Shorter runs show nothing. */
const PATIENCE = 1000;

/** How much of its time each economy has behind it, on average; one that ended early counts as done. */
function done(simulation: Simulation): number {
  const shares = simulation.economies.map((economy) =>
    economy.isRunning ? economy.t / economy.spec.clock.until : 1,
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** A bar on stderr, where a person watches it, once a run takes over a second. */
export class Progress {
  readonly #simulation: Simulation;
  readonly #started = performance.now();
  #bar: SingleBar | null = null;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  update(): void {
    if (!process.stderr.isTTY || performance.now() - this.#started < PATIENCE) return;
    const ticks = this.#simulation.economies.reduce((sum, economy) => sum + economy.tick, 0);
    if (!this.#bar) {
      const format = '{bar} {percentage} %  {ticks} ticks  {duration_formatted}';
      this.#bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true });
      this.#bar.start(1, 0, { ticks });
    }
    this.#bar.update(done(this.#simulation), { ticks });
  }

  stop(): void {
    this.#bar?.stop();
  }
}
