import type { EconomySpec } from '../../../src/scenario/types.ts';
import { benchmarkInk } from '../../render/marks.ts';
import type { Domain, EconomySummary, Rect, ReferenceTip } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { plainText } from '../format/typeset.ts';
import { fontSizes, type Ink, type Mark, type TextMark } from './marks.ts';
import { acrossOf, upOf } from './panel.ts';
import { placed } from './placed.ts';
import { textWidth } from './textWidth.ts';
import { isInside, type Tip } from './tips.ts';

/** Names written beside what they name. They say in words what the legend says with samples. */

const label = (x: number, y: number, text: string, anchor: TextMark['anchor'], ink: Ink): TextMark => ({
  kind: 'text',
  role: 'label',
  x: Math.round(x),
  y: Math.round(y),
  text,
  anchor,
  ink,
});

/**
 * The optimum's blow-up, whose line the worker draws, and each economy's name where its line has got to.
 * heightOf: where log10 K stands on the axis.
 */
export function chipsLabels(
  rect: Rect,
  domain: Domain,
  economies: readonly EconomySummary[],
  tips: ReadonlyMap<string, Tip>,
  references: readonly ReferenceTip[] = [],
  heightOf: (logK: number) => number = (logK) => logK,
): Mark[] {
  if (economies.length === 0) return [];
  const names = [...tips].map(([name, { t, logK }]) => {
    const text = name === 'base' && economies.length === 1 ? 'K' : plainText(name);
    const x = acrossOf(rect, domain.x, t);
    const fits = x + 8 + textWidth(text, fontSizes.label) < rect.x + rect.width;
    const y = upOf(rect, domain.y, heightOf(logK)) + 4;
    return label(fits ? x + 8 : x - 8, y, text, fits ? 'start' : 'end', name === 'V' ? 'optimum' : 'ink');
  });
  // To the right of the last curve there is nothing; left of the others, each is seen before its name.
  const last = Math.max(...references.map(({ t }) => t));
  const curves = references.map(({ id, label: name, t, logK }) => {
    const text = plainText(name);
    const x = acrossOf(rect, domain.x, t);
    const height = upOf(rect, domain.y, heightOf(logK));
    const y = height + (height < rect.y + 0.5 ? fontSizes.label : -4);
    const wide = textWidth(text, fontSizes.label) + 6;
    const isRight = x + wide < rect.x + rect.width && (t === last || x - wide < rect.x);
    return label(isRight ? x + 6 : x - 6, y, text, isRight ? 'start' : 'end', benchmarkInk(id));
  });
  return [...blowUpMark(rect, domain, economies[0]), ...placed([...names, ...raised(curves, rect)], rect)];
}

/** Curves rise to the right: names of those that leave there stand one above the other from the lowest up, clear of them. */
function raised(labels: readonly TextMark[], rect: Rect): TextMark[] {
  let above = rect.y + rect.height;
  return [...labels]
    .sort((a, b) => b.y - a.y)
    .map((label) => {
      const isAtTop = label.y <= rect.y + fontSizes.label;
      const y = isAtTop ? label.y : Math.min(label.y, above);
      if (!isAtTop) above = y - fontSizes.label - 3;
      return { ...label, y };
    });
}

/** Above the panel, over its line, where nothing else is drawn. */
function blowUpMark(rect: Rect, domain: Domain, base: EconomySummary): TextMark[] {
  const t = base.optimumBlowUp;
  if (t === null || !isInside(t, domain.x)) return [];
  const text = `optimum’s t* = ${quantityText(t)}`;
  const half = textWidth(text, fontSizes.label) / 2;
  const x = Math.max(rect.x + half, Math.min(rect.x + rect.width - half, acrossOf(rect, domain.x, t)));
  return [label(x, rect.y - 5, text, 'middle', 'optimum')];
}

