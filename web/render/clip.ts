import type { Rect } from '../shared/protocol.ts';
import type { Scale } from './scale.ts';

/** Takes a clipped line stroke by stroke, in CSS pixels. A 2D context is one. */
export interface Tracer {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** Steps shorter than this many CSS pixels are left out: a crowded line costs no more than its pixels. */
const SHORTEST = 0.35;

/** Range of u in which a + u·d lies between two edges, met with another range; empty where the end is before the start. */
function within(a: number, d: number, least: number, most: number, range: [number, number]): void {
  if (d === 0) {
    if (a < least || a > most) range[1] = -1;
    return;
  }
  const u = (least - a) / d;
  const v = (most - a) / d;
  range[0] = Math.max(range[0], Math.min(u, v));
  range[1] = Math.min(range[1], Math.max(u, v));
}

/**
 * Traces the part of a polyline that lies in its panel. Clipping the data needs no stencil, which costs software WebGL five
 * times the frame. Points without a finite place (NaN, or the logarithm of 0) lift the pen.
 */
export function traceClipped(data: Float32Array, scale: Scale, rect: Rect, tracer: Tracer): void {
  const range: [number, number] = [0, 1];
  let penX = 0;
  let penY = 0;
  // The stroke goes on at (ax, ay), and (ax, ay) has been left out so far.
  let isDown = false;
  let isBehind = false;
  let ax = Number.NaN;
  let ay = Number.NaN;
  const lift = (): void => {
    if (isBehind) tracer.lineTo(ax, ay);
    isDown = isBehind = false;
  };
  const draw = (x: number, y: number): void => {
    tracer.lineTo(x, y);
    penX = x;
    penY = y;
    isBehind = false;
  };
  for (let i = 0; i + 1 < data.length; i += 2) {
    const bx = scale.x0 + data[i] * scale.kx;
    const by = scale.y0 + data[i + 1] * scale.ky;
    const dx = bx - ax;
    const dy = by - ay;
    range[0] = 0;
    range[1] = Number.isFinite(dx) && Number.isFinite(dy) ? 1 : -1;
    // Liang–Barsky: the segment lies inside for u from range[0] to range[1].
    if (range[1] > 0) {
      within(ax, dx, rect.x, rect.x + rect.width, range);
      within(ay, dy, rect.y, rect.y + rect.height, range);
    }
    const [from, to] = range;
    if (from > to) {
      lift();
    } else {
      if (from > 0 || !isDown) {
        lift();
        penX = ax + from * dx;
        penY = ay + from * dy;
        tracer.moveTo(penX, penY);
      }
      if (to < 1) {
        if (isBehind) tracer.lineTo(ax, ay);
        draw(ax + to * dx, ay + to * dy);
        isDown = false;
      } else {
        isDown = true;
        if (Math.abs(bx - penX) + Math.abs(by - penY) < SHORTEST) isBehind = true;
        else draw(bx, by);
      }
    }
    ax = bx;
    ay = by;
  }
  lift();
}

/**
 * Walks a band's lower and upper ends (x, low, x, high …) from left to right, held inside the panel.
 * A band's x rises, so holding it inside is clipping it.
 */
export function walkBand(
  data: Float32Array,
  scale: Scale,
  rect: Rect,
  visit: (x: number, low: number, high: number) => void,
): void {
  const { x0, kx, y0, ky } = scale;
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const hold = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  for (let i = 0; i + 3 < data.length; i += 4) {
    const x = hold(x0 + data[i] * kx, rect.x, right);
    const low = hold(y0 + data[i + 1] * ky, rect.y, bottom);
    const high = hold(y0 + data[i + 3] * ky, rect.y, bottom);
    if (Number.isFinite(x) && Number.isFinite(low) && Number.isFinite(high)) visit(x, low, high);
  }
}
