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

function isHit(label: TextMark, y: number, other: TextMark): boolean {
  const [left, right] = stretchOf(label);
  const [otherLeft, otherRight] = stretchOf(other);
  return Math.abs(y - other.y) < lineHeight && left < otherRight + 4 && right > otherLeft - 4;
}

/** Labels moved up or down, as little as possible and first come first served, until none covers another. */
export function placed(labels: readonly TextMark[], rect: Rect): TextMark[] {
  const done: TextMark[] = [];
  const top = rect.y + fontSizes.label;
  const bottom = rect.y + rect.height - 4;
  for (const label of labels) {
    const own = Math.min(bottom, Math.max(top, label.y));
    const steps = Array.from(
      { length: 40 },
      (_, i) => (i % 2 ? -1 : 1) * Math.ceil(i / 2) * (lineHeight / 2),
    );
    const free = steps
      .map((step) => own + step)
      .find((y) => y >= top && y <= bottom && !done.some((other) => isHit(label, y, other)));
    // A panel too full for one more name goes without it: the legend has it too.
    if (free !== undefined) done.push({ ...label, y: Math.round(free) });
  }
  return done;
}
