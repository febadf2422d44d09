import type { Economy, Group } from '../../scenario/types.ts';
import type { Start } from '../../theory/index.ts';
import { steepestRung } from '../ladderBound.ts';
import type { Beginning } from './beginning.ts';

type Pool = Pick<Beginning, 'spec' | 'past'>;

function groupsOf({ spec, past }: Pool): { group: Group; economy: Economy }[] {
  const groups: { group: Group; economy: Economy }[] = [];
  for (const one of past === null ? [spec] : [past, spec])
    for (const group of one.groups) groups.push({ group, economy: one.economy });
  return groups;
}

/** Why no frictionless optimum from the pooled start bounds an economy, or null: it does while everything only takes away. */
export function whyUnbounded(pool: Pool): string | null {
  const groups = groupsOf(pool);
  const c = groups[0].group.c ?? groups[0].economy.c;
  if (groups.some(({ group, economy }) => (group.c ?? economy.c) !== c))
    return 'labs differ in c, so no common optimum bounds them';
  const steepest = Math.max(...groups.map(({ group, economy }) => steepestRung(group, economy) ?? 0));
  if (steepest > c)
    return `a technique ladder is steeper (${Number(steepest.toPrecision(3))}) than c = ${c}, which the optimum has`;
  if (groups.some(({ group, economy }) => (group.f ?? economy.f) > 0))
    return 'external funding f brings money in that the optimum does not have';
  if (groups.some(({ economy }) => economy.gp > 0))
    return 'chips get cheaper by themselves (g_p > 0), which the optimum does not count on';
  if (groups.some(({ group, economy }) => (group.entry ?? economy.entry) > 0))
    return 'newcomers bring chips that the optimum does not have';
  return null;
}

/** One planner who owns every chip and all training; unlike a's and b's, also before and after a fork, count as the best of them. */
export function pooledStart(beginning: Pool & Pick<Beginning, 'K' | 'T' | 'productivity'>): Required<Start> {
  const groups = groupsOf(beginning);
  const [{ group, economy }] = groups;
  return {
    K0: beginning.K,
    T0: beginning.T,
    a: beginning.productivity,
    b: Math.max(...groups.map((one) => one.economy.b)),
    c: group.c ?? economy.c,
  };
}
