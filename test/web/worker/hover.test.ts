import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../web/render/scale.ts';
import { PANELS, type PanelId } from '../../../web/shared/protocol.ts';
import { quantityText } from '../../../web/shared/quantity.ts';
import { hover } from '../../../web/worker/hover.ts';
import { layout } from '../render/theme.ts';
import { crowd, engineFor, scenario } from './lab.ts';

describe('hover', () => {
  it('names the lab under the pointer, up to 12 pixels away', () => {
    const { engine, clock } = engineFor(crowd);
    engine.step();
    clock.frames();
    const { points, runs, domains } = engine.frame()!;
    const { x0, kx, y0, ky } = scaleOf(layout.panels.phase, domains.phase);
    const at = (runs[1].first + 1) * 2;
    const [x, y] = [x0 + points[at] * kx, y0 + points[at + 1] * ky];
    const info = hover(engine.run!, engine.picture!, layout, 'phase', x + 0.5, y)!;
    expect(info.title).toBe('pike, lab 2 of 2');
    expect([info.x, info.y]).toEqual([x, y]);
    expect(info.lines.map(({ label }) => label)).toEqual(['economy', 'rule', 'K', 'T', 'q', 'ĉ']);
    expect(
      hover(
        engine.run!,
        engine.picture!,
        layout,
        'phase',
        x0 + domains.phase.x[0] * kx + 1,
        y0 + domains.phase.y[1] * ky + 1,
      ),
    ).toBeNull();
  });

  it('reads K and V at a time, with their units', () => {
    const { engine, clock } = engineFor(
      scenario({ clock: { h: 0.01, until: 2 }, units: { chips: 'H100e', time: 'years' } }),
    );
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    clock.frames();
    const domains = engine.picture!.domains();
    const { x0, kx } = scaleOf(layout.panels.chips, domains.chips);
    const info = hover(engine.run!, engine.picture!, layout, 'chips', x0 + 1.505 * kx, 0)!;
    expect(info.title).toBe('t = 1.505 years');
    // 1/(1 − sin(t/2)) between two ticks.
    expect(info.lines[0]).toEqual({
      label: 'K',
      value: `${(1 / (1 - Math.sin(1.505 / 2))).toFixed(3)} H100e`,
    });
    expect(info.lines.slice(1).map(({ label }) => label)).toEqual(['V(t), merged', 'parity', 'q']);
    expect(info.t).toBeCloseTo(1.505, 9);
    const share = hover(engine.run!, engine.picture!, layout, 'share', x0 + 1 * kx, 0)!;
    expect(share.lines[0]).toEqual({ label: 'q', value: '0.500' });
    expect(share.lines.slice(1).map(({ label }) => label)).toEqual(['K', 'V(t), merged', 'parity']);
    // Before the run has come there, only what it is compared with is known.
    engine.reset();
    expect(
      hover(engine.run!, engine.picture!, layout, 'chips', x0 + 1 * kx, 0)!.lines.map(({ label }) => label),
    ).toEqual(['V(t), merged', 'parity']);
  });

  it('reads every time panel at one moment, and counts the labs of a bin', () => {
    const { engine, clock } = engineFor({ ...crowd, variants: [] });
    engine.show(PANELS);
    for (let steps = 0; steps < 10; steps++) engine.step();
    clock.frames();
    const picture = engine.picture!;
    const rect = { x: 0, y: 0, width: 400, height: 200 };
    const all = { ...layout, panels: Object.fromEntries(PANELS.map((panel) => [panel, rect])) };
    const at = (panel: PanelId, place: number) => {
      const { x0, kx } = scaleOf(rect, picture.domains()[panel]);
      return hover(engine.run!, picture, all, panel, x0 + place * kx, 0)!;
    };
    const { shares, effectiveLabs, gini } = engine.run!.recorders[0].buckets[4];
    const { t, lines } = at('stream', 0.2 + 1e-9);
    expect(t).toBeCloseTo(0.2, 6);
    expect(lines.slice(0, 3)).toEqual(
      ['walk', 'pike', 'fixed'].map((name, group) => ({
        label: `share of ${name}`,
        value: quantityText(shares[group], 3),
      })),
    );
    expect(lines).toContainEqual({ label: 'effective labs', value: quantityText(effectiveLabs, 3) });
    expect(lines).toContainEqual({ label: 'Gini of K', value: quantityText(gini, 3) });
    expect(at('splits', 0.31).title).toBe('q 0.300 to 0.325');
    expect(Number(at('splits', 0.31).lines[0].value)).toBeGreaterThanOrEqual(1);
  });
});
