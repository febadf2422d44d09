import type { Domain, Rect } from '../shared/protocol.ts';

/** Data units to CSS pixels of one panel: px = x0 + x·kx, py = y0 + y·ky. */
export interface Scale {
  readonly x0: number;
  readonly kx: number;
  readonly y0: number;
  readonly ky: number;
}

export function scaleOf(rect: Rect, { x, y }: Domain): Scale {
  const kx = rect.width / (x[1] - x[0]);
  const ky = -rect.height / (y[1] - y[0]);
  return { x0: rect.x - x[0] * kx, kx, y0: rect.y + rect.height - y[0] * ky, ky };
}
