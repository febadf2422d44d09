import type { Frame, Layout, Rect, Theme } from '../shared/protocol.ts';
import { PANELS } from '../shared/protocol.ts';
import { traceClipped, walkBand } from './clip.ts';
import { Dots } from './dots.ts';
import {
  inDrawingOrder,
  isFilled,
  markOf,
  pointAlpha,
  pointSize,
  ruleColor,
  shadesOf,
  shapeOf,
} from './marks.ts';
import type { Pen, Pixels, Renderer, Surface } from './renderer.ts';
import { type Scale, scaleOf } from './scale.ts';
import { tracePoint } from './tracePoint.ts';

/** From here on points are little squares set pixel by pixel: as paths, 10,000 of them take a software Canvas2D a second. */
const MANY = 3000;

/** The picture without WebGL; also what still images are made with. */
export class Canvas2dRenderer implements Renderer {
  readonly kind = 'canvas2d';
  readonly isReady = true;
  readonly #surface: Surface;
  readonly #pen: Pen;
  #pixels: Pixels | null = null;

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
      const rect = layout.panels[panel];
      if (rect) pen.fillRect(rect.x, rect.y, rect.width, rect.height);
    }
    const labs = frame.runs.reduce((sum, run) => sum + run.count, 0);
    // Pixels replace what is below them, so a crowd lies under the lines.
    if (labs > MANY) this.#crowd(frame, layout, theme, labs);
    this.#lines(frame, layout, theme);
    if (labs <= MANY) this.#points(frame, layout, theme, labs);
  }

  destroy(): void {
    // A 2D context holds nothing that the canvas does not.
  }

  #lines(frame: Frame, layout: Layout, theme: Theme): void {
    const pen = this.#pen;
    const shades = shadesOf(frame.runs);
    for (const line of inDrawingOrder(frame.lines)) {
      const rect = layout.panels[line.panel];
      if (!rect) continue;
      const scale = scaleOf(rect, frame.domains[line.panel]);
      const { color, alpha, width, dash } = markOf(line, theme, shades);
      pen.globalAlpha = alpha;
      pen.beginPath();
      if (isFilled(line.style)) {
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

  #points({ points, runs, domains }: Frame, layout: Layout, theme: Theme, labs: number): void {
    const pen = this.#pen;
    const rect = layout.panels.phase;
    if (!rect) return;
    const scale = scaleOf(rect, domains.phase);
    const size = pointSize(labs);
    pen.globalAlpha = pointAlpha(labs);
    pen.setLineDash([]);
    const shades = shadesOf(runs);
    for (const run of baseLast(runs)) {
      const color = ruleColor(theme, run.rule, shades(run.rule, run.economy));
      const shape = shapeOf(run.economy);
      const isStroked = shape === 'ring' || shape === 'cross';
      pen.beginPath();
      for (let i = run.first * 2; i < (run.first + run.count) * 2; i += 2) {
        const x = scale.x0 + points[i] * scale.kx;
        const y = scale.y0 + points[i + 1] * scale.ky;
        if (!contains(rect, x, y)) continue;
        tracePoint(pen, shape, x, y, size / 2);
      }
      if (isStroked) {
        pen.strokeStyle = color;
        pen.lineWidth = Math.max(1, size * 0.24);
        pen.stroke();
      } else {
        pen.fillStyle = color;
        pen.fill();
      }
    }
    pen.globalAlpha = 1;
  }

  #crowd({ points, runs, domains }: Frame, layout: Layout, theme: Theme, labs: number): void {
    const { ratio } = layout;
    const rect = layout.panels.phase;
    if (!rect) return;
    const left = Math.round(rect.x * ratio);
    const top = Math.round(rect.y * ratio);
    const width = Math.max(1, Math.round(rect.width * ratio));
    const height = Math.max(1, Math.round(rect.height * ratio));
    if (this.#pixels?.width !== width || this.#pixels.height !== height)
      this.#pixels = this.#pen.createImageData(width, height);
    const dots = new Dots(this.#pixels, theme.surface);
    const scale = scaleOf({ x: 0, y: 0, width, height }, domains.phase);
    const size = Math.max(1, Math.round(pointSize(labs) * ratio));
    const shades = shadesOf(runs);
    for (const { first, count, rule, economy } of baseLast(runs))
      dots.add(
        points.subarray(first * 2, (first + count) * 2),
        scale,
        size,
        ruleColor(theme, rule, shades(rule, economy)),
        pointAlpha(labs),
      );
    this.#pen.putImageData(this.#pixels, left, top);
  }
}

/** The base economy last, on top. */
function baseLast(runs: Frame['runs']): Frame['runs'] {
  return [...runs].sort((a, b) => b.economy - a.economy);
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
