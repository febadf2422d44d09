import { useId } from 'preact/hooks';
import type { NamesRow } from '../../../src/scenario/parameters.ts';
import { Typeset } from '../parts/Typeset.tsx';
import { useDraft } from './draft.ts';
import { Row } from './Row.tsx';

interface NamesProps {
  row: NamesRow;
  path: string;
  value: readonly string[] | null;
  /** What it means that none is chosen. */
  none: string;
}

/** Some of a few names: a box each. With no box ticked there is no list at all, for an empty one is not allowed. */
export function NamesControl({ row, path, value, none }: NamesProps) {
  const id = useId();
  const draft = useDraft(path, value);
  const chosen = value ?? [];
  const toggle = (name: string, isOn: boolean) => {
    const next = row.names.map((one) => one.id).filter((one) => (one === name ? isOn : chosen.includes(one)));
    draft.commit(next.length === 0 ? null : next);
  };
  return (
    <Row row={row} path={path} inputId={id} isGroup problems={draft.problems} onReset={draft.clear}>
      <fieldset class="names" aria-labelledby={`${id}-label`} aria-describedby={`${id}-problem`}>
        {row.names.map(({ id: name, label, meaning }) => (
          <label key={name} class="check" title={meaning}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {value === null && (
        <p class="fine">
          None: <Typeset text={none} />.
        </p>
      )}
    </Row>
  );
}
