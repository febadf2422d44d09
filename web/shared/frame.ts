// What is drawn.
import type { Domains, PanelId } from './panels.ts';

/**
 * What a renderer draws. In the worker the typed arrays are recycled: they are valid during one `draw` only. A frame that came
 * through `onFrame` belongs to the page. How series look (dash, shape, colour) is in ../render/marks.ts, for legends too.
 */
export interface Frame {
  domains: Domains;
  /** (log10 T, log10 K) pairs of every lab to draw, and how runs of them are marked. */
  points: Float32Array;
  runs: { first: number; count: number; rule: string; economy: number }[];
  /** Lines in data units (x, y pairs; a NaN pair lifts the pen), each clipped to its panel. */
  lines: Line[];
}

export type LineStyle =
  | 'economy'
  | 'optimum'
  | 'parity'
  | 'benchmark'
  | 'turnpike'
  | 'projection'
  | 'trail'
  | 'band'
  /** A group's part of a stream, and the line between two of them. */
  | 'area'
  | 'edge'
  /** The filled bins of a histogram. */
  | 'bars'
  /** A run that was pinned. */
  | 'ghost'
  /** Where the runs of other seeds lie: 5–95 % and 25–75 % of them. */
  | 'outer'
  | 'inner'
  /** A second measure beside the one drawn as 'economy'. */
  | 'second';

export interface Line {
  panel: PanelId;
  style: LineStyle;
  /** Index of the economy it belongs to, which chooses dash; −1 for references. */
  economy: number;
  /** Rule id that colours it, or null for the style's own colour. */
  rule: string | null;
  /** Id of the benchmark it is, which chooses colour and dash. */
  benchmark?: string;
  /** How far an area's colour is from its rule's own, 0 to 1. */
  shade?: number;
  /** x, y, x, y … in data units (log10 on log axes). A band alternates its lower and upper end: x, low, x, high … */
  data: Float32Array;
  label: string;
}
