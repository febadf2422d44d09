// The strict Content-Security-Policy has no eval; this makes Pixi do without.
import 'pixi.js/unsafe-eval';
import { Container, DOMAdapter, type ICanvas, WebGLRenderer, WebWorkerAdapter } from 'pixi.js';
import type { Frame, Layout, Theme } from '../shared/protocol.ts';
import { LinesMesh, PointsMesh } from './meshes.ts';
import type { Renderer } from './renderer.ts';

/**
 * Pixi on WebGL: two meshes, so two draw calls a frame whatever is shown. Points reach the GPU as the core wrote them.
 * A lost context comes back by itself: Pixi rebuilds its GPU side from our buffers at the next draw, which `onRestored` asks for.
 */
export class PixiRenderer implements Renderer {
  readonly kind = 'webgl';
  readonly #renderer: WebGLRenderer;
  readonly #stage = new Container();
  readonly #lines = new LinesMesh();
  readonly #points = new PointsMesh();
  readonly #release: () => void;

  private constructor(renderer: WebGLRenderer, onLost: () => void, onRestored: () => void) {
    this.#renderer = renderer;
    this.#stage.addChild(this.#lines.mesh, this.#points.mesh);
    const canvas = renderer.canvas as unknown as EventTarget;
    // Pixi's own listener came first, so everything is rebuilt by the time ours is called.
    canvas.addEventListener('webglcontextlost', onLost);
    canvas.addEventListener('webglcontextrestored', onRestored);
    this.#release = () => {
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
    };
  }

  /** Rejects where the canvas gives no WebGL. */
  static async create(
    canvas: EventTarget,
    layout: Layout,
    onLost: () => void,
    onRestored: () => void,
  ): Promise<PixiRenderer> {
    if (!('document' in globalThis)) DOMAdapter.set(WebWorkerAdapter);
    const renderer = new WebGLRenderer();
    await renderer.init({
      canvas: canvas as unknown as ICanvas,
      width: layout.width,
      height: layout.height,
      resolution: layout.ratio,
      antialias: false,
      // The environments' extras (events, accessibility, text, filters) would triple what is loaded.
      skipExtensionImports: true,
    });
    return new PixiRenderer(renderer, onLost, onRestored);
  }

  get isReady(): boolean {
    return !this.#renderer.context.isLost;
  }

  resize({ width, height, ratio }: Layout): void {
    this.#renderer.resize(Math.max(1, width), Math.max(1, height), ratio);
  }

  draw(frame: Frame, layout: Layout, theme: Theme): void {
    if (!this.isReady) return;
    this.#lines.update(frame, layout, theme);
    this.#points.update(frame, layout, theme);
    this.#renderer.background.color = theme.background;
    this.#renderer.render(this.#stage);
  }

  destroy(): void {
    this.#release();
    this.#lines.destroy();
    this.#points.destroy();
    this.#stage.destroy();
    this.#renderer.destroy();
  }
}
