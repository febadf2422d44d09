import {
  brent,
  cappedGrowth,
  capTime,
  coneOutput,
  flowWithCap,
  ladder,
  logG,
  TECHNIQUES,
  type TechniqueName,
  techniqueRung,
} from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { ROUNDING, SIMULATED } from '../tolerances.ts';

const start = { K0: 1, T0: 1, c: 1, q: 0.5 };
const Tmax = 4;
/** FLOP a token at the start: S4's figure for GPT-3. */
const FIRST = 3e11;

/** OOMs of inference saved when training climbs a technique's whole rung, on the ladder that has this rung alone. */
function savedOn(name: TechniqueName): number {
  const rung = techniqueRung(name);
  if (rung === null) return 0;
  const alone = ladder({ T0: 1, rungs: [rung] });
  return logG(alone, rung.span) - logG(alone, 0);
}

/** S1's Table 1: technique, and which way inference moves (1 up, −1 down) when it is used; training moves the other way. */
const table1: readonly [label: string, name: TechniqueName, inference: 1 | -1][] = [
  ['overtraining', 'scaling-policy', -1],
  ['MCTS', 'mcts', 1],
  ['repeated sampling, cheap to verify', 'cheap-verification', 1],
  ['repeated sampling, costly to verify', 'expensive-verification', 1],
];

/** FLOP that a token costs once training and inference of a model were doubled together n times. */
const costAfter = (doublings: number, first: number, c: number): number => {
  const tokens = (T: number, I: number): number => coneOutput({ c, T, I }) / first;
  return 2 ** doublings / tokens(2 ** doublings, 2 ** doublings);
};

/** Of the breakdown, and of Table 1. */
export const rows: readonly Row[] = [
  {
    id: 's1-floor',
    section: 'The breakdown of the tradeoff',
    what: 'doublings until a token costs 1 FLOP',
    article: 'no token for less than about 1 FLOP, so “some number of doublings”',
    how: 'theory: output; the doublings (root) from 3e11 FLOP a token (S4, GPT-3) to 1',
    tex: String.raw`n = \log_2(\text{FLOP per token})/c`,
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () =>
      [0.5, 1, 2].map((c) => ({
        what: `doublings, c = ${c}`,
        ours: brent((n) => Math.log(costAfter(n, FIRST, c)), 0, 200),
        reference: Math.log2(FIRST) / c,
      })),
  },
  {
    id: 's1-breakdown',
    section: 'The breakdown of the tradeoff',
    what: 'doublings of the chips until T reaches T_max',
    article: 'increasing returns “for some number of doublings before the tradeoff breaks down”',
    how: 'simulation figure-1 stopped at theory’s capTime, T_max = 4 T₀',
    tex: String.raw`\log_2\frac{K_c}{K_0},\quad K_c = K_0 + \frac{1-q}{q}\,\frac{T_{max}^{1+c}-T_0^{1+c}}{1+c}`,
    tolerance: SIMULATED,
    reading: 'stated',
    compute(runs) {
      const until = capTime({ ...start, Tmax });
      const end = runs.alone('figure-1', { 'economy.Tmax': Tmax, 'clock.until': until }).ticks.at(-1)!;
      return [
        { what: 'doublings of K', ours: Math.log2(end.K), reference: Math.log2(1 + (Tmax ** 2 - 1) / 2) },
        { what: 'T by then', unit: 'T₀', ours: end.T, reference: Tmax },
      ];
    },
  },
  {
    id: 's1-after-the-breakdown',
    section: 'The breakdown of the tradeoff',
    what: 'growth after the breakdown is exponential',
    article: 'the returns increase until then, and no longer',
    how: 'simulation soft-wall, T_max alone, against flowWithCap',
    tex: String.raw`\frac{\dot K}{K} = (1-q)\,T_{max}^c`,
    tolerance: SIMULATED,
    reading: 'stated',
    compute(runs) {
      const capped = runs.play('soft-wall')['T_max alone'];
      const reference = cappedGrowth({ ...start, Tmax });
      return [
        { what: 'growth, t = 5 … 6', unit: '1/time', ours: capped.growth(5, 6), reference },
        { what: 'growth, t = 11 … 12', unit: '1/time', ours: capped.growth(11, 12), reference },
        {
          what: 'ln K(12)',
          ours: Math.log(capped.at(12).K),
          reference: Math.log(flowWithCap({ ...start, Tmax, t: 12 }).K),
        },
      ];
    },
  },
  {
    id: 's1-table-1',
    section: 'Table 1',
    what: 'the techniques as rungs of a ladder: which way inference moves',
    article: 'overtraining: training ↑ inference ↓; MCTS, repeated sampling: training ↓ inference ↑',
    how: 'theory: ladder, log G over the rung (spans of S4); sign of the change of inference',
    tolerance: { reason: 'a sign: exact' },
    reading: 'stated',
    compute: () =>
      table1.map(([label, name, inference]) => ({
        what: `${label} (${savedOn(name).toFixed(2)} OOM of inference)`,
        article: inference,
        ours: Math.sign(inference === -1 ? -savedOn(name) : savedOn(name)),
      })),
  },
  {
    id: 's1-table-1-without',
    section: 'Table 1',
    what: 'techniques without a rung',
    article: 'distillation ↑ ↓ and chain of thought ↓ ↑ are in the table too',
    how: 'theory: rungs of S4’s techniques',
    tolerance: { reason: 'a count: exact' },
    reading: 'informal',
    why: 'S4, which has the spans, gives none for chain of thought (it is used or not, nothing between) and does not have distillation: a direction alone makes no rung.',
    compute() {
      const named = ['scaling-policy', 'mcts', 'cheap-verification', 'chain-of-thought'];
      const rungs = TECHNIQUES.filter(({ name }) => named.includes(name) && techniqueRung(name) !== null);
      return [{ what: 'of five techniques, with a rung', article: 5, ours: rungs.length, reference: 3 }];
    },
  },
  {
    id: 's1-c-around-1',
    section: 'The basic argument',
    what: 'the size of c',
    article: '“around 1, though with substantial uncertainty”',
    how: 'theory: geometric mean of the local slopes of S4’s techniques',
    tolerance: { relative: 0.5, reason: '“around 1” with “substantial uncertainty”: within half' },
    reading: 'stated',
    compute() {
      const slopes = TECHNIQUES.flatMap(({ name }) => techniqueRung(name)?.slope ?? []);
      const mean = Math.exp(slopes.reduce((sum, slope) => sum + Math.log(slope), 0) / slopes.length);
      return [{ what: 'c', article: 1, ours: mean }];
    },
  },
];
