import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../web/render/scale.ts';
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
    const info = hover(engine.run!, domains, layout, 'phase', x + 0.5, y, engine.hidden)!;
    expect(info.title).toBe('pike, lab 2 of 2');
    expect([info.x, info.y]).toEqual([x, y]);
    expect(info.lines.map(({ label }) => label)).toEqual(['economy', 'rule', 'K', 'T', 'q', 'ĉ']);
    expect(
      hover(
        engine.run!,
        domains,
        layout,
        'phase',
        x0 + domains.phase.x[0] * kx + 1,
        y0 + domains.phase.y[1] * ky + 1,
        engine.hidden,
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
    const domains = engine.domains!;
    const { x0, kx } = scaleOf(layout.panels.chips, domains.chips);
    const info = hover(engine.run!, domains, layout, 'chips', x0 + 1.505 * kx, 0, engine.hidden)!;
    expect(info.title).toBe('t = 1.505 years');
    // 1/(1 − sin(t/2)) between two ticks.
    expect(info.lines[0]).toEqual({
      label: 'K',
      value: `${(1 / (1 - Math.sin(1.505 / 2))).toFixed(3)} H100e`,
    });
    expect(info.lines.slice(1).map(({ label }) => label)).toEqual(['V(t), merged', 'parity']);
    const share = hover(engine.run!, domains, layout, 'share', x0 + 1 * kx, 0, engine.hidden)!;
    expect(share.lines).toEqual([{ label: 'q', value: '0.500' }]);
    // Before the run has come there, only what it is compared with is known.
    engine.reset();
    expect(
      hover(engine.run!, domains, layout, 'chips', x0 + 1 * kx, 0, engine.hidden)!.lines.map(
        ({ label }) => label,
      ),
    ).toEqual(['V(t), merged', 'parity']);
  });
});
