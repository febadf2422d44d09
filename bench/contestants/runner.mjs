// What every contestant gives: `time(ticks)`, milliseconds that so many ticks took, and `observe()`, what was observed after
// the last tick: [ΣK, ΣT, ΣqK, ΣK², max K, max T]. Either may return a promise. Those whose whole runs are timed also have
// `restart()`, back to t = 0.

import { milliseconds } from '../clock.mjs';

/** A contestant that runs in this process, from its tick. */
export function runner(tick, observe, restart) {
  return {
    time(ticks) {
      const start = milliseconds();
      for (let i = 0; i < ticks; i++) tick();
      return milliseconds() - start;
    },
    observe,
    restart,
  };
}
