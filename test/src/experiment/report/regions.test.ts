import { describe, expect, it } from 'vitest';
import { regionCentres } from '../../../../src/experiment/report/svg/regions.ts';

const grid = (lines: readonly string[]) => lines.map((line) => [...line].map((c) => (c === '.' ? null : c)));

describe('regionCentres', () => {
  it('puts a name in the middle of the widest part of its region', () => {
    const kinds = grid(['aaaaaaabbbbb', 'aaaaaaabbbbb', 'aaaaaaabbbbb', 'aaaaaaabbbbb', 'aaaaaaabbbbb']);
    const centres = regionCentres(kinds);
    expect(centres.map(({ kind }) => kind)).toEqual(['a', 'b']);
    for (const { kind, row, column } of centres) {
      expect(row).toBe(2);
      expect(kinds[row][column - 2]).toBe(kind);
      expect(kinds[row][column + 2]).toBe(kind);
    }
  });

  it('leaves out a region without room, and cells without a kind', () => {
    expect(regionCentres(grid(['aab', 'aab', '...']))).toEqual([]);
    expect(regionCentres([])).toEqual([]);
  });
});
