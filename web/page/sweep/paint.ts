import { rampColour } from '../../../src/experiment/report/svg/colour.ts';
import type { Theme } from '../../shared/protocol.ts';
import { type Cell, type Domain, shareOf, standIn } from './cells.ts';
import { boxOf, heightAt, type Picture, pointOf } from './picture.ts';
import type { Shown } from './state.ts';

/** Draws the cells of a sweep on a canvas; axes, marks and the cell in focus lie above it. */

/** Finer than eyes can tell, so that colours are looked up and not worked out for every cell of every picture. */
const shades = 256;
const ramp = Array.from({ length: shades }, (_, i) => rampColour(i / (shades - 1)));

/** From little to much; towards light on dark ground, so that much always stands out. */
export const colourOf = (share: number, { dark }: Pick<Theme, 'dark'>): string =>
  ramp[Math.round((dark ? 1 - share : share) * (shades - 1))];

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

const tiles = new Map<string, HTMLCanvasElement>();

/** A tile of slanting lines. */
function tileOf(colour: string): HTMLCanvasElement {
  const known = tiles.get(colour);
  if (known) return known;
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  if (!pen) return tile;
  pen.strokeStyle = colour;
  pen.beginPath();
  for (const from of [-8, 0, 8]) {
    pen.moveTo(from, 8);
    pen.lineTo(from + 8, 0);
  }
  pen.stroke();
  tiles.set(colour, tile);
  return tile;
}

const hatched = (pen: CanvasRenderingContext2D, { muted }: Theme): CanvasPattern | string =>
  pen.createPattern(tileOf(muted), 'repeat') ?? muted;

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

/** A box between whole pixels of the canvas: else the ground shines through between neighbours. */
function onPixels(
  [left, top, width, height]: readonly number[],
  scale: number,
): [number, number, number, number] {
  const near = (x: number) => Math.round(x * scale) / scale;
  return [near(left), near(top), near(left + width) - near(left), near(top + height) - near(top)];
}

/** A run that blew up ended at its last finite state, which its neighbours may be far beyond. */
function dot(
  pen: CanvasRenderingContext2D,
  theme: Theme,
  [left, top, width, height]: readonly number[],
): void {
  const radius = Math.min(2, width / 5, height / 5);
  pen.beginPath();
  pen.arc(left + width / 2, top + height / 2, radius + 0.75, 0, 2 * Math.PI);
  pen.fillStyle = theme.surface;
  pen.fill();
  pen.beginPath();
  pen.arc(left + width / 2, top + height / 2, radius, 0, 2 * Math.PI);
  pen.fillStyle = theme.ink;
  pen.fill();
}

function paintMap(pen: CanvasRenderingContext2D, painting: Painting, scale: number): void {
  const { picture, of, cells, theme } = painting;
  const rows = of.plan.ys?.length ?? 1;
  const hatch = hatched(pen, theme);
  for (let at = 0; at < cells.length; at++) {
    const [i, j] = [Math.floor(at / rows), at % rows];
    const isPending = cells[at].kind === 'pending';
    const from = isPending ? standIn(cells, rows, i, j) : at;
    const fill = from < 0 ? null : fillOf(cells[from], painting);
    if (fill === null || (isPending && fill === 'hatch')) continue;
    const box = onPixels(boxOf(picture, i, j), scale);
    pen.globalAlpha = isPending ? paleness : 1;
    if (fill === 'hatch') {
      pen.fillStyle = theme.surface;
      pen.fillRect(...box);
    }
    pen.fillStyle = fill === 'hatch' ? hatch : fill;
    pen.fillRect(...box);
    pen.globalAlpha = 1;
    const cell = cells[at];
    if (cell.kind === 'failed') cross(pen, theme, box);
    if (cell.kind === 'value' && cell.blown > 0) dot(pen, theme, box);
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

/** Two cells that a line may lead through: both have values, and neither or both blew up. */
const isJoined = (a: Cell | null, b: Cell): boolean =>
  a?.kind === 'value' && b.kind === 'value' && a.blown > 0 === b.blown > 0;

function paintLine(pen: CanvasRenderingContext2D, { picture, of, cells, theme }: Painting): void {
  const hatch = hatched(pen, theme);
  const { x } = picture;
  pen.strokeStyle = pen.fillStyle = theme.rules.fixed;
  pen.lineWidth = 2;
  pen.lineJoin = 'round';
  pen.beginPath();
  let last: Cell | null = null;
  cells.forEach((cell, at) => {
    // What is not made yet is passed over; what has no value is a gap, and so is the edge of what blows up.
    if (cell.kind === 'pending') return;
    const point = pointOf(picture, of, cell, at);
    if (point) pen[isJoined(last, cell) ? 'lineTo' : 'moveTo'](...point);
    last = cell;
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
    pen.fillStyle = cell.blown > 0 ? theme.surface : theme.rules.fixed;
    pen.fill();
    pen.lineWidth = 1.5;
    pen.stroke();
  });
}

/** Draws all of it on a canvas of the picture's size; `scale`: pixels of the canvas a CSS pixel. */
export function paint(canvas: HTMLCanvasElement, painting: Painting, scale: number): void {
  const { width, height, line } = painting.picture;
  const size = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  if (line) paintLine(pen, painting);
  else paintMap(pen, painting, scale);
}
