/** What is drawn over the canvas, as plain data: the page turns it into SVG, the PNG export into canvas calls. */
export type LineRole = 'grid' | 'axis' | 'tick' | 'now' | 'cross';
export type TextRole = 'tick' | 'title' | 'axisTitle' | 'label';

/** A colour token of css/tokens.css. */
export type Ink = 'ink' | 'muted' | 'optimum' | 'parity' | 'planner' | 'nash' | `rule-${string}`;

export interface LineMark {
  kind: 'line';
  role: LineRole;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface TextMark {
  kind: 'text';
  role: TextRole;
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
  ink: Ink;
  /** Degrees, about (x, y). */
  rotate?: number;
}

export type Mark = LineMark | TextMark;

export const fontSizes: Record<TextRole, number> = { tick: 11, title: 13, axisTitle: 11, label: 11 };
