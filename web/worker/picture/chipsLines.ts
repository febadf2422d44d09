import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';
import { chipsPath } from './chipsPath.ts';
import { envelopeCurve, parityCurve } from './curves.ts';
import { distinct, ruleOfEconomy } from './series.ts';

/** V(t) of each benchmark that differs, and the static-parity path of the base: made once for a time axis. */
export function referenceLines(run: Run, end: number): Line[] {
  const lines: Line[] = [];
  const add = (style: Line['style'], economy: number, label: string, data: Float32Array): void => {
    lines.push({ panel: 'chips', style, economy, rule: null, label, data });
  };
  for (const economy of distinct(run.benchmarks.map((benchmark) => benchmark.pooled))) {
    const { pooled, blowUpTime } = run.benchmarks[economy];
    if (!pooled) continue;
    const of = economy === 0 ? '' : `, ${run.simulation.economies[economy].name}`;
    add('optimum', economy, `V(t)${of}`, envelopeCurve(pooled, end, blowUpTime));
    if (economy === 0) add('parity', -1, 'parity q = c/(1+c)', parityCurve(pooled, end));
  }
  return lines;
}

export function chipsLines(run: Run, arena: Arena): Line[] {
  return run.simulation.economies.map((economy, index) => {
    const recorder = run.recorders[index];
    const room = arena.room(2 * recorder.buckets.length + 200);
    let n = 0;
    chipsPath(recorder, economy.blowUpTime, (t, logK) => {
      room[n++] = t;
      room[n++] = logK;
    });
    return {
      panel: 'chips',
      style: 'economy',
      economy: index,
      rule: ruleOfEconomy(economy.spec),
      label: `K(t), ${economy.name}`,
      data: arena.keep(room, n),
    };
  });
}

/** Upright lines at the optimum's t* and at the base economy's located or projected one. */
export function projectionLines(
  run: Run,
  projected: number,
  [low, high]: [number, number],
  arena: Arena,
): Line[] {
  const line = (t: number, economy: number, rule: string | null, label: string): Line => ({
    panel: 'chips',
    style: 'projection',
    economy,
    rule,
    label,
    data: arena.of(t, low, t, high),
  });
  const lines: Line[] = [];
  const optimum = run.benchmarks[0].blowUpTime;
  if (Number.isFinite(optimum)) lines.push(line(optimum, -1, null, 't* of the optimum'));
  if (Number.isFinite(projected)) {
    const { spec, blowUpTime } = run.simulation.economies[0];
    lines.push(line(projected, 0, ruleOfEconomy(spec), blowUpTime === null ? 'projected t*' : 't*'));
  }
  return lines;
}
