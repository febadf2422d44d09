import { isFilled, markOf, ruleColor, type Shades, shapeOf } from '../../render/marks.ts';
import type { Layout, LineStyle, Theme } from '../../shared/protocol.ts';
import { fontSizes, type Ink, type Mark } from '../axes/marks.ts';
import { textWidth } from '../axes/textWidth.ts';

/** One entry of the legend under the picture. */
export type LegendEntry =
  | { kind: 'rule'; text: string; rule: string }
  | { kind: 'line'; text: string; style: LineStyle; benchmark?: string }
  | { kind: 'economy'; text: string; economy: number; rule: string | null };

/** The part of a 2D context that a picture is drawn with: a canvas's, or SvgPen. */
export type PicturePen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'moveTo'
  | 'restore'
  | 'rotate'
  | 'save'
  | 'setLineDash'
  | 'stroke'
  | 'strokeStyle'
  | 'strokeText'
  | 'textAlign'
  | 'translate'
>;

export interface PictureParts {
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
const headingSize = 16;
const headingLine = 22;
const captionSize = 11;
const legendLine = 22;
const captionLine = 16;

/** Where a picture's parts go, in CSS pixels. */
export interface Plan {
  width: number;
  height: number;
  /** Above the panels. */
  head: number;
  heading: string[];
  rows: LegendEntry[][];
  caption: string[];
}

const widthOf = (entry: LegendEntry): number => textWidth(entryText(entry), 12) + 52;

/** A text in lines that fit, broken between words. */
function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function planPicture(parts: PictureParts): Plan {
  const { width } = parts.layout;
  const heading = wrapped(parts.heading, headingSize, width);
  const rows = legendRows(parts.legend, width);
  const caption = parts.caption.flatMap((line) => wrapped(line, captionSize, width - 16));
  const head = heading.length * headingLine + 22;
  const below = rows.length * legendLine + caption.length * captionLine;
  return {
    width: width + 2 * pad,
    height: head + parts.layout.height + below + pad * 1.5,
    head,
    heading,
    rows,
    caption,
  };
}

/** The panels with their axes, legend and caption, in CSS pixels. drawPanels: with its origin where the panels' is. */
export function drawPicture<P extends PicturePen>(
  pen: P,
  plan: Plan,
  parts: PictureParts,
  drawPanels: (pen: P) => void,
): void {
  const { layout, theme, fontFamily } = parts;
  pen.fillStyle = theme.background;
  pen.fillRect(0, 0, plan.width, plan.height);
  plan.heading.forEach((line, i) => {
    write(pen, line, pad, 30 + i * headingLine, `600 ${headingSize}px ${fontFamily}`, theme.ink);
  });
  pen.save();
  pen.translate(pad, plan.head);
  drawPanels(pen);
  for (const mark of parts.marks) drawMark(pen, mark, parts);
  let y = layout.height + 14;
  for (const row of plan.rows) {
    let x = 8;
    for (const entry of row) {
      drawEntry(pen, entry, x, y, parts);
      x += widthOf(entry);
    }
    y += legendLine;
  }
  for (const line of plan.caption) {
    write(pen, line, 8, y + 6, `${captionSize}px ${fontFamily}`, theme.muted);
    y += captionLine;
  }
  pen.restore();
}

/** A canvas of the picture's size at `scale` × CSS pixels, and its pen in CSS pixels. Even sides, as films want them. */
export function pictureCanvas(
  { width, height }: { width: number; height: number },
  scale: number,
): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = 2 * Math.round((width * scale) / 2);
  canvas.height = 2 * Math.round((height * scale) / 2);
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  return { canvas, pen };
}

function legendRows(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const needed = widthOf(entry);
    if (used + needed > width && used > 0) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push(entry);
    used += needed;
  }
  return rows;
}

/** An economy's points have a shape too, told in words. */
const entryText = (entry: LegendEntry): string =>
  entry.kind === 'economy' ? `${entry.text} (${shapeOf(entry.economy)})` : entry.text;

function write(pen: PicturePen, text: string, x: number, y: number, font: string, color: string): void {
  pen.font = font;
  pen.fillStyle = color;
  pen.textAlign = 'left';
  pen.fillText(text, x, y);
}

function inkColor(ink: Ink, theme: Theme): string {
  if (ink.startsWith('rule-')) return ruleColor(theme, ink.slice(5));
  return theme[ink as Exclude<Ink, `rule-${string}`>];
}

function drawMark(pen: PicturePen, mark: Mark, { theme, fontFamily }: PictureParts): void {
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

function drawEntry(pen: PicturePen, entry: LegendEntry, x: number, y: number, parts: PictureParts): void {
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
  write(pen, entryText(entry), x + 30, y + 4, `12px ${fontFamily}`, theme.ink);
}
