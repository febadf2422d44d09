import { averagedSplit, optimalPlan, turnpikeShare } from '../../../src/theory/index.ts';
import type { Figure } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { type Decision, ownValue, type Reason } from './reason.ts';

const text = (x: number): string => quantityText(x);
/** So near to the turnpike, relatively, a lab is on it. */
const ON_CURVE = 1e-6;

/** What a lab sees that plans with its own ĉ and takes T̂/T and s as lasting. */
function outlook(decision: Decision) {
  const { K, T, totalT, cHat } = decision.before;
  const sigma = ownValue(decision, 'sigma');
  const effective = (1 - sigma) * T + sigma * totalT;
  const factor = ownValue(decision, 'a') * ownValue(decision, 'w') * decision.after.s;
  /** Growth rate of K with q = 0. */
  const y = factor * effective ** cHat;
  const { b } = decision.spec.economy;
  return { K, T, c: cHat, b, y, a: y / T ** cHat, chips: b * cHat * K };
}

/**
 * Why a lab that follows the optimal plan for a horizon splits as it does: on which side of the turnpike it is, bĉK against
 * T·y with y = a·s·T̂^ĉ (aT^(1+ĉ) in the paper economy), and whether what it would train still pays in time. Where chips or
 * training wear out the curve is T·(y + (1+ĉ)ρ − δ), and the core walks the path: then only the side is told.
 */
export function planReason(decision: Decision, horizon: number): Reason {
  const { K, T, c, b, y, a, chips } = outlook(decision);
  const [delta, rho] = [ownValue(decision, 'delta'), ownValue(decision, 'rho')];
  const wears = delta !== 0 || rho !== 0;
  const balance = T * (y + (wears ? (1 + c) * rho - delta : 0));
  const side = chips / balance - 1;
  const figures: Figure[] = [
    { label: 'bĉK', value: text(chips) },
    { label: wears ? 'T·(y + (1+ĉ)ρ − δ)' : 'aT^(1+ĉ), as it sees it', value: text(balance) },
  ];
  if (Number.isFinite(horizon))
    figures.push(
      { label: 'time to go', value: text(horizon) },
      { label: 'T/(bĉK): the least that pays', value: text(T / chips) },
    );
  const where = whereWords(side);
  if (wears) return { words: `${where}, as its wear moves it.`, figures, wanted: null };
  const [first] = optimalPlan({ K0: K, T0: T, c, a, b, horizon }).arcs;
  const wanted = averagedSplit({ K, T, c, a, b, horizon, h: decision.h });
  return { words: `${where}. ${consequence(first, side, decision.h, c, wanted)}`, figures, wanted };
}

/** side: bĉK against the balance, relatively. */
function whereWords(side: number): string {
  if (Math.abs(side) <= ON_CURVE) return 'It is on the turnpike';
  const factor = side > 0 ? 1 + side : 1 / (1 + side);
  const much =
    factor < 2 ? `by ${quantityText(100 * Math.abs(side), 2)} %` : `${quantityText(factor, 2)} times`;
  return side > 0
    ? `Chips are abundant: it is above the turnpike, ${much}`
    : `Training is abundant: it is below the turnpike, ${much}`;
}

function consequence(
  first: ReturnType<typeof optimalPlan>['arcs'][number] | undefined,
  side: number,
  h: number,
  c: number,
  wanted: number,
): string {
  if (!first || (first.control === 'grow' && side > -ON_CURVE))
    return 'What it trained now would not pay back in the time that is left: all chips serve.';
  if (first.end < h)
    return `That changes within this tick, so it takes the tick’s average, q = ${quantityText(wanted, 3)}.`;
  if (first.control === 'train') return 'So all chips train until chips and training are in balance.';
  if (first.control === 'grow') return 'So all chips serve until chips and training are in balance.';
  return `There ĉ/(1+2ĉ) = ${quantityText(turnpikeShare(c), 3)} keeps it.`;
}
