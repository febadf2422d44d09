import type { Domain, Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';
import { ruleOfEconomy } from './series.ts';

interface Turnpike {
  economy: number;
  label: string;
  slope: number;
  offset: number;
}

/**
 * The turnpike K = aT^(1+c)/(bc), straight in logs: one for each set of a, b and c that labs have. A technique ladder has no
 * such line: it begins anew with each rung and each T₀.
 */
export function turnpikesOf(run: Run): Turnpike[] {
  const found = new Map<string, Turnpike>();
  run.simulation.economies.forEach(({ spec }, economy) => {
    for (const group of spec.groups) {
      if ((group.techniques ?? spec.economy.techniques) !== null) continue;
      const a = group.a ?? spec.economy.a;
      const c = group.c ?? spec.economy.c;
      const { b } = spec.economy;
      const key = `${a} ${b} ${c}`;
      if (found.has(key)) continue;
      const of = economy === 0 ? '' : `, ${spec.name}`;
      const offset = Math.log10(a / (b * c));
      found.set(key, { economy, label: `turnpike K = aT^(1+c)/(bc)${of}`, slope: 1 + c, offset });
    }
  });
  return [...found.values()];
}

export function turnpikeLines(
  turnpikes: readonly Turnpike[],
  { x: [left, right] }: Domain,
  arena: Arena,
): Line[] {
  return turnpikes.map(({ economy, label, slope, offset }) => ({
    panel: 'phase',
    style: 'turnpike',
    economy,
    rule: null,
    label,
    data: arena.of(left, slope * left + offset, right, slope * right + offset),
  }));
}

/** The path of each economy's sums ΣT, ΣK. */
export function aggregateLines(run: Run, arena: Arena): Line[] {
  return run.simulation.economies.map((economy, index) => {
    const { buckets, latest } = run.recorders[index];
    const room = arena.room(2 * buckets.length + 2);
    let n = 0;
    for (const { T, K } of buckets) {
      room[n++] = Math.log10(T);
      room[n++] = Math.log10(K);
    }
    if (latest) {
      room[n++] = Math.log10(latest.T);
      room[n++] = Math.log10(latest.K);
    }
    return {
      panel: 'phase',
      style: 'economy',
      economy: index,
      rule: ruleOfEconomy(economy.spec),
      label: `all labs together, ${economy.name}`,
      data: arena.keep(room, n),
    };
  });
}

/** Where single labs have been, a line a group; each trail ends at its lab's dot. */
export function trailLines(run: Run, points: Float32Array, arena: Arena): Line[] {
  const { trails, simulation } = run;
  if (!trails) return [];
  const origin = simulation.economies[0].groups[0].first;
  return trails.groups.map(({ economy, group, first, count }) => {
    const view = simulation.economies[economy];
    const slot = view.groups[group].first - origin;
    const room = arena.room(count * (trails.samples + 2) * 2);
    let n = 0;
    for (let lab = 0; lab < count; lab++) {
      for (let sample = 0; sample < trails.samples; sample++) {
        const at = trails.at(sample, first + lab);
        room[n++] = trails.places[at];
        room[n++] = trails.places[at + 1];
      }
      room[n++] = points[(slot + lab) * 2];
      room[n++] = points[(slot + lab) * 2 + 1];
      room[n++] = Number.NaN;
      room[n++] = Number.NaN;
    }
    const { name, rule } = view.spec.groups[group];
    return {
      panel: 'phase',
      style: 'trail',
      economy,
      rule: rule.type,
      label: name,
      data: arena.keep(room, n),
    };
  });
}
