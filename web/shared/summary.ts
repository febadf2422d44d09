// What the worker says in numbers about the run that is shown.
import type { Accounts, Status } from '../../src/core/row.ts';
import type { Domains } from './panels.ts';

/** Numbers of one economy (the base or a variant), now. */
export interface EconomySummary {
  name: string;
  status: Status;
  tick: number;
  t: number;
  K: number;
  T: number;
  /** Chip-weighted training share of the last tick; null at t = 0. */
  q: number | null;
  /** V(t): null where it does not apply (`whyNoOptimum` says why); Infinity past the optimum's own blow-up. */
  V: number | null;
  whyNoOptimum: string | null;
  /** ΣV_i(t), each lab's own optimum; null for one lab, where labs share training, or where there is no V. */
  separateV: number | null;
  /** K/V, 0 where V is infinite. */
  efficiency: number | null;
  /** How much later this economy reached its K than the optimum could, in time units. */
  delay: number | null;
  /** The optimum's own blow-up time. */
  optimumBlowUp: number | null;
  /** Located t*, or null. */
  blowUpTime: number | null;
  /** t* if every lab kept its present split; null if none. */
  projectedBlowUp: number | null;
  /** Labs in business. */
  labs: number;
  /** Each group's share of all chips. */
  shares: readonly number[];
  /** Price of a chip, in its price at t = 0. */
  chipPrice: number;
  /** Money and chips that moved since t = 0. */
  accounts: Accounts;
  /** In the order of the table of measures; null where not defined. */
  measures: readonly (number | null)[];
  /** Lorenz curves of K and T: (share of labs, share held), the poorest first. */
  lorenzK: readonly (readonly [number, number])[];
  lorenzT: readonly (readonly [number, number])[];
  /** Regret of each group; null where not defined. */
  regrets: readonly (number | null)[];
}

/** What the base economy is compared with. */
export interface BenchmarkNow {
  id: string;
  label: string;
  /** What it is and how it was got. */
  how: string;
  /** Why it does not apply; null if it does. */
  reason: string | null;
  /** Its ΣK at the economy's time; null where it is not drawn or not known. */
  K: number | null;
  blowUpTime: number | null;
  /** How well a computed path is known, in words; null for closed forms, and where it is not drawn. */
  accuracy: string | null;
}

/** Where a benchmark's curve leaves the panel of chips: the place of its name. */
export interface ReferenceTip {
  id: string;
  label: string;
  t: number;
  logK: number;
}

/** What is said of a run: of one of the two, where two are played. */
export interface SideSummary {
  labs: number;
  /** End of the run (scenario clock). */
  until: number;
  economies: EconomySummary[];
  benchmarks: BenchmarkNow[];
  tips: ReferenceTip[];
  domains: Domains;
  /** Is an earlier run drawn as a ghost? */
  hasGhost: boolean;
  /** How many seeds the bands that are drawn come from; 0: there are none. */
  seeds: number;
  /** Where the pinned lab is now, as (log10 T, log10 K); null where none is. */
  pinned: { x: number; y: number } | null;
  /** A run that failed, in words; null otherwise. */
  failure: string | null;
}

/** Sent after every drawn frame in which something changed, at most 30 a second. */
export interface Summary extends SideSummary {
  playing: boolean;
  /** No economy runs any more, on neither side. */
  ended: boolean;
  /**
   * The clock's steps from t = 0 to what is shown, and to the furthest that was ever reached: up to there time can be moved
   * freely. Of one run they are decision intervals.
   */
  position: number;
  furthest: number;
  /** Steps of the whole run, once its end has been reached; null before. */
  length: number | null;
  ticksPerSecond: number;
  /** Which way the pixels are made. */
  renderer: 'webgl-worker' | 'webgl-page' | 'canvas2d-worker' | 'canvas2d-page';
  /**
   * The WebGL context is lost and nothing is shown. It mostly comes back by itself; where this stays true for some seconds,
   * the page gives `attach` a fresh canvas.
   */
  pictureLost: boolean;
}
