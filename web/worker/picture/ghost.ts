import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import { Arena } from './arena.ts';
import { chipsLines } from './chipsLines.ts';
import { shareOf } from './shareLines.ts';

/** A run that stays in sight after its assumptions have changed: (t, log10 K) and (t, q) of its base economy. */
export interface Ghost {
  readonly chips: Float32Array;
  readonly share: Float32Array;
}

/** Everything that is known of a run now, in memory of its own. */
export function ghostOf(run: Run): Ghost {
  const arena = new Arena();
  return { chips: chipsLines(run, arena)[0].data.slice(), share: shareOf(run, 0, arena).slice() };
}

export const ghostLine = (ghost: Ghost, panel: 'chips' | 'share'): Line => ({
  panel,
  style: 'ghost',
  economy: -1,
  rule: null,
  label: panel === 'chips' ? 'K(t), pinned' : 'q, pinned',
  data: ghost[panel],
});

/** The height of a path of (x, y) pairs at x, straight between them; null outside. */
export function heightAt(path: Float32Array, x: number): number | null {
  for (let i = 2; i < path.length; i += 2) {
    const [x0, y0, x1, y1] = path.subarray(i - 2, i + 2);
    if (x >= x0 && x <= x1) return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y1;
  }
  return null;
}
