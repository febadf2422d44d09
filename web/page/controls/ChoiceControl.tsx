import { useId } from 'preact/hooks';
import type { ChoiceRow } from '../../../src/scenario/parameters.ts';
import { useDraft } from './draft.ts';
import { Row } from './Row.tsx';

interface ChoiceProps {
  row: ChoiceRow;
  path: string;
  value: string | null;
  /** What null means, where it is allowed. */
  none?: string | undefined;
}

/** One of a few words, or none of them. */
export function ChoiceControl({ row, path, value, none }: ChoiceProps) {
  const id = useId();
  const draft = useDraft(path, value);
  return (
    <Row row={row} path={path} inputId={id} problems={draft.problems} onReset={draft.clear}>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => draft.commit(event.currentTarget.value || null)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {row.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </Row>
  );
}
