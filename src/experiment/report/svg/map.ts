import type { Experiment, Factor } from '../../types.ts';
import { factorAxis, levelsIn } from '../axes.ts';
import type { Mark } from '../marks.ts';
import { element, escaped } from '../markup.ts';
import { valueText } from '../numbers.ts';
import { type Axis, axisBelow, axisLeft, type Frame, picture } from './axis.ts';
import { marked } from './mark.ts';

const frame: Frame = { left: 58, top: 26, width: 446, height: 340 };
const size = { width: 520, height: 412 };

/** Borders between neighbours, in the order of the places; the outer ones as far out as the inner ones are in. */
function edgesOf(places: readonly number[], from: number, to: number): number[] {
  if (places.length === 1) return [from, to];
  const inner = places.slice(1).map((place, i) => (place + places[i]) / 2);
  return [2 * places[0] - inner[0], ...inner, 2 * places[places.length - 1] - inner[inner.length - 1]];
}

interface Side {
  axis: Axis;
  levels: unknown[];
  edges: number[];
}

function sideOf(
  factor: Factor,
  values: readonly unknown[],
  experiment: Experiment,
  from: number,
  to: number,
  count: number,
): Side {
  const levels = levelsIn(values, factor);
  const areNumbers = levels.every((level) => typeof level === 'number');
  // Numbers are in the middle of their cells, so half a cell is left at each end; words bring their bands along.
  const half = areNumbers ? (to - from) / (2 * levels.length) : 0;
  const axis = factorAxis(factor, levels, experiment, from + half, to - half, count);
  return { axis, levels, edges: edgesOf(levels.map(axis.place), from, to) };
}

/** A cell at every combination of two factors: a heatmap, or a phase diagram. labels: words at places, in cells. */
export function mapPicture(
  title: string,
  marks: readonly Mark[],
  [xFactor, yFactor]: readonly [Factor, Factor],
  experiment: Experiment,
  labelsOf: (
    grid: readonly (readonly (Mark | null)[])[],
  ) => readonly { column: number; row: number; text: string }[],
): string {
  const { left, top, width, height } = frame;
  const x = sideOf(
    xFactor,
    marks.map((mark) => mark.x),
    experiment,
    left,
    left + width,
    7,
  );
  const y = sideOf(
    yFactor,
    marks.map((mark) => mark.y),
    experiment,
    top + height,
    top,
    7,
  );
  const column = new Map(x.levels.map((level, i) => [level, i]));
  const row = new Map(y.levels.map((level, i) => [level, i]));
  const grid = y.levels.map((): (Mark | null)[] => x.levels.map(() => null));
  for (const mark of marks) grid[row.get(mark.y)!][column.get(mark.x)!] = mark;

  const cells = grid.flatMap((line, r) =>
    line.map((mark, c) => {
      if (!mark) return '';
      const box = {
        x: Math.min(x.edges[c], x.edges[c + 1]),
        y: Math.min(y.edges[r], y.edges[r + 1]),
        width: Math.abs(x.edges[c + 1] - x.edges[c]),
        height: Math.abs(y.edges[r + 1] - y.edges[r]),
      };
      return marked(mark, (run, words) =>
        element('rect', { ...box, class: mark.className, fill: mark.fill, 'data-run': run }, words),
      );
    }),
  );
  const labels = labelsOf(grid).map(({ column: c, row: r, text }) => {
    const half = text.length * 4.5;
    const middle = (x.edges[c] + x.edges[c + 1]) / 2;
    const place = {
      x: Math.max(left + half, Math.min(left + width - half, middle)),
      y: (y.edges[r] + y.edges[r + 1]) / 2 + 5,
    };
    return element('text', { class: 'region', ...place, 'text-anchor': 'middle' }, escaped(text));
  });
  const content = [
    element('g', { class: 'cells' }, cells.join('')),
    element('rect', { class: 'frame', x: left, y: top, width, height }),
    ...labels,
    axisBelow(x.axis, frame),
    axisLeft(y.axis, frame),
  ];
  return picture(title, size.width, size.height, content.join(''));
}

/** A point at every pair of values of two factors. */
export function scatterPicture(
  title: string,
  marks: readonly Mark[],
  [xFactor, yFactor]: readonly [Factor, Factor],
  experiment: Experiment,
): string {
  const { left, top, width, height } = frame;
  const inset = 8;
  const x = factorAxis(
    xFactor,
    marks.map((mark) => mark.x),
    experiment,
    left + inset,
    left + width - inset,
    7,
  );
  const y = factorAxis(
    yFactor,
    marks.map((mark) => mark.y),
    experiment,
    top + height - inset,
    top + inset,
    7,
  );
  const wordsOf = (value: unknown) => (typeof value === 'number' ? value : escaped(valueText(value)));
  const radius = Math.max(1.8, Math.min(5, 70 / Math.sqrt(marks.length)));
  const dots = marks.map((mark) =>
    marked(mark, (run, words) => {
      const place = { cx: x.place(wordsOf(mark.x)), cy: y.place(wordsOf(mark.y)), r: radius };
      return element('circle', { ...place, class: mark.className, fill: mark.fill, 'data-run': run }, words);
    }),
  );
  const content = [
    element('rect', { class: 'frame', x: left, y: top, width, height }),
    element('g', { class: 'cells' }, dots.join('')),
    axisBelow(x, frame),
    axisLeft(y, frame),
  ];
  return picture(title, size.width, size.height, content.join(''));
}
