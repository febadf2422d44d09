// How series look, in one place for both renderers and for the page's legend. Colour never tells two apart alone:
// economies differ in dash (lines) and shape (points), and those that share a rule in the shade of its colour too.
import type { Frame, Line, Theme } from '../shared/protocol.ts';

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
function dashOf(economy: number): readonly [number, number] | null {
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

/** How far an economy's colour is from the rule's own, 0 to 1; rule null: of an economy that mixes rules. */
export type Shades = (rule: string | null, economy: number) => number;

/** Even steps from the first economy that runs a rule to the last; two are half the way apart, so that hues stay. */
export function shadesOf(runs: readonly Pick<Frame['runs'][number], 'rule' | 'economy'>[]): Shades {
  const rulesOf = new Map<number, Set<string>>();
  for (const { rule, economy } of runs) {
    const known = rulesOf.get(economy);
    if (known) known.add(rule);
    else rulesOf.set(economy, new Set([rule]));
  }
  const sharing = new Map<string | null, number[]>();
  for (const economy of [...rulesOf.keys()].sort((a, b) => a - b)) {
    const rules = rulesOf.get(economy)!;
    for (const rule of rules.size > 1 ? [null, ...rules] : rules)
      sharing.set(rule, [...(sharing.get(rule) ?? []), economy]);
  }
  return (rule, economy) => {
    const economies = sharing.get(rule) ?? [];
    return Math.max(0, economies.indexOf(economy)) / Math.max(2, economies.length - 1);
  };
}

/** Most that a shade takes of ink; an economy in ink fades, and stays at 3:1 and more. */
const TOWARDS_INK = 0.65;
const TOWARDS_SURFACE = 0.45;

/** The colour of a rule; a rule without one, or a mix of rules, is drawn in ink. */
export function ruleColor(theme: Theme, rule: string | null, shade = 0): string {
  const own = rule !== null && theme.rules[rule];
  if (shade === 0) return own || theme.ink;
  return own
    ? mixed(own, theme.ink, TOWARDS_INK * shade)
    : mixed(theme.ink, theme.surface, TOWARDS_SURFACE * shade);
}

/** Two #rrggbb colours, with this share of the second. */
function mixed(first: string, second: string, share: number): string {
  const part = (at: number): string => {
    const [a, b] = [first, second].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** How benchmarks other than V and parity look; one not listed here is drawn as the last. */
const BENCHMARKS: Readonly<Record<string, { color: 'planner' | 'nash' | 'parity'; dash: LineMark['dash'] }>> =
  {
    separate: { color: 'planner', dash: [2, 3] },
    planner: { color: 'planner', dash: [10, 4] },
    nash: { color: 'nash', dash: [6, 3] },
    'nash-controls': { color: 'nash', dash: [2, 3] },
    contest: { color: 'nash', dash: [12, 5] },
    constant: { color: 'parity', dash: [2, 3] },
    other: { color: 'planner', dash: [5, 2] },
  };

/** V and parity, which other panels show too, have styles of their own. */
export function benchmarkStyle(id: string): Line['style'] {
  if (id === 'envelope') return 'optimum';
  return id === 'parity' ? 'parity' : 'benchmark';
}

/** The theme's colour of a benchmark. */
export function benchmarkInk(id: string): 'optimum' | 'planner' | 'nash' | 'parity' {
  if (id === 'envelope') return 'optimum';
  return id === 'parity' ? 'parity' : (BENCHMARKS[id] ?? BENCHMARKS.other).color;
}

export function markOf(
  line: Pick<Line, 'style' | 'economy' | 'rule' | 'benchmark' | 'shade'>,
  theme: Theme,
  shades: Shades,
): LineMark {
  const rule = ruleColor(theme, line.rule, line.shade ?? shades(line.rule, line.economy));
  switch (line.style) {
    case 'economy':
      return { color: rule, alpha: 1, width: 2.25, dash: dashOf(line.economy) };
    case 'optimum':
      return { color: theme.optimum, alpha: 1, width: 1.5, dash: dashOf(line.economy) };
    case 'turnpike':
      return { color: theme.optimum, alpha: 0.9, width: 1.5, dash: dashOf(line.economy) };
    case 'parity':
      return { color: theme.parity, alpha: 1, width: 1.5, dash: [5, 4] };
    case 'benchmark': {
      const { color, dash } = BENCHMARKS[line.benchmark ?? 'other'] ?? BENCHMARKS.other;
      return { color: theme[color], alpha: 1, width: 1.75, dash };
    }
    case 'projection':
      return { color: line.economy < 0 ? theme.optimum : rule, alpha: 0.9, width: 1.25, dash: [2, 4] };
    case 'trail':
      return { color: rule, alpha: 0.3, width: 1, dash: dashOf(line.economy) };
    case 'band':
      return { color: rule, alpha: 0.12, width: 0, dash: null };
    case 'area':
      return { color: rule, alpha: 0.75, width: 0, dash: null };
    case 'edge':
      return { color: theme.surface, alpha: 1, width: 1.5, dash: null };
    case 'bars':
      return { color: rule, alpha: 0.3, width: 0, dash: null };
    case 'ghost':
      return { color: theme.muted, alpha: 0.85, width: 2, dash: [7, 3] };
    case 'outer':
      return { color: theme.muted, alpha: 0.2, width: 0, dash: null };
    case 'inner':
      return { color: theme.muted, alpha: 0.3, width: 0, dash: null };
    case 'second':
      return { color: rule, alpha: 1, width: 2, dash: [1.5, 3] };
  }
}

/** Drawing order: what lies under comes first. */
const ORDER: readonly Line['style'][] = [
  'area',
  'edge',
  'bars',
  'band',
  'outer',
  'inner',
  'trail',
  'ghost',
  'projection',
  'turnpike',
  'parity',
  'benchmark',
  'optimum',
  'economy',
];

const FILLED: readonly Line['style'][] = ['band', 'area', 'bars', 'outer', 'inner'];

/** Is a style filled between two heights, rather than stroked? */
export const isFilled = (style: Line['style']): boolean => FILLED.includes(style);

/** The lines from the bottom up; within a style in the order given, the base economy last, on top. */
export function inDrawingOrder(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => ORDER.indexOf(a.style) - ORDER.indexOf(b.style) || b.economy - a.economy);
}
