import { plainText } from '../format/typeset.ts';
import { Icon } from '../parts/Icon.tsx';
import { redo, redoWords, undo, undone, undoWords } from '../state/undoing.ts';

/** Back and forth through everything that changed the scenario. */
export function UndoButtons() {
  const back = undoWords.value && plainText(undoWords.value);
  const forth = redoWords.value && plainText(redoWords.value);
  return (
    <div class="undo-buttons">
      <button
        type="button"
        class="button small"
        id="undo"
        disabled={back === null}
        title={back === null ? 'Nothing to undo' : `Undo ${back} (Ctrl+Z)`}
        aria-label={back === null ? 'Undo' : `Undo ${back}`}
        onClick={undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="button small"
        id="redo"
        disabled={forth === null}
        title={forth === null ? 'Nothing to redo' : `Redo ${forth} (Ctrl+Shift+Z)`}
        aria-label={forth === null ? 'Redo' : `Redo ${forth}`}
        onClick={redo}
      >
        <Icon name="redo" />
      </button>
      <p class="visually-hidden" role="status">
        {undone}
      </p>
    </div>
  );
}
