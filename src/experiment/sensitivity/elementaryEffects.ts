import { count, refusal } from '../../theory/domain.ts';
import { type BootstrapOptions, bootstrap, type Estimate } from './bootstrap.ts';

/** What one factor does, from its steps in all trajectories. */
export interface ElementaryEffect {
  /** Steps whose two runs both have a value. */
  steps: number;
  /** Mean effect: which way, on the whole. */
  mu: number;
  /** Mean of its size, with an interval: how much. */
  muStar: Estimate;
  /** Standard deviation: how much it depends on the other factors, or on where. NaN for fewer than two steps. */
  sigma: number;
}

/** Which coordinate differs between two neighbours of a trajectory, and by how much. */
function step(from: Float64Array, to: Float64Array): { factor: number; by: number } {
  const moved = Array.from(from.keys()).filter((i) => from[i] !== to[i]);
  if (moved.length !== 1)
    throw refusal('factors between two points', moved.length, '1: the trajectories of morrisDesign');
  return { factor: moved[0], by: to[moved[0]] - from[moved[0]] };
}

function summarise(effects: readonly number[], options: BootstrapOptions): ElementaryEffect {
  const n = effects.length;
  const mu = effects.reduce((sum, effect) => sum + effect, 0) / n;
  const squares = effects.reduce((sum, effect) => sum + (effect - mu) ** 2, 0);
  const meanSize = (places: Uint32Array) =>
    Float64Array.of(places.reduce((sum, place) => sum + Math.abs(effects[place]), 0) / places.length);
  const [muStar] = bootstrap(n, meanSize, options);
  return { steps: n, mu, muStar, sigma: n > 1 ? Math.sqrt(squares / (n - 1)) : Number.NaN };
}

/**
 * Morris' elementary effects (Technometrics 33 (1991) 161–174), with μ* of F. Campolongo et al., Environ. Model. Softw. 22
 * (2007) 1509–1518: by factor, the change of the value over a step, by the length of the step in the unit cube.
 * points, values: those of a `morrisDesign`, in its order; a value is NaN where a run failed, and its steps are left out.
 */
export function elementaryEffects(
  points: readonly Float64Array[],
  values: Float64Array,
  options: BootstrapOptions = {},
): ElementaryEffect[] {
  const d = count('d', points[0]?.length);
  if (points.length !== values.length || points.length % (d + 1) !== 0)
    throw refusal('values.length', values.length, `one a point, in trajectories of ${d + 1}`);
  const effects = Array.from({ length: d }, (): number[] => []);
  for (let k = 1; k < points.length; k++) {
    if (k % (d + 1) === 0) continue;
    const { factor, by } = step(points[k - 1], points[k]);
    const effect = (values[k] - values[k - 1]) / by;
    if (Number.isFinite(effect)) effects[factor].push(effect);
  }
  return effects.map((of) => summarise(of, options));
}
