import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutFor, panelAt } from '../../../web/page/axes/layout.ts';
import { fontSizes, type TextMark } from '../../../web/page/axes/marks.ts';
import { panelMarks } from '../../../web/page/axes/panel.ts';
import { placed, stretchOf } from '../../../web/page/axes/placed.ts';
import { PANELS } from '../../../web/shared/protocol.ts';

const sizes = fc.record({
  width: fc.integer({ min: 300, max: 2400 }),
  available: fc.integer({ min: 0, max: 2000 }),
  shown: fc.subarray([...PANELS], { minLength: 1 }),
});
const units = { time: 'time units', chips: 'H100-equivalents', training: 'H100-equivalent years' };

describe('layout', () => {
  it('keeps the panels apart and inside the canvas at every size', () => {
    fc.assert(
      fc.property(sizes, ({ width, available, shown }) => {
        const { panels, height } = layoutFor(width, available, 2, shown);
        expect(PANELS.filter((panel) => panels[panel])).toEqual(shown);
        for (const panel of shown) {
          const { x, y, width: w, height: h } = panels[panel]!;
          expect(Math.min(w, h)).toBeGreaterThanOrEqual(40);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + w).toBeLessThanOrEqual(width);
          expect(y + h).toBeLessThanOrEqual(height);
          expect(panelAt({ width, height, ratio: 1, panels }, x + w / 2, y + h / 2)).toBe(panel);
        }
      }),
    );
  });

  it('finds no panel in the margins', () => {
    expect(panelAt(layoutFor(1000, 600, 1), 2, 2)).toBeNull();
  });

  it('lets no text of the axes leave the canvas or cover another panel’s plot', () => {
    const domain = { x: [-3, 8] as [number, number], y: [-3, 12] as [number, number] };
    fc.assert(
      fc.property(sizes, ({ width, available, shown }) => {
        const layout = layoutFor(width, available, 1, shown);
        for (const panel of shown) {
          const texts = panelMarks(panel, layout.panels[panel]!, domain, units).filter(
            (mark) => mark.kind === 'text',
          );
          for (const { x, y } of texts) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(layout.height);
            expect(y).toBeGreaterThanOrEqual(fontSizes.tick);
            for (const other of shown) {
              if (other === panel) continue;
              const rect = layout.panels[other]!;
              const isOver = x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
              expect(isOver).toBe(false);
            }
          }
        }
      }),
    );
  });
});

describe('placed labels', () => {
  it('never cover each other', () => {
    const rect = { x: 50, y: 40, width: 400, height: 260 };
    const labels = fc.array(
      fc.record<TextMark>({
        kind: fc.constant('text'),
        role: fc.constant('label'),
        x: fc.integer({ min: 60, max: 440 }),
        y: fc.integer({ min: 0, max: 320 }),
        text: fc.constantFrom('V', 'base', 'all believe 0.3', 'σ 0.25'),
        anchor: fc.constantFrom('start', 'end'),
        ink: fc.constant('ink'),
      }),
      { maxLength: 33 },
    );
    fc.assert(
      fc.property(labels, (wanted) => {
        const done = placed(wanted, rect);
        for (const [i, one] of done.entries()) {
          expect(one.y).toBeGreaterThanOrEqual(rect.y);
          expect(one.y).toBeLessThanOrEqual(rect.y + rect.height);
          for (const other of done.slice(0, i)) {
            const [left, right] = stretchOf(one);
            const [otherLeft, otherRight] = stretchOf(other);
            if (left < otherRight && right > otherLeft)
              expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(fontSizes.label);
          }
        }
      }),
    );
  });
});

describe('labels of lines close together', () => {
  const rect = { x: 50, y: 40, width: 400, height: 260 };
  const label = (text: string, y: number, x = 300): TextMark => ({
    kind: 'text',
    role: 'label',
    x,
    y,
    text,
    anchor: 'start',
    ink: 'ink',
  });

  it('stand in the order of their lines, at the bottom too', () => {
    const wanted = [label('one lab', 150), label('2', 270), label('8', 291), label('64', 296)];
    const done = placed(wanted, rect).sort((a, b) => a.y - b.y);
    expect(done.map(({ text }) => text)).toEqual(['one lab', '2', '8', '64']);
    expect(done[0].y).toBe(150);
  });

  it('stay where their lines are if they stand side by side', () => {
    const wanted = [label('left', 150, 60), label('right', 152, 300)];
    expect(placed(wanted, rect)).toEqual(wanted);
  });

  it('are left out from the last one on where a panel is too full', () => {
    const wanted = Array.from({ length: 40 }, (_, i) => label(String(i), 100));
    const done = placed(wanted, rect).map(({ text }) => Number(text));
    expect(done.length).toBeGreaterThan(10);
    expect(Math.max(...done)).toBe(done.length - 1);
  });
});
