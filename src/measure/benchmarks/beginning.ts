import type { EconomyView } from '../../core/economyView.ts';
import type { EconomySpec, Group } from '../../scenario/types.ts';
import { productivityBound } from '../ladderBound.ts';

/** Labs that start alike, with what theory needs of them. */
export interface LabsAlike {
  readonly count: number;
  readonly K0: number;
  readonly T0: number;
  readonly a: number;
  readonly c: number;
  /** Share of revenue reinvested. */
  readonly s: number;
  readonly sigma: number;
  /** Bandwidth factor of inference. */
  readonly w: number;
}

/** An economy at t = 0, as the benchmarks start from it. */
export interface Beginning {
  readonly spec: EconomySpec;
  /** What it is until it forks off; null where it runs as it is from the start. */
  readonly past: EconomySpec | null;
  /** ΣK₀ and ΣT₀. */
  readonly K: number;
  readonly T: number;
  readonly b: number;
  /** The best lab's a per T^c, before and after a fork (`productivityBound`: on a technique ladder it depends on T₀). */
  readonly productivity: number;
  /** Number of labs. */
  readonly N: number;
  /** Which of them are alike; null if more differ than a benchmark can follow. */
  readonly labs: readonly LabsAlike[] | null;
  /** Total output at t = 0, from which a demand curve counts; null where demand has no limit. */
  readonly referenceOutput: number | null;
}

/** More kinds of labs than this would cost more than they tell. */
export const MOST_KINDS = 1000;

/** Parameters of a group, its own or the economy's. */
export function ownParameters(
  { economy }: Pick<EconomySpec, 'economy'>,
  group: Group,
): Pick<LabsAlike, 'a' | 'c' | 's' | 'sigma' | 'w'> {
  return {
    a: group.a ?? economy.a,
    c: group.c ?? economy.c,
    s: group.s ?? economy.s,
    sigma: group.sigma ?? economy.sigma,
    w: group.w ?? economy.w,
  };
}

type Kind = { -readonly [name in keyof LabsAlike]: LabsAlike[name] };

/** Labs by kind, in order of first appearance; null from the first kind too many on. */
function kindsOf({ spec, groups }: Pick<EconomyView, 'spec' | 'groups'>): LabsAlike[] | null {
  const kinds: Kind[] = [];
  for (let index = 0; index < groups.length; index++) {
    const { K, T, count } = groups[index];
    const { c, s, sigma, w } = ownParameters(spec, spec.groups[index]);
    let last: Kind | undefined;
    for (let lab = 0; lab < count; lab++) {
      const K0 = K[lab];
      const T0 = T[lab];
      // Neighbours are alike more often than not.
      if (last === undefined || K0 !== last.K0 || T0 !== last.T0) {
        const a = productivityBound(spec.groups[index], spec.economy, T0);
        // Compared, not looked up by name: to write a name of numbers takes longer than a thousand comparisons.
        last = kinds.find(
          (kind) =>
            K0 === kind.K0 &&
            T0 === kind.T0 &&
            a === kind.a &&
            c === kind.c &&
            s === kind.s &&
            sigma === kind.sigma &&
            w === kind.w,
        );
        if (last === undefined) {
          if (kinds.length === MOST_KINDS) return null;
          last = { count: 0, K0, T0, a, c, s, sigma, w };
          kinds.push(last);
        }
      }
      last.count++;
    }
  }
  return kinds;
}

function least(values: Float64Array): number {
  let least = values[0];
  for (const value of values) least = Math.min(least, value);
  return least;
}

/** The best a per T^c of any lab: on a ladder no steeper than c it is that of the lab with the least T₀. */
function bestProductivity(specs: readonly EconomySpec[], groups: EconomyView['groups']): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < groups.length; index++) {
    const T0 = least(groups[index].T);
    for (const spec of specs) best = Math.max(best, productivityBound(spec.groups[index], spec.economy, T0));
  }
  return best;
}

/** Why no closed form knows an economy: it is one until it forks, and another from then on. */
export const whyForked = ({ spec, past }: Pick<Beginning, 'spec' | 'past'>): string | null =>
  past === null
    ? null
    : `no closed form for an economy that is another before it forks off at t = ${spec.from}`;

/**
 * Where an economy, or one group of it by itself, starts. Throws once it has moved.
 * base: the economy that it forks off, if it does.
 */
export function beginningOf(economy: EconomyView, group?: number, base?: EconomyView): Beginning {
  if (economy.tick > 0 || economy.t > 0)
    throw new Error('benchmarks start at t = 0: this simulation has moved');
  const { spec, groups } = economy;
  const observed = economy.observation();
  const isWhole = group === undefined;
  const part = isWhole
    ? { spec, groups }
    : { spec: { ...spec, groups: [spec.groups[group]] }, groups: [groups[group]] };
  const whole = spec.from > 0 && base ? base.spec : null;
  const past = whole && !isWhole ? { ...whole, groups: [whole.groups[group]] } : whole;
  const { K, T, labs } = isWhole ? observed : observed.groups[group];
  return {
    spec: part.spec,
    past,
    K,
    T,
    b: spec.economy.b,
    productivity: bestProductivity(past ? [past, part.spec] : [part.spec], part.groups),
    N: labs,
    labs: kindsOf(part),
    referenceOutput: isWhole && spec.economy.elasticity !== null ? economy.referenceOutput : null,
  };
}
