import { coneBlowUpTime, rationedFlow, shortageGrowth } from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { switchedOff } from './switchedOff.ts';

/** A growth rate that has nearly come down to its limit. */
const fallingTo = (limit: number): readonly [number, number] => [limit, 1.02 * limit];

/** S2 names physical limits as missing. */
export const rows: readonly Row[] = [
  {
    id: 's2-omits-physical-limits',
    section: 'Left out: physical limits',
    what: 'a fab that makes only so many chips',
    article: '“physical resource limitations … not captured in simplified models”',
    how: 'simulation chip-drought (fab grows at 0.4) against shortageGrowth and rationedFlow',
    tex: String.raw`p = \max\!\left(1, (\text{spend}/F)^{1/(1+\varphi)}\right)`,
    tolerance: {
      relative: 1e-8,
      reason: 'sixth-order steps; a growth rate may be 2 % above the limit it falls to',
    },
    reading: 'left out',
    why: 'The fab’s pace replaces the blow-up: growth tends to g_F under rationing and to g_F/(1 − φc) where dear chips call up more of them; only from φ = 1/c on is it hyperbolic again.',
    compute(runs) {
      const { base, 'unlimited chips': unlimited, 'φ 0 (rationing)': rationed } = runs.play('chip-drought');
      // Rationed from the moment its revenue is above F: the closed form from t = 10 on.
      const from = rationed.at(10);
      const later = rationedFlow({
        K0: from.K,
        T0: from.T,
        F: 3 * Math.exp(0.4 * 10),
        gF: 0.4,
        q: 0.5,
        t: 10,
      });
      return [
        { what: 'off: t*', unit: 'time units', ours: unlimited.blowUpTime, reference: Math.PI },
        {
          what: 'φ = 0.5: growth',
          unit: '1/time',
          ours: base.growth(19, 20),
          reference: fallingTo(shortageGrowth({ phi: 0.5, c: 1, gF: 0.4 })),
        },
        {
          what: 'φ = 0: growth',
          unit: '1/time',
          ours: rationed.growth(19, 20),
          reference: fallingTo(shortageGrowth({ phi: 0, c: 1, gF: 0.4 })),
        },
        { what: 'φ = 0: ln K(20)', ours: Math.log(rationed.at(20).K), reference: Math.log(later.K) },
      ];
    },
  },
  {
    id: 's2-boundaries',
    section: 'Counterpoints',
    what: 'the tradeoff ends at boundaries: a cone with k₁ = ½',
    article: '“will break down at certain boundaries”, no number',
    how: 'simulation figure-1, economy.k1, against coneBlowUpTime',
    tex: String.raw`f = \min(I, T/k_1)\,\min(T, k_2 I)^c`,
    tolerance: { relative: 1e-6, reason: 'the edge of the cone is crossed inside a tick' },
    reading: 'left out',
    why: 'Near the blow-up chips outrun training, so inference beyond T/k₁ idles: growth stays hyperbolic, later.',
    compute: (runs) => [
      switchedOff(runs),
      {
        what: 'k₁ = ½: t*',
        unit: 'time units',
        ours: runs.alone('figure-1', { 'economy.k1': 0.5, 'clock.until': 4 }).blowUpTime,
        reference: coneBlowUpTime({ K: 1, T: 1, c: 1, q: 0.5, k1: 0.5 }),
      },
    ],
  },
];
