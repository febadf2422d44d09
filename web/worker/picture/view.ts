import { HIDDEN_AT_FIRST } from '../../shared/benchmarks.ts';
import { type Bands, PANELS_AT_FIRST, type PanelId } from '../../shared/protocol.ts';
import type { Ghost } from './ghost.ts';

/** What of a run is drawn, and how: the reader's choice, the same for every scenario. */
export interface View {
  /** Only these panels are drawn; nothing is worked out for others. */
  readonly shown: readonly PanelId[];
  /** Ids of the benchmarks that are not drawn. */
  readonly hidden: ReadonlySet<string>;
  /** A linear axis for all chips over time. */
  readonly isLinear: boolean;
  /** A run that was pinned before, under the one that plays. */
  readonly ghost: Ghost | null;
  /** What other seeds do. */
  readonly bands: Bands | null;
}

export const FIRST_VIEW: View = {
  shown: PANELS_AT_FIRST,
  hidden: new Set(HIDDEN_AT_FIRST),
  isLinear: false,
  ghost: null,
  bands: null,
};
