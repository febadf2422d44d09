import type { Pixels } from './renderer.ts';
import type { Scale } from './scale.ts';

const parts = (color: string): [number, number, number] => {
  const rgb = Number.parseInt(color.slice(1, 7), 16);
  return [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
};

/** Square dots blended into pixels, for crowds. */
export class Dots {
  readonly #pixels: Pixels;

  /** Fills the pixels with the background, #rrggbb. */
  constructor(pixels: Pixels, background: string) {
    this.#pixels = pixels;
    const [r, g, b] = parts(background);
    const { data } = pixels;
    new Uint32Array(data.buffer, data.byteOffset, data.length / 4).fill(
      (r | (g << 8) | (b << 16) | (255 << 24)) >>> 0,
    );
  }

  /** places: x, y pairs in data units, which `scale` takes to pixels; size in pixels. */
  add(places: Float32Array, scale: Scale, size: number, color: string, alpha: number): void {
    const { data, width, height } = this.#pixels;
    const [r, g, b] = parts(color);
    const half = size / 2;
    for (let i = 0; i < places.length; i += 2) {
      const x = scale.x0 + places[i] * scale.kx;
      const y = scale.y0 + places[i + 1] * scale.ky;
      // Also left out: padding at −∞, and NaN.
      if (!(x >= 0 && x <= width && y >= 0 && y <= height)) continue;
      const left = Math.max(0, Math.round(x - half));
      const top = Math.max(0, Math.round(y - half));
      const right = Math.min(width, left + size);
      const bottom = Math.min(height, top + size);
      for (let row = top; row < bottom; row++) {
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at += 4) {
          data[at] += (r - data[at]) * alpha;
          data[at + 1] += (g - data[at + 1]) * alpha;
          data[at + 2] += (b - data[at + 2]) * alpha;
        }
      }
    }
  }
}
