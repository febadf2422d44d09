import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';
import { countCeil } from './histogram.ts';

/**
 * The linear axis of all chips: from 0 to a round number above the most chips that any economy is known to have had, within
 * the logarithmic axis' end, so that a blow-up leaves through the top here too.
 */
export function linearChips(run: Run, [, high]: readonly [number, number]): [number, number] {
  const most = Math.max(...run.recorders.map(({ latest }) => latest?.K ?? 0));
  const start = Math.max(...run.recorders.map(({ buckets }) => buckets[0]?.K ?? 0));
  const wanted = Math.max(2 * start, 1.05 * most);
  return [0, Math.min(10 ** high, roundUp(wanted))];
}

/** As countCeil, below 1 too. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * countCeil(value / power);
}

/** The largest power of ten that single precision holds. */
const MOST = 38;

/** The same lines with K in place of log10 K. */
export function linearised(lines: readonly Line[], arena: Arena): Line[] {
  return lines.map((line) => {
    const room = arena.room(line.data.length);
    for (let i = 0; i < line.data.length; i += 2) {
      room[i] = line.data[i];
      room[i + 1] = 10 ** Math.min(MOST, line.data[i + 1]);
    }
    return { ...line, data: arena.keep(room, line.data.length) };
  });
}
