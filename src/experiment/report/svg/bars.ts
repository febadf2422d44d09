import type { Contrast } from '../../analysis/contrast.ts';
import type { ElementaryEffect, Estimate } from '../../sensitivity/index.ts';
import { element, escaped } from '../markup.ts';
import { numberText } from '../numbers.ts';
import { axisBelow, axisLeft, type Frame, gridLines, numberAxis, picture } from './axis.ts';

const width = 520;
const line = 34;

/** Names in a column left of the bars, cut where there is no room. */
const nameWidth = 138;
const cut = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

function named(name: string, y: number): string {
  const at = { class: 'bar-name', x: nameWidth - 10, y: y + 4, 'text-anchor': 'end' };
  return element('text', at, escaped(cut(name)) + element('title', {}, escaped(name)));
}

/** A tornado: the mean outcome at both ends of every factor, about the mean of all. scale: from outcome to its words. */
export function tornadoPicture(
  title: string,
  label: string,
  contrasts: readonly (Contrast & { name: string })[],
  mean: number,
  scale: (value: number) => string,
): string {
  const frame: Frame = {
    left: nameWidth + 58,
    top: 14,
    width: width - nameWidth - 116,
    height: line * contrasts.length,
  };
  const ends = contrasts.flatMap(({ low, high }) => [low, high]);
  const axis = numberAxis({
    label: escaped(label),
    min: Math.min(mean, ...ends),
    max: Math.max(mean, ...ends),
    isLog: false,
    from: frame.left,
    to: frame.left + frame.width,
    count: 4,
  });
  const middle = axis.place(mean);
  const bars = contrasts.map(({ name, low, high, lowEnd, highEnd }, i) => {
    const y = frame.top + line * (i + 0.5);
    // The farther end first: where both are on one side of the mean, the shorter bar lies on the longer one.
    const ends = [
      { value: low, end: lowEnd, className: 'low' },
      { value: high, end: highEnd, className: 'high' },
    ].sort((a, b) => Math.abs(b.value - mean) - Math.abs(a.value - mean));
    const isOneSided = (low - mean) * (high - mean) > 0;
    const drawn = ends.map(({ value, end, className }, rank) => {
      const at = axis.place(value);
      const box = { x: Math.min(at, middle), y: y - 9, width: Math.abs(at - middle), height: 18 };
      const text = element('title', {}, escaped(`${name} ${end}: mean ${scale(value)}`));
      // The shorter bar's word then stands across the mean, where there is room.
      const [from, isLeft] = isOneSided && rank === 1 ? [middle, at > middle] : [at, at < middle];
      const word = { x: isLeft ? from - 4 : from + 4, y: y + 4, 'text-anchor': isLeft ? 'end' : 'start' };
      return (
        element('rect', { ...box, class: className }, text) +
        element('text', { class: 'bar-end', ...word }, escaped(cut(end)))
      );
    });
    return named(name, y) + drawn.join('');
  });
  const top = { y1: frame.top, y2: frame.top + frame.height };
  const content = [
    ...bars,
    element('line', { class: 'middle', x1: middle, x2: middle, ...top }),
    axisBelow(axis, frame),
  ];
  return picture(title, width, frame.top + frame.height + 44, content.join(''));
}

/** First-order and total indices with their intervals, one line a factor. */
export function indicesPicture(
  title: string,
  indices: readonly { name: string; first: Estimate; total: Estimate }[],
): string {
  const frame: Frame = {
    left: nameWidth,
    top: 14,
    width: width - nameWidth - 20,
    height: line * indices.length,
  };
  const all = indices.flatMap(({ first, total }) => [first.low, first.high, total.low, total.high]);
  const axis = numberAxis({
    label: 'share of the variance',
    min: Math.min(0, ...all),
    max: Math.max(1, ...all),
    isLog: false,
    from: frame.left,
    to: frame.left + frame.width,
  });
  const bars = indices.map(({ name, first, total }, i) => {
    const y = frame.top + line * (i + 0.5);
    const bar = ({ value, low, high }: Estimate, offset: number, className: string, what: string) => {
      const [from, to] = [axis.place(0), axis.place(value)].sort((a, b) => a - b);
      const at = y + offset;
      const text = `${name}, ${what}: ${numberText(value)}, 95 % from ${numberText(low)} to ${numberText(high)}`;
      return (
        element(
          'rect',
          { class: className, x: from, y: at - 5, width: to - from, height: 10 },
          element('title', {}, escaped(text)),
        ) + element('line', { class: 'whisker', x1: axis.place(low), x2: axis.place(high), y1: at, y2: at })
      );
    };
    return named(name, y) + bar(total, 6, 'total', 'total') + bar(first, -6, 'first', 'first order');
  });
  return picture(title, width, frame.top + frame.height + 44, bars.join('') + axisBelow(axis, frame));
}

/** μ* against σ, one dot a factor: far right matters, far up depends on the others. */
export function morrisPicture(
  title: string,
  unit: string,
  effects: readonly (ElementaryEffect & { name: string })[],
): string {
  const frame: Frame = { left: 58, top: 26, width: 446, height: 260 };
  const drawn = effects.filter(
    ({ muStar, sigma }) => Number.isFinite(muStar.value) && Number.isFinite(sigma),
  );
  const most = Math.max(...drawn.flatMap(({ muStar, sigma }) => [muStar.high, sigma]));
  const ends = { min: 0, max: most * 1.08 || 1, isLog: false };
  const x = numberAxis({
    ...ends,
    label: `μ*, mean size of the effect${unit}`,
    from: frame.left,
    to: frame.left + frame.width,
  });
  const y = numberAxis({
    ...ends,
    label: `σ, its spread${unit}`,
    from: frame.top + frame.height,
    to: frame.top,
  });
  const words: { x: number; y: number }[] = [];
  const dots = drawn.map(({ name, muStar, mu, sigma }) => {
    const [cx, cy] = [x.place(muStar.value), y.place(sigma)];
    const text = `${name}: μ* ${numberText(muStar.value)} (95 % from ${numberText(muStar.low)} to ${numberText(muStar.high)}), μ ${numberText(mu)}, σ ${numberText(sigma)}`;
    const isRight = cx > frame.left + frame.width * 0.75;
    const word = { x: isRight ? cx - 8 : cx + 8, y: cy - 7 };
    while (words.some((other) => Math.abs(other.x - word.x) < 90 && Math.abs(other.y - word.y) < 13))
      word.y -= 13;
    words.push(word);
    return (
      element('line', {
        class: 'whisker',
        x1: x.place(muStar.low),
        x2: x.place(muStar.high),
        y1: cy,
        y2: cy,
      }) +
      element('circle', { class: 'first', cx, cy, r: 5 }, element('title', {}, escaped(text))) +
      element(
        'text',
        { class: 'bar-end', ...word, 'text-anchor': isRight ? 'end' : 'start' },
        escaped(cut(name)),
      )
    );
  });
  const content = [gridLines(y, frame), ...dots, axisBelow(x, frame), axisLeft(y, frame)];
  return picture(title, width, frame.top + frame.height + 44, content.join(''));
}
