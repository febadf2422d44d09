import { noTechniques, techniques } from '../techniques.ts';
import { names, number, type ParameterRow } from './row.ts';

const S4 = 'S4: "Trading off compute in training and inference", Epoch AI 2023';

/** The technique ladder: what replaces the single power law T^c. Off by default. */
export const techniqueRows: readonly ParameterRow[] = [
  names({
    id: 'techniques',
    topic: 'Technique ladder',
    path: 'economy.techniques',
    symbol: 'G',
    label: 'Techniques',
    names: techniques.map(({ id, label, sentence }) => ({ id, label, meaning: sentence })),
    refused: noTechniques,
    default: null,
    none: 'the power law T̂^c',
    perGroup: true,
    meaning:
      'What makes G(T̂), the worth of a chip that serves, instead of T̂^c: log G is piecewise linear in log T̂, a rung a technique, steepest first, each over its span from the lab’s own T₀ on. The first slope holds below T₀ too (G(T₀) = T₀^c₁), and beyond the last rung training adds nothing. Of techniques that interfere, and of more than two that are not cheap to verify, only those that save most count. c then is only what labs believe unless they are given a ĉ, and what V(t) is drawn with.',
    effect:
      'Growth is hyperbolic while a rung lasts and exponential above the ladder; where a ladder is steeper than c, V(t) no longer bounds the labs and is not shown.',
    source: `${S4} (summary table, "Combining techniques")`,
  }),
  number({
    id: 'techniqueScale',
    topic: 'Technique ladder',
    path: 'economy.techniqueScale',
    symbol: 'x',
    label: 'Scale of the models at T₀',
    unit: 'OOM',
    min: -3,
    max: 12,
    slider: [-1, 3],
    default: 0,
    perGroup: true,
    meaning:
      'By how many orders of magnitude the models of t = 0 took more training compute than those whose spans the source measured. Spans do not change as T grows in a run: they are how far one can go from the model at T₀.',
    effect:
      'Pruning saves more for less (slope + 0.5, inference span + 0.08 OOM for each) and cheap verification reaches further (both spans + 0.75 OOM); an exchange of 6:1 or worse does not count.',
    source: `${S4} (footnotes 4 and 6)`,
  }),
  number({
    id: 'Tperfect',
    topic: 'Technique ladder',
    path: 'economy.Tperfect',
    symbol: 'T_perf',
    label: 'Perfect performance',
    unit: '{training}',
    min: 0,
    minOpen: true,
    max: 1e280,
    scale: 'log',
    slider: [1, 1e6],
    default: null,
    none: 'never (∞)',
    meaning:
      'Training at which performance is perfect: there the rung of MCTS ends, whatever is left of its span.',
    effect: 'Tree search pays for longer; a lab that starts beyond it has no rung of MCTS at all.',
    source: `Turnpike; ${S4} only says that the span suddenly approaches 0`,
  }),
];
