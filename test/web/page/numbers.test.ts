import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberRow, parameters, parseScenario } from '../../../src/scenario/index.ts';
import { sliderSteps, thumbOf, valueOfThumb } from '../../../web/page/controls/slider.ts';
import { changeText } from '../../../web/page/format/changes.ts';
import { inputText, percentText, timeText, typedValue } from '../../../web/page/format/numbers.ts';

describe('numbers', () => {
  it('as typed read back to the same bits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(typedValue(inputText(x))).toBe(Object.is(x, -0) ? 0 : x);
      }),
    );
  });

  it('that are none stay text, so that a refusal can quote them', () => {
    for (const text of ['', 'abc', '1,5', 'Infinity', 'NaN', '1e999', '0x'])
      expect(typedValue(text)).toBe(text);
    expect(typedValue(' 2e3 ')).toBe(2000);
    expect(typedValue('−1')).toBe(-1);
  });

  it('keep their width while time runs', () => {
    const widths = new Set([0, 0.5, 1.23456, 3.999].map((t) => timeText(t, 4).length));
    expect(widths.size).toBe(1);
    expect(timeText(Infinity, 3)).toBe('∞');
    expect(timeText(null, 3)).toBe('–');
  });

  it('as shares are per cent, and small ones are not nothing', () => {
    expect(percentText(0.8284)).toBe('82.8 %');
    expect(percentText(0)).toBe('0.0 %');
    expect(percentText(1e-9)).toBe('< 0.1 %');
    expect(percentText(null)).toBe('–');
  });
});

describe('sliders', () => {
  const rows = parameters.filter((row): row is NumberRow => row.kind === 'number' || row.kind === 'integer');

  it('reach both ends, stay inside what is allowed, and keep a thumb where it was put', () => {
    for (const row of rows) {
      expect(valueOfThumb(row, 0)).toBe(row.slider[0]);
      expect(valueOfThumb(row, sliderSteps)).toBe(row.slider[1]);
      for (let thumb = 0; thumb <= sliderSteps; thumb++) {
        const value = valueOfThumb(row, thumb);
        expect(value).toBeGreaterThanOrEqual(row.min);
        expect(value).toBeLessThanOrEqual(row.max);
        // A whole-number slider has fewer values than steps at its low end; three digits cost a step at most.
        if (row.kind === 'number') expect(Math.abs(thumbOf(row, value) - thumb)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('rest at their end for values beyond their stretch', () => {
    const h = rows.find(({ id }) => id === 'h')!;
    expect(thumbOf(h, 1e-12)).toBe(0);
    expect(thumbOf(h, 999)).toBe(sliderSteps);
  });
});

describe('the changes of variants', () => {
  const two = parseScenario({
    groups: [
      { name: 'labs', rule: { type: 'recedingHorizon' } },
      { name: 'others', rule: { type: 'turnpike' } },
    ],
  }).groups;

  it('are told by symbols', () => {
    expect(changeText('economy.sigma', 0.5)).toBe('σ = 0.5');
    expect(changeText('groups.labs.count', 8)).toBe('N = 8');
    expect(changeText('groups.labs.count', 8, two)).toBe('labs: N = 8');
    expect(changeText('groups.*.cHat', { distribution: 'constant', value: 3 })).toBe('ĉ = 3');
    expect(changeText('groups.a.cHat.median', 2)).toBe('ĉ median = 2');
    expect(changeText('groups.*.cHat', { distribution: 'lognormal', median: 1, spread: 0.7 })).toBe(
      'ĉ = lognormal median 1, spread 0.7',
    );
  });

  it('are rules with their parameters, and what has no number is ∞ where it has no end', () => {
    const rule = (value: object) => changeText('groups.*.rule', value);
    expect(rule({ type: 'parity' })).toBe('Parity');
    expect(rule({ type: 'fixed', q: 0.5 })).toBe('Fixed split, q = 0.5');
    expect(rule({ type: 'recedingHorizon', horizon: null })).toBe('Receding horizon, H = ∞');
    expect(rule({ type: 'recedingHorizon', horizon: 2 })).toBe('Receding horizon, H = 2');
    expect(rule({ type: 'bestResponse', horizon: null, end: 3 })).toBe('Best response, H = ∞, t_f = 3');
    expect(changeText('groups.others.rule', { type: 'parity' }, two)).toBe('others: Parity');
    // Two rules have a horizon, each under a symbol of its own.
    expect(changeText('groups.labs.rule.horizon', null, two)).toBe('labs: H = ∞');
    expect(changeText('groups.others.rule.horizon', 2, two)).toBe('others: t_f = 2');
    expect(changeText('economy.k2', null)).toBe('k₂ = ∞');
    expect(changeText('economy.techniques', null)).toBe('G = the power law T̂^c');
  });
});
