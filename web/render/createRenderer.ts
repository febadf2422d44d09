import type { Layout } from '../shared/protocol.ts';
import { Canvas2dRenderer } from './canvas2dRenderer.ts';
import type { Renderer, Surface } from './renderer.ts';

export interface ContextEvents {
  /** The WebGL context is gone: nothing can be drawn until `onRestored`. */
  onLost(): void;
  /** It is back, empty: draw again. */
  onRestored(): void;
}

/** WebGL 2 on a canvas of its own: asking the real one would spoil it for Canvas2D. */
function hasWebgl(): boolean {
  const page = (globalThis as { document?: { createElement(name: 'canvas'): unknown } }).document;
  const probe = page ? (page.createElement('canvas') as OffscreenCanvas) : new OffscreenCanvas(1, 1);
  const gl = probe.getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

/**
 * Pixi where `webgl` is wanted and there is WebGL 2, else Canvas2D. The canvas: an OffscreenCanvas, or the page's own.
 * Pixi is loaded only when it is needed.
 */
export async function createRenderer(
  canvas: EventTarget & { width: number; height: number },
  layout: Layout,
  webgl: boolean,
  events: ContextEvents = { onLost() {}, onRestored() {} },
): Promise<Renderer> {
  if (webgl && hasWebgl()) {
    try {
      const { PixiRenderer } = await import('./pixiRenderer.ts');
      return await PixiRenderer.create(canvas, layout, events.onLost, events.onRestored);
    } catch (error) {
      // Not loaded, or WebGL gave out between the probe and now.
      console.warn('Drawing with Canvas2D instead of WebGL:', error);
    }
  }
  return new Canvas2dRenderer(canvas as unknown as Surface, layout);
}
