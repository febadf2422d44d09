/**
 * What one lab can gain by deviating while the paths of the others stay as they are, by direct optimisation:
 * piecewise-constant shares, Runge–Kutta steps of (ln K, T), the adjoint on the same steps for the gradient, projected
 * gradient ascent. Nothing of the rule under test, or of its theory, is used.
 */
export interface Market {
  readonly N: number;
  readonly c: number;
  readonly sigma?: number;
  /** undefined: everyone is paid for what it makes (κ and θ are 1). */
  readonly contest?: 'output' | 'quality';
  readonly theta?: number;
  /** 1 − 1/ε */
  readonly kappa?: number;
}

/** Of all N labs, at a time: what spills in from the others, their output, and their weight in the contest. */
interface Rivals {
  readonly spill: number;
  readonly output: number;
  readonly weight: number;
}

/** q of equal labs, tick by tick, from K0 and T0. */
export interface Play {
  readonly market: Market;
  readonly K0: number;
  readonly T0: number;
  readonly h: number;
  readonly q: readonly number[];
}

/** d(ln K)/dt of a lab and its derivatives by ln K, T and q. */
function growth(market: Market, reference: number, rivals: Rivals, L: number, T: number, q: number) {
  const { c, contest, theta = 1, kappa = 1 } = market;
  const That = T + rivals.spill;
  const quality = c === 1 ? That : That ** c;
  // Everyone is paid for what it makes.
  if (contest === undefined)
    return { rate: (1 - q) * quality, byK: 0, byT: ((1 - q) * c * quality) / That, byQ: -quality };
  const K = Math.exp(L);
  // A lab that only trains serves with a trillionth: elasticities need an output to refer to.
  const served = Math.max(1e-12, 1 - q);
  const Y = served * K * quality;
  const total = Y + rivals.output;
  // R(Y) = Y below the reference output, which is that of the start.
  const exponent = total > reference * (1 - 1e-9) ? kappa : 1;
  const revenue = exponent === 1 ? total : reference * (total / reference) ** exponent;
  const weight = contest === 'output' ? Y ** theta : quality ** theta;
  const share = weight / (weight + rivals.weight);
  const rate = (revenue * share) / K;
  const byOutput = (exponent * Y) / total + (contest === 'output' ? theta * (1 - share) : 0);
  const byQuality = contest === 'quality' ? theta * (1 - share) : 0;
  return {
    rate,
    byK: rate * (byOutput - 1),
    byT: (rate * c * (byOutput + byQuality)) / That,
    byQ: (-rate * byOutput) / served,
  };
}

const rivalsOf = ({ N, c, sigma = 0, contest, theta = 1 }: Market, L: number, T: number, q: number) => {
  if (contest === undefined) return { spill: sigma * (N - 1) * T, output: 0, weight: 0 };
  const That = T * (1 + sigma * (N - 1));
  const output = (1 - q) * Math.exp(L) * That ** c;
  const weight = contest === 'output' ? output ** theta : That ** (c * theta);
  return { spill: sigma * (N - 1) * T, output: (N - 1) * output, weight: (N - 1) * weight };
};

/** Steps each tick takes, and each piece of a deviation: it may change q twice a tick. */
const STEPS = 2;
const PIECE = 1;

interface Path {
  readonly L: readonly number[];
  readonly T: readonly number[];
}

/** Runge–Kutta along given rivals: at the start, middle and end of every step. */
function follow(
  { market, K0, T0, h }: Play,
  reference: number,
  rivals: (step: number, part: 0 | 1 | 2, L: number, T: number) => Rivals,
  share: (step: number) => number,
  steps: number,
): Path {
  const d = h / STEPS;
  const Ls = [Math.log(K0)];
  const Ts = [T0];
  for (let i = 0; i < steps; i++) {
    const q = share(i);
    const f = (part: 0 | 1 | 2, L: number, T: number) =>
      [growth(market, reference, rivals(i, part, L, T), L, T, q).rate, q * Math.exp(L)] as const;
    const [L, T] = [Ls[i], Ts[i]];
    const [a1, b1] = f(0, L, T);
    const [a2, b2] = f(1, L + (d / 2) * a1, T + (d / 2) * b1);
    const [a3, b3] = f(1, L + (d / 2) * a2, T + (d / 2) * b2);
    const [a4, b4] = f(2, L + d * a3, T + d * b3);
    Ls.push(L + (d / 6) * (a1 + 2 * a2 + 2 * a3 + a4));
    Ts.push(T + (d / 6) * (b1 + 2 * b2 + 2 * b3 + b4));
  }
  return { L: Ls, T: Ts };
}

