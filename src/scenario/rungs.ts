import { type Technique, type TechniqueId, techniqueOf, techniques } from './techniques.ts';

/**
 * What a set of techniques makes of a lab's quality: data for the core. The theory room says the same on its own, for its
 * closed forms; a test holds one to the other.
 */

/** A stretch of a technique ladder: over `span` OOMs of training each OOM saves `slope` OOMs of inference. */
export interface Rung {
  technique: TechniqueId;
  /** Local exponent, d log G/d log T̂; above 0. */
  slope: number;
  /** OOMs of training; above 0. */
  span: number;
  /** Whether it ends at perfect performance, if that comes before its span's end. */
  endsWhenPerfect: boolean;
}

/** S4: combining more than two techniques will usually be ineffective. */
const atMost = 2;
/** More than this together, OOM, needs a task that is cheap to verify (S4: "2–3 OOM"). */
const together = 3;
/** S4's span of efficient exchange: better than 6 to 1, either way. */
const worstExchange = 6;

/** Whether S4 counts an exchange of `slope` OOMs of inference for one of training: 1/6 < slope < 6. */
export function exchangeCounts(slope: number): boolean {
  return slope < worstExchange && slope > 1 / worstExchange;
}

/**
 * The rung that a technique gives the lab whose models at t = 0 took x OOMs of training compute more than those S4 looked at
 * (fewer: x < 0); null where it gives none. Scale is that of the model at T₀: S4 measures how far one can move along a curve
 * of constant performance from a given model, and how that changes with the model.
 *   pruning: inference span 1 + 0.08x, slope 1 + 0.5x ("efficiency", inference saved for training paid), so its training
 *   span is their quotient;
 *   cheap verification: both spans + 0.75x, slope their quotient.
 * None where a span is not above 0, and none where the exchange does not count. The slope is the quotient of S4's spans
 * (0.583…, which it rounds to 0.58), so that a whole rung exchanges exactly those.
 */
export function rungOf(id: TechniqueId, x = 0): Rung | null {
  const { training, inference, perOom, endsWhenPerfect } = techniqueOf(id);
  const saved = inference + (perOom.inference ?? 0) * x;
  const slope =
    perOom.slope === undefined
      ? saved / (training + (perOom.training ?? 0) * x)
      : inference / training + perOom.slope * x;
  if (!(saved > 0 && slope > 0) || !exchangeCounts(slope)) return null;
  return { technique: id, slope, span: saved / slope, endsWhenPerfect };
}

/** OOMs of inference a whole rung exchanges. */
const saved = ({ slope, span }: Rung): number => slope * span;

/**
 * The ladder of a set of techniques at scale x (see `rungOf`), steepest rung first; its order does not matter.
 *   Interference: of two that share a mechanism only the one that saves more inference counts. Overtraining and MCTS stack.
 *   More than two rarely help: of those left the two that save most count, and together they give at most 3 OOM of training
 *   and 3 OOM of inference, the flattest being cut.
 *   With cheap verification neither limit holds (S4, footnote 14: "6 OOM or more").
 * Which count is decided by whole spans; perfect performance shortens a rung later, lab by lab. Empty where nothing counts.
 * Source: S4 "Combining techniques", footnotes 13 and 14; "2–3 OOM" is taken at its upper end.
 */
export function rungsOf(ids: readonly TechniqueId[], x = 0): Rung[] {
  const offers = techniques
    .filter(({ id }) => ids.includes(id))
    .map(({ id }) => rungOf(id, x))
    .filter((rung) => rung !== null)
    .sort((one, other) => saved(other) - saved(one));
  const kept: Rung[] = [];
  for (const rung of offers) {
    const { interferesWith }: Technique = techniqueOf(rung.technique);
    if (!kept.some(({ technique }) => interferesWith.includes(technique))) kept.push(rung);
  }
  if (kept.some(({ technique }) => technique === 'cheap-verification')) return steepestFirst(kept);
  return limited(steepestFirst(kept.slice(0, atMost)));
}

/** A lab uses the best exchange while it lasts. */
const steepestFirst = (rungs: readonly Rung[]): Rung[] => [...rungs].sort((a, b) => b.slope - a.slope);

function limited(rungs: readonly Rung[]): Rung[] {
  let training = together;
  let inference = together;
  const cut: Rung[] = [];
  for (const rung of rungs) {
    const span = Math.min(rung.span, training, inference / rung.slope);
    if (span > 0) cut.push({ ...rung, span });
    training -= span;
    inference -= rung.slope * span;
  }
  return cut;
}
