import { useId } from 'preact/hooks';
import type { ChoiceRow } from '../../../src/scenario/parameters.ts';
import { useDraft } from './draft.ts';
import { Row } from './Row.tsx';

/** One of a few words. */
export function ChoiceControl({ row, path, value }: { row: ChoiceRow; path: string; value: string }) {
  const id = useId();
  const draft = useDraft(path, value);
  return (
    <Row row={row} path={path} inputId={id} problems={draft.problems} onReset={draft.clear}>
      <select id={id} value={value} onChange={(event) => draft.commit(event.currentTarget.value)}>
        {row.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </Row>
  );
}
