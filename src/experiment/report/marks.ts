import type { FactorValue } from '../types.ts';
import type { Replay } from './replay.ts';

/** One point of the design as a picture shows it. */
export interface Mark {
  x: FactorValue;
  y: FactorValue;
  /** CSS class for a regime; null where the fill says it. */
  className: string | null;
  /** #rrggbb; null where the class says it. */
  fill: string | null;
  /** What is seen on pointing at it. */
  text: string;
  replay: Replay | null;
}