/** The two shares everything is compared with, named above the panel in their lines' colours: inside, lines of labs cross them. */
export function shareLabels(rect: Rect, { economy }: EconomySpec): Mark[] {
  const { c } = economy;
  const gap = 14;
  const [optimum, parity] = [c / (1 + 2 * c), c / (1 + c)].map((q) => quantityText(q, 3));
  const texts = [
    [`turnpike c/(1+2c) = ${optimum}`, `parity c/(1+c) = ${parity}`],
    [`turnpike ${optimum}`, `parity ${parity}`],
  ];
  const wide = (pair: string[]): number =>
    pair.reduce((sum, text) => sum + textWidth(text, fontSizes.label), gap);
  const [turnpikeText, parityText] = texts.find((pair) => wide(pair) < rect.width) ?? texts[1];
  const right = rect.x + rect.width;
  const y = rect.y - 5;
  return [
    label(right, y, turnpikeText, 'end', 'optimum'),
    label(right - textWidth(turnpikeText, fontSizes.label) - gap, y, parityText, 'end', 'parity'),
  ];
}

/** A group's part of the stream must be at least this high, in pixels, to hold its name. */
const nameHeight = 14;

/** Each group's name in its part of the stream, left of where time has got to, or right of it while there is no room. */
export function streamLabels(
  rect: Rect,
  domain: Domain,
  { groups }: EconomySpec,
  { t, shares }: EconomySummary,
): Mark[] {
  const x = Math.min(rect.x + rect.width, acrossOf(rect, domain.x, t));
  if (groups.length === 1)
    return [label(rect.x + rect.width, rect.y - 5, 'one group: all chips are its own', 'end', 'muted')];
  let above = 0;
  return groups.flatMap(({ name }, group) => {
    const share = shares[group] ?? Number.NaN;
    const middle = above + share / 2;
    above += share;
    if (!(share * rect.height >= nameHeight)) return [];
    const fits = x - 6 - textWidth(name, fontSizes.label) > rect.x;
    const y = upOf(rect, domain.y, middle) + 4;
    return [label(fits ? x - 6 : x + 6, y, name, fits ? 'end' : 'start', 'ink')];
  });
}

/** Which line is which, above the panel. */
export function concentrationLabels(rect: Rect): Mark[] {
  const text = 'solid: effective labs ÷ labs · dotted: Gini of K';
  return [label(rect.x + rect.width, rect.y - 5, text, 'end', 'muted')];
}

/** The turnpike's name along its curve, log K = (1+c)·log T + log(a/(b·c)), low on it, where lines of labs seldom are. */
export function phaseLabels(rect: Rect, domain: Domain, spec: EconomySpec): Mark[] {
  const { economy } = spec;
  const { b } = economy;
  const curves = spec.groups
    .filter((group) => (group.techniques ?? economy.techniques) === null)
    .map((group) => ({ a: group.a ?? economy.a, c: group.c ?? economy.c }));
  if (curves.length === 0) return [];
  const isOne = curves.every(({ a, c }) => a === curves[0].a && c === curves[0].c);
  // Labs with curves of their own: the name goes to the uppermost.
  const { a, c } = curves.reduce((best, curve) => (curve.a / curve.c > best.a / best.c ? curve : best));
  const slope = 1 + c;
  const offset = Math.log10(a / (b * c));
  const right = Math.min(domain.x[1], (domain.y[1] - offset) / slope);
  const left = Math.max(domain.x[0], (domain.y[0] - offset) / slope);
  if (!(right > left)) return [];
  const pixelSlope =
    (slope * rect.height * (domain.x[1] - domain.x[0])) / (rect.width * (domain.y[1] - domain.y[0]));
  const angle = -Math.atan(pixelSlope);
  const text = !isOne ? 'each lab’s turnpike' : a === b ? 'turnpike K = T¹⁺ᶜ/c' : 'turnpike K = a·T¹⁺ᶜ/(b·c)';
  const pixels = ((right - left) / (domain.x[1] - domain.x[0])) * rect.width;
  if (pixels / Math.cos(angle) < textWidth(text, fontSizes.label) * 1.5) return [];
  const at = left + (right - left) * 0.3;
  const x = acrossOf(rect, domain.x, at) + 7 * Math.sin(angle);
  const y = upOf(rect, domain.y, slope * at + offset) - 7 * Math.cos(angle);
  return [{ ...label(x, y, text, 'middle', 'optimum'), rotate: (angle * 180) / Math.PI }];
}
