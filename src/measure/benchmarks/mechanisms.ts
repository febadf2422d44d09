import { keyOf, parameters } from '../../scenario/parameters.ts';
import type { EconomySpec } from '../../scenario/types.ts';

/** What the closed forms of the paper economy know. */
const PAPER = new Set(['a', 'b', 'c', 's', 'sigma', 'w']);
/** What changes nothing by itself: the growth of a fab without limit, the rate of a rule that is not in use, the scale of techniques nobody has. */
const DEPENDENT = new Set(['gF', 'phi', 'r', 'payout', 'entrySpread', 'techniqueScale', 'Tperfect']);

const rows = parameters.filter(({ path, id }) => path.startsWith('economy.') && !DEPENDENT.has(id));

/** The mechanisms that are on, each as its label and symbol; known: parameters that count as none. */
export function mechanismsOn({ economy, groups }: EconomySpec, known: ReadonlySet<string> = PAPER): string[] {
  return rows
    .filter((row) => {
      if (PAPER.has(row.id) || known.has(row.id)) return false;
      const key = keyOf(row) as keyof typeof economy;
      return groups.some(
        (group) => ((group as Partial<typeof economy>)[key] ?? economy[key]) !== row.default,
      );
    })
    .map(({ label, symbol, id }) => (symbol === id ? label : `${label} (${symbol})`));
}

/** Why closed forms of the paper economy say nothing about this one; null if they do. */
export function whyNotPaper(spec: EconomySpec): string | null {
  const on = mechanismsOn(spec);
  return on.length === 0 ? null : `no closed form where this is on: ${on.join(', ')}`;
}
