import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../../../src/scenario/link.ts';
import { applySet } from '../../../src/scenario/paths.ts';
import { preset, presets } from '../../../src/scenario/presets/index.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { scenario } from './arbitrary.ts';
import { expectProblem, refused } from './refused.ts';

const figure1 = preset('figure-1');
const code = encodeLink(applySet(figure1, 'economy.c', 1.2));

test('any scenario comes back from its link, every double exact', () => {
  fc.assert(
    fc.property(scenario(), (given) => {
      expect(decodeLink(encodeLink(given))).toEqual(given);
    }),
    { numRuns: 300 },
  );
});

test('so does any change of a preset', () => {
  const change = fc.constantFrom<[string, unknown]>(
    ['economy.c', 0.1 + 0.2],
    ['groups.*.count', 3],
    ['groups.0.rule', { type: 'recedingHorizon', horizon: 2 }],
    ['groups.0.cHat', { distribution: 'pareto', min: 0.5, shape: 3 }],
    ['variants', []],
    ['variants', [{ name: 'later', from: 0.1 + 0.2, set: { 'economy.sigma': 0.5 } }]],
    ['units.time', 'Jahre'],
    ['title', 'Ωμέγα 漢字 😀'],
  );
  fc.assert(
    fc.property(fc.constantFrom(...presets), fc.array(change, { maxLength: 3 }), ({ name }, changes) => {
      const given = changes.reduce((s, [path, value]) => applySet(s, path, value), preset(name));
      expect(decodeLink(encodeLink(given))).toEqual(given);
    }),
    { numRuns: 100 },
  );
});

describe('links are short and lasting', () => {
  test('a preset is its name, a change of one a few more characters', () => {
    expect(encodeLink(figure1)).toBe('1.eyJwIjoiZmlndXJlLTEifQ.183rgo9');
    expect(code.length).toBeLessThan(70);
    expect(code).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  test('links given away under version 1 keep their meaning', () => {
    expect(decodeLink('1.e30.0erm6hn')).toEqual(parseScenario({}));
    expect(decodeLink('1.eyJwIjoiZmlndXJlLTEifQ.183rgo9')).toEqual(figure1);
  });

  test('a code, #code and a whole address are the same link', () => {
    const given = decodeLink(code);
    expect(decodeLink(`#${code}`)).toEqual(given);
    expect(decodeLink(`https://example.org/turnpike/?embed=1#${code}\n`)).toEqual(given);
  });
});

describe('lists', () => {
  const listed = (length: number) => {
    const values = Array.from({ length }, (_, i) => 1 / (i + 3));
    return parseScenario({ groups: [{ count: length, K0: { distribution: 'list', values } }] });
  };

  test('of a thousand values fit', () => {
    expect(decodeLink(encodeLink(listed(1000)))).toEqual(listed(1000));
  });

  test('of ten thousand are refused in clear words', () => {
    expectProblem(
      refused(() => encodeLink(listed(10_000))),
      'link',
      'characters',
      'save a scenario with long lists as a JSON file',
    );
  });
});

const [version, payload, sum] = code.split('.');
const altered = `${version}.${payload.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}.${sum}`;

const bad: [string, string, string, string][] = [
  ['nothing', '', '""', 'a whole link'],
  ['only #', '#', '""', 'a whole link'],
  ['words', 'figure-1', '"figure-1"', 'a whole link'],
  ['a truncated link', code.slice(0, -9), '"1.', 'cut or altered'],
  ['a link without its last character', code.slice(0, -1), '"1.', 'cut or altered'],
  ['one wrong character', altered, 'checksum', 'cut or altered'],
  ['one missing character', `${version}.${payload.slice(1)}.${sum}`, 'checksum', 'cut or altered'],
  ['a later version', code.replace('1.', '2.'), 'version 2', 'version 1'],
  ['markup', '#1.<script>alert(1)</script>.0000000', '<script>', 'cut or altered'],
  ['70 kB', `1.${'A'.repeat(70_000)}.0000000`, '70,010 characters', 'at most 65,536'],
  ['10 MB', 'A'.repeat(1e7), '10,000,000 characters', 'at most 65,536'],
];
test.each(bad)('refuses %s', (_, text, got, allowed) => {
  expectProblem(
    refused(() => decodeLink(text)),
    'link',
    got,
    allowed,
  );
});

test('refuses every truncation', () => {
  for (let length = 0; length < code.length; length++) refused(() => decodeLink(code.slice(0, length)));
});

/** What a hostile sender may put into a well-made link. */
const sealed = (content: string): string => {
  const text = btoa(String.fromCharCode(...new TextEncoder().encode(content)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return `1.${text}.${(hash >>> 0).toString(36).padStart(7, '0')}`;
};

const hostile: [string, string, string, string][] = [
  ['{"economy":{"c":9}}', 'economy.c', '9', 'from 0.05 to 5'],
  ['{"groups":[{"count":1000000000}]}', 'groups.0.count', '1000000000', 'from 1 to 1,000,000'],
  ['{"name":"<img src=x>"}', 'name', '"<img src=x>"', 'printable characters'],
  ['{"__proto__":{"c":1}}', '__proto__', 'an unknown key', 'economy'],
  ['{"economy":{"__proto__":{"c":1}}}', 'economy.__proto__', 'an unknown key', 'sigma'],
  ['{"p":"figur-1"}', 'preset', '"figur-1"', 'did you mean "figure-1"?'],
  ['{"p":{}}', 'preset', '[object Object]', 'figure-1'],
  ['[1]', 'link', 'no object', 'made by Turnpike'],
  ['null', 'link', 'no object', 'made by Turnpike'],
  ['{', 'link', 'no JSON', 'made by Turnpike'],
];
test.each(hostile)('refuses a sealed link of %s', (content, path, got, allowed) => {
  expectProblem(
    refused(() => decodeLink(sealed(content))),
    path,
    got,
    allowed,
  );
});
