import type { Frame, SideIndex, Summary } from '../shared/protocol.ts';

/** The worker's clock and frames; tests bring their own. */
export interface Clock {
  now(): number;
  /** Calls back once, at the next frame. */
  request(frame: () => void): void;
}

/** Whom the engine shows what came of it, side by side. */
export interface Audience {
  draw(frame: Frame, side: SideIndex): void;
  summary(summary: Omit<Summary, 'renderer' | 'pictureLost'>, side: SideIndex): void;
}
