import { keyOf, type ParameterRow, rowsOf } from '../../../src/scenario/parameters.ts';
import type { Economy } from '../../../src/scenario/types.ts';

export interface Topic {
  topic: string;
  rows: ParameterRow[];
  /** How many rows are away from their defaults, in words; null for the paper economy, which is never off. */
  note: string | null;
  /** Is anything on? Then it should be seen. */
  isOpen: boolean;
}

const economyRows = rowsOf('economy');
const names = [...new Set(economyRows.map(({ topic }) => topic))];

/** The economy's rows by topic, in table order; mechanisms that are off say so. */
export function topics(economy: Economy): Topic[] {
  return names.map((topic, i) => {
    const rows = economyRows.filter((row) => row.topic === topic);
    const on = rows.filter(
      (row) => 'default' in row && economy[keyOf(row) as keyof Economy] !== row.default,
    ).length;
    return { topic, rows, note: i === 0 ? null : on === 0 ? 'off' : `${on} set`, isOpen: i > 0 && on > 0 };
  });
}
