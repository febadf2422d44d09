import type { Frame, Layout, Theme } from '../shared/protocol.ts';
import { Canvas2dRenderer } from './canvas2dRenderer.ts';
import type { Surface } from './renderer.ts';

/**
 * The panels at `scale` × CSS pixels, without axes. Drawn afresh with Canvas2D on a canvas of its own: sharp at any scale, the
 * same whatever shows the live picture, and independent of what the WebGL context kept of its last frame.
 */
export async function stillImage(
  frame: Frame,
  layout: Layout,
  theme: Theme,
  scale: number,
): Promise<ImageBitmap> {
  const scaled = { ...layout, ratio: scale };
  const canvas = new OffscreenCanvas(1, 1);
  new Canvas2dRenderer(canvas as unknown as Surface, scaled).draw(frame, scaled, theme);
  return canvas.transferToImageBitmap();
}
