import { integrate } from './quadrature.ts';
import { type TrainingShare, trainingShare } from './shares.ts';
import type { YearEnds } from './year-ends.ts';

/** A number that was derived, and how. */
export interface Derivation {
  quantity: string;
  lab: string;
  value: number;
  unit: string;
  how: string;
}

/** A lab at its last year-end, in H100e, H100e-years and years, with b = s = 1. */
export interface CalibratedLab {
  lab: string;
  K0: number;
  T0: number;
  q: number;
  a: number;
  /** Years from the last year-end to its blow-up if it goes on alone at this q without any friction. */
  blowUpTime: number;
  derivations: Derivation[];
}

const short = (x: number) => String(Number(x.toPrecision(6)));

/**
 * From now, K = K₀ + D·((T/T₀)^(1+c) − 1) with D = a(1−q)T₀^(1+c)/(q(1+c)) (S1, constant q), so the blow-up is at
 * ∫ dT/(qK) from T₀ to ∞; T = T₀·u^(−1/c) makes the integrand smooth on (0, 1].
 */
export function blowUpTime(lab: { K0: number; T0: number; q: number; a: number }, c: number): number {
  const { K0, T0, q, a } = lab;
  const D = (a * (1 - q) * T0 ** (1 + c)) / (q * (1 + c));
  return integrate((u) => T0 / (c * q * ((K0 - D) * u ** ((1 + c) / c) + D)), 0, 1);
}

/**
 * One lab's stocks and productivity from its year-ends. Between year-ends K is log-linear; before the first it is
 * extrapolated with its first growth g, so that T there is q·K/g. T then gains ∫ q·K dt (b = 1). The last year's
 * growth fixes a: ln K grew by a·(1−q)·∫ T^c dt (s = 1).
 */
export function calibrateLab(
  { lab, years, K }: YearEnds,
  c: number,
  shares?: readonly TrainingShare[],
): CalibratedLab {
  const derivations: Derivation[] = [];
  const tell = (quantity: string, value: number, unit: string, how: string) => {
    derivations.push({ quantity, lab, value, unit, how });
    return value;
  };
  const last = years[years.length - 1];
  const growth = (i: number) => Math.log(K[i] / K[i - 1]) / (years[i] - years[i - 1]);
  const shareIn = (year: number) => {
    const { q, source } = trainingShare(lab, year, shares);
    return tell(`q(${year})`, q, '', source);
  };

  const g1 = tell(`g(${years[1]})`, growth(1), '1/year', `ln(K(${years[1]})/K(${years[0]})) per year`);
  const q1 = shareIn(years[0]);
  let T = tell(
    `T(${years[0]})`,
    (q1 * K[0]) / g1,
    'H100e-years',
    `q·K/g = ${q1}·${short(K[0])}/${short(g1)}: K grew at g before ${years[0]} too`,
  );
  let q = q1;
  let year = { from: K[0], T, g: g1 };
  for (let i = 1; i < years.length; i++) {
    const g =
      i === 1
        ? g1
        : tell(`g(${years[i]})`, growth(i), '1/year', `ln(K(${years[i]})/K(${years[i - 1]})) per year`);
    for (let y = years[i - 1] + 1; y <= years[i]; y++) {
      const from = y - 1 === years[i - 1] ? K[i - 1] : K[i - 1] * Math.exp(g * (y - 1 - years[i - 1]));
      const to = y === years[i] ? K[i] : K[i - 1] * Math.exp(g * (y - years[i - 1]));
      q = shareIn(y);
      year = { from, T, g };
      T += (q * (to - from)) / g;
      const gain = `T(${y - 1}) + q·(K(${y}) − K(${y - 1}))/g = ${short(year.T)} + ${q}·${short(to - from)}/${short(g)}`;
      tell(y === last ? 'T0' : `T(${y})`, T, 'H100e-years', gain);
    }
  }

  const K0 = tell('K0', K[K.length - 1], 'H100e', `median at the end of ${last}`);
  const { from, g } = year;
  const before = year.T - (q * from) / g;
  const stock = (t: number) => before + (q * from * Math.exp(g * t)) / g;
  const exposure = c === 1 ? before + (q * (K0 - from)) / (g * g) : integrate((t) => stock(t) ** c, 0, 1);
  tell(`∫T^c dt over ${last}`, exposure, '(H100e-years)^c·years', c === 1 ? 'closed form' : 'Gauss–Legendre');
  const a = tell(
    'a',
    g / ((1 - q) * exposure),
    '1/(years·(H100e-years)^c)',
    `ln(K(${last})/K(${last - 1}))/((1−q)·∫T^c dt) = ${short(g)}/(${short(1 - q)}·${short(exposure)})`,
  );
  const end = tell(
    't*',
    blowUpTime({ K0, T0: T, q, a }, c),
    'years',
    `∫ dT/(qK) from T0 to ∞ at constant q = ${q}: alone and without any friction`,
  );
  return { lab, K0, T0: T, q, a, blowUpTime: end, derivations };
}
