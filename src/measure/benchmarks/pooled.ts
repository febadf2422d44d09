import type { Economy, Group } from '../../scenario/types.ts';
import type { Start } from '../../theory/index.ts';
import { steepestRung } from '../ladderBound.ts';
import type { Beginning } from './beginning.ts';

type Pool = Pick<Beginning, 'spec' | 'past'>;

type Tell<T> = (group: Group, economy: Economy) => T;

/** Is it so of any group, before or after a fork? */
function some({ spec, past }: Pool, is: Tell<boolean>): boolean {
  return (
    spec.groups.some((group) => is(group, spec.economy)) ||
    (past?.groups.some((group) => is(group, past.economy)) ?? false)
  );
}

/** The most of any group, before and after a fork. */
function most({ spec, past }: Pool, of: Tell<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const { groups, economy } of past === null ? [spec] : [past, spec])
    for (const group of groups) found = Math.max(found, of(group, economy));
  return found;
}

const exponentOf = ({ spec }: Pool): number => spec.groups[0].c ?? spec.economy.c;

/** Why no frictionless optimum from the pooled start bounds an economy, or null: it does while everything only takes away. */
export function whyUnbounded(pool: Pool): string | null {
  const c = exponentOf(pool);
  if (some(pool, (group, economy) => (group.c ?? economy.c) !== c))
    return 'labs differ in c, so no common optimum bounds them';
  const steepest = most(pool, (group, economy) => steepestRung(group, economy) ?? 0);
  if (steepest > c)
    return `a technique ladder is steeper (${Number(steepest.toPrecision(3))}) than c = ${c}, which the optimum has`;
  if (some(pool, (group, economy) => (group.f ?? economy.f) > 0))
    return 'external funding f brings money in that the optimum does not have';
  if (some(pool, (_, economy) => economy.gp > 0))
    return 'chips get cheaper by themselves (g_p > 0), which the optimum does not count on';
  if (some(pool, (group, economy) => (group.entry ?? economy.entry) > 0))
    return 'newcomers bring chips that the optimum does not have';
  return null;
}

/** One planner who owns every chip and all training; unlike a's and b's, also before and after a fork, count as the best of them. */
export function pooledStart(beginning: Pool & Pick<Beginning, 'K' | 'T' | 'productivity'>): Required<Start> {
  return {
    K0: beginning.K,
    T0: beginning.T,
    a: beginning.productivity,
    b: most(beginning, (_, economy) => economy.b),
    c: exponentOf(beginning),
  };
}
