// The panels, where they stand and what their axes span.

/**
 * phase: log10 T across, log10 K up. chips: t across, K up (log10, unless the reader asked for a linear axis). share: t across,
 * q up. splits: q across, labs up. sizes: log10 K across, labs up. stream: t across, shares of all chips up. concentration: t
 * across, 0 to 1 up.
 */
export type PanelId = 'phase' | 'chips' | 'share' | 'splits' | 'sizes' | 'stream' | 'concentration';
export const PANELS: readonly PanelId[] = [
  'phase',
  'chips',
  'share',
  'splits',
  'sizes',
  'stream',
  'concentration',
];
/** Those with time across. */
export const TIME_PANELS: readonly PanelId[] = ['chips', 'share', 'stream', 'concentration'];
/** Those of a first visit. */
export const PANELS_AT_FIRST: readonly PanelId[] = ['phase', 'chips', 'share'];

/** A rectangle in CSS pixels from the canvas's top left. For a panel: its plot area, inside the axes. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  width: number;
  height: number;
  /** Device pixels per CSS pixel. */
  ratio: number;
  /** Those that are shown; of others nothing is worked out. */
  panels: Partial<Record<PanelId, Rect>>;
}

/** Data ranges of a panel's axes; log axes are given as log10. */
export interface Domain {
  x: [number, number];
  y: [number, number];
}
export type Domains = Record<PanelId, Domain>;
