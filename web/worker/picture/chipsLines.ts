import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';
import { chipsPath } from './chipsPath.ts';
import { ruleOfEconomy } from './series.ts';

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
