import { type Layout, PANELS_AT_FIRST, type PanelId, type Rect } from '../../shared/protocol.ts';

/** Room around a plot area for its title above, ticks at the left, ticks and title below, and direct labels at the right. */
const margin = { top: 42, right: 20, bottom: 42, left: 50 };

/** Below this width panels stand under each other. */
const sideBySide = 700;
/** A panel among others in a row is at least this wide. */
const leastWidth = 340;
/** Height of one row of several. */
const rowHeight = 280;

function inside(x: number, y: number, width: number, height: number): Rect {
  return {
    x: x + margin.left,
    y: y + margin.top,
    width: Math.max(40, width - margin.left - margin.right),
    height: Math.max(40, height - margin.top - margin.bottom),
  };
}

type Places = [PanelId, Rect][];

/** One under the other; those that hold most are higher. */
function stacked(width: number, panels: readonly PanelId[]): { height: number; places: Places } {
  const heightOf = (panel: PanelId): number => {
    if (panel === 'phase') return Math.min(width, 400);
    return panel === 'chips' ? Math.min(width * 0.85, 330) : 220;
  };
  let height = 0;
  const places = panels.map((panel): [PanelId, Rect] => {
    const top = height;
    height += heightOf(panel);
    return [panel, inside(0, top, width, height - top)];
  });
  return { height, places };
}

/** The first fills the left half, two others share the right one. */
function oneAndTwo(width: number, height: number, [first, second, third]: readonly PanelId[]): Places {
  const left = Math.round(width * 0.5);
  const top = Math.round(height * 0.6);
  return [
    [first, inside(0, 0, left, height)],
    [second, inside(left, 0, width - left, top)],
    [third, inside(left, top, width - left, height - top)],
  ];
}

/** How many panels each row has: as even as can be, the fuller rows below. */
function rowsOf(count: number, columns: number): number[] {
  const rows = Math.ceil(count / columns);
  return Array.from({ length: rows }, (_, row) => Math.floor((count + row) / rows));
}

function grid(width: number, height: number, panels: readonly PanelId[], rows: readonly number[]): Places {
  const rest = [...panels];
  return rows.flatMap((columns, row) => {
    const top = Math.round((height * row) / rows.length);
    const bottom = Math.round((height * (row + 1)) / rows.length);
    return rest.splice(0, columns).map((panel, column): [PanelId, Rect] => {
      const left = Math.round((width * column) / columns);
      const right = Math.round((width * (column + 1)) / columns);
      return [panel, inside(left, top, right - left, bottom - top)];
    });
  });
}

/**
 * Where the panels are, for a figure this wide. `available` is how high the figure may be without scrolling, which it
 * follows between a least and a greatest height; more rows than fit make it higher.
 */
export function layoutFor(
  width: number,
  available: number,
  ratio: number,
  panels: readonly PanelId[] = PANELS_AT_FIRST,
): Layout {
  const made = (height: number, places: Places): Layout => ({
    width,
    height,
    ratio,
    panels: Object.fromEntries(places),
  });
  const wanted = Math.round(Math.min(680, Math.max(440, available)));
  if (width < sideBySide) {
    if (panels.length === 1) {
      const height = Math.max(220, Math.min(wanted, width));
      return made(height, [[panels[0], inside(0, 0, width, height)]]);
    }
    const { height, places } = stacked(width, panels);
    return made(height, places);
  }
  if (panels.length === 3) return made(wanted, oneAndTwo(width, wanted, panels));
  const columns = Math.max(2, Math.min(3, Math.floor(width / leastWidth)));
  const rows = rowsOf(panels.length, panels.length === 4 ? 2 : columns);
  const height = Math.max(wanted, rows.length * rowHeight);
  return made(height, grid(width, height, panels, rows));
}

/** The panel under a point of the canvas, or null. */
export function panelAt(layout: Layout, x: number, y: number): PanelId | null {
  for (const [panel, rect] of Object.entries(layout.panels)) {
    if (x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height)
      return panel as PanelId;
  }
  return null;
}
