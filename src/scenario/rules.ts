import { learningRules } from './rules/learning.ts';
import { planningRules } from './rules/planning.ts';
import { reactingRules } from './rules/reacting.ts';
import type { RuleRow } from './rules/row.ts';
import type { RuleChoice } from './types.ts';

export type { RuleRow } from './rules/row.ts';

/** The rule table: a new rule is one row in `rules/` and one file in the core. */
export const rules: readonly RuleRow[] = [...planningRules, ...learningRules, ...reactingRules];

/** The rule with this id. RangeError if there is none. */
export function ruleOf(id: string): RuleRow {
  const row = rules.find((candidate) => candidate.id === id);
  if (!row) throw new RangeError(`rule: got "${id}"; allowed: ${rules.map((r) => r.id).join(', ')}`);
  return row;
}

/** The rule's parameters in the order of the core's slots; null, which always stands for no limit, is ∞; a choice is its place in the list. */
export function ruleSlots(rule: RuleChoice): number[] {
  return ruleOf(rule.type).parameters.map((row) => {
    const value = rule[row.id] === undefined ? row.default : rule[row.id];
    if (row.kind === 'choice') return row.choices.indexOf(String(value));
    return value === null ? Infinity : Number(value);
  });
}
