import type { Classed } from '../analysis/analysis.ts';
import { element, escaped } from './markup.ts';
import { countText, numberText, shareText } from './numbers.ts';
import { rampColour } from './svg/colour.ts';

/** The class by which the style sheet knows a regime. */
export const regimeClass = (id: string): string => `regime regime-${id}`;

/** Every regime with its colour, its criterion and how many runs it has. */
export function regimeLegend({ classification, counts }: Classed): string {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const items = classification.regimes.map(({ id, label, criterion }, i) => {
    const swatch = element(
      'svg',
      { class: 'swatch', viewBox: '0 0 12 12', 'aria-hidden': 'true' },
      element('rect', { class: regimeClass(id), width: 12, height: 12 }),
    );
    const share = `${countText(counts[i])} runs, ${shareText(counts[i], all)}`;
    return element(
      'li',
      {},
      `${swatch}<span><b>${escaped(label)}</b>: ${escaped(criterion)} <i>(${share})</i></span>`,
    );
  });
  return element('ul', { class: 'legend' }, items.join(''));
}

const steps = 24;

/** A ramp of colours with its ends and its middle. */
export function rampLegend(min: number, max: number, isLog: boolean): string {
  const bars = Array.from({ length: steps }, (_, i) =>
    element('rect', { x: i * 10, y: 0, width: 10.5, height: 12, fill: rampColour(i / (steps - 1)) }),
  );
  const middle = isLog ? 10 ** ((Math.log10(min) + Math.log10(max)) / 2) : (min + max) / 2;
  const words = [min, middle, max].map((value) => element('span', {}, numberText(value)));
  const box = {
    class: 'ramp',
    viewBox: `0 0 ${steps * 10} 12`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  };
  return element(
    'div',
    { class: 'ramp-legend' },
    element('svg', box, bars.join('')) + element('div', {}, words.join('')),
  );
}

/** Swatches of the named classes with their words. */
export function swatches(entries: readonly (readonly [string, string])[]): string {
  const items = entries.map(
    ([className, text]) =>
      `<li><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">${element('rect', { class: className, width: 12, height: 12 })}</svg><span>${escaped(text)}</span></li>`,
  );
  return element('ul', { class: 'legend inline' }, items.join(''));
}
