import { isFilled, markOf, ruleColor, type Shades, shapeOf } from '../../render/marks.ts';
import type { Layout, LineStyle, Theme } from '../../shared/protocol.ts';
import { fontSizes, type Ink, type Mark } from '../axes/marks.ts';

/** One entry of the legend under the picture. */
export type LegendEntry =
  | { kind: 'rule'; text: string; rule: string }
  | { kind: 'line'; text: string; style: LineStyle; benchmark?: string }
  | { kind: 'economy'; text: string; economy: number; rule: string | null };

export interface PictureParts {
  panels: ImageBitmap;
  marks: readonly Mark[];
  legend: readonly LegendEntry[];
  heading: string;
  /** Lines of small print: scenario, seed, core hash, version, address. */
  caption: readonly string[];
  layout: Layout;
  theme: Theme;
  shades: Shades;
  fontFamily: string;
}

const pad = 20;
const head = 44;
const legendLine = 22;
const captionLine = 16;

/** The panels with their axes, legend and caption, at the resolution of `panels`. */
export function composePicture(parts: PictureParts): HTMLCanvasElement {
  const { panels, layout, theme, heading, caption } = parts;
  const scale = panels.width / layout.width;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d')!;
  pen.font = `12px ${parts.fontFamily}`;
  const widthOf = (entry: LegendEntry) => pen.measureText(entryText(entry)).width + 52;
  const rows = legendRows(parts.legend, layout.width, widthOf);
  const height = head + layout.height + rows.length * legendLine + caption.length * captionLine + pad * 1.5;
  canvas.width = Math.round((layout.width + 2 * pad) * scale);
  canvas.height = Math.round(height * scale);
  pen.scale(scale, scale);
  pen.fillStyle = theme.background;
  pen.fillRect(0, 0, layout.width + 2 * pad, height);
  write(pen, parts, heading, pad, 30, `600 16px ${parts.fontFamily}`, theme.ink);
  pen.translate(pad, head);
  pen.drawImage(panels, 0, 0, layout.width, layout.height);
  for (const mark of parts.marks) drawMark(pen, mark, parts);
  let y = layout.height + 14;
  for (const row of rows) {
    let x = 8;
    for (const entry of row) {
      drawEntry(pen, entry, x, y, parts);
      x += widthOf(entry);
    }
    y += legendLine;
  }
  for (const line of caption) {
    write(pen, parts, line, 8, y + 6, `11px ${parts.fontFamily}`, theme.muted);
    y += captionLine;
  }
  return canvas;
}

function legendRows(
  entries: readonly LegendEntry[],
  width: number,
  widthOf: (entry: LegendEntry) => number,
): LegendEntry[][] {
  const rows: LegendEntry[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const wide = widthOf(entry);
    if (used + wide > width && used > 0) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push(entry);
    used += wide;
  }
  return rows;
}

/** An economy's points have a shape too, told in words. */
const entryText = (entry: LegendEntry): string =>
  entry.kind === 'economy' ? `${entry.text} (${shapeOf(entry.economy)})` : entry.text;

type Pen = CanvasRenderingContext2D;

function write(
  pen: Pen,
  _: PictureParts,
  text: string,
  x: number,
  y: number,
  font: string,
  color: string,
): void {
  pen.font = font;
  pen.fillStyle = color;
  pen.textAlign = 'left';
  pen.fillText(text, x, y);
}

function inkColor(ink: Ink, theme: Theme): string {
  if (ink.startsWith('rule-')) return ruleColor(theme, ink.slice(5));
  return theme[ink as Exclude<Ink, `rule-${string}`>];
}

function drawMark(pen: Pen, mark: Mark, { theme, fontFamily }: PictureParts): void {
  if (mark.kind === 'line') {
    pen.strokeStyle = {
      grid: theme.ink,
      axis: theme.muted,
      tick: theme.muted,
      now: theme.ink,
      cross: theme.ink,
    }[mark.role];
    pen.globalAlpha = mark.role === 'grid' ? 0.09 : 1;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(mark.x1, mark.y1);
    pen.lineTo(mark.x2, mark.y2);
    pen.stroke();
    pen.globalAlpha = 1;
    return;
  }
  pen.save();
  pen.translate(mark.x, mark.y);
  if (mark.rotate !== undefined) pen.rotate((mark.rotate * Math.PI) / 180);
  pen.font = `${mark.role === 'title' ? '600 ' : ''}${fontSizes[mark.role]}px ${fontFamily}`;
  pen.textAlign = { start: 'left', middle: 'center', end: 'right' }[mark.anchor] as CanvasTextAlign;
  if (mark.role === 'label') {
    pen.strokeStyle = theme.surface;
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeText(mark.text, 0, 0);
  }
  pen.fillStyle = inkColor(mark.ink, theme);
  pen.fillText(mark.text, 0, 0);
  pen.restore();
}

function drawEntry(pen: Pen, entry: LegendEntry, x: number, y: number, parts: PictureParts): void {
  const { theme, shades, fontFamily } = parts;
  if (entry.kind === 'rule') {
    pen.fillStyle = ruleColor(theme, entry.rule);
    pen.beginPath();
    pen.arc(x + 12, y, 4.5, 0, 2 * Math.PI);
    pen.fill();
  } else {
    const line =
      entry.kind === 'line'
        ? { ...entry, economy: -1, rule: null }
        : { style: 'economy' as const, economy: entry.economy, rule: entry.rule };
    const { color, alpha, width, dash } = markOf(line, theme, shades);
    pen.strokeStyle = color;
    pen.globalAlpha = alpha;
    pen.lineWidth = isFilled(line.style) ? 10 : width;
    pen.setLineDash(dash ? [...dash] : []);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 24, y);
    pen.stroke();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  }
  write(pen, parts, entryText(entry), x + 30, y + 4, `12px ${fontFamily}`, theme.ink);
}
