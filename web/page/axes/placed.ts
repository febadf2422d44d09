import type { Rect } from '../../shared/protocol.ts';
import { fontSizes, type TextMark } from './marks.ts';
import { textWidth } from './textWidth.ts';

const lineHeight = fontSizes.label + 3;

/** From where to where a label stands, in pixels across. */
export function stretchOf({ x, text, anchor }: TextMark): [number, number] {
  const width = textWidth(text, fontSizes.label);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width];
}

/** Do two labels share a part of the panel's width? Only such can cover each other. */
function isAbreast(one: TextMark, other: TextMark): boolean {
  const [left, right] = stretchOf(one);
  const [otherLeft, otherRight] = stretchOf(other);
  return left < otherRight + 4 && right > otherLeft - 4;
}

/**
 * Labels moved up or down until none covers another, never past each other: names stand in the order of their lines. Where a
 * panel is too full, the last ones given go without a place: the legend has them too.
 */
export function placed(labels: readonly TextMark[], rect: Rect): TextMark[] {
  const top = rect.y + fontSizes.label;
  const bottom = rect.y + rect.height - 4;
  for (let count = labels.length; count > 0; count--) {
    const done = labels
      .slice(0, count)
      .sort((a, b) => a.y - b.y)
      .map((label) => ({ ...label, y: Math.round(Math.min(bottom, Math.max(top, label.y))) }));
    // Each down to where the ones above leave room …
    done.forEach((label, i) => {
      for (const other of done.slice(0, i))
        if (isAbreast(label, other)) label.y = Math.max(label.y, other.y + lineHeight);
    });
    // … and back up to where the bottom and the ones below do.
    for (let i = count - 1; i >= 0; i--) {
      const label = done[i];
      label.y = Math.min(label.y, Math.floor(bottom));
      for (const other of done.slice(i + 1))
        if (isAbreast(label, other)) label.y = Math.min(label.y, other.y - lineHeight);
    }
    if (done.every(({ y }) => y >= top)) return done;
  }
  return [];
}
