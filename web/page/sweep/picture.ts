import type { Cell, Domain } from './cells.ts';
import { nearest, type Scale, scaleOf } from './scale.ts';
import { type Shown, valuesAt } from './state.ts';

/** Where everything is in the picture, in CSS pixels. */
export interface Picture {
  width: number;
  height: number;
  x: Scale;
  /** Null for one parameter. */
  y: Scale | null;
  /** The values of a line, where there is one parameter and a measure; null for a map. */
  line: Domain | null;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const margin = { left: 66, right: 14, top: 10, bottom: 46 };
const mostHeight = 460;
const stripHeight = 64;

/** Is it a strip of cells: one parameter, and no numbers to be drawn by height? */
function heightOf(width: number, { plan }: Shown, isStrip: boolean): number {
  if (plan.ys === null && isStrip) return stripHeight + margin.top + margin.bottom;
  return Math.round(Math.max(260, Math.min(mostHeight, width * 0.62)));
}

/** A domain with room above and below its line. */
function padded({ min, max, isLog }: Domain): Domain {
  if (isLog) return { min: min * (max / min) ** -0.05, max: max * (max / min) ** 0.05, isLog };
  const room = min === max ? Math.max(1e-300, Math.abs(min) * 0.1) : (max - min) * 0.05;
  return { min: min - room, max: max + room, isLog };
}

export function pictureOf(width: number, of: Shown, domain: Domain | null, isStrip: boolean): Picture {
  const { plan, setup } = of;
  const height = heightOf(width, of, isStrip);
  const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom];
  const x = scaleOf(plan.xs, setup.x.scale === 'log', left, right);
  const y = plan.ys && setup.y ? scaleOf(plan.ys, setup.y.scale === 'log', bottom, top) : null;
  const line = y || isStrip || !domain ? null : padded(domain);
  return { width, height, x, y, line, left, right, top, bottom };
}

/** Height of a value of the line. */
export function heightAt({ line, top, bottom }: Picture, value: number): number {
  if (!line) return bottom;
  const { min, max, isLog } = line;
  const share = isLog ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return bottom - share * (bottom - top);
}

/** Left, top, width and height of a cell. */
export function boxOf(
  { x, y, top, bottom }: Picture,
  i: number,
  j: number,
): readonly [number, number, number, number] {
  const [from, to] = [x.pixel(x.edges[i]), x.pixel(x.edges[i + 1])];
  if (!y) return [from, top, to - from, bottom - top];
  const [low, high] = [y.pixel(y.edges[j]), y.pixel(y.edges[j + 1])];
  return [from, high, to - from, low - high];
}

/** The cell at a place of the picture, or −1. */
export function cellAt({ x, y, top, bottom }: Picture, left: number, above: number): number {
  const i = x.cellAt(left);
  if (i < 0 || above < top || above > bottom) return -1;
  const j = y ? y.cellAt(above) : 0;
  return j < 0 ? -1 : i * (y?.positions.length ?? 1) + j;
}

/** Where the line goes through a cell's value; null where it has none. */
export function pointOf(
  picture: Picture,
  of: Shown,
  cell: Cell,
  at: number,
): readonly [number, number] | null {
  if (cell.kind !== 'value' || !picture.line) return null;
  const { x } = picture;
  return [x.pixel(x.positions[valuesAt(of, at).i]), heightAt(picture, cell.value)];
}

/** The cell nearest to given values. */
export function cellNear({ x, y }: Picture, at: { x: number | null; y: number | null }): number {
  const i = at.x === null ? 0 : nearest(x, at.x);
  const j = y && at.y !== null ? nearest(y, at.y) : 0;
  return i * (y?.positions.length ?? 1) + j;
}

/** Where given values lie; up is null for one parameter. Null where they lie outside. */
export function placeIn(
  { x, y, left, right, top, bottom }: Picture,
  at: { x: number | null; y: number | null },
): { across: number; up: number | null } | null {
  const pixel = (scale: Scale, value: number | null) =>
    value === null ? Number.NaN : scale.pixel(scale.isLog ? Math.log10(value) : value);
  const across = pixel(x, at.x);
  if (!(across >= left && across <= right)) return null;
  if (!y) return { across, up: null };
  const up = pixel(y, at.y);
  return up >= top && up <= bottom ? { across, up } : null;
}
