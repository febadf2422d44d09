import { createRenderer } from '../render/createRenderer.ts';
import type { Renderer } from '../render/renderer.ts';
import type { Frame, Layout, Summary, Theme } from '../shared/protocol.ts';
import { ownCopy } from './ownCopy.ts';

/** Where one side is drawn: on a canvas of the worker's own, or frame by frame on the page. */
export class Stage {
  readonly #onLoss: () => void;
  #layout: Layout | null = null;
  #renderer: Renderer | null = null;
  #rendererName: Summary['renderer'] = 'canvas2d-worker';
  #isPictureLost = false;
  #attachments = 0;
  /** A frame is with the page: the next one waits until it has been taken. */
  #isFrameOut = false;

  /** onLoss: the graphics are lost, or back. */
  constructor(onLoss: () => void) {
    this.#onLoss = onLoss;
  }

  get layout(): Layout | null {
    return this.#layout;
  }

  get state(): Pick<Summary, 'renderer' | 'pictureLost'> {
    return { renderer: this.#rendererName, pictureLost: this.#isPictureLost };
  }

  /** canvas: null where the page draws. False if another canvas, or none, was asked for in the meantime. */
  async attach(canvas: OffscreenCanvas | null, layout: Layout, webgl: boolean): Promise<boolean> {
    this.detach();
    const attachment = this.#attachments;
    this.#layout = layout;
    if (!canvas) {
      this.#rendererName = webgl ? 'webgl-page' : 'canvas2d-page';
      return true;
    }
    const isCurrent = (): boolean => attachment === this.#attachments;
    const renderer = await createRenderer(canvas, layout, webgl, {
      onLost: () => isCurrent() && this.#setPictureLost(true),
      onRestored: () => isCurrent() && this.#setPictureLost(false),
    });
    if (!isCurrent()) {
      renderer.destroy();
      return false;
    }
    this.#renderer = renderer;
    // The layout may have changed while Pixi was loading.
    renderer.resize(this.#layout ?? layout);
    this.#rendererName = `${renderer.kind}-worker`;
    return true;
  }

  /** Nothing is drawn until another canvas comes. */
  detach(): void {
    this.#attachments++;
    this.#renderer?.destroy();
    this.#renderer = null;
    this.#layout = null;
    this.#isPictureLost = false;
  }

  resize(layout: Layout): void {
    this.#renderer?.resize(layout);
    this.#layout = layout;
  }

  /** Draws here, or gives the frame to the page; false where the page still has the last one. */
  draw(frame: Frame, theme: Theme, send: ((frame: Frame) => unknown) | null): boolean {
    if (!this.#layout) return true;
    if (this.#renderer) this.#renderer.draw(frame, this.#layout, theme);
    else if (send) {
      if (this.#isFrameOut) return false;
      void this.#send(frame, send);
    }
    return true;
  }

  /** One frame is under way at most: a page that draws slowly gets fewer frames, never a queue of them. */
  async #send(frame: Frame, send: (frame: Frame) => unknown): Promise<void> {
    this.#isFrameOut = true;
    await send(ownCopy(frame));
    this.#isFrameOut = false;
  }

  #setPictureLost(isLost: boolean): void {
    this.#isPictureLost = isLost;
    this.#onLoss();
  }
}
