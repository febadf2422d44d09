import type { Layout, Rect } from '../../shared/protocol.ts';

/** Room around a plot area for its title above, ticks at the left, ticks and title below, and direct labels at the right. */
const margin = { top: 42, right: 20, bottom: 42, left: 50 };

/** Below this width the three panels stand under each other. */
const sideBySide = 700;

function inside(x: number, y: number, width: number, height: number): Rect {
  return {
    x: x + margin.left,
    y: y + margin.top,
    width: Math.max(40, width - margin.left - margin.right),
    height: Math.max(40, height - margin.top - margin.bottom),
  };
}

/**
 * Where the panels are, for a figure this wide. `available` is how high the figure may be without scrolling, which it
 * follows between a least and a greatest height.
 */
export function layoutFor(width: number, available: number, ratio: number): Layout {
  if (width < sideBySide) {
    const heights = { phase: Math.min(width, 400), chips: Math.min(width * 0.85, 330), share: 220 };
    const height = heights.phase + heights.chips + heights.share;
    return {
      width,
      height,
      ratio,
      panels: {
        phase: inside(0, 0, width, heights.phase),
        chips: inside(0, heights.phase, width, heights.chips),
        share: inside(0, heights.phase + heights.chips, width, heights.share),
      },
    };
  }
  const height = Math.round(Math.min(680, Math.max(440, available)));
  const left = Math.round(width * 0.5);
  const top = Math.round(height * 0.6);
  return {
    width,
    height,
    ratio,
    panels: {
      phase: inside(0, 0, left, height),
      chips: inside(left, 0, width - left, top),
      share: inside(left, top, width - left, height - top),
    },
  };
}

/** The panel under a point of the canvas, or null. */
export function panelAt(layout: Layout, x: number, y: number): keyof Layout['panels'] | null {
  for (const [panel, rect] of Object.entries(layout.panels)) {
    if (x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height)
      return panel as keyof Layout['panels'];
  }
  return null;
}
