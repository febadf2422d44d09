import { rampColour } from '../../../src/experiment/report/svg/colour.ts';
import type { Theme } from '../../shared/protocol.ts';
import { type Cell, type Domain, shareOf, standIn } from './cells.ts';
import { boxOf, heightAt, type Picture, pointOf } from './picture.ts';
import type { Shown } from './state.ts';

/** Draws the cells of a sweep on a canvas; axes, marks and the cell in focus lie above it. */

/** From little to much; towards light on dark ground, so that much always stands out. */
export const colourOf = (share: number, { dark }: Pick<Theme, 'dark'>): string =>
  rampColour(dark ? 1 - share : share);

/** Colours of regimes, by their ids. */
export function regimeColour(id: string, { rules, optimum, planner, parity, muted }: Theme): string {
  const known: Record<string, string> = {
    runaway: optimum,
    growing: planner,
    plateau: rules.fixed,
    shrinking: rules.randomWalk,
    monopoly: parity,
    racing: optimum,
    'free-riding': rules.turnpike,
  };
  return known[id] ?? muted;
}

export interface Painting {
  picture: Picture;
  of: Shown;
  cells: readonly Cell[];
  domain: Domain | null;
  /** Colours of the regimes, by number. */
  regimes: readonly string[];
  theme: Theme;
}

/** How much of its colour a cell has that is not made yet. */
const paleness = 0.35;

function hatched(pen: CanvasRenderingContext2D, { muted }: Theme): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const ink = tile.getContext('2d');
  if (!ink) return muted;
  ink.strokeStyle = muted;
  ink.lineWidth = 1;
  ink.beginPath();
  for (const from of [-8, 0, 8]) {
    ink.moveTo(from, 8);
    ink.lineTo(from + 8, 0);
  }
  ink.stroke();
  return pen.createPattern(tile, 'repeat') ?? muted;
}

/** Fill of a cell; null where there is nothing to be drawn, 'hatch' for none. */
function fillOf(cell: Cell, { domain, regimes, theme }: Painting): string | null {
  switch (cell.kind) {
    case 'value':
      return domain && colourOf(shareOf(cell.value, domain), theme);
    case 'regime':
      return regimes[cell.regime];
    case 'pending':
      return null;
    default:
      return 'hatch';
  }
}

function paintMap(pen: CanvasRenderingContext2D, painting: Painting): void {
  const { picture, of, cells, theme } = painting;
  const rows = of.plan.ys?.length ?? 1;
  const hatch = hatched(pen, theme);
  for (let at = 0; at < cells.length; at++) {
    const [i, j] = [Math.floor(at / rows), at % rows];
    const isPending = cells[at].kind === 'pending';
    const from = isPending ? standIn(cells, rows, i, j) : at;
    const fill = from < 0 ? null : fillOf(cells[from], painting);
    if (fill === null || (isPending && fill === 'hatch')) continue;
    const [left, top, width, height] = boxOf(picture, i, j);
    // Half a pixel more on each side: else the ground shines through between neighbours.
    const box = [left - 0.25, top - 0.25, width + 0.5, height + 0.5] as const;
    pen.globalAlpha = isPending ? paleness : 1;
    if (fill === 'hatch') {
      pen.fillStyle = theme.surface;
      pen.fillRect(...box);
    }
    pen.fillStyle = fill === 'hatch' ? hatch : fill;
    pen.fillRect(...box);
    pen.globalAlpha = 1;
    if (cells[at].kind === 'failed') cross(pen, theme, boxOf(picture, i, j));
  }
}

/** A failed run is no mere lack of a value. */
function cross(
  pen: CanvasRenderingContext2D,
  { ink }: Theme,
  [left, top, width, height]: readonly number[],
): void {
  const size = Math.min(5, width / 3, height / 3);
  const [x, y] = [left + width / 2, top + height / 2];
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x - size, y - size);
  pen.lineTo(x + size, y + size);
  pen.moveTo(x + size, y - size);
  pen.lineTo(x - size, y + size);
  pen.stroke();
}

function paintLine(pen: CanvasRenderingContext2D, { picture, of, cells, theme }: Painting): void {
  const hatch = hatched(pen, theme);
  const { x } = picture;
  pen.strokeStyle = pen.fillStyle = theme.rules.fixed;
  pen.lineWidth = 2;
  pen.lineJoin = 'round';
  pen.beginPath();
  let isDown = false;
  cells.forEach((cell, at) => {
    const point = pointOf(picture, of, cell, at);
    if (point) pen[isDown ? 'lineTo' : 'moveTo'](...point);
    // What is not made yet is passed over; what has no value is a gap.
    isDown = point !== null || (isDown && cell.kind === 'pending');
  });
  pen.stroke();
  cells.forEach((cell, at) => {
    if (cell.kind === 'none' || cell.kind === 'failed') {
      pen.fillStyle = hatch;
      pen.fillRect(...boxOf(picture, at, 0));
      if (cell.kind === 'failed') cross(pen, theme, boxOf(picture, at, 0));
      return;
    }
    const point = pointOf(picture, of, cell, at);
    if (!point || cell.kind !== 'value') return;
    pen.fillStyle = pen.strokeStyle = theme.rules.fixed;
    if (cell.with > 1 && cell.most > cell.least) {
      const centre = x.pixel(x.positions[at]);
      pen.lineWidth = 1;
      pen.beginPath();
      pen.moveTo(centre, Math.max(picture.top, heightAt(picture, cell.most)));
      pen.lineTo(centre, Math.min(picture.bottom, heightAt(picture, cell.least)));
      pen.stroke();
    }
    pen.beginPath();
    pen.arc(point[0], point[1], 3, 0, 2 * Math.PI);
    pen.fill();
  });
}

/** Draws all of it on a canvas of the picture's size; `scale`: pixels of the canvas a CSS pixel. */
export function paint(canvas: HTMLCanvasElement, painting: Painting, scale: number): void {
  const { width, height, line } = painting.picture;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(scale, scale);
  if (line) paintLine(pen, painting);
  else paintMap(pen, painting);
}
