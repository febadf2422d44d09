import { useId } from 'preact/hooks';
import type { TextRow } from '../../../src/scenario/parameters.ts';
import { useDraft } from './draft.ts';
import { Row } from './Row.tsx';

/** Words; they never enter the arithmetic. */
export function TextControl({ row, path, value }: { row: TextRow; path: string; value: string }) {
  const id = useId();
  const draft = useDraft(path, value);
  return (
    <Row row={row} path={path} inputId={id} problems={draft.problems} onReset={draft.clear}>
      <input
        id={id}
        type="text"
        class="words"
        autocomplete="off"
        value={draft.text ?? value}
        aria-invalid={draft.problems.length > 0}
        aria-describedby={`${id}-problem`}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onChange={(event) => draft.commit(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && draft.clear()}
      />
    </Row>
  );
}
