import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../../../src/scenario/link.ts';
import { decodeLinks, encodeLinks } from '../../../src/scenario/linkPair.ts';
import { preset } from '../../../src/scenario/presets/index.ts';
import { scenario } from './arbitrary.ts';
import { expectProblem, refused } from './refused.ts';

const pair = [preset('figure-1'), preset('commons')];

test('two scenarios come back from their link, as its code, with # and as a whole address', () => {
  fc.assert(
    fc.property(scenario(), scenario(), (a, b) => {
      const code = encodeLinks([a, b]);
      for (const text of [code, `#${code}`, `https://lab.example/?embed=1&hide=footer#${code}`])
        expect(decodeLinks(text)).toEqual([a, b]);
    }),
    { numRuns: 30 },
  );
});

test('a link to one scenario is what it always was', () => {
  for (const one of pair) {
    expect(encodeLinks([one])).toBe(encodeLink(one));
    expect(decodeLinks(`#${encodeLink(one)}`)).toEqual([one]);
  }
});

test('each half is a link to its scenario alone', () => {
  expect(encodeLinks(pair).split('&with=').map(decodeLink)).toEqual(pair);
});

test('where one scenario is wanted, a link to two says what it is', () => {
  expectProblem(
    refused(() => decodeLink(`#${encodeLinks(pair)}`)),
    'link',
    'a link to two scenarios side by side',
    'one of them',
  );
});

test('a third scenario, or a damaged second one, refuses the whole link', () => {
  const code = encodeLinks(pair);
  expectProblem(
    refused(() => decodeLinks(`${code}&with=${encodeLink(pair[0])}`)),
    'link',
    '3 scenarios',
    'one, or two side by side',
  );
  expect(() => decodeLinks(code.slice(0, -1))).toThrow(/cut or altered/);
  expect(() => decodeLinks(`${encodeLink(pair[0])}&with=`)).toThrow(/cut or altered/);
});
