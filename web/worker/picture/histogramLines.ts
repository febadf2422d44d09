import type { Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import type { Arena } from './arena.ts';
import { BINS, countCeil, type Histogram, sizesOf, splitsOf } from './histogram.ts';
import { ruleOfEconomy } from './series.ts';

/** One histogram an economy; a fork that waits has none. */
export type Histograms = ReadonlyMap<number, Histogram>;

function histogramsOf(run: Run, make: (economy: Run['simulation']['economies'][number]) => Histogram) {
  const shown = run.simulation.economies.filter(({ status }) => status !== 'waiting');
  return new Map(shown.map((economy) => [economy.index, make(economy)]));
}

/** Counting may take this share of the time. */
const SHARE = 0.1;

/** Histograms of a run's present state, which stand for a while where counting takes long: every lab is looked at. */
export class Counted {
  readonly #make: () => Histograms;
  #histograms: Histograms = new Map();
  #progress = -1;
  #at = 0;
  #cost = 0;

  constructor(make: () => Histograms) {
    this.#make = make;
  }

  get histograms(): Histograms {
    return this.#histograms;
  }

  /** progress: another number for another state. Returns whether the histograms are now of that state. */
  refresh(progress: number, now: () => number): boolean {
    if (progress === this.#progress) return true;
    const start = now();
    if (this.#progress >= 0 && start - this.#at < this.#cost / SHARE) return false;
    this.#histograms = this.#make();
    this.#progress = progress;
    this.#at = now();
    this.#cost = this.#at - start;
    return true;
  }
}

export const splitHistograms = (run: Run): Histograms => histogramsOf(run, splitsOf);
export const sizeHistograms = (run: Run, range: readonly [number, number]): Histograms =>
  histogramsOf(run, (economy) => sizesOf(economy, range));

/** The axis of counts that holds every economy's bins. */
export const countsAxis = (histograms: Histograms): [number, number] => [
  0,
  countCeil(Math.max(1, ...[...histograms.values()].map(({ most }) => most))),
];

/** Each economy's bins as a staircase, those of the base filled. */
export function histogramLines(
  run: Run,
  panel: 'splits' | 'sizes',
  histograms: Histograms,
  arena: Arena,
): Line[] {
  return [...histograms].flatMap(([index, histogram]) => {
    const economy = run.simulation.economies[index];
    const common = { panel, economy: index, rule: ruleOfEconomy(economy.spec) };
    const label = `${panel === 'splits' ? 'q' : 'K'} of the labs, ${economy.name}`;
    const outline: Line = { ...common, style: 'economy', label, data: staircase(histogram, arena) };
    if (index > 0) return [outline];
    return [{ ...common, style: 'bars', label, data: bars(histogram, arena) }, outline];
  });
}

function staircase({ counts, low, width }: Histogram, arena: Arena): Float32Array {
  const room = arena.room(4 * BINS);
  for (let bin = 0; bin < BINS; bin++)
    room.set([low + bin * width, counts[bin], low + (bin + 1) * width, counts[bin]], 4 * bin);
  return arena.keep(room, 4 * BINS);
}

function bars({ counts, low, width }: Histogram, arena: Arena): Float32Array {
  const room = arena.room(8 * BINS);
  for (let bin = 0; bin < BINS; bin++) {
    const [left, right] = [low + bin * width, low + (bin + 1) * width];
    room.set([left, 0, left, counts[bin], right, 0, right, counts[bin]], 8 * bin);
  }
  return arena.keep(room, 8 * BINS);
}

/** Upright lines of the two shares that everything is compared with. */
export function splitReferences(run: Run, most: number, arena: Arena): Line[] {
  const c = run.benchmarks[0].pooled?.c ?? run.simulation.economies[0].spec.economy.c;
  const upright = (style: 'optimum' | 'parity', q: number, label: string): Line => ({
    panel: 'splits',
    style,
    economy: -1,
    rule: null,
    label,
    data: arena.of(q, 0, q, most),
  });
  return [upright('optimum', c / (1 + 2 * c), 'c/(1+2c)'), upright('parity', c / (1 + c), 'c/(1+c)')];
}
