import type { Simulation } from '../../../src/core/simulation.ts';
import type { Frame } from '../../shared/protocol.ts';

/** More dots than this show nothing more: of larger populations every second lab is drawn, or every third … */
const MOST = 200_000;

export type LabPoints = Pick<Frame, 'points' | 'runs'>;

/** Every lab as (log10 T, log10 K), where the core wrote them; a thinned copy of very many. */
export function labPoints(simulation: Simulation, most = MOST): LabPoints {
  const { economies } = simulation;
  const views = economies.map((economy) => economy.points());
  const origin = views[0].byteOffset;
  const last = views[views.length - 1];
  // The economies lie one after another in the core's columns, so one view spans them all.
  const points = new Float32Array(last.buffer, origin, (last.byteOffset - origin) / 4 + last.length);
  // A fork that waits stands where it will never have been.
  const shown = economies.filter(({ status }) => status !== 'waiting');
  const runs = shown.flatMap((economy) =>
    economy.groups.map(({ first, count }, group) => ({
      first: first - economies[0].groups[0].first,
      count,
      rule: economy.spec.groups[group].rule.type,
      economy: economy.index,
    })),
  );
  const labs = runs.reduce((sum, run) => sum + run.count, 0);
  return labs <= most ? { points, runs } : thinned({ points, runs }, Math.ceil(labs / most));
}

function thinned({ points, runs }: LabPoints, every: number): LabPoints {
  const kept: LabPoints['runs'] = [];
  let first = 0;
  for (const run of runs) {
    const count = Math.ceil(run.count / every);
    kept.push({ ...run, first, count });
    first += count;
  }
  const copy = new Float32Array(first * 2);
  runs.forEach((run, index) => {
    for (let i = 0; i < kept[index].count; i++) {
      const from = (run.first + i * every) * 2;
      const to = (kept[index].first + i) * 2;
      copy[to] = points[from];
      copy[to + 1] = points[from + 1];
    }
  });
  return { points: copy, runs: kept };
}
