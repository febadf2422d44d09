/** Text of HTML and SVG. Everything that comes from outside passes through `escaped`. */

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c]);

export type Attributes = Record<string, string | number | null | undefined>;

/** Coordinates to a hundredth: what no eye and no printer tells apart. */
const valueText = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

/** One element. Attributes that are null are left out; content is markup, not text. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${valueText(value as string | number)}"`)
    .join('');
  return `<${name}${written}>${content}</${name}>`;
}

/** A line or an area through points; parts with a NaN are left out. */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  let isDown = false;
  return points
    .map(([x, y]) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        isDown = false;
        return '';
      }
      const command = isDown ? 'L' : 'M';
      isDown = true;
      return `${command}${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join('');
}
