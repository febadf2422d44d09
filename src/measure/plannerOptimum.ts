import type { EconomyView } from '../core/economyView.ts';
import { refusal } from '../scenario/errors.ts';
import type { EconomySpec } from '../scenario/types.ts';
import {
  type DirectOptimum,
  type DirectOptions,
  depreciationPlan,
  directOptimum,
  optimalPlan,
  optimalPlanWithCap,
  type PlannerProblem,
  planPath,
} from '../theory/index.ts';
import { type PooledProblem, type PooledStart, pooledProblem } from './plannerProblem.ts';

/** A path of the whole economy: stocks and training share at times from 0 to the horizon. */
export interface PlannerPath {
  readonly t: Float64Array;
  readonly K: Float64Array;
  readonly T: Float64Array;
  /** Training share from each time on. */
  readonly q: Float64Array;
}

export interface PlannerOptimum extends Omit<PooledProblem, 'problem'> {
  readonly path: PlannerPath;
  /** Chips at the horizon. */
  readonly K: number;
  /** How it was got, in words. */
  readonly how: string;
  /** True: K is a closed form. The path may be computed all the same; `how` says so. */
  readonly isClosedForm: boolean;
  /** Norm of the projected gradient and defect of Pontryagin's condition, in ln K (see directOptimum()); 0 for a closed-form path. */
  readonly residual: number;
  readonly defect: number;
  /** Error of ln K at the path's end: estimated, or, beside a closed form, the difference itself. */
  readonly error: number;
}

/** Points of a path that is a closed form. */
const POINTS = 200;

/** What the planner of an economy starts from. Call at t = 0. */
export function pooledStartOf(economy: EconomyView): PooledStart {
  if (economy.tick > 0 || economy.t > 0)
    throw new Error('a planner starts at t = 0: this simulation has moved');
  const { K, T } = economy.observation();
  return { K, T, Yref: economy.referenceOutput };
}

/**
 * The most chips that one planner with all chips and all training of an economy can have at a horizon, under every mechanism of
 * the economy that a planner has: the closed form where there is one, else directOptimum(). Nothing is left out in
 * silence: `included`, `leftOut` and `whyNoBound` say what counts, and `how` how it was got.
 *
 * @param spec one economy of a scenario
 * @param start its sums at t = 0, from pooledStartOf()
 * @param horizon above 0, in the scenario's time unit
 * @param options mesh of a computed path; about 0.1 to 1 s of work with the default
 * @returns the optimum, or why there is none
 */
export function plannerOptimum(
  spec: EconomySpec,
  start: PooledStart,
  horizon: number,
  options: DirectOptions = {},
): PlannerOptimum | { readonly reason: string } {
  if (!(horizon > 0 && horizon < Number.POSITIVE_INFINITY))
    throw refusal('horizon', String(horizon), 'a finite number above 0');
  const pooled = pooledProblem(spec, start);
  if ('reason' in pooled) return pooled;
  const { problem, ...about } = pooled;
  const asked = { ...problem, horizon };
  const known = closedForm(asked);
  if (known && !Number.isFinite(known.K)) return { reason: blowsUp(horizon) };
  if (known?.path)
    return { ...about, ...known, path: known.path, isClosedForm: true, residual: 0, defect: 0, error: 0 };
  const computed = directOptimum(asked, options);
  if (computed === null) return { reason: blowsUp(horizon) };
  const { t, K, T, q, residual, defect, method } = computed;
  const path = { t, K, T, q };
  if (!known)
    return {
      ...about,
      path,
      K: computed.KAtHorizon,
      how: isHeld(problem) ? `${method}. ${HELD}` : method,
      isClosedForm: false,
      residual,
      defect,
      error: errorOf(computed),
    };
  const error = Math.abs(Math.log(computed.KAtHorizon / known.K));
  return {
    ...about,
    path,
    K: known.K,
    how: `${known.how}; path by ${method}`,
    isClosedForm: true,
    residual,
    defect,
    error,
  };
}

const blowsUp = (horizon: number): string =>
  `the planner's optimum blows up, or leaves the range of numbers, before t = ${horizon}`;

const errorOf = ({ error, integration, promise }: DirectOptimum): number => error + integration + promise;

const HELD =
  'T_max may be held against ρ, where the path wobbles around the kink: ln K may be some 1e-4 further off than the error says';

const isHeld = ({ Tmax = Number.POSITIVE_INFINITY, rho = 0 }: PlannerProblem): boolean =>
  rho > 0 && Tmax < Number.POSITIVE_INFINITY;

type Asked = PlannerProblem & { readonly horizon: number };

/** K at the horizon, and the path where that is closed-form too; undefined where no closed form is known. */
function closedForm(asked: Asked): { K: number; how: string; path?: PlannerPath } | undefined {
  const { K0, T0, c = 1, b = 1, s = 1, w = 1, horizon } = asked;
  const { k1 = 0, k2 = Number.POSITIVE_INFINITY, f = 0, gp = 0, delta = 0, rho = 0 } = asked;
  const Tmax = asked.Tmax ?? Number.POSITIVE_INFINITY;
  const isPlain =
    asked.ladder === undefined && k1 === 0 && k2 === Number.POSITIVE_INFINITY && f === 0 && gp === 0 && s > 0;
  if (!isPlain || asked.epsilon !== undefined || asked.F !== undefined) return undefined;
  const start = { K0, T0, c, a: (asked.a ?? 1) * s * w, b };
  const hasLosses = delta > 0 || rho > 0;
  const isCapped = Tmax < Number.POSITIVE_INFINITY;
  if (hasLosses && isCapped) return undefined;
  if (hasLosses)
    return {
      K: depreciationPlan({ ...start, delta, rho, horizon }).K,
      how: 'closed form with depreciation: bang, singular arc, harvest',
    };
  if (isCapped)
    return {
      K: optimalPlanWithCap({ ...start, Tmax, horizon }).K,
      how: 'closed form with a breakdown of the tradeoff',
    };
  const plan = optimalPlan({ ...start, horizon });
  const how = 'closed form: approach, turnpike, last arc';
  if (!Number.isFinite(plan.K)) return { K: plan.K, how };
  const t = Float64Array.from({ length: POINTS + 1 }, (_, i) => (horizon * i) / POINTS);
  const points = Array.from(t, (time) => planPath(plan, time));
  const column = (key: 'K' | 'T' | 'q'): Float64Array => Float64Array.from(points, (point) => point[key]);
  return { K: plan.K, how, path: { t, K: column('K'), T: column('T'), q: column('q') } };
}
