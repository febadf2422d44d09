import { describe, expect, it } from 'vitest';
import { parameters } from '../../../src/scenario/index.ts';
import { presets } from '../../../src/scenario/presets/index.ts';
import { rules } from '../../../src/scenario/rules.ts';
import { typeset, unmarked } from '../../../web/page/format/typeset.ts';

const low = (lowered: string) => ({ lowered });
const high = (...raised: unknown[]) => ({ raised });

describe('mathematics in a line of text', () => {
  it.each([
    ['t_end', ['t', low('end')]],
    ['r_T/r_K', ['r', low('T'), '/r', low('K')]],
    ['t*/t*_P', ['t*/t*', low('P')]],
    ['1 − K/ΣV_i', ['1 − K/ΣV', low('i')]],
    ['1/(years·T₀^c)', ['1/(years·T₀', high('c'), ')']],
    ['K = T^(1+c)/c, all serving', ['K = T', high('1+c'), '/c, all serving']],
    ['(T/T_leader)^γ.', ['(T/T', low('leader'), ')', high('γ'), '.']],
    ['ΣG(T̂_j)^θ', ['ΣG(T̂', low('j'), ')', high('θ')]],
    ['Y_i^θ', ['Y', low('i'), high('θ')]],
    ['(spend/F)^(1/(1+φ)). 0', ['(spend/F)', high('1/(1+φ)'), '. 0']],
    ['e^(−g_p·t)', ['e', high('−g', low('p'), '·t')]],
    ['G(T₀) = T₀^c₁, and', ['G(T₀) = T₀', high('c₁'), ', and']],
    ['10^0.58 more', ['10', high('0.58'), ' more']],
    ['nothing to set', ['nothing to set']],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(typeset(text)).toEqual(pieces);
  });

  it('leaves words with an underscore, and signs that raise nothing, as they are', () => {
    for (const text of ['my_lab', 'lab_1', 'a ^ b', 'x^(1 + c', '^', '_', 'T_'])
      expect(typeset(text)).toEqual([text]);
  });

  it('leaves no underscore and no ^ in what the tables and presets say', () => {
    const plain = (text: string): string =>
      typeset(text)
        .map((piece) =>
          typeof piece === 'string'
            ? piece
            : 'lowered' in piece
              ? piece.lowered
              : piece.raised.map((part) => (typeof part === 'string' ? part : '')).join(''),
        )
        .join('');
    const rows = [...parameters, ...rules.flatMap((rule) => rule.parameters)];
    const texts = [
      ...rows.flatMap(({ symbol, label, meaning, effect, unit }) => [symbol, label, meaning, effect, unit]),
      ...rows.flatMap((row) => ('none' in row && row.none) || []),
      ...rules.map(({ sentence }) => sentence),
      ...presets.flatMap(({ title, lookFor }) => [title, lookFor]),
    ];
    for (const text of texts) expect(plain(text)).not.toMatch(/[_^]/);
  });

  it('is written in letters alone where there are such letters', () => {
    expect(unmarked('turnpike K = T^(1+c)/c')).toBe('turnpike K = T¹⁺ᶜ/c');
    expect(unmarked('ΣV_i(t), labs apart')).toBe('ΣVᵢ(t), labs apart');
    expect(unmarked('T_max')).toBe('Tₘₐₓ');
    expect(unmarked('q')).toBe('q');
    for (const text of ['g_F', 't_end', 'e^(−g_p·t)']) expect(unmarked(text)).toBeNull();
  });
});
