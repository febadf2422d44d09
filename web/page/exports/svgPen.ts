import type { Pen, Pixels } from '../../render/renderer.ts';
import type { PicturePen } from './picture.ts';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** What save keeps and restore brings back. */
interface State {
  fillStyle: string;
  strokeStyle: string;
  globalAlpha: number;
  lineWidth: number;
  lineJoin: CanvasLineJoin;
  font: string;
  textAlign: CanvasTextAlign;
  dash: number[];
  matrix: Matrix;
}

const first = (): State => ({
  fillStyle: '#000000',
  strokeStyle: '#000000',
  globalAlpha: 1,
  lineWidth: 1,
  lineJoin: 'miter',
  font: '10px sans-serif',
  textAlign: 'left',
  dash: [],
  matrix: identity,
});

const anchors: Partial<Record<CanvasTextAlign, string>> = { center: 'middle', right: 'end' };

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** Two decimals: a fiftieth of a hair on any screen or paper. */
const n = (x: number): string => String(Math.round(x * 100) / 100);

/**
 * A 2D context that writes SVG elements instead of setting pixels: whatever draws the picture draws the vector file too.
 * What is a crowd of pixels there is an image here, made by `image`.
 */
export class SvgPen implements Pen, Omit<PicturePen, keyof Pen> {
  readonly elements: string[] = [];
  readonly #image: (pixels: Pixels) => string;
  readonly #ratio: number;
  #state = first();
  #saved: State[] = [];
  #path: string[] = [];
  /** SVG dashes have no such offset here: no picture uses one. */
  lineDashOffset = 0;

  /** image: pixels as a data URL. ratio: pixels of such an image per unit. */
  constructor(image: (pixels: Pixels) => string, ratio = 1) {
    this.#image = image;
    this.#ratio = ratio;
  }

  get fillStyle(): string {
    return this.#state.fillStyle;
  }
  set fillStyle(value: string | object) {
    this.#state.fillStyle = String(value);
  }
  get strokeStyle(): string {
    return this.#state.strokeStyle;
  }
  set strokeStyle(value: string | object) {
    this.#state.strokeStyle = String(value);
  }
  get globalAlpha(): number {
    return this.#state.globalAlpha;
  }
  set globalAlpha(value: number) {
    this.#state.globalAlpha = value;
  }
  get lineWidth(): number {
    return this.#state.lineWidth;
  }
  set lineWidth(value: number) {
    this.#state.lineWidth = value;
  }
  get lineJoin(): CanvasLineJoin {
    return this.#state.lineJoin;
  }
  set lineJoin(value: string) {
    this.#state.lineJoin = value as CanvasLineJoin;
  }
  get font(): string {
    return this.#state.font;
  }
  set font(value: string) {
    this.#state.font = value;
  }
  get textAlign(): CanvasTextAlign {
    return this.#state.textAlign;
  }
  set textAlign(value: CanvasTextAlign) {
    this.#state.textAlign = value;
  }

  save(): void {
    this.#saved.push({ ...this.#state });
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? first();
  }

  /** The renderers set it to go from CSS pixels to a canvas's own: a drawing has only the former. */
  setTransform(): void {}

  setLineDash(segments: number[]): void {
    this.#state.dash = segments;
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#state.matrix;
    this.#state.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.#state.matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#state.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    this.#path.push('z');
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${n(x)} ${n(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`L${n(x)} ${n(y)}`);
  }

  /** A whole circle, which is all that is ever asked for. */
  arc(x: number, y: number, radius: number): void {
    const r = n(radius);
    this.#path.push(
      `M${n(x + radius)} ${n(y)}A${r} ${r} 0 1 1 ${n(x - radius)} ${n(y)}A${r} ${r} 0 1 1 ${n(x + radius)} ${n(y)}`,
    );
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`);
  }

  fill(): void {
    if (this.#path.length > 0) this.#add('path', `d="${this.#path.join('')}"${this.#filled()}`);
  }

  stroke(): void {
    if (this.#path.length > 0) this.#add('path', `d="${this.#path.join('')}" fill="none"${this.#stroked()}`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#add('rect', `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${this.#filled()}`);
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, this.#filled());
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, ` fill="none"${this.#stroked()}`);
  }

  createImageData(width: number, height: number): Pixels {
    return { width, height, data: new Uint8ClampedArray(width * height * 4) };
  }

  putImageData(pixels: Pixels, x: number, y: number): void {
    const [left, top, width, height] = [x, y, pixels.width, pixels.height].map((at) => n(at / this.#ratio));
    this.#add(
      'image',
      `x="${left}" y="${top}" width="${width}" height="${height}" href="${this.#image(pixels)}"`,
    );
  }

  /** Puts another pen's elements here, moved with everything else. */
  place(other: SvgPen): void {
    this.elements.push(`<g${this.#moved()}>${other.elements.join('\n')}</g>`);
  }

  #text(text: string, x: number, y: number, ink: string): void {
    const [, weight, size] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font) ?? [];
    const anchor = anchors[this.textAlign];
    const words = [
      `x="${n(x)}" y="${n(y)}" font-size="${size}"`,
      weight ? ` font-weight="${weight}"` : '',
      anchor ? ` text-anchor="${anchor}"` : '',
      ink,
    ];
    this.#add('text', words.join(''), escapeXml(text));
  }

  #add(name: string, words: string, content?: string): void {
    const end = content === undefined ? '/>' : `>${content}</${name}>`;
    this.elements.push(`<${name} ${words}${this.#moved()}${end}`);
  }

  #moved(): string {
    const { matrix } = this.#state;
    return matrix.every((part, i) => part === identity[i])
      ? ''
      : ` transform="matrix(${matrix.map((part) => String(Number(part.toFixed(5)))).join(' ')})"`;
  }

  #filled(): string {
    const { fillStyle, globalAlpha } = this.#state;
    return ` fill="${fillStyle}"${globalAlpha < 1 ? ` fill-opacity="${n(globalAlpha)}"` : ''}`;
  }

  #stroked(): string {
    const { strokeStyle, lineWidth, lineJoin, dash, globalAlpha } = this.#state;
    return [
      ` stroke="${strokeStyle}" stroke-width="${n(lineWidth)}"`,
      lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`,
      dash.length > 0 ? ` stroke-dasharray="${dash.map(n).join(' ')}"` : '',
      globalAlpha < 1 ? ` stroke-opacity="${n(globalAlpha)}"` : '',
    ].join('');
  }
}
