import { refusal } from './errors.ts';
import { between, decodeLink, encodeLink, mostLinkCharacters } from './link.ts';
import type { Scenario } from './types.ts';
import { numberText } from './words.ts';

/** Two scenarios side by side in one link: `#<code of the first>&with=<code of the second>`, each code as of a link to it alone. */

/** The code of one scenario, or of two, without #. ScenarioError where it would be longer than a link may be. */
export function encodeLinks(scenarios: readonly Scenario[]): string {
  const code = scenarios.map(encodeLink).join(between);
  if (code.length <= mostLinkCharacters) return code;
  const allowed = `at most ${numberText(mostLinkCharacters)} for both; save scenarios with long lists as JSON files`;
  throw refusal('link', `${numberText(code.length)} characters`, allowed);
}

/** The one scenario, or the two, of a code, of `#code`, or of a whole address. ScenarioError as decodeLink. */
export function decodeLinks(text: string): Scenario[] {
  const codes = text.slice(text.indexOf('#') + 1).split(between);
  if (codes.length > 2) throw refusal('link', `${codes.length} scenarios`, 'one, or two side by side');
  return codes.map(decodeLink);
}
