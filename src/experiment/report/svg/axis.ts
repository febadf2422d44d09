import { scaleLinear, scaleLog } from 'd3-scale';
import { element } from '../markup.ts';
import { numberText } from '../numbers.ts';

/** One direction of a picture: from values to places, and the values that are named along it. */
export interface Axis {
  label: string;
  place: (value: unknown) => number;
  ticks: readonly { at: number; text: string }[];
}

/** Where a picture's data are, within its viewBox. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface NumberAxis {
  label: string;
  min: number;
  max: number;
  isLog: boolean;
  /** Places of the ends. */
  from: number;
  to: number;
  /** About how many ticks. */
  count?: number;
}

/** Ticks of a log axis: decades, or 1, 2 and 5 where there are few of them. */
function logTicks(min: number, max: number, count: number): number[] {
  const decades = Math.log10(max / min);
  const factors = decades < count / 2.5 ? [1, 2, 5] : [1];
  const step = Math.max(1, Math.ceil(decades / count));
  const ticks: number[] = [];
  for (let e = Math.floor(Math.log10(min)); e <= Math.ceil(Math.log10(max)); e++) {
    if (e % step !== 0) continue;
    for (const factor of factors) ticks.push(factor * 10 ** e);
  }
  return ticks.filter((tick) => tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9));
}

/** An axis of numbers, linear or logarithmic. */
export function numberAxis({ label, min, max, isLog, from, to, count = 5 }: NumberAxis): Axis {
  const [low, high] = min === max ? (isLog ? [min / 2, max * 2] : [min - 1, max + 1]) : [min, max];
  if (isLog) {
    const scale = scaleLog([low, high], [from, to]);
    const ticks = logTicks(low, high, count);
    const shown = ticks.length >= 2 ? ticks : scaleLinear([low, high], [from, to]).ticks(count);
    return {
      label,
      place: (value) => scale(Number(value)),
      ticks: shown.map((tick) => ({ at: scale(tick), text: numberText(tick) })),
    };
  }
  const scale = scaleLinear([low, high], [from, to]);
  return {
    label,
    place: (value) => scale(Number(value)),
    ticks: scale.ticks(count).map((tick) => ({ at: scale(tick), text: numberText(tick) })),
  };
}

/** An axis of words, each in the middle of its band. */
export function wordAxis(label: string, words: readonly string[], from: number, to: number): Axis {
  const band = (to - from) / words.length;
  const place = (value: unknown) => from + (words.indexOf(String(value)) + 0.5) * band;
  return { label, place, ticks: words.map((text) => ({ at: place(text), text })) };
}

/** Tick marks, their names and the axis' own name below a frame. */
export function axisBelow(axis: Axis, { left, top, width, height }: Frame): string {
  const y = top + height;
  const marks = axis.ticks.map(
    ({ at, text }) =>
      element('line', { class: 'tick', x1: at, x2: at, y1: y, y2: y + 4 }) +
      element('text', { class: 'tick-text', x: at, y: y + 16, 'text-anchor': 'middle' }, text),
  );
  const name = element(
    'text',
    { class: 'axis-text', x: left + width / 2, y: y + 34, 'text-anchor': 'middle' },
    axis.label,
  );
  return marks.join('') + name;
}

/** The same to the left of a frame; the axis' name stands above it, upright, where it is read without a turn of the head. */
export function axisLeft(axis: Axis, { left, top }: Frame): string {
  const marks = axis.ticks.map(
    ({ at, text }) =>
      element('line', { class: 'tick', x1: left - 4, x2: left, y1: at, y2: at }) +
      element('text', { class: 'tick-text', x: left - 7, y: at + 4, 'text-anchor': 'end' }, text),
  );
  const name = element('text', { class: 'axis-text', x: 2, y: top - 9, 'text-anchor': 'start' }, axis.label);
  return marks.join('') + name;
}

/** Lines across a frame at the ticks of its left axis. */
export function gridLines(axis: Axis, { left, width }: Frame): string {
  return axis.ticks
    .map(({ at }) => element('line', { class: 'grid', x1: left, x2: left + width, y1: at, y2: at }))
    .join('');
}

/** The whole picture, named for those who do not see it. */
export function picture(title: string, width: number, height: number, content: string): string {
  const box = { class: 'picture', viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': title };
  return element('svg', box, content);
}
