// How series look, in one place for both renderers and for the page's legend. Colour never tells two apart alone:
// economies differ in dash (lines) and shape (points).
import type { Line, Theme } from '../shared/protocol.ts';

export interface LineMark {
  /** #rrggbb */
  color: string;
  alpha: number;
  /** CSS pixels. */
  width: number;
  /** On and off lengths in CSS pixels; null: solid. */
  dash: readonly [number, number] | null;
}

const ECONOMY_DASHES: readonly (readonly [number, number] | null)[] = [
  null,
  [9, 4],
  [3, 3],
  [14, 3],
  [6, 6],
  [1.5, 3],
];

/** Dash of an economy's lines: solid for the base. */
export function dashOf(economy: number): readonly [number, number] | null {
  return ECONOMY_DASHES[Math.max(0, economy) % ECONOMY_DASHES.length];
}

export type Shape = 'disc' | 'square' | 'triangle' | 'diamond' | 'ring' | 'cross';
export const SHAPES: readonly Shape[] = ['disc', 'square', 'triangle', 'diamond', 'ring', 'cross'];

/** Shape of an economy's points: a disc for the base. */
export function shapeOf(economy: number): Shape {
  return SHAPES[Math.max(0, economy) % SHAPES.length];
}

/** Width of a point in CSS pixels: fewer labs, larger points. */
export function pointSize(labs: number): number {
  if (labs <= 20) return 10;
  if (labs <= 200) return 7;
  if (labs <= 3000) return 4.5;
  return labs <= 20_000 ? 3 : 2;
}

/** A crowd shows its density by overlap. */
export function pointAlpha(labs: number): number {
  if (labs <= 200) return 1;
  return labs <= 3000 ? 0.75 : 0.5;
}

/** The colour of a rule; a rule without one, or a mix of rules, is drawn in ink. */
export function ruleColor(theme: Theme, rule: string | null): string {
  return (rule !== null && theme.rules[rule]) || theme.ink;
}

export function markOf(line: Pick<Line, 'style' | 'economy' | 'rule'>, theme: Theme): LineMark {
  const rule = ruleColor(theme, line.rule);
  switch (line.style) {
    case 'economy':
      return { color: rule, alpha: 1, width: 2.25, dash: dashOf(line.economy) };
    case 'optimum':
      return { color: theme.optimum, alpha: 1, width: 1.5, dash: dashOf(line.economy) };
    case 'turnpike':
      return { color: theme.optimum, alpha: 0.9, width: 1.5, dash: dashOf(line.economy) };
    case 'parity':
      return { color: theme.parity, alpha: 1, width: 1.5, dash: [5, 4] };
    case 'projection':
      return { color: line.economy < 0 ? theme.optimum : rule, alpha: 0.9, width: 1.25, dash: [2, 4] };
    case 'trail':
      return { color: rule, alpha: 0.3, width: 1, dash: dashOf(line.economy) };
    case 'band':
      return { color: rule, alpha: 0.12, width: 0, dash: null };
  }
}

/** Drawing order: what lies under comes first. */
const ORDER: readonly Line['style'][] = [
  'band',
  'trail',
  'projection',
  'turnpike',
  'parity',
  'optimum',
  'economy',
];

/** The lines from the bottom up; within a style in the order given, the base economy last, on top. */
export function inDrawingOrder(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => ORDER.indexOf(a.style) - ORDER.indexOf(b.style) || b.economy - a.economy);
}
