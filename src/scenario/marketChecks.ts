import type { Problem } from './errors.ts';
import { rungsOf } from './rungs.ts';
import type { TechniqueId } from './techniques.ts';
import type { Group, Scenario } from './types.ts';
import { numberText } from './words.ts';

/** f64 of history that late training may take: 4 a lab and tick of the lag. */
const mostHistory = 20_000_000;

/** Bounds of the tradeoff cone, for the economy and for every group with a bound of its own. */
function coneProblems({ economy, groups }: Scenario): Problem[] {
  const crossed = (path: string, k1: number, k2: number | null): Problem[] =>
    k2 === null || k1 < k2 ? [] : [{ path, got: String(k1), allowed: `a number below k2, which is ${k2}` }];
  const own = groups
    .filter((group) => group.k1 !== null || group.k2 !== null)
    .flatMap((group) => {
      const key = group.k1 === null ? 'k2' : 'k1';
      return crossed(`groups.${group.name}.${key}`, group.k1 ?? economy.k1, group.k2 ?? economy.k2);
    });
  return [...crossed('economy.k1', economy.k1, economy.k2), ...own];
}

/** A lag looks back to ticks that are over, and keeps them. */
function lagProblems({ economy, clock, groups }: Scenario): Problem[] {
  const { tau } = economy;
  if (tau === 0) return [];
  if (tau < clock.h)
    return [
      { path: 'economy.tau', got: String(tau), allowed: `0, or at least clock.h, which is ${clock.h}` },
    ];
  const labs = groups.reduce((sum: number, group: Group) => sum + group.count, 0);
  const ticks = Math.ceil(tau / clock.h) + 2;
  if (4 * ticks * labs <= mostHistory) return [];
  return [
    {
      path: 'economy.tau',
      got: `${tau}, which is ${numberText(ticks)} ticks of ${numberText(labs)} labs to remember`,
      allowed: `at most ${numberText(Math.floor(mostHistory / 4 / labs))} ticks of clock.h = ${clock.h}`,
    },
  ];
}

/** A ladder needs a rung: a technique whose exchange counts at the scale of the models it is used on. */
function ladderProblems({ economy, groups }: Scenario): Problem[] {
  const empty = (path: string, techniques: readonly TechniqueId[] | null, x: number): Problem[] =>
    techniques === null || rungsOf(techniques, x).length > 0
      ? []
      : [
          {
            path,
            got: `${techniques.join(', ')} at techniqueScale ${x}, a ladder without a rung`,
            allowed: 'a technique that exchanges better than 6:1 there',
          },
        ];
  const own = groups
    .filter((group) => group.techniques !== null || group.techniqueScale !== null)
    .flatMap((group) =>
      empty(
        `groups.${group.name}.${group.techniques === null ? 'techniqueScale' : 'techniques'}`,
        group.techniques ?? economy.techniques,
        group.techniqueScale ?? economy.techniqueScale,
      ),
    );
  return [...empty('economy.techniques', economy.techniques, economy.techniqueScale), ...own];
}

/** What is wrong between mechanisms that are each legal. */
export function marketProblems(scenario: Scenario): Problem[] {
  return [...coneProblems(scenario), ...ladderProblems(scenario), ...lagProblems(scenario)];
}
