import type { Refusal } from './refusal.ts';

/** Long texts, up to the limit of ten million characters; the bound leaves room for a slow, busy machine. */
export const hostile: readonly Refusal<string>[] = [
  ['', 'scenario', 'line 1, column 1: the text ends', 'JSON'],
  ['{"economy": {"c": 1}', 'scenario', 'the text ends where , or } should be', 'JSON'],
  ['{"economy":\n {"c": NaN}}', 'scenario', 'line 2, column 8: "NaN}}"', 'JSON'],
  ['{"seed": 01}', 'scenario', 'line 1, column 11', 'JSON'],
  ["{'seed': 1}", 'scenario', 'line 1, column 2', 'JSON'],
  ['{"seed": 1,}', 'scenario', 'line 1, column 12: "}" where a key should be', 'JSON'],
  ['[1,]', 'scenario', 'column 4: "]" where a value should be', 'JSON'],
  ['{} {}', 'scenario', 'where the end should be', 'JSON'],
  ['{"name": "a\tb"}', 'scenario', 'line 1, column 12', 'JSON'],
  [' '.repeat(10_000_001), 'scenario', '10,000,001 characters', 'at most 10,000,000'],
  ['['.repeat(5e5), 'scenario', 'the text ends', 'JSON'],
  [`${'['.repeat(5e5)}${']'.repeat(5e5)}`, 'scenario', 'a list of 1', 'an object'],
  [`{"groups":${'['.repeat(5e5)}${']'.repeat(5e5)}}`, 'groups.0', 'a list of 1', 'an object'],
  [`{"groups":[${'{},'.repeat(5e5)}{}]}`, 'groups', 'a list of 500,001', '1 to 64'],
  [`{${Array.from({ length: 1e5 }, (_, i) => `"k${i}":1`)}}`, '…', '99990 more unknown keys', 'economy'],
  [`{"name":"${'a'.repeat(9e6)}"}`, 'name', '"aaa', '1 to 60'],
  [
    `{"groups":[{"count":1000000,"K0":{"distribution":"list","values":[${'0,'.repeat(1e6)}0]}}]}`,
    'groups.0.K0.values.0',
    '0',
    'above 0',
  ],
  [
    `{"variants":[{"name":"v","set":{${Array.from({ length: 1e5 }, (_, i) => `"economy.k${i}":1`)}}}]}`,
    'variants.v.set',
    '100,000 changes',
    'at most 256',
  ],
];
