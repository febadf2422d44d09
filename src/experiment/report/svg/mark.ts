import type { Mark } from '../marks.ts';
import { element, escaped } from '../markup.ts';

/** A shape that opens the run it stands for. Tables have the same links in reach of the keyboard. */
export function linked(
  { text, replay }: Pick<Mark, 'text' | 'replay'>,
  shape: (title: string) => string,
): string {
  const drawn = shape(element('title', {}, escaped(text)));
  if (!replay) return drawn;
  return element('a', { href: replay.address, tabindex: -1, 'data-run': replay.run }, drawn);
}
