import type { EconomySpec } from '../../scenario/types.ts';
import type { Start } from '../../theory/index.ts';

/** Why no frictionless optimum from the pooled start bounds an economy, or null: it does while everything only takes away. */
export function whyUnbounded({ economy, groups }: EconomySpec): string | null {
  if (new Set(groups.map((group) => group.c ?? economy.c)).size > 1)
    return 'labs differ in c, so no common optimum bounds them';
  if (groups.some((group) => (group.f ?? economy.f) > 0))
    return 'external funding f brings money in that the optimum does not have';
  if (economy.gp > 0) return 'chips get cheaper by themselves (g_p > 0), which the optimum does not count on';
  if (groups.some((group) => (group.entry ?? economy.entry) > 0))
    return 'newcomers bring chips that the optimum does not have';
  return null;
}

/** One planner who owns every chip and all training; unlike a's count as the best of them. */
export function pooledStart({
  spec: { economy, groups },
  K,
  T,
}: {
  readonly spec: EconomySpec;
  readonly K: number;
  readonly T: number;
}): Required<Start> {
  const c = groups[0].c ?? economy.c;
  const a = Math.max(...groups.map((group) => group.a ?? economy.a));
  return { K0: K, T0: T, a, b: economy.b, c };
}
