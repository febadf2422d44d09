import { describe, expect, it } from 'vitest';
import { markOf, ruleColor, shadesOf } from '../../../web/render/marks.ts';
import { theme } from './theme.ts';

const runs = (...rules: readonly (readonly string[])[]) =>
  rules.flatMap((of, economy) => of.map((rule) => ({ rule, economy })));

describe('shades', () => {
  it('leave a rule that one economy runs its own colour', () => {
    const shades = shadesOf(runs(['fixed'], ['turnpike']));
    expect(shades('fixed', 0)).toBe(0);
    expect(shades('turnpike', 1)).toBe(0);
    expect(ruleColor(theme, 'turnpike', 0)).toBe(theme.rules.turnpike);
  });

  it('step evenly through the economies that share a rule', () => {
    const shades = shadesOf(runs(['fixed'], ['fixed'], ['turnpike'], ['fixed'], ['fixed'], ['fixed']));
    expect([0, 1, 3, 4, 5].map((economy) => shades('fixed', economy))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(shades('turnpike', 2)).toBe(0);
    expect(shadesOf(runs(['fixed'], ['fixed']))('fixed', 1)).toBe(0.5);
  });

  it('know economies that mix rules, and references that belong to none', () => {
    const shades = shadesOf(runs(['fixed', 'turnpike'], ['fixed', 'turnpike'], ['fixed']));
    expect(shades(null, 1)).toBe(0.5);
    expect(shades(null, -1)).toBe(0);
    expect(shades('fixed', 2)).toBe(1);
  });

  it('give every economy of a crowd a colour of its own, away from the background', () => {
    const shades = shadesOf(runs(...Array.from({ length: 6 }, () => ['fixed', 'turnpike'])));
    for (const rule of ['fixed', 'turnpike', null]) {
      const colors = [0, 1, 2, 3, 4, 5].map((economy) => ruleColor(theme, rule, shades(rule, economy)));
      expect(new Set(colors).size).toBe(6);
      for (const color of colors) expect(contrast(color, theme.surface)).toBeGreaterThan(3);
    }
  });

  it('colour what belongs to an economy, never a reference', () => {
    const shades = shadesOf(runs(['fixed'], ['fixed']));
    const colorOf = (style: 'economy' | 'trail' | 'optimum', economy: number) =>
      markOf({ style, economy, rule: style === 'optimum' ? null : 'fixed' }, theme, shades).color;
    expect(colorOf('economy', 1)).not.toBe(colorOf('economy', 0));
    expect(colorOf('trail', 1)).toBe(colorOf('economy', 1));
    expect(colorOf('optimum', 1)).toBe(theme.optimum);
    expect(markOf({ style: 'economy', economy: 1, rule: 'fixed' }, theme, shadesOf([])).color).toBe(
      theme.rules.fixed,
    );
  });
});

/** WCAG's contrast ratio. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((color) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
