import type { Domain, EconomySummary, Rect } from '../../shared/protocol.ts';
import type { EconomySpec } from '../../../src/scenario/types.ts';
import { quantityText } from '../../shared/quantity.ts';
import { fontSizes, type Ink, type Mark, type TextMark } from './marks.ts';
import { acrossOf, upOf } from './panel.ts';
import { textWidth } from './textWidth.ts';

/** Names written beside what they name. They say in words what the legend says with samples. */

const gap = fontSizes.label + 3;

const label = (x: number, y: number, text: string, anchor: TextMark['anchor'], ink: Ink): TextMark => ({
  kind: 'text',
  role: 'label',
  x: Math.round(x),
  y: Math.round(y),
  text,
  anchor,
  ink,
});

const isInside = (at: number, [low, high]: readonly [number, number]): boolean => at >= low && at <= high;

/** Pushes labels apart that would overlap, keeping their order from top to bottom, and keeps them inside the panel. */
export function spread(heights: readonly number[], top: number, bottom: number): number[] {
  const order = heights.map((_, i) => i).sort((i, j) => heights[i] - heights[j]);
  const placed = heights.slice();
  let floor = top;
  for (const i of order) {
    placed[i] = Math.max(placed[i], floor);
    floor = placed[i] + gap;
  }
  let ceiling = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], ceiling);
    ceiling = placed[i] - gap;
  }
  return placed;
}

/** The optimum's blow-up, whose line the worker draws, and each economy's name where its line has got to. */
export function chipsLabels(rect: Rect, domain: Domain, economies: readonly EconomySummary[]): Mark[] {
  if (economies.length === 0) return [];
  return [...blowUpMark(rect, domain, economies[0]), ...tipLabels(rect, domain, economies)];
}

function blowUpMark(rect: Rect, domain: Domain, base: EconomySummary): Mark[] {
  const t = base.optimumBlowUp;
  if (t === null || !isInside(t, domain.x)) return [];
  const x = acrossOf(rect, domain.x, t);
  return [label(x - 5, rect.y + 12, `optimum’s t* = ${quantityText(t)}`, 'end', 'optimum')];
}

function tipLabels(rect: Rect, domain: Domain, economies: readonly EconomySummary[]): Mark[] {
  const tips: { x: number; y: number; text: string; ink: Ink }[] = [];
  const add = (t: number, K: number, text: string, ink: Ink) => {
    if (!(K > 0) || !Number.isFinite(K)) return;
    const y = Math.log10(K);
    if (isInside(t, domain.x) && isInside(y, domain.y))
      tips.push({ x: acrossOf(rect, domain.x, t), y: upOf(rect, domain.y, y), text, ink });
  };
  for (const { name, t, K } of economies) add(t, K, economies.length > 1 ? name : 'K', 'ink');
  if (economies[0].V !== null) add(economies[0].t, economies[0].V, 'V', 'optimum');
  const heights = spread(
    tips.map((tip) => tip.y + 4),
    rect.y + 26,
    rect.y + rect.height - 6,
  );
  return tips.map((tip, i) => {
    const fits = tip.x + 8 + textWidth(tip.text, fontSizes.label) < rect.x + rect.width;
    return label(fits ? tip.x + 8 : tip.x - 8, heights[i], tip.text, fits ? 'start' : 'end', tip.ink);
  });
}

/** The two shares everything is compared with, named at the right end of their lines. */
export function shareLabels(rect: Rect, domain: Domain, { economy }: EconomySpec): Mark[] {
  const { c } = economy;
  const right = rect.x + rect.width - 4;
  const references = [
    { q: c / (1 + c), text: `parity c/(1+c) = ${quantityText(c / (1 + c), 3)}`, ink: 'parity' as const, lift: -5 },
    {
      q: c / (1 + 2 * c),
      text: `turnpike c/(1+2c) = ${quantityText(c / (1 + 2 * c), 3)}`,
      ink: 'optimum' as const,
      lift: 14,
    },
  ];
  return references
    .filter(({ q }) => isInside(q, domain.y))
    .map(({ q, text, ink, lift }) => label(right, upOf(rect, domain.y, q) + lift, text, 'end', ink));
}

/** The turnpike's name along its curve, log K = (1+c)·log T + log(a/(b·c)), near the end where it leaves the panel. */
export function phaseLabels(rect: Rect, domain: Domain, { economy }: EconomySpec): Mark[] {
  const { a, b, c } = economy;
  const slope = 1 + c;
  const offset = Math.log10(a / (b * c));
  const right = Math.min(domain.x[1], (domain.y[1] - offset) / slope);
  const left = Math.max(domain.x[0], (domain.y[0] - offset) / slope);
  if (!(right > left)) return [];
  const at = left + (right - left) * 0.72;
  const pixelSlope =
    (slope * rect.height * (domain.x[1] - domain.x[0])) / (rect.width * (domain.y[1] - domain.y[0]));
  const angle = -Math.atan(pixelSlope);
  const text = 'turnpike K = T^(1+c)/c'.replace('T^(1+c)/c', a === b ? 'T¹⁺ᶜ/c' : 'a·T¹⁺ᶜ/(b·c)');
  const pixels = ((right - left) / (domain.x[1] - domain.x[0])) * rect.width;
  if (pixels / Math.cos(angle) < textWidth(text, fontSizes.label) * 1.5) return [];
  const x = acrossOf(rect, domain.x, at) + 7 * Math.sin(angle);
  const y = upOf(rect, domain.y, slope * at + offset) - 7 * Math.cos(angle);
  return [{ ...label(x, y, text, 'middle', 'optimum'), rotate: (angle * 180) / Math.PI }];
}
