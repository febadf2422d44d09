import type { Tracer } from './clip.ts';

/** 32-bit words a vertex: x, y, across, along (f32, CSS pixels), colour (rgba8), pen (half width, dash on, dash off; eighths of a pixel). */
export const STRIP_WORDS = 6;

/** rgba8 as one little-endian word. */
export function packColor(color: string, alpha: number): number {
  const rgb = Number.parseInt(color.slice(1, 7), 16);
  const a = Math.round(alpha * 255);
  return ((rgb >> 16) | (rgb & 0xff00) | ((rgb & 0xff) << 16) | (a << 24)) >>> 0;
}

/**
 * Lines of any width and fills, as one triangle strip: WebGL draws lines only one pixel wide. Strokes are joined by
 * degenerate triangles. `across` and `along` let the fragment shader smooth edges and cut dashes.
 */
export class Strip implements Tracer {
  #words: ArrayBuffer;
  #f32: Float32Array;
  #u32: Uint32Array;
  #count = 0;
  /** Room for the smoothed edge, beyond half the width. */
  #feather = 1;
  #half = 1;
  #color = 0;
  #pen = 0;
  #x = 0;
  #y = 0;
  #along = 0;
  /** Unit direction of the last segment; none yet in this stroke if both are 0. */
  #dx = 0;
  #dy = 0;
  #isBridging = false;

  constructor(vertices = 4096) {
    this.#words = new ArrayBuffer(vertices * STRIP_WORDS * 4);
    this.#f32 = new Float32Array(this.#words);
    this.#u32 = new Uint32Array(this.#words);
  }

  get vertices(): number {
    return this.#count;
  }

  /** The whole buffer; only the first `vertices` count. It is another one after it had to grow. */
  get data(): Float32Array {
    return this.#f32;
  }

  /** ratio: device pixels per CSS pixel. */
  clear(ratio: number): void {
    this.#count = 0;
    this.#feather = 1 / ratio;
    this.#dx = this.#dy = 0;
  }

  /** Sets the look of the strokes that follow. */
  begin(color: string, alpha: number, width: number, dash: readonly [number, number] | null): void {
    this.#half = width / 2;
    this.#color = packColor(color, alpha);
    const [on, off] = dash ?? [0, 0];
    this.#pen = Math.round(width * 4) | (Math.round(on * 8) << 8) | (Math.round(off * 8) << 16);
  }

  moveTo(x: number, y: number): void {
    this.end();
    this.#x = x;
    this.#y = y;
    this.#along = 0;
  }

  lineTo(x: number, y: number): void {
    const stepX = x - this.#x;
    const stepY = y - this.#y;
    const length = Math.hypot(stepX, stepY);
    // Too short to have a direction.
    if (length < 1e-3) return;
    const dx = stepX / length;
    const dy = stepY / length;
    if (this.#dx === 0 && this.#dy === 0) {
      this.#bridge();
      this.#pair(-dy, dx, 1);
    } else {
      this.#join(dx, dy);
    }
    this.#x = x;
    this.#y = y;
    this.#dx = dx;
    this.#dy = dy;
    this.#along += length;
  }

  /** Ends the stroke under way. */
  end(): void {
    if (this.#dx === 0 && this.#dy === 0) return;
    this.#pair(-this.#dy, this.#dx, 1);
    this.#dx = this.#dy = 0;
  }

  /** One step of a filled ribbon between two heights; the first of a ribbon says so. */
  ribbon(x: number, low: number, high: number, isFirst: boolean): void {
    if (isFirst) this.#bridge();
    // Half a width of 31 pixels with `across` 0: opaque to the edge.
    this.#pen = 255;
    this.#vertex(x, low, 0);
    this.#vertex(x, high, 0);
  }

  /** Mitre, unless the turn is sharper than a right angle: then each side gets its own end. */
  #join(dx: number, dy: number): void {
    const cosine = dx * this.#dx + dy * this.#dy;
    if (cosine < -0.01) {
      this.#pair(-this.#dy, this.#dx, 1);
      this.#pair(-dy, dx, 1);
      return;
    }
    this.#pair(-(dy + this.#dy), dx + this.#dx, 1 / (1 + cosine));
  }

  #pair(nx: number, ny: number, scale: number): void {
    const reach = this.#half + this.#feather;
    const ox = nx * scale * reach;
    const oy = ny * scale * reach;
    this.#vertex(this.#x + ox, this.#y + oy, reach);
    this.#vertex(this.#x - ox, this.#y - oy, -reach);
  }

  /** Doubles the last vertex and the next one, so that the triangles between two strokes have no area. */
  #bridge(): void {
    if (this.#count === 0) return;
    this.#reserve();
    const from = (this.#count - 1) * STRIP_WORDS;
    this.#u32.copyWithin(from + STRIP_WORDS, from, from + STRIP_WORDS);
    this.#count++;
    this.#isBridging = true;
  }

  #vertex(x: number, y: number, across: number): void {
    this.#reserve();
    const at = this.#count++ * STRIP_WORDS;
    this.#f32[at] = x;
    this.#f32[at + 1] = y;
    this.#f32[at + 2] = across;
    this.#f32[at + 3] = this.#along;
    this.#u32[at + 4] = this.#color;
    this.#u32[at + 5] = this.#pen;
    if (!this.#isBridging) return;
    this.#isBridging = false;
    this.#vertex(x, y, across);
  }

  #reserve(): void {
    if ((this.#count + 1) * STRIP_WORDS <= this.#f32.length) return;
    const words = new ArrayBuffer(this.#words.byteLength * 2);
    const u32 = new Uint32Array(words);
    u32.set(this.#u32);
    this.#words = words;
    this.#u32 = u32;
    this.#f32 = new Float32Array(words);
  }
}
