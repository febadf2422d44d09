import { describe, expect, test } from 'vitest';
import { compare } from '../engines/compare.mjs';

describe('comparing an engine’s hashes with the golden ones', () => {
  const golden = { run: { base: { start: 'a', end: 'b' } } };

  test('equal hashes are counted', () => {
    expect(compare(structuredClone(golden), golden)).toBe(2);
  });

  test('a hash that differs is named, with both values', () => {
    const hashes = { run: { base: { start: 'a', end: 'c' } } };
    expect(() => compare(hashes, golden)).toThrow(
      '1 of 2 hashes differ; the first, run / base / end: got c, golden b',
    );
  });

  test('a run that is missing, and one too many, are differences', () => {
    expect(() => compare({}, golden)).toThrow('2 of 2');
    expect(() => compare({ ...golden, other: { base: { start: 'a' } } }, golden)).toThrow('1 of 3');
  });
});
