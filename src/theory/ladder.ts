import { extended, fields, finite, nonNegative, positive, refusal } from './domain.ts';
import { type Rung, type Scale, type TechniqueName, techniqueNamed, techniqueRung } from './techniques.ts';

/**
 * G(T), what one chip of inference is worth at training stock T, when techniques replace the single power law
 * T^c: log G is continuous and piecewise linear in log T. Logarithms to base 10, as spans are in OOM.
 */
export interface Ladder {
  /** log10 of T where the first rung begins. */
  readonly anchor: number;
  /** log10 of T at the end of each rung, rising; Infinity for a last rung without end. */
  readonly breakpoints: readonly number[];
  /** Local c of each rung, falling; 0 beyond the last breakpoint. */
  readonly slopes: readonly number[];
}

/** More than this together needs a task that is cheap to verify (S4: "2–3 OOM"). */
const TOGETHER = 3;
/** S4: combining more than two techniques will usually be ineffective. */
const AT_MOST = 2;

/**
 * The ladder of some rungs: steepest first, each over its training span, from T0 on. The first slope holds
 * below T0 too, and G(T0) = T0^c with c that slope, so that one rung without end is T^c everywhere; beyond the
 * last rung training adds nothing.
 * Source: Turnpike's market. That the steepest comes first (a lab uses the best exchange while it lasts), and
 * the level at the anchor, are the model's choice: S4 only gives spans.
 *
 * @param input T0 > 0; rungs: at least one, slope ≥ 0, span > 0 (Infinity: without end)
 */
export function ladder(input: { readonly T0: number; readonly rungs: readonly Rung[] }): Ladder {
  const { T0, rungs } = fields(input);
  let at = Math.log10(positive('T0', T0));
  if (!Array.isArray(rungs) || rungs.length === 0)
    throw refusal('rungs', rungs, 'a list of one rung or more');
  const anchor = at;
  const breakpoints: number[] = [];
  const slopes: number[] = [];
  for (const rung of steepestFirst(rungs)) {
    if (at === Number.POSITIVE_INFINITY) break;
    at = Math.min(at + rung.span, Math.max(at, Math.log10(rung.limit ?? Number.POSITIVE_INFINITY)));
    breakpoints.push(at);
    slopes.push(rung.slope);
  }
  return { anchor, breakpoints, slopes };
}

function steepestFirst(rungs: readonly Rung[]): Rung[] {
  for (const rung of rungs) {
    const { slope, span, limit = Number.POSITIVE_INFINITY } = fields(rung, 'rungs');
    nonNegative('slope', slope);
    if (span !== Number.POSITIVE_INFINITY) positive('span', span);
    extended('limit', limit);
  }
  return [...rungs].sort((a, b) => b.slope - a.slope);
}

/** log10 G at log10 T. Source and domain as ladder(); logT finite. */
export function logG(on: Ladder, logT: number): number {
  const { breakpoints, slopes } = readLadder(on);
  finite('logT', logT);
  let value = slopes[0]! * Math.min(logT, breakpoints[0]!);
  for (let i = 1; i < slopes.length && logT > breakpoints[i - 1]!; i++)
    value += slopes[i]! * (Math.min(logT, breakpoints[i]!) - breakpoints[i - 1]!);
  return value;
}

/** d log G/d log T at log10 T, the local c; at a breakpoint the slope to its right. */
export function localSlope(on: Ladder, logT: number): number {
  const { breakpoints, slopes } = readLadder(on);
  finite('logT', logT);
  const rung = breakpoints.findIndex((end) => logT < end);
  return rung < 0 ? 0 : slopes[rung]!;
}

/** G(T) itself, in the unit of T^c. Domain: T > 0. */
export function ladderProductivity(on: Ladder, T: number): number {
  return 10 ** logG(on, Math.log10(positive('T', T)));
}

function readLadder(on: Ladder): Ladder {
  if (!Array.isArray(fields(on, 'ladder').breakpoints)) throw refusal('ladder', on, 'a ladder of ladder()');
  return on;
}

/**
 * The rungs of a set of techniques at a scale, for ladder(): steepest first.
 *   Interference: of two that share a mechanism (overtraining and pruning; cheap and expensive verification)
 *   only the one that saves more inference counts. Overtraining and MCTS stack.
 *   More than two rarely help: of those left the two that save most count, and together they give at most 3
 *   OOM of training and 3 OOM of inference, the flattest being cut.
 *   With cheap verification neither limit holds (S4, footnote 14: "6 OOM or more").
 * Source: S4 "Combining techniques", footnotes 13 and 14; "2–3 OOM" is taken at its upper end. Ties go to the
 * first named. An empty list where nothing counts.
 */
export function combinedRungs(names: readonly TechniqueName[], scale: Scale = {}): Rung[] {
  if (!Array.isArray(names)) throw refusal('techniques', names, 'a list of techniques');
  const offers = [...new Set(names)]
    .map((name) => ({ name, rung: techniqueRung(name, scale) }))
    .filter((offer): offer is Offer => offer.rung !== null)
    .sort((a, b) => saved(b.rung) - saved(a.rung));
  const kept: Offer[] = [];
  for (const offer of offers) {
    const excluded = techniqueNamed(offer.name).interferesWith;
    if (!kept.some(({ name }) => excluded.includes(name))) kept.push(offer);
  }
  if (kept.some(({ name }) => name === 'cheap-verification'))
    return steepestFirst(kept.map(({ rung }) => rung));
  return limited(steepestFirst(kept.slice(0, AT_MOST).map(({ rung }) => rung)));
}

interface Offer {
  readonly name: TechniqueName;
  readonly rung: Rung;
}

/** OOMs of inference a whole rung exchanges. */
const saved = ({ slope, span }: Rung): number => slope * span;

function limited(rungs: readonly Rung[]): Rung[] {
  let training = TOGETHER;
  let inference = TOGETHER;
  const cut: Rung[] = [];
  for (const { slope, span } of rungs) {
    const usable = Math.min(span, training, inference / slope);
    if (usable > 0) cut.push({ slope, span: usable });
    training -= usable;
    inference -= slope * usable;
  }
  return cut;
}
