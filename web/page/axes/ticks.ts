import { ticks as linearValues } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { powerText } from '../../shared/quantity.ts';
import { textWidth } from './textWidth.ts';

export interface Tick {
  /** Where, in the axis's data unit: log10 of the value on a log axis. */
  at: number;
  label: string;
}

export interface Ticks {
  major: Tick[];
  /** Positions of unlabelled marks between them. */
  minor: number[];
}

/** How much room labels have. Along a horizontal axis their widths count, along a vertical one their height. */
export interface Room {
  /** Pixels the domain spans. */
  length: number;
  direction: 'across' | 'up';
  fontSize: number;
}

export type Span = readonly [number, number];

const padding = { across: 14, up: 10 };
const decadeSteps = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300];

const extent = (tick: Tick, { direction, fontSize }: Room): number =>
  direction === 'across' ? textWidth(tick.label, fontSize) : fontSize;

/** Does every label stay clear of its neighbours? */
export function areApart(ticks: readonly Tick[], [low, high]: Span, room: Room): boolean {
  const pixels = room.length / (high - low);
  for (let i = 1; i < ticks.length; i++) {
    const gap = (ticks[i].at - ticks[i - 1].at) * pixels;
    if (gap < (extent(ticks[i], room) + extent(ticks[i - 1], room)) / 2 + padding[room.direction])
      return false;
  }
  return true;
}

const isProper = ([low, high]: Span): boolean => Number.isFinite(low) && Number.isFinite(high) && high > low;

/** The finest of the candidates whose labels fit; at worst the first tick alone. */
function finest(candidates: Iterable<Tick[]>, span: Span, room: Room): Tick[] {
  let last: Tick[] = [];
  for (const candidate of candidates) {
    if (candidate.length === 0) continue;
    last = candidate;
    if (areApart(candidate, span, room)) return candidate;
  }
  return last.slice(0, 1);
}

/** Ticks of a linear axis. */
export function linearTicks(span: Span, room: Room): Ticks {
  if (!isProper(span)) return { major: [], minor: [] };
  const scale = scaleLinear().domain(span);
  function* candidates() {
    for (let count = room.direction === 'across' ? 10 : 6; count >= 1; count--) {
      const label = scale.tickFormat(count);
      yield scale.ticks(count).map((at) => ({ at, label: label(at) }));
    }
  }
  return { major: finest(candidates(), span, room), minor: [] };
}

/** Exponent and mantissa of 10^at for at's of the form log10(mantissa·10^n). */
function split(at: number): [mantissa: number, exponent: number] {
  const exponent = Math.floor(at + 1e-9);
  return [Number((10 ** (at - exponent)).toPrecision(6)), exponent];
}

/** Plain numbers while all of them are short, powers of ten for the whole axis otherwise. */
function labelled(positions: readonly number[]): Tick[] {
  const parts = positions.map(split);
  const isShort = parts.every(([, exponent]) => exponent >= -2 && exponent <= 3);
  return positions.map((at, i) => {
    const [mantissa, exponent] = parts[i];
    if (!isShort) return { at, label: powerText(String(mantissa), exponent) };
    const value = Number((mantissa * 10 ** exponent).toPrecision(6));
    return { at, label: String(value).replace(/\B(?=(\d{3})+$)/, String(value).includes('.') ? '' : ',') };
  });
}

function* decades([low, high]: Span, step: number, within: readonly number[] = [1]): Generator<number> {
  for (let n = Math.floor(low / step) * step; n <= high; n += step) {
    for (const mantissa of within) {
      const at = n + Math.log10(mantissa);
      if (at >= low - 1e-9 && at <= high + 1e-9) yield at;
    }
  }
}

/** Less than a decade in view: round values, evenly spaced in value, placed by their logarithm. */
function closeUp([low, high]: Span, count: number): number[] {
  const exponent = Math.floor(low);
  return linearValues(10 ** (low - exponent), 10 ** (high - exponent), count)
    .filter((value) => value > 0)
    .map((value) => exponent + Math.log10(value));
}

/** Ticks of a log axis whose domain is given in log10: decades, every second, every fifth …, or 1–2–5 when few are in view. */
export function logTicks(span: Span, room: Room): Ticks {
  if (!isProper(span)) return { major: [], minor: [] };
  const decadesInView = span[1] - span[0];
  function* candidates() {
    if (decadesInView < 1.2) for (const count of [7, 5, 4, 3, 2]) yield labelled(closeUp(span, count));
    if (decadesInView < 3) {
      yield labelled([...decades(span, 1, [1, 2, 5])]);
      yield labelled([...decades(span, 1, [1, 3])]);
    }
    for (const step of decadeSteps) yield labelled([...decades(span, step)]);
  }
  const major = finest(candidates(), span, room);
  return { major, minor: minorTicks(span, major, room.length / decadesInView) };
}

function minorTicks(span: Span, major: readonly Tick[], pixelsPerDecade: number): number[] {
  const within = pixelsPerDecade >= 36 ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1];
  if (pixelsPerDecade < 5) return [];
  const taken = new Set(major.map((tick) => tick.at.toFixed(6)));
  return [...decades(span, 1, within)].filter((at) => !taken.has(at.toFixed(6)));
}
