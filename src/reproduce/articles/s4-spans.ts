import { combinedRungs, ladder, logG, type Rung, type TechniqueName } from '../../theory/index.ts';
import type { Comparison } from '../row.ts';

/** OOMs of compute of either kind. */
export interface Spans {
  readonly training: number;
  readonly inference: number;
}

/** OOMs of training that rungs span, and OOMs of inference that climbing them saves, read off log G. */
export function spans(rungs: readonly Rung[]): Spans {
  if (rungs.length === 0) return { training: 0, inference: 0 };
  const on = ladder({ T0: 1, rungs });
  const training = on.breakpoints.at(-1)!;
  return { training, inference: logG(on, training) - logG(on, 0) };
}

/** The spans of techniques used together. */
export const together = (...names: TechniqueName[]): Spans => spans(combinedRungs(names));

/** A comparison of OOMs of training. */
export const training = (what: string, article: Comparison['article'], ours: number): Comparison => ({
  what: `${what}: training`,
  unit: 'OOM',
  ...(article === undefined ? {} : { article }),
  ours,
});
