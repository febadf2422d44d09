import { describe, expect, it } from 'vitest';
import { applySet, parseScenario, preset, presets } from '../../../src/scenario/index.ts';
import { compared, differenceText, ratioText, unitWords } from '../../../web/page/compare/numbers.ts';
import { differencesInWords } from '../../../web/page/compare/words.ts';

const base = preset('figure-1');

describe('differences in words', () => {
  it('are none between a scenario and itself, whatever its name and seed', () => {
    for (const { name } of presets)
      expect(
        differencesInWords(preset(name), { ...preset(name), name: 'copy', title: 'Copy', seed: 9 }),
      ).toEqual([]);
  });

  it('name the parameter and both values', () => {
    expect(differencesInWords(base, applySet(base, 'economy.sigma', 0.5))).toEqual([
      { what: 'Spillover σ', a: '0', b: '0.5' },
    ]);
    expect(differencesInWords(base, applySet(base, 'groups.0.rule', { type: 'turnpike' }))).toEqual([
      { what: 'Rule', a: 'Fixed split, q = 0.5', b: 'Turnpike, t_f = ∞' },
    ]);
    expect(differencesInWords(base, applySet(base, 'groups.0.rule.q', 0.25))).toEqual([
      { what: expect.stringContaining('q'), a: '0.5', b: '0.25' },
    ]);
    const near = applySet(base, 'groups.0.rule', { type: 'recedingHorizon', horizon: 1 });
    expect(differencesInWords(near, applySet(near, 'groups.0.rule.horizon', null))).toEqual([
      { what: 'Foresight H', a: '1', b: '∞' },
    ]);
  });

  it('tell groups of one name apart from groups that only one of two has', () => {
    const rule = { type: 'fixed', q: 0.5 };
    const a = parseScenario({
      groups: [
        { name: 'old', count: 2, rule },
        { name: 'both', rule },
      ],
    });
    const b = parseScenario({
      groups: [
        { name: 'both', count: 3, rule },
        { name: 'new', rule: { type: 'parity' } },
      ],
    });
    expect(differencesInWords(a, b)).toEqual([
      { what: 'Group old', a: '2 labs: Fixed split, q = 0.5; K₀ = 1, T₀ = 1', b: '–' },
      { what: 'both: Labs N', a: '1', b: '3' },
      { what: 'Group new', a: '–', b: 'one lab: Parity; K₀ = 1, T₀ = 1' },
    ]);
  });

  it('have a name for every path between any two presets', () => {
    for (const one of presets)
      for (const other of presets)
        for (const { what, a, b } of differencesInWords(preset(one.name), preset(other.name))) {
          expect(what).not.toMatch(/^(economy|clock|units|groups)\./);
          for (const text of [what, a, b]) expect(text).not.toMatch(/undefined|NaN|\[object/);
          expect(a).not.toBe(b);
        }
  });
});

describe('differences in numbers', () => {
  it('are B less A and B over A', () => {
    expect([differenceText(2, 5), ratioText(2, 5)]).toEqual(['+3.000', '2.50']);
    expect([differenceText(5, 2), ratioText(5, 2)]).toEqual(['−3.000', '0.400']);
    expect([differenceText(2, 2), ratioText(2, 2)]).toEqual(['0', '1.00']);
  });

  it('are a dash where there is nothing to tell', () => {
    for (const [a, b] of [
      [null, 1],
      [1, null],
    ] as const)
      expect([differenceText(a, b), ratioText(a, b)]).toEqual(['–', '–']);
    // What is beyond all numbers in both has no difference.
    expect(differenceText(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe('–');
    expect(differenceText(1, Number.POSITIVE_INFINITY)).toBe('+∞');
    expect(ratioText(0, 3)).toBe('–');
    expect(ratioText(Number.POSITIVE_INFINITY, 3)).toBe('–');
  });

  it('have every symbol once, each in a unit of the scenario’s own', () => {
    const { units } = preset('frontier-five');
    expect(new Set(compared.map(({ symbol }) => symbol)).size).toBe(compared.length);
    expect(unitWords('chips', units)).toBe('H100e');
    expect(unitWords('per time', units)).toBe('1/(years)');
    expect(unitWords(null, units)).toBe('');
  });
});
