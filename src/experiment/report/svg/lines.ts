import { max, min } from 'd3-array';
import type { Experiment, Factor } from '../../types.ts';
import { factorAxis } from '../axes.ts';
import type { Mark } from '../marks.ts';
import { element, escaped, pathOf } from '../markup.ts';
import { valueText } from '../numbers.ts';
import { axisBelow, axisLeft, type Frame, gridLines, numberAxis, picture } from './axis.ts';
import { marked } from './mark.ts';

const frame: Frame = { left: 58, top: 26, width: 446, height: 260 };

/** An outcome at one value of a factor: the median of its replications, and the 5th and 95th percentile. */
export type Level = Pick<Mark, 'x' | 'text' | 'replay'> & { low: number; median: number; high: number };

/** An outcome over the values of one factor: medians as dots, joined where the values are numbers; bars over replications. */
export function linesPicture(
  title: string,
  label: string,
  isLog: boolean,
  levels: readonly Level[],
  factor: Factor,
  experiment: Experiment,
): string {
  const there = levels.filter(({ median }) => Number.isFinite(median));
  if (there.length === 0) return '';
  const { left, top, width, height } = frame;
  const x = factorAxis(
    factor,
    levels.map((level) => level.x),
    experiment,
    left + 8,
    left + width - 8,
    7,
  );
  const least = min(there, ({ low }) => low) as number;
  const most = max(there, ({ high }) => high) as number;
  const y = numberAxis({
    label: escaped(label),
    min: least,
    max: most,
    isLog,
    from: top + height - 6,
    to: top + 6,
  });
  const areNumbers = levels.every((level) => typeof level.x === 'number');
  const xOf = (level: Level) => x.place(areNumbers ? level.x : escaped(valueText(level.x)));
  const joined = pathOf(levels.map((level) => [xOf(level), y.place(level.median)]));
  const radius = there.length > 60 ? 2.5 : 4;
  const dots = there.map((level) =>
    marked(level, (run, words) => {
      const cx = xOf(level);
      const bar = { class: 'whisker', x1: cx, x2: cx, y1: y.place(level.low), y2: y.place(level.high) };
      const dot = { class: 'first', cx, cy: y.place(level.median), r: radius, 'data-run': run };
      return (level.high > level.low ? element('line', bar) : '') + element('circle', dot, words);
    }),
  );
  const content = [
    gridLines(y, frame),
    areNumbers ? element('path', { class: 'fan-median', d: joined }) : '',
    ...dots,
    axisBelow(x, frame),
    axisLeft(y, frame),
  ];
  return picture(title, 520, top + height + 46, content.join(''));
}
