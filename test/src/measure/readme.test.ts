import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { benchmarkTable, measureTable } from '../../../src/measure/index.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

test('the README says of every benchmark how it is got and of every measure its formula, as the tables do', () => {
  for (const { label, how } of benchmarkTable) expect(readme).toContain(`| ${label} | ${how} |`);
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  for (const { label, symbol, formula } of measureTable)
    expect(readme).toContain(`| ${label} | ${cell(symbol)} | ${cell(formula)} |`);
});

test('every measure and benchmark has a name of its own', () => {
  for (const names of [
    measureTable.map(({ id }) => id),
    measureTable.map(({ symbol }) => symbol),
    benchmarkTable.map(({ id }) => id),
    benchmarkTable.map(({ label }) => label),
  ])
    expect(new Set(names).size).toBe(names.length);
});
