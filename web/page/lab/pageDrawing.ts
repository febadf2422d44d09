import type { Renderer } from '../../render/renderer.ts';
import type { Frame, Layout } from '../../shared/protocol.ts';
import { flags } from '../flags.ts';
import { isPageDrawingLost } from '../state/run.ts';
import type { SideState } from '../state/sides.ts';
import { theme } from '../state/theme.ts';

/** Draws frames on the page's own thread, where the browser cannot give a canvas to a worker. */
export interface PageDrawing {
  /** Settles when the frame is drawn: the worker sends no other before. */
  draw(frame: Frame): Promise<void>;
  resize(layout: Layout): void;
  repaint(): void;
  end(): void;
}

/** Nothing is imported, and the canvas stays untouched, until a first frame comes. */
export function drawnBy(canvas: HTMLCanvasElement, { layout }: SideState): PageDrawing {
  let renderer: Promise<Renderer> | null = null;
  let last: Frame | null = null;
  let isOver = false;
  const redraw = async () => {
    if (!last || !layout.value || isOver) return;
    renderer ??= makeRenderer(canvas, layout.value, (isLost) => {
      if (isOver) return;
      isPageDrawingLost.value = isLost;
      if (!isLost) void redraw();
    });
    (await renderer).draw(last, layout.value, theme.value);
  };
  return {
    draw(frame) {
      last = frame;
      return redraw();
    },
    resize(size) {
      void renderer?.then((made) => made.resize(size)).then(redraw);
    },
    repaint: () => void redraw(),
    end() {
      isOver = true;
      isPageDrawingLost.value = false;
      void renderer?.then((made) => made.destroy());
    },
  };
}

async function makeRenderer(
  canvas: HTMLCanvasElement,
  size: Layout,
  onLoss: (isLost: boolean) => void,
): Promise<Renderer> {
  const { createRenderer } = await import('../../render/createRenderer.ts');
  return createRenderer(canvas, size, flags.webgl, {
    onLost: () => onLoss(true),
    onRestored: () => onLoss(false),
  });
}
