import { rungsOf } from '../scenario/rungs.ts';
import type { EconomySpec, Group } from '../scenario/types.ts';
import { ladder, type PlannerProblem } from '../theory/index.ts';

/** What an economy starts from: the sums over its labs at t = 0, and its output then (needed where demand gives way). */
export interface PooledStart {
  readonly K: number;
  readonly T: number;
  readonly Yref?: number;
}

/** One planner who owns all chips and all training of an economy, and what of it that leaves out. */
export interface PooledProblem {
  readonly problem: PlannerProblem;
  /** The mechanisms that are on and in the problem. */
  readonly included: readonly string[];
  /** Those that are on and not in it, each with what that means. */
  readonly leftOut: readonly string[];
  /** Why some population of these labs may do better than the planner; null where none can. */
  readonly whyNoBound: string | null;
}

type Shared = {
  [Key in keyof Group & keyof EconomySpec['economy']]: Group[Key] extends number | null ? Key : never;
}[keyof Group & keyof EconomySpec['economy']];

/** A parameter of every group, the economy's where a group has none; null where neither has. */
function each({ economy, groups }: EconomySpec, key: Shared): (number | null)[] {
  return groups.map((group) => group[key] ?? economy[key]);
}

const least = (values: readonly (number | null)[]): number =>
  Math.min(...values.map((value) => value ?? Number.POSITIVE_INFINITY));
const most = (values: readonly (number | null)[]): number =>
  Math.max(...values.map((value) => value ?? Number.POSITIVE_INFINITY));

/** The problem of an economy's planner, or why there is none. Of unlike labs the planner has the best of each parameter. */
export function pooledProblem(spec: EconomySpec, start: PooledStart): PooledProblem | { reason: string } {
  const { economy } = spec;
  const c = each(spec, 'c');
  if (new Set(c).size > 1) return { reason: 'labs differ in c, so no one planner stands for them' };
  const quality = qualityOf(spec, start, c[0] as number);
  if ('reason' in quality) return quality;
  const hasDemand = economy.elasticity !== null;
  if (hasDemand && !(start.Yref !== undefined && start.Yref > 0))
    return { reason: 'demand gives way beyond the output at t = 0, and there is none' };
  const problem: PlannerProblem = {
    K0: start.K,
    T0: start.T,
    ...quality,
    a: most(each(spec, 'a')),
    b: economy.b,
    s: most(each(spec, 's')),
    w: most(each(spec, 'w')),
    k1: least(each(spec, 'k1')),
    k2: most(each(spec, 'k2')),
    Tmax: most(each(spec, 'Tmax')),
    delta: least(each(spec, 'delta')),
    rho: least(each(spec, 'rho')),
    f: most(each(spec, 'f')),
    gp: economy.gp,
    ...(hasDemand ? { epsilon: economy.elasticity as number, Yref: start.Yref as number } : {}),
    ...(economy.F === null ? {} : { F: economy.F, gF: economy.gF, phi: economy.phi }),
  };
  return {
    problem,
    included: includedIn(problem),
    leftOut: leftOutOf(spec),
    whyNoBound: whyNoBound(spec, problem),
  };
}

const labsOf = ({ groups }: EconomySpec): number => groups.reduce((sum, { count }) => sum + count, 0);

/** G: T̂^c, or the ladder of a single lab. Each lab's ladder begins at its own T₀, so that many have none in common. */
function qualityOf(
  spec: EconomySpec,
  start: PooledStart,
  c: number,
): Pick<PlannerProblem, 'c' | 'ladder'> | { reason: string } {
  const { economy, groups } = spec;
  if (groups.every((group) => (group.techniques ?? economy.techniques) === null)) return { c };
  if (labsOf(spec) > 1)
    return { reason: 'each lab’s technique ladder begins at its own T₀, so no one planner stands for them' };
  const [group] = groups;
  const techniques = group.techniques ?? economy.techniques ?? [];
  const rungs = rungsOf(techniques, group.techniqueScale ?? economy.techniqueScale);
  if (rungs.length === 0) return { reason: 'no technique of the ladder counts, so training buys nothing' };
  const isPerfectible = rungs.some(({ endsWhenPerfect }) => endsWhenPerfect);
  if (isPerfectible && economy.Tperfect !== null)
    return { reason: 'a rung that ends at perfect performance (T_perfect) is not in the planner’s problem' };
  return { ladder: ladder({ T0: start.T, rungs }) };
}

function includedIn({
  ladder: rungs,
  w = 1,
  k1 = 0,
  k2,
  Tmax,
  delta,
  rho,
  s,
  f,
  gp,
  epsilon,
  F,
}: PlannerProblem): string[] {
  const isBound = (x: number | undefined): boolean => x !== undefined && x < Number.POSITIVE_INFINITY;
  const list: [on: boolean, words: string][] = [
    [s !== 1, 'reinvestment share s'],
    [rungs !== undefined, 'technique ladder'],
    [w !== 1, 'bandwidth factor w'],
    [k1 > 0, 'cone k₁'],
    [isBound(k2), 'cone k₂ (serving and training in fast turns, which an even split cannot match)'],
    [isBound(Tmax), 'breakdown T_max'],
    [delta !== 0, 'depreciation of chips δ'],
    [rho !== 0, 'depreciation of training ρ'],
    [epsilon !== undefined, 'elasticity of demand ε'],
    [F !== undefined, 'chip supply F, g_F, φ'],
    [gp !== 0, 'price trend g_p'],
    [f !== 0, 'external funding f'],
  ];
  return list.filter(([on]) => on).map(([, words]) => words);
}

function leftOutOf(spec: EconomySpec): string[] {
  const { economy, groups } = spec;
  const any = (key: Shared, isOn: (value: number | null) => boolean): boolean => each(spec, key).some(isOn);
  const labs = labsOf(spec);
  const isCautious = groups.some((group) => (group.reinvest ?? economy.reinvest) !== 'constant');
  const list: [on: boolean, words: string][] = [
    [
      labs > 1 && (economy.theta !== 1 || economy.contest !== 'output'),
      'the contest: it shares revenue out between labs, and the planner has all of it',
    ],
    [
      any('releaseEvery', (m) => m !== 0) || any('releaseGrowth', (g) => g !== null),
      'releases: what is trained serves at once; waiting only takes away',
    ],
    [economy.tau > 0, 'the diffusion lag: all training is the planner’s own; a lag only takes away'],
    [isCautious, 'hurdle and payout rules: the planner reinvests s of all revenue; they only take away'],
    [
      any('omega', (omega) => omega !== 0),
      'the running cost ω: it is paid from cash and buys no chips, so K(t) does not depend on it',
    ],
    [any('credit', (credit) => credit !== null), 'exit: it only takes away'],
    [any('entry', (rate) => rate !== 0), 'entry: newcomers bring chips that the planner does not have'],
  ];
  return list.filter(([on]) => on).map(([, words]) => words);
}

function whyNoBound(spec: EconomySpec, { k1 = 0 }: PlannerProblem): string | null {
  if (each(spec, 'entry').some((rate) => rate !== 0))
    return 'newcomers bring chips that the planner does not have';
  const labs = labsOf(spec);
  const isShared = each(spec, 'sigma').some((sigma) => sigma !== 0);
  if (k1 > 0 && labs > 1 && isShared)
    return 'with a cone k₁ each of many labs that share training may serve T̂/k₁ chips’ worth, the planner only once';
  return null;
}
