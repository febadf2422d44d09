import { type Recorder, sharesOf } from '../../../src/measure/index.ts';
import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';

/** Places of all groups together: of many groups fewer moments are drawn, so that a frame stays a frame. */
const MOST_PLACES = 16_000;

/** (t, shares) of a record in order of time, thinned to `most` moments; the last is always there. */
export function shareMoments(
  { buckets, latest }: Recorder,
  most: number,
): { t: number; shares: readonly number[] }[] {
  if (!latest) return [];
  const every = Math.max(1, Math.ceil(buckets.length / most));
  const moments = buckets.filter(({ t }, index) => index % every === 0 && t < latest.t);
  return [...moments, { t: latest.t, shares: sharesOf(latest) }];
}

/** Each group's share of the base's chips, one upon the other, the first group at the bottom. */
export function streamLines(run: Run, arena: Arena): Line[] {
  const { groups } = run.simulation.economies[0].spec;
  const moments = shareMoments(run.recorders[0], Math.max(16, Math.floor(MOST_PLACES / groups.length)));
  const floor = new Float64Array(moments.length);
  const ofRule = new Map<string, number>();
  for (const { rule } of groups) ofRule.set(rule.type, (ofRule.get(rule.type) ?? 0) + 1);
  const seen = new Map<string, number>();
  return groups.flatMap(({ name, rule }, group): Line[] => {
    const room = arena.room(4 * moments.length);
    moments.forEach(({ t, shares }, i) => {
      const from = floor[i];
      floor[i] += shares[group];
      room.set([t, from, t, floor[i]], 4 * i);
    });
    const nth = seen.get(rule.type) ?? 0;
    seen.set(rule.type, nth + 1);
    const common = { panel: 'stream' as const, economy: 0, rule: rule.type };
    // Neighbours of one rule are told apart by shade and by the edge between them.
    const shade = nth / Math.max(2, ofRule.get(rule.type)! - 1);
    const area: Line = {
      ...common,
      style: 'area',
      shade,
      label: `share of ${name}`,
      data: arena.keep(room, 4 * moments.length),
    };
    if (group === groups.length - 1) return [area];
    const line = arena.room(2 * moments.length);
    moments.forEach(({ t }, i) => {
      line.set([t, floor[i]], 2 * i);
    });
    return [
      area,
      { ...common, style: 'edge', label: `above ${name}`, data: arena.keep(line, 2 * moments.length) },
    ];
  });
}
