import type { EconomyView } from '../core/economyView.ts';

/** A lab's growth of K per unit of T̂^c, and its present contribution b·q·K to the training of all. */
interface Feed {
  readonly rate: number;
  readonly training: number;
}

/** Most feeds the quadrature distinguishes; labs of like rate are taken together. */
const BINS = 64;

/** Nodes x and weights of ∫₀^∞ f(x) dx for f that falls exponentially: x = exp(t − e^(−t)), trapezoid in t. */
const NODES = Array.from({ length: 97 }, (_, i) => {
  const t = -4 + (i * 8) / 96;
  const x = Math.exp(t - Math.exp(-t));
  return { x, weight: x * (1 + Math.exp(-t)) * (8 / 96) };
});

/**
 * Time at which an economy would blow up if every lab kept its present split: located t*, or an estimate; Infinity if no
 * lab would, or where mechanisms are on that the formula does not know: the general method's, and shared training that some use
 * on a technique ladder.
 *
 * Without spillover it is exact (the closed form at constant q). With it, in a lab's own clock ds = T̂^c dt every K grows as
 * e^(A·s), so T̂^(1+c) = T̂₀^(1+c) + (1+c)·Σ f_j·(e^(A_j·s) − 1)/A_j over all who feed it with f_j, and R = ∫₀^∞ T̂^(−c) ds:
 * exact too where all share everything (σ = 1, one c), between the two an approximation, for others' clocks run unlike.
 */
export function projectedBlowUp(economy: EconomyView): number {
  if (economy.blowUpTime !== null) return economy.blowUpTime;
  if (economy.isGeneral) return Number.POSITIVE_INFINITY;
  const { spec, groups } = economy;
  const isCoupled = spec.groups.some((group) => (group.sigma ?? spec.economy.sigma) > 0);
  if (!isCoupled || economy.labs === 1) return economy.t + economy.remaining();
  const hasLadder = spec.groups.some((group) => (group.techniques ?? spec.economy.techniques) !== null);
  return hasLadder ? Number.POSITIVE_INFINITY : economy.t + shared(economy, groups);
}

function shared({ spec }: EconomyView, groups: EconomyView['groups']): number {
  const { b } = spec.economy;
  let totalT = 0;
  const feeds: Feed[] = [];
  groups.forEach((group, index) => {
    const { a, s, w } = { ...spec.economy, ...present(spec.groups[index]) };
    for (let lab = 0; lab < group.count; lab++) {
      totalT += group.T[lab];
      const q = group.q[lab];
      feeds.push({ rate: a * w * s * (1 - q), training: b * q * group.K[lab] });
    }
  });
  const bins = binned(feeds);
  let least = Number.POSITIVE_INFINITY;
  groups.forEach((group, index) => {
    const { sigma, c } = { ...spec.economy, ...present(spec.groups[index]) };
    // The lab of the group with the most training stands for it: its T̂ is the largest.
    const lead = group.T.reduce((best, T, lab) => (T > group.T[best] ? lab : best), 0);
    const own = feeds[offsetOf(groups, index) + lead];
    const That = (1 - sigma) * group.T[lead] + sigma * totalT;
    const feeding = bins.map(({ rate, training }) => ({ rate, training: sigma * training }));
    feeding.push({ rate: own.rate, training: (1 - sigma) * own.training });
    least = Math.min(least, remainingTime(That, c, feeding));
  });
  return least;
}

function offsetOf(groups: EconomyView['groups'], index: number): number {
  return groups.slice(0, index).reduce((sum, group) => sum + group.count, 0);
}

/** A group's own values where it has any. */
function present<T extends object>(group: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== null)) as never;
}

/** Feeds of like rate together: what they train adds up, at their mean rate. */
function binned(feeds: readonly Feed[]): Feed[] {
  const most = feeds.reduce((top, { rate }) => Math.max(top, rate), 0);
  const training = new Float64Array(BINS);
  const growth = new Float64Array(BINS);
  for (const feed of feeds) {
    const bin = most > 0 ? Math.min(BINS - 1, Math.floor((feed.rate / most) * BINS)) : 0;
    training[bin] += feed.training;
    growth[bin] += feed.training * feed.rate;
  }
  return Array.from(training, (sum, bin) => ({ rate: growth[bin] / sum, training: sum })).filter(
    (bin) => bin.training > 0,
  );
}

/** R = ∫₀^∞ T̂(s)^(−c) ds. */
function remainingTime(That: number, c: number, feeds: readonly Feed[]): number {
  const fastest = feeds.reduce((top, { rate, training }) => (training > 0 ? Math.max(top, rate) : top), 0);
  if (!(fastest > 0)) return Number.POSITIVE_INFINITY;
  // T̂^(−c) falls as e^(−c·A·s/(1+c)) in the end: that is the length to measure s in.
  const length = (1 + c) / (c * fastest);
  const start = That ** (1 + c);
  let sum = 0;
  for (const { x, weight } of NODES) {
    const s = x * length;
    let fed = 0;
    for (const { rate, training } of feeds) fed += training * (rate > 0 ? Math.expm1(rate * s) / rate : s);
    sum += weight * (start + (1 + c) * fed) ** (-c / (1 + c));
  }
  return sum * length;
}
