import type { Fan } from '../../analysis/fans.ts';
import { element, escaped, pathOf } from '../markup.ts';
import { countText } from '../numbers.ts';
import { axisBelow, axisLeft, type Frame, gridLines, numberAxis, picture } from './axis.ts';

const frame: Frame = { left: 58, top: 26, width: 446, height: 220 };

/** The least and the most of what is drawn; isLog where it spans more than three decades above 0. */
function rangeOf({ quantiles }: Fan): { min: number; max: number; isLog: boolean } | null {
  const all = quantiles.flatMap((line) => [...line].filter(Number.isFinite));
  if (all.length === 0) return null;
  const min = all.reduce((least, value) => Math.min(least, value));
  const max = all.reduce((most, value) => Math.max(most, value));
  return { min, max, isLog: min > 0 && max / min > 1000 };
}

/** Quantiles over time: bands from the 5th to the 95th and from the 25th to the 75th percentile, and the median. */
export function fanPicture(title: string, label: string, timeLabel: string, fan: Fan): string {
  const range = rangeOf(fan);
  if (!range) return '';
  const { left, top, width, height } = frame;
  const y = numberAxis({ ...range, label: escaped(label), from: top + height, to: top });
  const until = fan.t[fan.t.length - 1];
  const x = numberAxis({
    label: escaped(timeLabel),
    min: 0,
    max: until,
    isLog: false,
    from: left,
    to: left + width,
  });
  const line = (quantile: Float64Array) =>
    Array.from(fan.t, (t, k): [number, number] => [x.place(t), y.place(quantile[k])]);
  const there = (points: readonly [number, number][]) => points.filter(([, at]) => Number.isFinite(at));
  const band = (low: number, high: number, className: string) => {
    const upper = there(line(fan.quantiles[high]));
    const lower = there(line(fan.quantiles[low])).reverse();
    return element('path', { class: className, d: `${pathOf([...upper, ...lower])}Z` });
  };
  const runs = Math.max(...fan.runs);
  const half = fan.runs.findIndex((count, k) => count < runs / 2 && fan.runs[k - 1] >= runs / 2);
  const note =
    half < 0
      ? ''
      : element('line', {
          class: 'left-half',
          x1: x.place(fan.t[half]),
          x2: x.place(fan.t[half]),
          y1: top,
          y2: top + height,
        }) +
        element(
          'text',
          { class: 'bar-end', x: x.place(fan.t[half]) - 4, y: top + 12, 'text-anchor': 'end' },
          'half of the runs have ended',
        );
  const content = [
    gridLines(y, frame),
    band(0, 4, 'fan-outer'),
    band(1, 3, 'fan-inner'),
    element('path', { class: 'fan-median', d: pathOf(line(fan.quantiles[2])) }),
    note,
    axisBelow(x, frame),
    axisLeft(y, frame),
  ];
  return picture(`${title}, ${countText(runs)} runs`, 520, top + height + 46, content.join(''));
}
