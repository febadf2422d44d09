import type { Frame, Layout, Theme } from '../shared/protocol.ts';

/** Draws frames onto one canvas, in a worker or on the page. Holds nothing of a frame once `draw` has returned. */
export interface Renderer {
  readonly kind: 'webgl' | 'canvas2d';
  /** False while a WebGL context is lost: what is drawn then goes nowhere, and the next draw must follow a restore. */
  readonly isReady: boolean;
  resize(layout: Layout): void;
  draw(frame: Frame, layout: Layout, theme: Theme): void;
  destroy(): void;
}

/** What both kinds of canvas have in common. */
export interface Surface {
  width: number;
  height: number;
  getContext(kind: '2d', options?: { alpha?: boolean }): Pen | null;
}

/** What a 2D context calls ImageData. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The part of a 2D context that the Canvas2D renderer uses: a page's, a worker's or a test's. */
export interface Pen {
  fillStyle: string | object;
  strokeStyle: string | object;
  globalAlpha: number;
  lineWidth: number;
  lineJoin: string;
  lineDashOffset: number;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  setLineDash(segments: number[]): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
  createImageData(width: number, height: number): Pixels;
  putImageData(pixels: Pixels, x: number, y: number): void;
}
