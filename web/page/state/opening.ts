import type { Scenario } from '../../../src/scenario/types.ts';

/** Where in its run a scenario is to be shown once it is loaded: a link to a moment, a session that comes back, a crash. */
export interface Opening {
  /** In decision intervals from t = 0. */
  position: number;
  /** May it go on by itself from there? */
  plays: boolean;
}

let waiting: { scenario: Scenario; opening: Opening } | null = null;

/** Only for this very scenario: what the reader opens in the meantime begins at its own beginning. */
export function openAt(scenario: Scenario, opening: Opening): void {
  waiting = { scenario, opening };
}

/** The opening that waits for this scenario, or null; it is given once. */
export function takeOpening(scenario: Scenario): Opening | null {
  const found = waiting?.scenario === scenario ? waiting.opening : null;
  waiting = null;
  return found;
}
