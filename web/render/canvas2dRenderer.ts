import type { Frame, Layout, Rect, Theme } from '../shared/protocol.ts';
import { PANELS } from '../shared/protocol.ts';
import { traceClipped, walkBand } from './clip.ts';
import { inDrawingOrder, markOf, pointAlpha, pointSize, ruleColor, type Shape, shapeOf } from './marks.ts';
import type { Pen, Renderer, Surface } from './renderer.ts';
import { type Scale, scaleOf } from './scale.ts';

/** From here on points are little squares filled in one path a run: arcs cost a Canvas2D ten times as much. */
const MANY = 3000;

/** The picture without WebGL; also what still images are made with. */
export class Canvas2dRenderer implements Renderer {
  readonly kind = 'canvas2d';
  readonly isReady = true;
  readonly #surface: Surface;
  readonly #pen: Pen;

  /** Throws if the canvas has no 2D context, for instance because it once had another. */
  constructor(surface: Surface, layout: Layout) {
    const pen = surface.getContext('2d', { alpha: false });
    if (!pen) throw new Error('this canvas gives no 2D context');
    this.#surface = surface;
    this.#pen = pen;
    this.resize(layout);
  }

  resize({ width, height, ratio }: Layout): void {
    this.#surface.width = Math.max(1, Math.round(width * ratio));
    this.#surface.height = Math.max(1, Math.round(height * ratio));
  }

  draw(frame: Frame, layout: Layout, theme: Theme): void {
    const pen = this.#pen;
    pen.setTransform(layout.ratio, 0, 0, layout.ratio, 0, 0);
    pen.globalAlpha = 1;
    pen.lineJoin = 'round';
    pen.fillStyle = theme.background;
    pen.fillRect(0, 0, layout.width, layout.height);
    pen.fillStyle = theme.surface;
    for (const panel of PANELS) {
      const { x, y, width, height } = layout.panels[panel];
      pen.fillRect(x, y, width, height);
    }
    this.#lines(frame, layout, theme);
    this.#points(frame, layout, theme);
  }

  destroy(): void {
    // A 2D context holds nothing that the canvas does not.
  }

  #lines(frame: Frame, layout: Layout, theme: Theme): void {
    const pen = this.#pen;
    for (const line of inDrawingOrder(frame.lines)) {
      const rect = layout.panels[line.panel];
      const scale = scaleOf(rect, frame.domains[line.panel]);
      const { color, alpha, width, dash } = markOf(line, theme);
      pen.globalAlpha = alpha;
      pen.beginPath();
      if (line.style === 'band') {
        traceBand(pen, line.data, scale, rect);
        pen.fillStyle = color;
        pen.fill();
        continue;
      }
      pen.strokeStyle = color;
      pen.lineWidth = width;
      pen.setLineDash(dash ? [...dash] : []);
      traceClipped(line.data, scale, rect, pen);
      pen.stroke();
    }
  }

  #points({ points, runs, domains }: Frame, layout: Layout, theme: Theme): void {
    const pen = this.#pen;
    const rect = layout.panels.phase;
    const scale = scaleOf(rect, domains.phase);
    const labs = runs.reduce((sum, run) => sum + run.count, 0);
    const size = pointSize(labs);
    pen.globalAlpha = pointAlpha(labs);
    pen.setLineDash([]);
    // The base economy last, on top.
    for (const run of [...runs].sort((a, b) => b.economy - a.economy)) {
      const shape = shapeOf(run.economy);
      const isStroked = labs <= MANY && (shape === 'ring' || shape === 'cross');
      pen.beginPath();
      for (let i = run.first * 2; i < (run.first + run.count) * 2; i += 2) {
        const x = scale.x0 + points[i] * scale.kx;
        const y = scale.y0 + points[i + 1] * scale.ky;
        if (!contains(rect, x, y)) continue;
        if (labs > MANY) pen.rect(x - size / 2, y - size / 2, size, size);
        else tracePoint(pen, shape, x, y, size / 2);
      }
      if (isStroked) {
        pen.strokeStyle = ruleColor(theme, run.rule);
        pen.lineWidth = Math.max(1, size * 0.24);
        pen.stroke();
      } else {
        pen.fillStyle = ruleColor(theme, run.rule);
        pen.fill();
      }
    }
    pen.globalAlpha = 1;
  }
}

/** False for NaN and infinities too. */
function contains({ x, y, width, height }: Rect, px: number, py: number): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

function traceBand(pen: Pen, data: Float32Array, scale: Scale, rect: Rect): void {
  const back: number[] = [];
  walkBand(data, scale, rect, (x, low, high) => {
    if (back.length === 0) pen.moveTo(x, high);
    else pen.lineTo(x, high);
    back.push(x, low);
  });
  for (let i = back.length - 2; i >= 0; i -= 2) pen.lineTo(back[i], back[i + 1]);
  if (back.length > 0) pen.closePath();
}

/** r: half the point's width. */
function tracePoint(pen: Pen, shape: Shape, x: number, y: number, r: number): void {
  switch (shape) {
    case 'disc':
      pen.moveTo(x + r, y);
      pen.arc(x, y, r, 0, 2 * Math.PI);
      break;
    case 'ring':
      pen.moveTo(x + r * 0.76, y);
      pen.arc(x, y, r * 0.76, 0, 2 * Math.PI);
      break;
    case 'square':
      pen.rect(x - r * 0.84, y - r * 0.84, r * 1.68, r * 1.68);
      break;
    case 'triangle':
      pen.moveTo(x, y - r);
      pen.lineTo(x + r, y + r * 0.8);
      pen.lineTo(x - r, y + r * 0.8);
      pen.closePath();
      break;
    case 'diamond':
      pen.moveTo(x, y - r);
      pen.lineTo(x + r, y);
      pen.lineTo(x, y + r);
      pen.lineTo(x - r, y);
      pen.closePath();
      break;
    case 'cross':
      pen.moveTo(x - r * 0.75, y - r * 0.75);
      pen.lineTo(x + r * 0.75, y + r * 0.75);
      pen.moveTo(x + r * 0.75, y - r * 0.75);
      pen.lineTo(x - r * 0.75, y + r * 0.75);
      break;
  }
}
