import { refusal } from './errors.ts';
import { preset, presets } from './presets/index.ts';
import { completed, type Part, shortened } from './shorter.ts';
import type { Scenario } from './types.ts';
import { parseScenario } from './validate.ts';
import { numberText, shorten } from './words.ts';

/**
 * A scenario as the code after # in a link: `1.<payload>.<checksum>`. The payload is base64url of the JSON of what
 * differs from the defaults, or from the preset named by `p`. Links must keep working, so a default and a published
 * preset never change their numbers under version 1: a changed one needs a new version here, or a new name there.
 */

/** Stands between the codes of two scenarios in one link (linkPair.ts). */
export const between = '&with=';

/** Longer links are cut somewhere on their way. */
export const mostLinkCharacters = 65_536;

const version = '1';
const shape = /^(\d+)\.([A-Za-z0-9_-]+)\.([0-9a-z]{7})$/;

/** FNV-1a, 32 bits, as 7 characters: tells a damaged link from a whole one. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

function toBase64Url(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(code: string): string {
  const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function payloadOf(scenario: Scenario): string {
  const candidates: Part[] = [shortened(scenario, parseScenario({}))];
  if (presets.some(({ name }) => name === scenario.name))
    candidates.push({ p: scenario.name, ...shortened(scenario, preset(scenario.name)) });
  const texts = candidates.map((candidate) => JSON.stringify(candidate));
  return texts.reduce((shortest, text) => (text.length < shortest.length ? text : shortest));
}

/** The code of a scenario, without #. ScenarioError where it would be longer than a link may be. */
export function encodeLink(scenario: Scenario): string {
  const payload = toBase64Url(payloadOf(scenario));
  const code = `${version}.${payload}.${checksum(payload)}`;
  if (code.length <= mostLinkCharacters) return code;
  const allowed = `at most ${numberText(mostLinkCharacters)}; save a scenario with long lists as a JSON file`;
  throw refusal('link', `${numberText(code.length)} characters`, allowed);
}

/** The scenario of a code, of `#code`, or of a whole address. ScenarioError for what is no link, or a damaged one. */
export function decodeLink(text: string): Scenario {
  const refuse = (got: string, allowed: string) => refusal('link', got, allowed);
  if (text.length > 2 * mostLinkCharacters)
    throw refuse(`${numberText(text.length)} characters`, `at most ${numberText(mostLinkCharacters)}`);
  const code = text.slice(text.indexOf('#') + 1).trim();
  if (code.length > mostLinkCharacters)
    throw refuse(`${numberText(code.length)} characters`, `at most ${numberText(mostLinkCharacters)}`);
  if (code.includes(between))
    throw refuse(
      'a link to two scenarios side by side',
      `one of them: what stands before ${between} or after it`,
    );
  const found = shape.exec(code);
  if (!found)
    throw refuse(`"${shorten(code)}"`, 'a whole link, such as #1.e30.0erm6hn; this one is cut or altered');
  const [, given, payload, sum] = found;
  if (given !== version)
    throw refuse(`a link of version ${given}`, `version ${version}; a newer Turnpike may know it`);
  if (checksum(payload) !== sum)
    throw refuse(
      'a link whose checksum does not fit',
      'the whole link as it was copied; this one is cut or altered',
    );
  return scenarioOf(payload, refuse);
}

function scenarioOf(payload: string, refuse: (got: string, allowed: string) => Error): Scenario {
  let content: unknown;
  try {
    content = JSON.parse(fromBase64Url(payload));
  } catch {
    throw refuse('a link that holds no JSON', 'a link made by Turnpike');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw refuse('a link that holds no object', 'a link made by Turnpike');
  const { p, ...changes } = content as Part;
  return parseScenario(completed(changes, p === undefined ? {} : preset(String(p))));
}
