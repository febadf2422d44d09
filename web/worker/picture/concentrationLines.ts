import type { Bucket } from '../../../src/measure/index.ts';
import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';
import { ruleOfEconomy } from './series.ts';

/** Effective number of labs as a part of those in business: 1 where all are alike. */
export const evennessOf = ({ effectiveLabs, labs }: Pick<Bucket, 'effectiveLabs' | 'labs'>): number =>
  effectiveLabs / labs;

/** Effective labs ÷ labs and the Gini coefficient of chips, over time; where no Gini was recorded it has no line. */
export function concentrationLines(run: Run, arena: Arena): Line[] {
  return run.simulation.economies.flatMap((economy, index): Line[] => {
    const common = { panel: 'concentration' as const, economy: index, rule: ruleOfEconomy(economy.spec) };
    const { buckets } = run.recorders[index];
    const path = (read: (bucket: Bucket) => number): Float32Array => {
      const room = arena.room(2 * buckets.length);
      let n = 0;
      for (const bucket of buckets) {
        const value = read(bucket);
        if (!Number.isFinite(value)) continue;
        room[n++] = bucket.t;
        room[n++] = value;
      }
      return arena.keep(room, n);
    };
    return [
      {
        ...common,
        style: 'economy',
        label: `effective labs ÷ labs, ${economy.name}`,
        data: path(evennessOf),
      },
      { ...common, style: 'second', label: `Gini of K, ${economy.name}`, data: path(({ gini }) => gini) },
    ];
  });
}
