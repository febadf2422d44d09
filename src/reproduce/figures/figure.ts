import type { Runs } from '../runs.ts';

/** x and y in the units of their axes. */
export type Point = readonly [x: number, y: number];

export interface Series {
  readonly label: string;
  readonly points: readonly Point[];
  /** dots: each point a mark, joined by nothing. */
  readonly style?: 'line' | 'dashed' | 'dots';
}

export interface Axis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
}

/** A shaded region under the curve of its points. */
export interface Band {
  readonly label: string;
  readonly points: readonly Point[];
}

/** A chart as data: what is drawn of it is chart.ts's business. */
export interface Figure {
  readonly id: string;
  readonly article: 'S1' | 'S2' | 'S3' | 'S4' | 'S5';
  readonly title: string;
  readonly caption: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly band?: Band;
  /** Points with words above them, or below. */
  readonly notes?: readonly { readonly at: Point; readonly text: string; readonly isBelow?: boolean }[];
}

/** A figure that is yet to be computed. */
export type FigureOf = (runs: Runs) => Figure;

/** n numbers from low to high, both included. */
export const spread = (low: number, high: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => low + ((high - low) * i) / (n - 1));
