import type { Rect } from '../shared/protocol.ts';
import type { Scale } from './scale.ts';

/** Takes a clipped line stroke by stroke, in CSS pixels. A 2D context is one. */
export interface Tracer {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/**
 * Traces the part of a polyline that lies in its panel. Clipping the data needs no stencil, which costs software WebGL five
 * times the frame. Points without a finite place (NaN, or the logarithm of 0) lift the pen.
 */
export function traceClipped(data: Float32Array, scale: Scale, rect: Rect, tracer: Tracer): void {
  const { x0, kx, y0, ky } = scale;
  const left = rect.x;
  const right = rect.x + rect.width;
  const top = rect.y;
  const bottom = rect.y + rect.height;
  let penX = Number.NaN;
  let penY = Number.NaN;
  let ax = Number.NaN;
  let ay = Number.NaN;
  for (let i = 0; i + 1 < data.length; i += 2) {
    const bx = x0 + data[i] * kx;
    const by = y0 + data[i + 1] * ky;
    const dx = bx - ax;
    const dy = by - ay;
    // Not finite: a lifted pen before or now. Liang–Barsky otherwise: the segment lies inside for u from `from` to `to`.
    if (Number.isFinite(dx) && Number.isFinite(dy)) {
      let from = 0;
      let to = 1;
      if (dx !== 0) {
        const u = (left - ax) / dx;
        const v = (right - ax) / dx;
        from = Math.max(from, Math.min(u, v));
        to = Math.min(to, Math.max(u, v));
      } else if (ax < left || ax > right) to = -1;
      if (dy !== 0) {
        const u = (top - ay) / dy;
        const v = (bottom - ay) / dy;
        from = Math.max(from, Math.min(u, v));
        to = Math.min(to, Math.max(u, v));
      } else if (ay < top || ay > bottom) to = -1;
      if (from <= to) {
        const startX = from === 0 ? ax : ax + from * dx;
        const startY = from === 0 ? ay : ay + from * dy;
        if (startX !== penX || startY !== penY) tracer.moveTo(startX, startY);
        penX = to === 1 ? bx : ax + to * dx;
        penY = to === 1 ? by : ay + to * dy;
        tracer.lineTo(penX, penY);
      }
    }
    ax = bx;
    ay = by;
  }
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
