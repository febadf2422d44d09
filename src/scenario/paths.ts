import { assign } from './assign.ts';
import { refusal } from './errors.ts';
import { jsonFault } from './json-fault.ts';
import type { Scenario } from './types.ts';
import { parseScenario } from './validate.ts';
import { valueText } from './words.ts';

/** One change, as `--set path=value` gives it. */
export interface Assignment {
  path: string;
  value: unknown;
}

/**
 * The scenario with one value changed: `applySet(s, 'groups.labs.count', 20)`. Groups go by name, index or *. Whole
 * objects may be set; another `rule.type` or `distribution` starts with that kind's defaults.
 * ScenarioError if the path leads nowhere or the result is not a legal scenario.
 */
export function applySet(scenario: Scenario, path: string, value: unknown): Scenario {
  return applyAll(scenario, [{ path, value }]);
}

/** Several changes in order, validated once at the end, so that two that belong together may come one by one. */
export function applyAll(scenario: Scenario, changes: readonly Assignment[]): Scenario {
  let raw: unknown = scenario;
  for (const { path, value } of changes) raw = assign(raw, path, value);
  return parseScenario(raw);
}

/** `path=value`: the value is JSON if it is that, else text; what begins like JSON's { [ or " must be JSON. */
export function parseAssignment(text: string): Assignment {
  const equals = text.indexOf('=');
  if (equals < 1) throw refusal('--set', valueText(text), 'path=value, such as economy.c=1.5');
  const path = text.slice(0, equals).trim();
  const given = text.slice(equals + 1).trim();
  try {
    return { path, value: JSON.parse(given) };
  } catch {
    if (/^[{["]/.test(given)) throw refusal(path, jsonFault(given), 'a value in JSON');
    return { path, value: given };
  }
}
