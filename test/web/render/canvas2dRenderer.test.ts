import { describe, expect, it } from 'vitest';
import { Canvas2dRenderer } from '../../../web/render/canvas2dRenderer.ts';
import type { Pen, Surface } from '../../../web/render/renderer.ts';
import type { Frame, Layout } from '../../../web/shared/protocol.ts';
import { frame, layout, line, theme } from './theme.ts';

interface Call {
  name: string;
  args: unknown[];
  fill: unknown;
  stroke: unknown;
  alpha: unknown;
}

/** A canvas whose context writes down what is asked of it, with the colours then in force. */
function recording(): { surface: Surface; calls: Call[] } {
  const calls: Call[] = [];
  const state: Record<string, unknown> = {};
  const pen = new Proxy(state, {
    get: (_, name: string) => {
      if (name in state) return state[name];
      return (...args: unknown[]) => {
        calls.push({
          name,
          args,
          fill: state.fillStyle,
          stroke: state.strokeStyle,
          alpha: state.globalAlpha,
        });
        if (name !== 'createImageData') return undefined;
        const [width, height] = args as [number, number];
        return { width, height, data: new Uint8ClampedArray(width * height * 4) };
      };
    },
  }) as unknown as Pen;
  return { surface: { width: 0, height: 0, getContext: () => pen }, calls };
}

function drawn(content: Frame): { calls: Call[]; surface: Surface } {
  const { surface, calls } = recording();
  new Canvas2dRenderer(surface, layout).draw(content, layout, theme);
  return { surface, calls };
}
const named = (calls: Call[], name: string) => calls.filter((call) => call.name === name);

describe('the Canvas2D renderer', () => {
  it('sizes the canvas in device pixels and fills background and panels', () => {
    const { surface, calls } = drawn(frame());
    expect([surface.width, surface.height]).toEqual([1200, 600]);
    expect(calls[0]).toMatchObject({ name: 'setTransform', args: [2, 0, 0, 2, 0, 0] });
    expect(named(calls, 'fillRect').map(({ args, fill }) => [args, fill])).toEqual([
      [[0, 0, 600, 300], '#ffffff'],
      [[20, 10, 260, 280], '#fafafa'],
      [[320, 10, 260, 160], '#fafafa'],
      [[320, 200, 260, 90], '#fafafa'],
    ]);
  });

  it('strokes a line in its panel with its rule’s colour', () => {
    const { calls } = drawn(frame({ lines: [line({ rule: 'fixed' })] }));
    expect(named(calls, 'stroke')).toMatchObject([{ stroke: '#0060a0', alpha: 1 }]);
    expect(named(calls, 'moveTo')[0].args).toEqual([320, 170]);
    expect(named(calls, 'lineTo')[0].args).toEqual([580, 10]);
  });

  it('tells variants apart by dash, and draws the base last', () => {
    const { calls } = drawn(frame({ lines: [line({}), line({ economy: 1 })] }));
    expect(
      named(calls, 'setLineDash')
        .map(({ args }) => args[0])
        .slice(0, 2),
    ).toEqual([[9, 4], []]);
  });

  it('fills bands under everything else', () => {
    const data = new Float32Array([0, 0.2, 0, 0.4, 1, 0.2, 1, 0.4]);
    const { calls } = drawn(frame({ lines: [line({}), line({ panel: 'share', style: 'band', data })] }));
    const order = calls.map(({ name }) => name).filter((name) => name === 'fill' || name === 'stroke');
    expect(order.slice(0, 2)).toEqual(['fill', 'stroke']);
  });

  it('draws a disc a lab, coloured by rule, and leaves out what is off the panel', () => {
    const points = new Float32Array([0.5, 0.5, 0.2, 0.2, 5, 0.5, 0.5, Number.NEGATIVE_INFINITY]);
    const { calls } = drawn(frame({ points, runs: [{ first: 0, count: 4, rule: 'turnpike', economy: 0 }] }));
    expect(named(calls, 'arc').map(({ args }) => args.slice(0, 2))).toEqual([
      [150, 150],
      [expect.closeTo(72), expect.closeTo(234)],
    ]);
    expect(named(calls, 'fill').at(-1)).toMatchObject({ fill: '#b05000' });
  });

  it('gives variants another shape', () => {
    const points = new Float32Array([0.5, 0.5, 0.2, 0.2]);
    const runs = [0, 1].map((economy) => ({ first: economy, count: 1, rule: 'fixed', economy }));
    const { calls } = drawn(frame({ points, runs }));
    expect(named(calls, 'arc')).toHaveLength(1);
    expect(named(calls, 'rect')).toHaveLength(1);
  });

  it('fills bands, areas and bars between their two heights', () => {
    const data = new Float32Array([0, 0.25, 0, 0.75, 1, 0.25, 1, 0.75]);
    for (const style of ['band', 'area', 'bars', 'outer', 'inner'] as const) {
      const { calls } = drawn(frame({ lines: [line({ panel: 'share', style, data })] }));
      expect(named(calls, 'fill')).toHaveLength(1);
      expect(named(calls, 'stroke')).toEqual([]);
      const corners = [...named(calls, 'moveTo'), ...named(calls, 'lineTo')].map(({ args }) => args);
      expect(corners).toEqual([
        [320, 222.5],
        [580, 222.5],
        [580, 267.5],
        [320, 267.5],
      ]);
    }
  });

  it('draws nothing of a panel that is not laid out', () => {
    const points = new Float32Array([0.5, 0.5]);
    const runs = [{ first: 0, count: 1, rule: 'fixed', economy: 0 }];
    const { surface, calls } = recording();
    const only: Layout = { ...layout, panels: { share: layout.panels.share } };
    new Canvas2dRenderer(surface, only).draw(frame({ points, runs, lines: [line({})] }), only, theme);
    expect(named(calls, 'fillRect')).toHaveLength(2);
    expect([...named(calls, 'stroke'), ...named(calls, 'fill')]).toEqual([]);
  });

  it('sets a crowd pixel by pixel', () => {
    const count = 5000;
    const points = new Float32Array(count * 2).fill(0.5);
    const { calls } = drawn(frame({ points, runs: [{ first: 0, count, rule: 'fixed', economy: 0 }] }));
    expect(named(calls, 'arc')).toEqual([]);
    const [{ args }] = named(calls, 'putImageData');
    const pixels = args[0] as ImageData;
    expect(args.slice(1)).toEqual([40, 20]);
    const at = (x: number, y: number) => [
      ...pixels.data.subarray((y * pixels.width + x) * 4, (y * pixels.width + x) * 4 + 4),
    ];
    expect(at(0, 0)).toEqual([250, 250, 250, 255]);
    // Thousands of half-covering dots on one place.
    expect(at(260, 280)).toEqual([0, 96, 160, 255]);
  });

  it('says so where there is no 2D context', () => {
    const surface: Surface = { width: 0, height: 0, getContext: () => null };
    expect(() => new Canvas2dRenderer(surface, layout)).toThrow(/no 2D context/);
  });
});