export interface Deviation {
  /** K of every lab at the end when all play as given. */
  readonly K: number;
  /** ln of what the deviating lab ends with, over that. */
  readonly gain: number;
}

/** The best one lab finds from `start` (shares by piece; what it plays anyway if left out) while the others play as given. */
export function deviate(play: Play, rounds: number, start?: (t: number) => number): Deviation {
  const { market, K0, T0, h, q } = play;
  const steps = q.length * STEPS;
  const d = h / STEPS;
  const { N, c, sigma = 0 } = market;
  const reference = N * (1 - q[0]) * K0 * (T0 * (1 + sigma * (N - 1))) ** c;
  const played = (step: number) => q[Math.floor(step / STEPS)];
  const all = follow(play, reference, (i, _, L, T) => rivalsOf(market, L, T, played(i)), played, steps);
  // In the middle of a step: the cubic through its ends and slopes.
  const rivals = Array.from({ length: steps }, (_, i) => {
    const s = played(i);
    const at = (L: number, T: number) => rivalsOf(market, L, T, s);
    const slope = (j: number) =>
      growth(market, reference, at(all.L[j], all.T[j]), all.L[j], all.T[j], s).rate;
    const L = (all.L[i] + all.L[i + 1]) / 2 + (d / 8) * (slope(i) - slope(i + 1));
    const T = (all.T[i] + all.T[i + 1]) / 2 + ((d * s) / 8) * (Math.exp(all.L[i]) - Math.exp(all.L[i + 1]));
    return [at(all.L[i], all.T[i]), at(L, T), at(all.L[i + 1], all.T[i + 1])] as const;
  });
  const run = (own: readonly number[]) =>
    follow(
      play,
      reference,
      (i, part) => rivals[i][part],
      (i) => own[Math.floor(i / PIECE)],
      steps,
    );
  const gradient = (own: readonly number[], path: Path) => {
    const g = own.map(() => 0);
    let [pL, pT] = [1, 0];
    for (let i = steps - 1; i >= 0; i--) {
      const piece = Math.floor(i / PIECE);
      const s = own[piece];
      const at = (j: number, part: 0 | 2) => ({
        ...growth(market, reference, rivals[i][part], path.L[j], path.T[j], s),
        K: Math.exp(path.L[j]),
      });
      const end = at(i + 1, 2);
      const begin = at(i, 0);
      const slopes = (x: typeof end, l: number, t: number) => [l * x.byK + t * s * x.K, l * x.byT] as const;
      const [l1, t1] = slopes(end, pL, pT);
      const [l0, t0] = slopes(begin, pL + d * l1, pT + d * t1);
      const before = pL * end.byQ + pT * end.K;
      pL += (d / 2) * (l1 + l0);
      pT += (d / 2) * (t1 + t0);
      g[piece] += (before + pL * begin.byQ + pT * begin.K) / 2 / PIECE;
    }
    return g;
  };
  const pieces = steps / PIECE;
  let own = Array.from({ length: pieces }, (_, i) =>
    start ? start((i + 0.5) * PIECE * d) : played(i * PIECE),
  );
  let path = run(own);
  let eta = 0.1;
  for (let round = 0; round < rounds && eta > 1e-12; round++) {
    const g = gradient(own, path);
    const tried = own.map((v, i) => Math.min(1, Math.max(0, v + eta * g[i])));
    const next = run(tried);
    if (next.L[steps] > path.L[steps]) {
      [own, path] = [tried, next];
      eta *= 1.3;
    } else eta /= 2;
  }
  return { K: Math.exp(all.L[steps]), gain: path.L[steps] - all.L[steps] };
}
