import { number } from '../table/row.ts';
import type { RuleRow } from './row.ts';

/** Rules that answer what the other labs have trained. */
export const reactingRules: readonly RuleRow[] = [
  {
    id: 'race',
    label: 'Race',
    sentence: 'Trains the more, the further the leader’s T is ahead: q = q₀ + (1 − q₀)·(1 − (T/T_leader)^γ).',
    source: 'Turnpike (S1 asks what happens when labs compete)',
    core: 'RULE_RACE',
    parameters: [
      number({
        id: 'q',
        path: 'groups.*.rule.q',
        symbol: 'q₀',
        label: 'Training share of the leader',
        min: 0,
        max: 1,
        default: 0.33,
        live: true,
        meaning: 'What a lab trains with when nobody is ahead; 1/3 is best in the long run for c = 1.',
        effect: 'Everybody trains more.',
        source: 'Turnpike',
      }),
      number({
        id: 'gain',
        path: 'groups.*.rule.gain',
        symbol: 'γ',
        label: 'Gain',
        min: 0,
        max: 100,
        slider: [0, 5],
        default: 1,
        live: true,
        meaning: 'How strongly a lab answers a gap in T: what it still serves with falls as (T/T_leader)^γ.',
        effect: 'Labs behind train more; at 0 nobody chases.',
        source: 'Turnpike',
      }),
    ],
  },
  {
    id: 'freeRide',
    label: 'Free ride',
    sentence: 'Trains less, the more spills in: q = ĉ/(1+2ĉ) · T/(T + r·σ·ΣT of the others).',
    source: 'Turnpike (a rule of thumb; the equilibrium of the theory room falls as 1/m too)',
    core: 'RULE_FREE_RIDE',
    parameters: [
      number({
        id: 'reliance',
        path: 'groups.*.rule.reliance',
        symbol: 'r',
        label: 'Reliance',
        min: 0,
        max: 100,
        slider: [0, 3],
        default: 1,
        live: true,
        meaning: 'How much of what spills in the lab counts on; 1: all of it.',
        effect: 'Less training; at 0 the lab keeps the turnpike’s split ĉ/(1+2ĉ).',
        source: 'Turnpike',
      }),
    ],
  },
];
