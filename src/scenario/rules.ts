import { type NumberRow, number } from './table/row.ts';
import type { RuleChoice } from './types.ts';

/** How labs may allocate their chips. The order of `parameters` is the order of the core's parameter slots. */
export interface RuleRow {
  id: string;
  label: string;
  /** What a lab under this rule does, in one sentence. */
  sentence: string;
  source: string;
  /** Name of the core's exported rule number. */
  core: string;
  parameters: readonly NumberRow[];
}

/** The rule table: a new rule is one row here and one file in the core. */
export const rules: readonly RuleRow[] = [
  {
    id: 'fixed',
    label: 'Fixed split',
    sentence: 'Trains with the same share q of its chips for ever.',
    source: 'S1: "Train once, deploy many", Epoch AI 2025 (there q = 1/2)',
    core: 'RULE_FIXED',
    parameters: [
      number({
        id: 'q',
        path: 'groups.*.rule.q',
        symbol: 'q',
        label: 'Training share',
        min: 0,
        max: 1,
        default: 0.5,
        live: true,
        meaning: 'Share of chips on training; the rest serves.',
        effect: 'More training, less revenue today.',
        source: 'S1: "Train once, deploy many", Epoch AI 2025 (Figure 1)',
      }),
    ],
  },
  {
    id: 'parity',
    label: 'Parity',
    sentence: 'Splits as the one-period optimum does, q = ĉ/(1+ĉ): half and half where c = 1.',
    source: 'S3: "Optimally allocating compute between inference and training", Epoch AI',
    core: 'RULE_PARITY',
    parameters: [],
  },
  {
    id: 'turnpike',
    label: 'Turnpike',
    sentence:
      'The dynamic optimum as feedback: all training above the curve K = T^(1+c)/c, all serving below it, q = c/(1+2c) on it.',
    source: 'Turnpike (Pontryagin; proved globally with Green’s theorem)',
    core: 'RULE_TURNPIKE',
    parameters: [
      number({
        id: 'horizon',
        path: 'groups.*.rule.horizon',
        symbol: 't_f',
        label: 'Horizon',
        unit: '{time}',
        min: 0,
        minOpen: true,
        max: 1e6,
        scale: 'log',
        slider: [0.1, 10],
        default: null,
        none: 'no end (∞)',
        live: true,
        meaning:
          'The moment at which the lab wants its K to be largest; before it comes a last harvest with q = 0.',
        effect: 'The harvest starts later.',
        source: 'Turnpike',
      }),
    ],
  },
  {
    id: 'recedingHorizon',
    label: 'Receding horizon',
    sentence: 'Each tick makes the best plan for the next H and follows its first step.',
    source: 'Turnpike (model predictive control of the S1 economy)',
    core: 'RULE_RECEDING_HORIZON',
    parameters: [
      number({
        id: 'horizon',
        path: 'groups.*.rule.horizon',
        symbol: 'H',
        label: 'Foresight',
        unit: '{time}',
        min: 0,
        minOpen: true,
        max: 1e6,
        scale: 'log',
        slider: [0.01, 10],
        default: 1,
        none: 'unlimited (∞): the turnpike',
        live: true,
        meaning: 'How far ahead the lab looks, always counted from now.',
        effect: 'More training: from q = 0 (only today counts) to the turnpike.',
        source: 'Turnpike',
      }),
    ],
  },
  {
    id: 'randomWalk',
    label: 'Random walk',
    sentence: 'Lets q wander between 0 and 1 without any reason.',
    source: 'Turnpike (a null model)',
    core: 'RULE_RANDOM_WALK',
    parameters: [
      number({
        id: 'q',
        path: 'groups.*.rule.q',
        symbol: 'q',
        label: 'Training share at the start',
        min: 0,
        max: 1,
        default: 0.5,
        meaning: 'Where the walk starts.',
        effect: 'More training at first.',
        source: 'Turnpike',
      }),
      number({
        id: 'volatility',
        path: 'groups.*.rule.volatility',
        symbol: 'v',
        label: 'Volatility',
        unit: '1/√{time}',
        min: 0,
        max: 10,
        slider: [0, 2],
        default: 0.3,
        live: true,
        meaning: 'Standard deviation of the change of q over one unit of time.',
        effect: 'q wanders further; at 0 it stays where it started.',
        source: 'Turnpike',
      }),
    ],
  },
];

/** The rule with this id. RangeError if there is none. */
export function ruleOf(id: string): RuleRow {
  const row = rules.find((candidate) => candidate.id === id);
  if (!row) throw new RangeError(`rule: got "${id}"; allowed: ${rules.map((r) => r.id).join(', ')}`);
  return row;
}

/** The rule's parameters in the order of the core's slots; null, which always stands for no limit, is ∞. */
export function ruleSlots(rule: RuleChoice): number[] {
  return ruleOf(rule.type).parameters.map((row) => {
    const value = rule[row.id] === undefined ? row.default : rule[row.id];
    return value === null ? Infinity : Number(value);
  });
}
