import type { LabStart } from '../../theory/index.ts';
import { type Beginning, MOST_KINDS, whyForked } from './beginning.ts';
import { whyNotPaper } from './mechanisms.ts';

/** One of the alike labs that share training, as the equilibria take it; in words, where they say nothing, why. */
export function commonsOf({ spec, past, labs, N, b }: Beginning): Required<LabStart> | string {
  if (N === 1) return 'one lab plays against nobody';
  const why = whyForked({ spec, past }) ?? whyNotPaper(spec);
  if (why !== null) return why;
  if (labs === null) return `more than ${MOST_KINDS} kinds of labs`;
  if (labs.length > 1) return 'labs are not alike, and the equilibrium is known for alike ones only';
  const [{ K0, T0, a, c, s, w, sigma }] = labs;
  if (sigma === 0) return 'labs share nothing (σ = 0): each plays its own optimum, the path of the planner';
  if (s === 0) return 'labs reinvest nothing';
  return { K0, T0, c, a: a * s * w, b, N, sigma };
}
