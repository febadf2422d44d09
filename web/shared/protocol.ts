// What crosses between the page and the lab worker. Intents go in, small summaries come out; no lab column ever crosses
// unless the page itself must draw (see Frame).
import type { Scenario } from '../../src/scenario/types.ts';
import type { Frame } from './frame.ts';
import type { Layout, PanelId } from './panels.ts';
import type { Summary } from './summary.ts';

export type * from './frame.ts';
export * from './panels.ts';
export type * from './summary.ts';

/** Colours as #rrggbb. Series are told apart by dash and shape too, never by colour alone. */
export interface Theme {
  dark: boolean;
  background: string;
  /** Behind the plot areas. */
  surface: string;
  grid: string;
  ink: string;
  muted: string;
  /** The closed-form optimum: V(t), the turnpike, c/(1+2c). */
  optimum: string;
  /** The static-parity reference, and the best constant split. */
  parity: string;
  /** A planner who leaves chips where they are. */
  planner: string;
  /** Equilibria. */
  nash: string;
  /** By rule id. */
  rules: Record<string, string>;
}

/** One lab of the run: places in the lists of economies, of their groups, and of the group's labs. */
export interface LabPlace {
  economy: number;
  group: number;
  lab: number;
}

export interface Figure {
  label: string;
  value: string;
}

/** One lab looked at closely. */
export interface Inspection {
  place: LabPlace;
  title: string;
  /** Name of its economy where there are several. */
  economy: string | null;
  /** Rule id. */
  rule: string;
  t: number;
  K: number;
  T: number;
  /** null before the first decision. */
  q: number | null;
  cHat: number;
  /** Why it chose q in the last tick, and by which numbers. */
  why: { words: string; figures: readonly Figure[] };
  /** Where it has been, from `since` on: as many values each, in the order of t. */
  history: { t: Float64Array; K: Float64Array; T: Float64Array; q: Float64Array };
  /** 0, or the time from which on it was followed where a replay of what came before would take too long. */
  since: number;
}

/** What is under the pointer, in words and numbers the page can show. */
export interface HoverInfo {
  panel: PanelId;
  /** CSS pixels on the canvas: where to put the mark. */
  x: number;
  y: number;
  title: string;
  lines: Figure[];
  /** The lab, where it is one. */
  place: LabPlace | null;
  /** On a panel over time: when. Every such panel shows a line there. */
  t?: number;
}

/** The charts over time in numbers: one value a time; null where there is none. */
export interface ChartReadings {
  times: number[];
  economies: { name: string; K: (number | null)[]; V: (number | null)[]; q: (number | null)[] }[];
}

/** Two bands in data units: 5–95 % and 25–75 % of the runs. */
export interface BandPair {
  outer: Float32Array;
  inner: Float32Array;
}

/** What other seeds do with the same scenario. */
export interface Bands {
  seeds: number;
  /** Of log10 K. */
  chips: BandPair;
  /** Of q. */
  share: BandPair;
}

/** How far an ensemble has got. */
export interface EnsembleNews {
  done: number;
  isDone: boolean;
  /** Every seed gives the same run. */
  isWithoutLuck: boolean;
  /** Now and then, and at the end. */
  bands: Bands | null;
}

/** The side of the worker that runs other seeds. It is ended, not told to stop. */
export interface EnsembleApi {
  /** Runs the scenario's base under the seeds after its own; once in a worker's life. Resolves when all is told. */
  run(scenario: Scenario, seeds: number, tell: (news: EnsembleNews) => void): Promise<void>;
  /** Which part of the time it may use, from 0 to 1. */
  setShare(share: number): Promise<void>;
}

/** Which of two runs side by side: the first is at the left or above. A run alone is 0. */
export type SideIndex = 0 | 1;

/** Speed of play in steps of the clock, of one run its ticks, a second; Infinity: as fast as it goes. */
export type Speed = number;

/** The worker's side, through Comlink. Every call is an intent; results come through the subscriber. */
export interface LabApi {
  /** canvas: transferred control, or null when the page draws frames itself. */
  attach(
    canvas: OffscreenCanvas | null,
    layout: Layout,
    theme: Theme,
    webgl: boolean,
    side?: SideIndex,
  ): Promise<void>;
  /** Nothing of a side is drawn any more: its canvas is gone. */
  detach(side: SideIndex): Promise<void>;
  /** Proxied callbacks. `onFrame` is used only when the page draws. */
  subscribe(
    onSummary: (summary: Summary, side: SideIndex) => void,
    onFrame: ((frame: Frame, side: SideIndex) => void) | null,
  ): Promise<void>;
  /** Loads a validated scenario, or two to run under one clock, at t = 0. `coreHash` comes back. Rejects in words if it cannot. */
  load(scenarios: readonly Scenario[]): Promise<{ coreHash: string }>;
  /** Goes on, where time stands, as scenarios that differ from the loaded ones in words and in clock.until alone. */
  amend(scenarios: readonly Scenario[]): Promise<void>;
  /** The first of two becomes the second, where time stands. */
  swap(): Promise<void>;
  /** One of two goes on alone, where it stands. */
  keep(side: SideIndex): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** One step of the clock: a decision interval, of two runs one common to both. */
  step(): Promise<void>;
  /** Moves to a position, back or forth, and pauses there; beyond the furthest reached it runs on. */
  seek(position: number): Promise<void>;
  reset(): Promise<void>;
  setSpeed(speed: Speed): Promise<void>;
  /** Which benchmarks are not drawn on the panel of chips, by id. */
  hide(benchmarks: readonly string[]): Promise<void>;
  /** Keeps what is known of the base's run in sight as a ghost, whatever is loaded next; or lets go of it. */
  keepGhost(isKept: boolean, side?: SideIndex): Promise<void>;
  /** Draws what other seeds do. */
  setBands(bands: Bands | null, side?: SideIndex): Promise<void>;
  resize(layout: Layout, side?: SideIndex): Promise<void>;
  /** A linear axis for all chips over time instead of a logarithmic one. */
  setLinear(isLinear: boolean): Promise<void>;
  /** Axes in common, where two runs count in the same units. */
  shareAxes(areShared: boolean): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  hover(panel: PanelId, x: number, y: number, side?: SideIndex): Promise<HoverInfo | null>;
  /** Follows a lab from now on, its past replayed; null: none any more. False where there is no such lab. */
  pin(place: LabPlace | null, side?: SideIndex): Promise<boolean>;
  /** The pinned lab; null where none is. */
  inspect(side?: SideIndex): Promise<Inspection | null>;
  /** The charts over time as a table of at most some fifty rows. Null before the first load. */
  chartReadings(side?: SideIndex): Promise<ChartReadings | null>;
  /** Answers; a worker that is gone does not. */
  ping(): Promise<void>;
  /** State hash of every economy, by name: for identity checks. */
  hashes(side?: SideIndex): Promise<Record<string, string>>;
  /** The same record the command line writes as --csv. */
  csv(side?: SideIndex): Promise<string>;
  /** The same object the command line writes as --json. */
  json(side?: SideIndex): Promise<object>;
  /** What is drawn now, for the page to keep. */
  frame(side?: SideIndex): Promise<Frame>;
  /** The drawn panels at `scale` × CSS pixels, without axes: the page composes the axes onto it. */
  image(scale: number, side?: SideIndex): Promise<ImageBitmap>;
}
