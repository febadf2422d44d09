// What crosses between the page and the lab worker. Intents go in, small summaries come out; no lab column ever crosses
// unless the page itself must draw (see Frame).
import type { Accounts, Status } from '../../src/core/row.ts';
import type { Scenario } from '../../src/scenario/types.ts';

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

/** Data ranges of a panel's axes; log axes are given as log10. */
export interface Domain {
  x: [number, number];
  y: [number, number];
}
export type Domains = Record<PanelId, Domain>;

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

/** Sent after every drawn frame in which something changed, at most 30 a second. */
export interface Summary {
  playing: boolean;
  /** No economy runs any more. */
  ended: boolean;
  labs: number;
  /** Decision intervals from t = 0 to what is shown, and to the furthest that was ever reached: up to there time can be moved freely. */
  position: number;
  furthest: number;
  /** Decision intervals of the whole run, once its end has been reached; null before. */
  length: number | null;
  /** End of the run (scenario clock). */
  until: number;
  ticksPerSecond: number;
  economies: EconomySummary[];
  benchmarks: BenchmarkNow[];
  tips: ReferenceTip[];
  domains: Domains;
  /** Where the pinned lab is now, as (log10 T, log10 K); null where none is. */
  pinned: { x: number; y: number } | null;
  /** Which way the pixels are made. */
  renderer: 'webgl-worker' | 'webgl-page' | 'canvas2d-worker' | 'canvas2d-page';
  /**
   * The WebGL context is lost and nothing is shown. It mostly comes back by itself; where this stays true for some seconds,
   * the page gives `attach` a fresh canvas.
   */
  pictureLost: boolean;
  /** Is an earlier run drawn as a ghost? */
  hasGhost: boolean;
  /** How many seeds the bands that are drawn come from; 0: there are none. */
  seeds: number;
  /** A run that failed, in words; null otherwise. */
  failure: string | null;
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

/** Speed of play in ticks a second; Infinity: as fast as it goes. */
export type Speed = number;

/** The worker's side, through Comlink. Every call is an intent; results come through the subscriber. */
export interface LabApi {
  /** canvas: transferred control, or null when the page draws frames itself. */
  attach(canvas: OffscreenCanvas | null, layout: Layout, theme: Theme, webgl: boolean): Promise<void>;
  /** Proxied callbacks. `onFrame` is used only when the page draws. */
  subscribe(onSummary: (summary: Summary) => void, onFrame: ((frame: Frame) => void) | null): Promise<void>;
  /** Loads a validated scenario at t = 0. `coreHash` comes back. Rejects in words if it cannot. */
  load(scenario: Scenario): Promise<{ coreHash: string }>;
  /** Goes on, where time stands, as a scenario that differs from the loaded one in words and in clock.until alone. */
  amend(scenario: Scenario): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** One decision interval. */
  step(): Promise<void>;
  /** Moves to a position, back or forth, and pauses there; beyond the furthest reached it runs on. */
  seek(position: number): Promise<void>;
  reset(): Promise<void>;
  setSpeed(speed: Speed): Promise<void>;
  /** Which benchmarks are not drawn on the panel of chips, by id. */
  hide(benchmarks: readonly string[]): Promise<void>;
  /** Keeps what is known of the base's run in sight as a ghost, whatever is loaded next; or lets go of it. */
  keepGhost(isKept: boolean): Promise<void>;
  /** Draws what other seeds do. */
  setBands(bands: Bands | null): Promise<void>;
  resize(layout: Layout): Promise<void>;
  /** A linear axis for all chips over time instead of a logarithmic one. */
  setLinear(isLinear: boolean): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  hover(panel: PanelId, x: number, y: number): Promise<HoverInfo | null>;
  /** Follows a lab from now on, its past replayed; null: none any more. False where there is no such lab. */
  pin(place: LabPlace | null): Promise<boolean>;
  /** The pinned lab; null where none is. */
  inspect(): Promise<Inspection | null>;
  /** The charts over time as a table of at most some fifty rows. Null before the first load. */
  chartReadings(): Promise<ChartReadings | null>;
  /** Answers; a worker that is gone does not. */
  ping(): Promise<void>;
  /** State hash of every economy, by name: for identity checks. */
  hashes(): Promise<Record<string, string>>;
  /** The same record the command line writes as --csv. */
  csv(): Promise<string>;
  /** The same object the command line writes as --json. */
  json(): Promise<object>;
  /** What is drawn now, for the page to keep. */
  frame(): Promise<Frame>;
  /** The drawn panels at `scale` × CSS pixels, without axes: the page composes the axes onto it. */
  image(scale: number): Promise<ImageBitmap>;
}
