import { Typeset } from '../parts/Typeset.tsx';
import { focused, pointed } from './cursor.ts';
import { openCell, opened } from './open.ts';
import { readingOf } from './reading.ts';
import { cells, shown } from './state.ts';

/** The cell under the pointer, or the one that the keyboard is on, in words; and a way to open it. */
export function Reading() {
  const of = shown.value;
  const at = pointed.value >= 0 ? pointed.value : focused.value;
  if (!of || at < 0 || at >= cells.value.length) return null;
  const { seeds } = of.plan;
  return (
    <div class="sweep-reading">
      <p class="numeric" id="sweep-reading">
        <Typeset text={readingOf(of, at)} />
      </p>
      <button type="button" class="button small" id="sweep-open" onClick={() => openCell(of, focused.value)}>
        Open this run
      </button>
      <p class="fine" id="sweep-keys">
        Arrow keys move from cell to cell, Enter or a click opens the run
        {seeds > 1 ? ` with the first of its ${seeds} seeds` : ''}.
      </p>
      <p class="fine" role="status">
        {opened}
      </p>
    </div>
  );
}
