import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';
import { ruleOfEconomy } from './series.ts';

/** The long-run optimum c/(1+2c) and static parity c/(1+c) of the base economy. */
export function shareReferences(run: Run, end: number, arena: Arena): Line[] {
  const c = run.benchmarks[0].pooled?.c ?? run.simulation.economies[0].spec.economy.c;
  const level = (style: 'optimum' | 'parity', q: number, label: string): Line => ({
    panel: 'share',
    style,
    economy: -1,
    rule: null,
    label,
    data: arena.of(0, q, end, q),
  });
  return [level('optimum', c / (1 + 2 * c), 'c/(1+2c)'), level('parity', c / (1 + c), 'c/(1+c)')];
}

/** The chip-weighted share of each economy, and the band between its least and its most training lab. */
export function shareLines(run: Run, arena: Arena): Line[] {
  const { economies } = run.simulation;
  return economies.flatMap((economy, index) => {
    const rule = ruleOfEconomy(economy.spec);
    const common = { panel: 'share' as const, economy: index, rule };
    const share: Line = {
      ...common,
      style: 'economy',
      label: `q, ${economy.name}`,
      data: shareOf(run, index, arena),
    };
    // More than two bands over each other show nothing: then the base alone has one.
    if (economy.labs === 1 || (index > 0 && economies.length > 2)) return [share];
    const band: Line = {
      ...common,
      style: 'band',
      label: `q of all labs, ${economy.name}`,
      data: bandOf(run, index, arena),
    };
    return [band, share];
  });
}

/**
 * q holds from one tick to the next, so the line is a staircase. Where a bucket stands for many ticks, it goes from the least to
 * the most of them, so that no spike is lost.
 */
export function shareOf(run: Run, index: number, arena: Arena): Float32Array {
  const { buckets, stride } = run.recorders[index];
  const room = arena.room(4 * buckets.length);
  let n = 0;
  let from = 0;
  for (const { t, end, q, lowQ, highQ } of buckets) {
    if (Number.isFinite(lowQ)) {
      room[n++] = stride === 1 ? from : t;
      room[n++] = stride === 1 ? q : lowQ;
      room[n++] = end;
      room[n++] = stride === 1 ? q : highQ;
    }
    from = end;
  }
  return arena.keep(room, n);
}

function bandOf(run: Run, index: number, arena: Arena): Float32Array {
  const { buckets } = run.recorders[index];
  const room = arena.room(8 * buckets.length);
  let n = 0;
  let from = 0;
  for (const { end, minQ, maxQ } of buckets) {
    if (Number.isFinite(minQ)) {
      for (const t of [from, end]) {
        room[n++] = t;
        room[n++] = minQ;
        room[n++] = t;
        room[n++] = maxQ;
      }
    }
    from = end;
  }
  return arena.keep(room, n);
}
