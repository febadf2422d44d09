import { signal } from '@preact/signals';

/** The cell that the keyboard is on, and the one under the pointer; −1: none. */
export const focused = signal(-1);
export const pointed = signal(-1);

/** Cells from one to another for each key that moves; columns first, rows upwards. */
export function moved(key: string, at: number, columns: number, rows: number): number | null {
  const [i, j] = [Math.floor(at / rows), at % rows];
  const within = (to: number, most: number) => Math.max(0, Math.min(most - 1, to));
  const cell = (column: number, row: number) => within(column, columns) * rows + within(row, rows);
  switch (key) {
    case 'ArrowLeft':
      return cell(i - 1, j);
    case 'ArrowRight':
      return cell(i + 1, j);
    case 'ArrowUp':
      return cell(i, j + 1);
    case 'ArrowDown':
      return cell(i, j - 1);
    case 'Home':
      return cell(0, j);
    case 'End':
      return cell(columns - 1, j);
    case 'PageUp':
      return cell(i, rows - 1);
    case 'PageDown':
      return cell(i, 0);
    default:
      return null;
  }
}
