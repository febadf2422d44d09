import type { Mark } from '../marks.ts';
import { element, escaped } from '../markup.ts';

type Shape = (run: number | null, title: string) => string;

/** A shape with its words, and the run it stands for: pointing at it shows the run's command, a click opens it. */
export const marked = ({ text, replay }: Pick<Mark, 'text' | 'replay'>, shape: Shape): string =>
  shape(replay?.run ?? null, element('title', {}, escaped(text)));
